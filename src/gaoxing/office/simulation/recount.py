"""A second count of working days (另数的工作日): walks from day to day, with the days off written down again; it knows nothing of the clock.

A history is a list of (moment on the wall clock, kind, days), the kinds being start, pause, resume, extend and stop.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

CLOSES = time(17)
ENDLESS = 900
"""Days after which the walk gives up."""

History = list[tuple[datetime, str, int]]
_OFF: tuple[str, ...] = (
    "2024-01-01",
    "2024-02-10/8",
    "2024-04-04/3",
    "2024-05-01/5",
    "2024-06-10",
    "2024-09-15/3",
    "2024-10-01/7",
    "2025-01-01",
    "2025-01-28/8",
)
_OFF += (
    "2025-01-01",
    "2025-01-28/8",
    "2025-04-04/3",
    "2025-05-01/5",
    "2025-05-31/3",
    "2025-10-01/8",
    "2026-01-01/3",
    "2026-02-15/9",
    "2026-04-04/3",
    "2026-05-01/5",
    "2026-06-19/3",
)
_OFF += ("2026-09-25/3", "2026-10-01/7")
_WORKED: tuple[str, ...] = (
    "2024-02-04",
    "2024-02-18",
    "2024-04-07",
    "2024-04-28",
    "2024-05-11",
    "2024-09-14",
    "2024-09-29",
    "2024-10-12",
    "2025-01-26",
    "2025-02-08",
)
_WORKED += (
    "2025-01-26",
    "2025-02-08",
    "2025-04-27",
    "2025-09-28",
    "2025-10-11",
    "2026-01-04",
    "2026-02-14",
    "2026-02-28",
    "2026-05-09",
    "2026-09-20",
    "2026-10-10",
)


def _days(written: str) -> set[date]:
    first, _, count = written.partition("/")
    return {date.fromisoformat(first) + timedelta(days=each) for each in range(int(count or 1))}


OFF = frozenset(day for each in _OFF for day in _days(each))
WORKED = frozenset(map(date.fromisoformat, _WORKED))


def works(day: date) -> bool:
    """Whether the office works on a day."""
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def due(history: History) -> datetime | None:
    """By when it had to be done, since its last start; None where the clock stands still for good or never started."""
    starts = [place for place, event in enumerate(history) if event[1] == "start"]
    if not starts:
        return None
    past, counted = history[starts[-1] :], 0
    day = past[0][0].date()
    for _ in range(ENDLESS):
        close = datetime.combine(day, CLOSES)
        if works(day) and _runs(past, close):
            counted += _counts(day, close, past)
            if counted >= past[0][2] + sum(days for at, kind, days in past if kind == "extend" and at <= close):
                return close
        day += timedelta(days=1)
    return None


def _runs(past: History, moment: datetime) -> bool:
    """Whether the clock runs at a moment: a pause at the very moment has stopped it, a start at the very moment has not begun."""
    running = False
    for at, kind, _ in past:
        running = (running or (at < moment and kind in ("start", "resume"))) and not (at <= moment and kind == "pause")
    return running


def _counts(day: date, close: datetime, past: History) -> bool:
    """Whether it has been running since an earlier day."""
    return max(at for at, kind, _ in past if kind in ("start", "resume") and at < close).date() < day
