"""The light of a stored request (亮灯), told from its columns and its parts': by it a list is narrowed in the database and a row is shown without its events.

The clock is read anew with every event (firing.py) and leaves when a record is due and when it turns yellow; what the moment makes of these is told here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q

from gaoxing.casework.aftercare import ladder
from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.models import Part, Request

OVER = (Part.State.DONE, Part.State.IMPOSSIBLE, Part.State.ENDED)

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """A moment against which lights are told: what was due before `double` is double red, what was sent before `unsigned` should have been signed for."""

    now: datetime
    double: datetime
    unsigned: datetime


def moment(now: datetime) -> Moment:
    """The moment with its two marks, by the zone's calendar and limits."""
    known = limits().steps
    return Moment(now, _begins(_since(now, known["double_red"])), _begins(_since(now, known["sign"], over=True)))


def light_of_part(part: Part, at: Moment) -> Light | None:
    """The light of a part; None before it was dispatched."""
    if part.state in OVER:
        return Light.DONE
    found = _light(part.due, part.yellow_from, at)
    if found is None:
        return Light.PAUSED if part.state == Part.State.WAITING else None
    late = part.state == Part.State.DISPATCHED and part.sent is not None and part.sent < at.unsigned
    return ladder.shown(found, unsigned_late=late)


def light_of(request: Request, parts: Iterable[Part], at: Moment) -> Light:
    """The light of a request: its own while its own clock runs, else the worst of its open parts'."""
    own = _light(request.due, request.yellow_from, at)
    if own is not None:
        return own
    return ladder.worst(found for part in parts if part.state not in OVER and (found := light_of_part(part, at)))


def condition(light: str, at: Moment) -> Q:
    """What the requests of a light have in common. Raises KeyError for a light that no list is narrowed by."""
    return CONDITIONS[light](at)


def _light(due: datetime | None, yellow_from: datetime | None, at: Moment) -> Light | None:
    if due is None:
        return None
    if due < at.now:
        return Light.DOUBLE_RED if due < at.double else Light.RED
    return Light.YELLOW if yellow_from is not None and yellow_from < at.now else Light.GREEN


def _since(now: datetime, days: int, *, over: bool = False) -> date:
    """The day after the last from which so many working days have begun by now; `over`: are at their end."""
    calendar = clocking.calendar()
    day, left = calendar.day(now), days
    while left:
        left -= calendar.works(day) and (not over or calendar.closing(day) < now)
        day -= _ONE_DAY
    return day + _ONE_DAY


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, clocking.calendar().zone)


def _any(found: Q) -> Q:
    """Of a request or of one of its parts that is open."""
    parts = Part.objects.filter(found, request=OuterRef("pk")).exclude(state__in=OVER)
    return found | Q(Exists(parts))


def _yellow(at: Moment) -> Q:
    late = Part.objects.filter(request=OuterRef("pk"), state=Part.State.DISPATCHED, sent__lt=at.unsigned)
    return (_any(Q(due__gte=at.now, yellow_from__lt=at.now)) | Q(Exists(late))) & ~_any(Q(due__lt=at.now))


CONDITIONS: Mapping[str, Callable[[Moment], Q]] = {
    Light.DOUBLE_RED: lambda at: _any(Q(due__lt=at.double)),
    Light.RED: lambda at: _any(Q(due__lt=at.now)) & ~_any(Q(due__lt=at.double)),
    Light.YELLOW: _yellow,
    Light.GREEN: lambda at: _any(Q(due__gte=at.now)) & ~_any(Q(due__lt=at.now)) & ~_yellow(at),
    Light.PAUSED: lambda at: Q(state=Request.State.IN_HAND) & ~_any(Q(due__isnull=False)),
}
"""By what a list may be narrowed, in the order in which it is offered."""
