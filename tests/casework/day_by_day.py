"""An oracle for the clock of a case: it walks through the days one by one, with the holidays of 2024 to 2026 written down again. Imports nothing from src.

A history is a list of (moment, kind, days) with kinds start, pause, resume, extend, stop; moments are on the wall clock, without a time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

OFF = {
    *(date(2024, 1, 1), date(2024, 6, 10), date(2025, 1, 1)),
    *(date(2024, 2, day) for day in range(10, 18)),
    *(date(2024, 4, day) for day in (4, 5, 6)),
    *(date(2024, 5, day) for day in range(1, 6)),
    *(date(2024, 9, day) for day in (15, 16, 17)),
    *(date(2024, 10, day) for day in range(1, 8)),
    *(date(2025, 1, day) for day in range(28, 32)),
    *(date(2025, 2, day) for day in range(1, 5)),
    *(date(2025, 4, day) for day in (4, 5, 6)),
    *(date(2025, 5, day) for day in (1, 2, 3, 4, 5, 31)),
    *(date(2025, 6, day) for day in (1, 2)),
    *(date(2025, 10, day) for day in range(1, 9)),
    *(date(2026, 1, day) for day in (1, 2, 3)),
    *(date(2026, 2, day) for day in range(15, 24)),
    *(date(2026, 4, day) for day in (4, 5, 6)),
    *(date(2026, 5, day) for day in range(1, 6)),
    *(date(2026, 6, day) for day in (19, 20, 21)),
    *(date(2026, 9, day) for day in (25, 26, 27)),
    *(date(2026, 10, day) for day in range(1, 8)),
}
WORKED_WEEKENDS = {
    *(date(2024, *day) for day in ((2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12))),
    *(date(2025, *day) for day in ((1, 26), (2, 8), (4, 27), (9, 28), (10, 11))),
    *(date(2026, *day) for day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))),
}
CLOSES = time(17)
ENDLESS = 900
"""Days after which the walk gives up: every history of these tests ends long before."""

History = list[tuple[datetime, str, int]]


@dataclass(frozen=True)
class Answer:
    """What the walk found."""

    total: int
    counted: int
    stood_still: int
    due: datetime | None
    late: bool
    light: str


def works(day: date) -> bool:
    return day in WORKED_WEEKENDS or (day.weekday() not in (5, 6) and day not in OFF)


def walk(history: History, now: datetime) -> Answer | None:
    """The clock at `now`, found by asking of each day whether it counts."""
    past = [event for event in history if event[0] <= now]
    starts = [number for number, event in enumerate(past) if event[1] == "start"]
    if not starts:
        return None
    past = past[starts[-1] :]
    moment = past[-1][0] if past[-1][1] == "stop" else now
    due = due_moment(past)
    late = due is not None and moment > due
    total = past[0][2] + sum(days for at, kind, days in past if kind == "extend" and not (due and at > due))
    end = due if late else moment
    counted = still = 0
    day = past[0][0].date()
    while (day := day + timedelta(days=1)) <= end.date():
        if counts(day, past) and datetime.combine(day, CLOSES) < moment:
            counted += 1
        elif works(day) and touched(day, past, moment):
            still += 1
    counted = total if late else counted
    return Answer(total, counted, still, due, late, light(past, total - counted, total, late=late))


def due_moment(past: History) -> datetime | None:
    """The day by whose end as many days have counted as the limit had by then; None where the clock stands still for good."""
    counted, day = 0, past[0][0].date()
    for _ in range(ENDLESS):
        close = datetime.combine(day, CLOSES)
        if works(day) and runs(past, close):
            total = past[0][2] + sum(days for at, kind, days in past if kind == "extend" and at <= close)
            counted += counts(day, past)
            if counted >= total:
                return close
        day += timedelta(days=1)
    return None


def runs(past: History, moment: datetime) -> bool:
    """Whether the clock runs at a moment; a pause at the very moment has stopped it, a start at the very moment has not yet begun."""
    running = False
    for at, kind, _ in past:
        if at < moment and kind in ("start", "resume"):
            running = True
        if at <= moment and kind == "pause":
            running = False
    return running


def counts(day: date, past: History) -> bool:
    """Running at the end of office hours, and since an earlier day."""
    close = datetime.combine(day, CLOSES)
    if not works(day) or not runs(past, close):
        return False
    since = max(at for at, kind, _ in past if kind in ("start", "resume") and at < close)
    return since.date() < day


def touched(day: date, past: History, moment: datetime) -> bool:
    """Whether a pause took the day away, as far as is known at a moment."""
    close = datetime.combine(day, CLOSES)
    resumed = any(kind == "resume" and at.date() == day for at, kind, _ in past)
    still = [kind for at, kind, _ in past if at <= min(close, moment) and kind in ("start", "pause", "resume")][-1] == "pause"
    return still or (resumed and not counts(day, past))


def light(past: History, left: int, total: int, *, late: bool) -> str:
    kinds = [kind for _, kind, _ in past if kind != "extend"]
    if kinds[-1] == "stop":
        return "done"
    if late:
        return "red"
    if kinds[-1] == "pause":
        return "paused"
    return "yellow" if left <= 1 or left * 5 <= total else "green"


def invented(random: Random) -> tuple[History, datetime]:
    """A history as a case may have it, and a moment to read it at; many events lie at the end of office hours, near holidays and on one day."""
    moment = a_moment(random, datetime.combine(date(2024, 1, 1), CLOSES) + timedelta(days=random.randrange(900)))
    history: History = [(moment, "start", random.choice((0, 1, 2, 3, 3, 5, 15)))]
    running = True
    for _ in range(random.choice((0, 1, 2, 2, 4, 7))):
        moment = later(random, moment)
        kind = random.choice(("pause", "pause", "extend")) if running else "resume"
        running = kind != "pause"
        history.append((moment, kind, random.choice((1, 3)) if kind == "extend" else 0))
    if random.random() < 0.3:
        moment = later(random, moment)
        history.append((moment, "stop", 0))
        if random.random() < 0.3:
            moment = later(random, moment)
            history.append((moment, "start", 3))
    read = later(random, history[random.randrange(len(history))][0])
    return history, read


def later(random: Random, moment: datetime) -> datetime:
    """A moment that is not before another: the same, soon, or some days on."""
    further = a_moment(random, moment + timedelta(days=random.choice((0, 0, 1, 1, 2, 3, 4, 8, 20))))
    return max(moment, further)


def a_moment(random: Random, day: datetime) -> datetime:
    """Some time of a day, often at or about the end of office hours."""
    hour, minute, second = random.choice(((9, 0, 0), (10, 30, 0), (16, 59, 59), (17, 0, 0), (17, 0, 1), (18, 0, 0), (0, 0, 0), (23, 59, 59), (12, 15, 0)))
    return day.replace(hour=hour, minute=minute, second=second)
