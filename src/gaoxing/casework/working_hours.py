"""Office time (工作时间): when so much of it has passed since a moment, and how much lies between two. Nights, weekends and holidays do not count.

>>> from zoneinfo import ZoneInfo
>>> late = datetime(2026, 11, 24, 16, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
>>> after(late, timedelta(hours=1), Calendar()).isoformat()
'2026-11-25T09:30:00+08:00'
"""

from __future__ import annotations

from datetime import datetime, timedelta

from gaoxing.casework.office_calendar import Calendar

NONE = timedelta()


def after(moment: datetime, span: timedelta, calendar: Calendar) -> datetime:
    """When so much office time has passed since a moment; one outside the office hours counts from the next opening.

    Raises ValueError for a moment without a time zone, and for a span below nothing.
    """
    if span < NONE:
        raise ValueError(f"office time does not run backwards: {span}")
    at, left = _open(moment, calendar), span
    while (room := calendar.closing(at.date()) - at) < left:
        left -= room
        at = calendar.opening(calendar.after(at.date(), 1))
    return at + left


def between(since: datetime, until: datetime, calendar: Calendar) -> timedelta:
    """The office time from one moment to another; nothing where the second is not later. Raises ValueError for moments without a time zone."""
    first, last, passed = calendar.local(since), calendar.local(until), NONE
    day = _open(since, calendar).date()
    while calendar.opening(day) < last:
        passed += max(NONE, min(last, calendar.closing(day)) - max(first, calendar.opening(day)))
        day = calendar.after(day, 1)
    return passed


def _open(moment: datetime, calendar: Calendar) -> datetime:
    """The moment itself where the office is open, else its next opening."""
    at = calendar.local(moment)
    day = at.date()
    if not calendar.works(day) or at >= calendar.closing(day):
        return calendar.opening(calendar.after(day, 1))
    return max(at, calendar.opening(day))
