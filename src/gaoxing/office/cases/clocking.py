"""The clock of a stored case (办件时限): its events become those of the pure clock, its reading becomes what the row keeps and what people read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from gaoxing.casework.clock import Event, Reading, read
from gaoxing.casework.explanation import Explanation, explain
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct
from gaoxing.casework.tables import table_for
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.zone.queries import profile

LAST = datetime(2999, 12, 31, tzinfo=UTC)
"""The rank of a case whose clock stands still: behind those that are due."""


def calendar() -> Calendar:
    """The zone's calendar: the usual office hours, its own quiet hours."""
    begins, ends = profile().quiet
    return Calendar(quiet_from=begins, quiet_until=ends)


def reading(case: Case, *, now: datetime) -> Reading | None:
    """The clock of a case at a moment; None before it was submitted."""
    return reading_of(case.events.all(), now=now)


def reading_of(events: Iterable[CaseEvent], *, now: datetime) -> Reading | None:
    """The same of events in their order."""
    return read((Event(each.at, ClockAct(each.clock), each.days, each.pause) for each in events if each.clock), now, calendar())


def columns(events: Iterable[CaseEvent], *, now: datetime) -> dict[str, Any]:
    """What a case's row keeps of its clock; nothing before it started."""
    found = reading_of(events, now=now)
    if found is None:
        return {}
    if found.stopped:
        return {"due": None, "rank": None, "yellow_from": None, "paused_days": found.paused_days}
    return {"due": found.due, "rank": found.due or LAST, "yellow_from": found.yellow_from, "paused_days": found.paused_days}


def explained(case: Case, *, now: datetime, to_staff: bool = False) -> Explanation | None:
    """The clock in a sentence, in Chinese and English; None before it started."""
    found = reading(case, now=now)
    return explain(found, calendar(), table_for(case.matter).pauses, to_staff=to_staff) if found else None
