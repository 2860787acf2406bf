"""Telling an applicant that their case went on (办件通知): in page, once an event; the words name the number and the state and nothing of its content."""

from __future__ import annotations

from datetime import datetime

from gaoxing.casework.tables import table_for
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.notices.actions import Recipient, notify

_ENGLISH = "en"


def tell(case: Case, event: CaseEvent, *, now: datetime) -> int:
    """Tell the case's applicant of an event; how many notices are new. Nobody is told where there is no account any more."""
    owner = case.owner
    if owner is None or not owner.is_active:
        return 0
    state = table_for(case.matter).states[event.target]
    english = owner.language.startswith(_ENGLISH)
    values = {"number": case.number or "", "state": state.english if english else state.term, "next": state.plain_english if english else state.plain}
    return len(notify("case_went_on", Recipient(owner.pk, owner.language), values, now=now, once=f"{case.pk} {event.number}"))
