"""Telling an applicant how their licences go on (联办通知): in page, once an event, nothing of the case's content in it."""

from __future__ import annotations

from datetime import date, datetime

from gaoxing.casework.table import State
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing.models import Item, OpeningDuty
from gaoxing.office.notices.actions import Recipient, notify


def tell(item: Item, state: State, *, about: str, now: datetime) -> int:
    """Tell of an act on a licence; how many notices are new."""
    to = _to(item.case)
    english = to is not None and to.language.startswith("en")
    words = {"state": state.english, "next": state.plain_english} if english else {"state": state.term, "next": state.plain}
    return _sent("licence_went_on", item.case, {"licence": item.name, **words}, once=f"item {about}", now=now)


def offer(case: Case, *, about: int, now: datetime) -> int:
    """Tell that times for the joint visit are offered."""
    return _sent("visit_offered", case, {}, once=f"visit {about}", now=now)


def remind(duty: OpeningDuty, day: date, *, now: datetime) -> int:
    """Remind of what is to be done after the opening."""
    return _sent("duty_due", duty.case, {"licence": duty.name, "day": day.isoformat()}, once=f"duty {duty.pk}", now=now)


def _to(case: Case) -> Recipient | None:
    owner = case.owner
    return Recipient(owner.pk, owner.language) if owner is not None and owner.is_active else None


def _sent(event: str, case: Case, values: dict[str, str], *, once: str, now: datetime) -> int:
    to = _to(case)
    return len(notify(event, to, {"number": case.number or "", **values}, now=now, once=once)) if to else 0
