"""The clocks of what does not get done (办不成事的时限): one office hour to contact, its own events and limits, the zone's calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from gaoxing.casework.aftercare import silence
from gaoxing.casework.clock import Event, Lights, Reading, read
from gaoxing.casework.escalations.limits import limits
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct
from gaoxing.casework.working_hours import after
from gaoxing.office.happening import Happening
from gaoxing.office.zone.queries import profile


def calendar() -> Calendar:
    """The zone's calendar: the usual office hours, its own quiet hours."""
    begins, ends = profile().quiet
    return Calendar(quiet_from=begins, quiet_until=ends)


def reading(events: Iterable[Happening], *, now: datetime) -> Reading | None:
    """The clock of events in their order; None where it has not started."""
    told = (Event(each.at, ClockAct(each.clock), each.days, each.pause) for each in events if each.clock)
    return read(told, now, calendar(), Lights(double_red_days=limits().days["double_red"]))


def contact_due(since: datetime) -> datetime:
    """By when whoever took it over at a moment contacts the person."""
    return after(since, timedelta(hours=limits().contact_hours), calendar())


def ends(since: datetime, limit: str) -> datetime:
    """The end of the last working day of a limit that began at a moment."""
    return silence.within(since, limits().days[limit], calendar())


def mend_by(since: datetime) -> date:
    """The day by which a cause is mended where nobody named one."""
    return calendar().local(ends(since, "mend")).date()


def extension_days(due: datetime, until: date) -> int:
    """The working days from the day on which it was due to a later day, which counts as the next working day where it is none; 0 where it is not later."""
    known, first = calendar(), calendar().local(due).date()
    days = 0
    while days <= limits().days["extension_most"] and known.after(first, days) < until:
        days += 1
    return days
