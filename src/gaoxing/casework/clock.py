"""The clock of a case (办理时限): from a history of events and a moment to the due moment, the light, the days counted, paused and left.

A working day counts when, at the end of its office hours, the clock is running and has been since an earlier day. So the day on which it starts is not counted
(民法典 art. 201), nor any working day touched by a pause: the day on which correction is asked during office hours, the day on which it comes, and all between.
A request after office hours leaves its day counted. A limit of 0 days (当场) ends with the first office day on whose end the clock runs, be it the same.
What is past due stays past due: a pause or an extension after the due moment moves nothing. At the due moment itself one is still in time.

>>> from gaoxing.casework.office_calendar import Calendar
>>> from datetime import UTC
>>> read([Event(datetime(2026, 11, 24, 2, tzinfo=UTC), ClockAct.START, 3)], datetime(2026, 11, 25, 2, tzinfo=UTC), Calendar()).due.isoformat()
'2026-11-27T17:00:00+08:00'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from gaoxing.casework.office_calendar import ONE_DAY, Calendar
from gaoxing.casework.table import LEADS, ClockAct, Running


class Light(StrEnum):
    """How near the limit is (亮灯): in time, little left, past due, long past due; still, and at an end."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    DOUBLE_RED = "double_red"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True)
class Event:
    """Something that happened to the clock: `days` where it started or was extended, `why` (the kind of pause) where it paused."""

    at: datetime
    kind: ClockAct
    days: int = 0
    why: str = ""

    def __post_init__(self) -> None:
        """Refuse a limit below nothing."""
        if self.days < 0:
            raise ValueError(f"{self.kind}: {self.days} days")


