"""What a figure counts (诉求数字的口径), pure: of every record whether it is counted, and whether it is one of those that the figure tells of.

A judge answers None where a record is not counted, else whether it is a member; a measure answers its working days, None where it has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from gaoxing.casework.clock import Event, Reading, read
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct
from gaoxing.office.aftercare import contacting
from gaoxing.office.aftercare.facts import WORST_GOOD
from gaoxing.office.aftercare.figures.rows import Happened, PartRow, RequestRow
from gaoxing.office.aftercare.models import Part, Request

Row = TypeVar("Row", RequestRow, PartRow)

CLOSED = frozenset({Request.State.ACCEPTED.value, Request.State.ARCHIVED.value})
"""Accepted by the enterprise, by a call-back, or by silence."""

LEFT = frozenset({Request.State.NOT_ACCEPTED.value, Request.State.WITHDRAWN.value})
"""What was never to be closed: not taken up, withdrawn."""

ANSWERED = CLOSED | {Request.State.ANSWERED.value}
OUTCOMES = frozenset({Part.State.DONE.value, Part.State.IMPOSSIBLE.value})
_SENT = frozenset({"dispatch", "redispatch", "designate"})
_TENTH = Decimal("0.1")
_WITHOUT_CONTACT = LEFT | {Request.State.MERGED.value}


@dataclass(frozen=True)
class Moment:
    """When the figures are read, and the zone's calendar."""

    now: datetime
    calendar: Calendar


@dataclass(frozen=True)
class Counted:
    """The records of a figure by their numbers in the table: its members, and those of which they are some; of an average the days of each."""

    members: tuple[int, ...]
    of: tuple[int, ...]
    days: Mapping[int, int] | None = None

    @property
    def missed(self) -> tuple[int, ...]:
        """Those that are no members."""
        members = set(self.members)
        return tuple(each for each in self.of if each not in members)

    def among(self, numbers: Set[int]) -> Counted:
        """The same of these records alone: whether a record counts does not hang on the others."""
        days = None if self.days is None else {each: count for each, count in self.days.items() if each in numbers}
        return Counted(tuple(each for each in self.members if each in numbers), tuple(each for each in self.of if each in numbers), days)

    @property
    def share(self) -> Decimal | None:
        """The members in a hundred, one decimal; None of nothing."""
        return (Decimal(len(self.members)) * 100 / len(self.of)).quantize(_TENTH, ROUND_HALF_UP) if self.of else None

    @property
    def average(self) -> Decimal | None:
        """The working days on average, one decimal; None of nothing."""
        return (Decimal(sum(self.days.values())) / len(self.days)).quantize(_TENTH, ROUND_HALF_UP) if self.days else None


def judged(rows: Iterable[Row], judge: Callable[[Row, Moment], bool | None], at: Moment) -> Counted:
    """The records that a judge counts."""
    found = {row.pk: verdict for row in rows if (verdict := judge(row, at)) is not None}
    return Counted(tuple(pk for pk, member in found.items() if member), tuple(found))


def measured(rows: Iterable[Row], measure: Callable[[Row, Moment], int | None], at: Moment) -> Counted:
    """The records that have a measure, with their days."""
    found = {row.pk: days for row in rows if (days := measure(row, at)) is not None}
    return Counted(tuple(found), tuple(found), found)


def received(_row: RequestRow, _at: Moment) -> bool | None:
    """Every request that was made."""
    return True


def contacted(row: RequestRow, at: Moment) -> bool | None:
    """Whether its enterprise was first contacted by the limit; not counted while the limit runs, nor where it was over before."""
    taken, call = _first(row.events, "receive"), _first(row.events, "contact")
    until = contacting.limit(row.made, taken.at if taken else None, at.calendar, urgent=row.urgent)
    if call is not None:
        return call.at <= until
    over = next((each.at for each in row.events if each.target in _WITHOUT_CONTACT), at.now)
    return False if over > until else None


