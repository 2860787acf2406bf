"""What is known when somebody acts on a project in promotion (招商流转的事实), for the guards of `casework/promotion.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.utils.timezone import localdate

from gaoxing.office.projects.facts import Pressed, day_of, month_of, sum_of
from gaoxing.office.projects.models import Promotion

LONGEST_EVIDENCE = 200


def evidence_of(pressed: Pressed) -> str:
    """The evidence that was named."""
    return str(pressed.details.get("evidence") or "").strip()


def investor_of(pressed: Pressed) -> str:
    """The new investor that was named."""
    return str(pressed.details.get("investor") or "").strip()


def begun_on(row: Promotion) -> date | None:
    """The day on which work began; None before."""
    found = row.stages.filter(stage=Promotion.State.BEGUN).first()
    return found.day if found else None


def _day_unfit(row: Promotion, pressed: Pressed, now: datetime) -> bool:
    day, last = day_of(pressed), row.stages.order_by("-day").first()
    return day is None or day > localdate(now) or (last is not None and day < last.day)


def _month_unfit(row: Promotion, pressed: Pressed, now: datetime) -> bool:
    month, begun = month_of(pressed), begun_on(row)
    return month is None or begun is None or not begun.replace(day=1) <= month <= localdate(now)


def _investor_missing(row: Promotion, pressed: Pressed, now: datetime) -> bool:
    return investor_of(pressed) in ("", row.investor)


PROMOTION_FACTS: Mapping[str, Callable[[Promotion, Pressed, datetime], bool]] = {
    "day_unfit": _day_unfit,
    "evidence_missing": lambda row, pressed, now: not evidence_of(pressed) or len(evidence_of(pressed)) > LONGEST_EVIDENCE,
    "sum_unfit": lambda row, pressed, now: not sum_of(pressed),
    "month_unfit": _month_unfit,
    "done_unfit": lambda row, pressed, now: sum_of(pressed) is None,
    "investor_missing": _investor_missing,
    "explanation_missing": lambda row, pressed, now: not pressed.note.strip(),
}
"""Every fact."""