@dataclass(frozen=True)
class Lights:
    """When a light turns: yellow with at most so many working days or such a share of the limit left, double red after so many days past due."""

    yellow_days: int = 1
    yellow_percent: int = 20
    double_red_days: int | None = None

    def few(self, total: int) -> int:
        """With how many working days left the light is yellow."""
        return max(self.yellow_days, total * self.yellow_percent // 100)


@dataclass(frozen=True)
class Reading:
    """The clock as read at a moment. Days are working days.

    `total` the limit with its extensions; `elapsed` the counted days that are over; `counting` whether the day of the moment is being counted;
    `pauses` working days not counted, by the kind of pause; `due` None while paused; `yellow_from` when the light turns yellow, None while paused,
    past due or stopped; `late_days` days begun since the due moment; `stopped` when it stopped; `unpublished` years for which Monday to Friday was assumed.
    """

    at: datetime
    running: Running
    started: datetime
    total: int
    elapsed: int
    counting: bool
    pauses: Mapping[str, int]
    why: str
    due: datetime | None
    yellow_from: datetime | None
    light: Light
    late: bool
    late_days: int
    stopped: datetime | None
    unpublished: tuple[int, ...]

    @property
    def left(self) -> int:
        """Working days left, the one being counted among them."""
        return self.total - self.elapsed

    @property
    def paused_days(self) -> int:
        """Working days not counted because of pauses."""
        return sum(self.pauses.values())

    @property
    def facts(self) -> dict[str, bool]:
        """What the clock knows of the facts that guards ask for."""
        return {"overdue": self.late, "on_the_spot": self.total == 0}

    def to_json(self) -> dict[str, Any]:
        """Everything, moments in ISO 8601."""
        moments = {
            name: value.isoformat() if value else None for name, value in (("due", self.due), ("yellow_from", self.yellow_from), ("stopped", self.stopped))
        }
        plain = {"at": self.at.isoformat(), "running": self.running, "started": self.started.isoformat(), "total": self.total, "elapsed": self.elapsed}
        days = {"counting": self.counting, "left": self.left, "pauses": dict(self.pauses), "why": self.why, "late": self.late, "late_days": self.late_days}
        return {**plain, **days, **moments, "light": self.light, "unpublished": list(self.unpublished)}


@dataclass(frozen=True)
class _Span:
    """A pause and why; `until` None while it lasts."""

    since: datetime
    why: str
    until: datetime | None = None


@dataclass(frozen=True)
class _Course:
    """How things stand after some events: `used` days counted before `since`, when it last began to run; `missed` the due moment that passed."""

    started: datetime
    total: int
    since: datetime
    running: Running = Running.RUNNING
    used: int = 0
    missed: datetime | None = None
    spans: tuple[_Span, ...] = ()
    stopped: datetime | None = None


def read(events: Iterable[Event], now: datetime, calendar: Calendar, lights: Lights | None = None) -> Reading | None:
    """The clock at `now`; events later than `now` are left out, None where it had not started. A start after a stop begins anew.

    Raises ValueError for events out of order, for one that cannot follow (a pause of a paused clock) and for moments without a time zone.
    """
    course = None
    for event in _ordered(events, now, calendar):
        course = _after(course, event, calendar)
    return _reading(course, now, calendar, lights or Lights()) if course else None


def _ordered(events: Iterable[Event], now: datetime, calendar: Calendar) -> Iterator[Event]:
    until, before = calendar.local(now), None
    for event in events:
        at = calendar.local(event.at)
        if before is not None and at < before:
            raise ValueError(f"events out of order: {event.kind} at {at.isoformat()} after {before.isoformat()}")
        before = at
        if at <= until:
            yield event


def _after(course: _Course | None, event: Event, calendar: Calendar) -> _Course:
    """The course after one more event."""
    before = course.running if course else Running.IDLE
    if before not in {source for source, _ in LEADS[event.kind]}:
        raise ValueError(f"a clock that is {before} cannot {event.kind}, at {event.at.isoformat()}")
    if course is None or event.kind is ClockAct.START:
        return _Course(event.at, event.days, event.at)
    course = _overtaken(course, event.at, calendar)
    match event.kind:
        case ClockAct.PAUSE:
            return _paused(course, event, calendar)
        case ClockAct.RESUME:
            *earlier, last = course.spans
            return replace(course, running=Running.RUNNING, since=event.at, spans=(*earlier, replace(last, until=event.at)))
        case ClockAct.EXTEND:
            return course if course.missed else replace(course, total=course.total + event.days)
        case _:
            return replace(course, running=Running.STOPPED, stopped=event.at)


def _paused(course: _Course, event: Event, calendar: Calendar) -> _Course:
    used = course.used + _counted(course.since, event.at, calendar)
    return replace(course, running=Running.PAUSED, used=used, spans=(*course.spans, _Span(event.at, event.why)))


def _counted(since: datetime, until: datetime, calendar: Calendar) -> int:
    """The working days after the day of `since` whose office hours ended before `until`."""
    return sum(calendar.closing(day) < until for day in calendar.between(calendar.day(since), calendar.day(until)))


def _due(course: _Course, calendar: Calendar) -> datetime | None:
    """The due moment of a course, if it goes on as it does; None while paused in time or stopped while paused."""
    if course.missed or course.running is Running.PAUSED or (course.spans and course.spans[-1].until is None):
        return course.missed
    left = course.total - course.used
    return calendar.closing(calendar.after(calendar.day(course.since), left)) if left else calendar.next_closing(course.since)


def _overtaken(course: _Course, moment: datetime, calendar: Calendar) -> _Course:
    """The course with its due moment noted as missed, where a moment lies beyond it."""
    due = _due(course, calendar)
    return replace(course, missed=due) if due is not None and due < moment else course


def _reading(course: _Course, now: datetime, calendar: Calendar, lights: Lights) -> Reading:
    moment = course.stopped or now
    course = _overtaken(course, moment, calendar)
    due, today = _due(course, calendar), calendar.day(moment)
    flowing = course.running is not Running.PAUSED and due is not None and course.missed is None
    elapsed = course.total if course.missed else course.used + (_counted(course.since, moment, calendar) if flowing else 0)
    counting = flowing and course.stopped is None and calendar.works(today) and calendar.day(course.since) < today and moment <= calendar.closing(today)
    late_days = sum(1 for _ in calendar.between(calendar.day(course.missed), today)) if course.missed else 0
    paused = course.running is Running.PAUSED
    return Reading(
        at=now,
        running=course.running,
        started=course.started,
        total=course.total,
        elapsed=elapsed,
        counting=counting and elapsed < course.total,
        pauses=_pauses(course, moment, calendar),
        why=course.spans[-1].why if paused else "",
        due=due,
        yellow_from=_yellow_from(course, calendar, lights) if flowing and not course.stopped else None,
        light=_light(course, course.total - elapsed, late_days, lights),
        late=course.missed is not None,
        late_days=late_days,
        stopped=course.stopped,
        unpublished=calendar.unpublished(calendar.day(course.started), max(today, calendar.day(due) if due else today)),
    )


def _light(course: _Course, left: int, late_days: int, lights: Lights) -> Light:
    if course.stopped is not None:
        return Light.DONE
    if course.missed is not None:
        return Light.DOUBLE_RED if lights.double_red_days is not None and late_days >= lights.double_red_days else Light.RED
    if course.running is Running.PAUSED:
        return Light.PAUSED
    return Light.YELLOW if left <= lights.few(course.total) else Light.GREEN


def _yellow_from(course: _Course, calendar: Calendar, lights: Lights) -> datetime:
    """When the light turns yellow: with the end of the last day that is green, or at once."""
    green = course.total - lights.few(course.total) - course.used
    return calendar.closing(calendar.after(calendar.day(course.since), green)) if green > 0 else course.since


def _pauses(course: _Course, moment: datetime, calendar: Calendar) -> Mapping[str, int]:
    """The working days not counted because of pauses, by why; a day in two pauses goes to the first."""
    days: dict[date, str] = {}
    for span in _in_time(course.spans, course.missed):
        for day in calendar.between(_eve(span.since, calendar), calendar.day(span.until or moment)):
            if day > calendar.day(course.started):
                days.setdefault(day, span.why)
    return {why: list(days.values()).count(why) for why in dict.fromkeys(days.values())}


def _in_time(spans: Sequence[_Span], missed: datetime | None) -> Iterator[_Span]:
    return (span for span in spans if missed is None or span.since <= missed)


def _eve(since: datetime, calendar: Calendar) -> date:
    """The day before the first that a pause can touch: its own day counts where the office had closed."""
    day = calendar.day(since)
    return day if since > calendar.closing(day) else day - ONE_DAY