def closed(row: RequestRow, _at: Moment) -> bool | None:
    """Whether it is closed; what was not taken up or withdrawn is not counted."""
    return None if row.state in LEFT else row.state in CLOSED


def solved(row: RequestRow, _at: Moment) -> bool | None:
    """Of the closed, whether its enterprise said that the trouble is gone; silence says no such thing."""
    return row.solved is True if row.state in CLOSED else None


def rated(row: RequestRow, _at: Moment) -> bool | None:
    """Of the closed, whether it was rated."""
    return _is_rated(row) if row.state in CLOSED else None


def satisfied(row: RequestRow, _at: Moment) -> bool | None:
    """Of the rated, whether the rating is none of the bad ones."""
    return row.rating is not None and row.rating >= WORST_GOOD if row.state in CLOSED and _is_rated(row) else None


def reopened(row: RequestRow, _at: Moment) -> bool | None:
    """Of those that were ever accepted, whether it was opened again."""
    acts = {each.act for each in row.events}
    return "reopen" in acts if acts & {"accept", "lapse"} else None


def request_days(row: RequestRow, at: Moment) -> int | None:
    """Of what is answered, the working days after the day on which it was made to the day of the last answer."""
    last = next((each.at for each in reversed(row.events) if each.act == "answer"), None)
    return _between(row.made, last, at.calendar) if last is not None and row.state in ANSWERED else None


def in_time(row: PartRow, at: Moment) -> bool | None:
    """Whether a part was answered by its limit each time that it was sent; one that is past it is not, whatever became of it."""
    if any(reading.late for reading in runs(row, at)):
        return False
    return True if row.state in OUTCOMES else None


def returned(row: PartRow, _at: Moment) -> bool | None:
    """Of those that were sent, whether a unit returned it."""
    return _did(row, "object")


def returned_by(row: PartRow, unit: int) -> bool | None:
    """Of those that were ever sent to a unit, whether that unit returned it, whoever leads it now."""
    sent = {each.unit or row.lead for each in row.events if each.act in _SENT} | {row.lead}
    if unit not in sent or "dispatch" not in {each.act for each in row.events}:
        return None
    return any(each.act == "object" and (each.unit or row.lead) == unit for each in row.events)


def extended(row: PartRow, _at: Moment) -> bool | None:
    """Of those that were sent, whether it got an extension."""
    return _did(row, "grant_extension")


def part_days(row: PartRow, at: Moment) -> int | None:
    """Of what has an outcome, the working days after it was sent to its answer, without those on which the enterprise was waited for; all its runs together."""
    if row.state not in OUTCOMES:
        return None
    ended = [(reading, reading.stopped) for reading in runs(row, at)]
    return sum(_between(reading.started, stopped, at.calendar) - reading.paused_days for reading, stopped in ended if stopped is not None)


def runs(row: PartRow, at: Moment) -> Iterator[Reading]:
    """The clock of a part at the end of each of its runs, and as it now runs."""
    events = [Event(each.at, ClockAct(each.clock), each.days, each.pause) for each in row.events if each.clock and each.at <= at.now]
    for place, each in enumerate(events, 1):
        if each.kind is ClockAct.STOP or place == len(events):
            reading = read(events[:place], each.at if each.kind is ClockAct.STOP else at.now, at.calendar)
            if reading is not None:
                yield reading


def _first(events: Iterable[Happened], act: str) -> Happened | None:
    return next((each for each in events if each.act == act), None)


def _is_rated(row: RequestRow) -> bool:
    return row.rating is not None and not row.unrated


def _did(row: PartRow, act: str) -> bool | None:
    acts = {each.act for each in row.events}
    return act in acts if "dispatch" in acts else None


def _between(since: datetime, until: datetime, calendar: Calendar) -> int:
    return sum(1 for _day in calendar.between(calendar.day(since), calendar.day(until)))
