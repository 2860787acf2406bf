"""The clocks of a request and of its parts (诉求时限): their own events, the limits by category, the zone's calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from gaoxing.casework.aftercare import ladder, silence
from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.clock import Event, Light, Reading, read
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.sealed import note_place
from gaoxing.office.aftercare.vault import unseal
from gaoxing.office.happening import Happening
from gaoxing.office.zone.queries import profile

EXTENSION, FRONT = "extension_days", "front"
"""Limits of the tables."""

_OVER = frozenset({Part.State.DONE.value, Part.State.IMPOSSIBLE.value, Part.State.ENDED.value})


def calendar() -> Calendar:
    """The zone's calendar: the usual office hours, its own quiet hours."""
    begins, ends = profile().quiet
    return Calendar(quiet_from=begins, quiet_until=ends)


def reading(events: Iterable[Happening], *, now: datetime) -> Reading | None:
    """The clock of events in their order; None where it has not started."""
    told = (Event(each.at, ClockAct(each.clock), each.days, each.pause) for each in events if each.clock)
    return read(told, now, calendar(), ladder.lights(limits()))


def days_of(row: Request | Part, limit: str) -> int:
    """The working days that a limit of the table counts for this record."""
    known = limits()
    if isinstance(row, Request):
        return sum(known.steps[step] for step in ("receive", "contact", "decompose")) if limit == FRONT else known.lapse
    grade = known.of(row.category, grade=row.grade, urgent=row.request.urgent)
    return min(_asked(row) or grade.extension, grade.extension) if limit == EXTENSION else grade.days


def _asked(part: Part) -> int:
    """For how many working days the unit last asked; 0 where it did not say. Raises a Fault where its note does not open."""
    last = part.events.filter(act="ask_extension").order_by("-number").first()
    days = unseal(last.note, note_place(last)).get("days", 0) if last else 0
    return days if isinstance(days, int) and days > 0 else 0


def light_of(part: Part, *, now: datetime) -> Light | None:
    """The light of a part as it is shown; None before it was dispatched. One that nobody signed for within its day is yellow."""
    found = reading(part.events.all(), now=now)
    if found is None:
        return None
    late = part.state == Part.State.DISPATCHED and part.sent is not None and now > ends(part.sent, "sign")
    return ladder.shown(found.light, unsigned_late=late)


def light_of_request(request: Request, *, now: datetime) -> Light:
    """The light of a request: the worst of its open parts' while the units have it, else its own."""
    if request.state == Request.State.IN_HAND:
        return ladder.worst(found for part in open_parts(request) if (found := light_of(part, now=now)))
    own = reading(request.events.all(), now=now)
    return own.light if own else Light.DONE


def open_parts(request: Request) -> list[Part]:
    """The parts that have no outcome yet."""
    return [part for part in request.parts.select_related("request") if part.state not in _OVER]


def ends(since: datetime, step: str) -> datetime:
    """When a step that began at a moment is to be over: the end of the last of its working days."""
    return silence.within(since, limits().steps[step], calendar())


def silence_of(request: Request) -> silence.Silence | None:
    """The silence since the last time that everything was answered; None where nothing waits for the enterprise."""
    last = request.events.filter(act="answer").order_by("-number").first()
    return silence.silence(last.at, calendar(), limits()) if last and request.state == Request.State.ANSWERED else None
