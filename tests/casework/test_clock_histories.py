"""The clock agrees with an oracle that walks day by day, over histories nobody thought of beforehand: ten thousand in CI, a hundred thousand in the drill."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.clock import Event, Reading, read
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct
from tests.casework import day_by_day
from tests.casework.day_by_day import Answer, History

HERE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar()


def answered(reading: Reading | None) -> Answer | None:
    """A reading in the oracle's words."""
    if reading is None:
        return None
    due = reading.due.replace(tzinfo=None) if reading.due else None
    return Answer(reading.total, reading.elapsed, reading.paused_days, due, reading.late, reading.light)


def differing(seed: int) -> str | None:
    """Where clock and oracle differ about the history of a seed."""
    history, now = day_by_day.invented(Random(seed))
    events = [Event(at.replace(tzinfo=HERE), ClockAct(kind), days, "correction" if kind == "pause" else "") for at, kind, days in history]
    ours, theirs = answered(read(events, now.replace(tzinfo=HERE), CALENDAR)), day_by_day.walk(history, now)
    return None if ours == theirs else f"seed {seed}, read at {now}\n{told(history)}\nclock  {ours}\noracle {theirs}"


def told(history: History) -> str:
    return "\n".join(f"{at:%Y-%m-%d %a %H:%M:%S} {kind} {days or ''}" for at, kind, days in history)


def test_ten_thousand_histories_agree_with_the_walk():
    found = [text for seed in range(10_000) if (text := differing(seed))]
    assert not found, f"{len(found)} differ, the first:\n{found[0]}"


@pytest.mark.drill
def test_a_hundred_thousand_histories_agree_with_the_walk():
    found = [text for seed in range(10_000, 110_000) if (text := differing(seed))]
    assert not found, f"{len(found)} differ, the first:\n{found[0]}"


def test_the_histories_hold_what_they_are_to_try():
    """Late and in time, paused, stopped, opened again, extended, read on holidays; else agreement would mean little."""
    answers = [day_by_day.walk(*day_by_day.invented(Random(seed))) for seed in range(1000)]
    lights = [answer.light for answer in answers if answer]
    assert min(lights.count(light) for light in ("green", "yellow", "red", "paused", "done")) >= 40
    assert sum(answer.stood_still > 0 for answer in answers if answer) >= 100
    assert sum(answer.late and answer.light == "done" for answer in answers if answer) >= 20


@pytest.mark.parametrize(
    ("history", "now", "due"),
    [
        ([("2026-11-24T10:00", "start", 3)], "2026-11-24T10:00", "2026-11-27T17:00"),
        ([("2026-09-30T10:00", "start", 1)], "2026-09-30T10:00", "2026-10-08T17:00"),
        ([("2026-11-24T10:00", "start", 0)], "2026-11-24T10:00", "2026-11-24T17:00"),
        ([("2026-11-24T10:00", "start", 1), ("2026-11-25T10:00", "pause", 0), ("2026-11-26T10:00", "resume", 0)], "2026-11-26T12:00", "2026-11-27T17:00"),
    ],
)
def test_the_oracle_itself_counts_as_one_does_by_hand(history: list, now: str, due: str):
    answer = day_by_day.walk([(datetime.fromisoformat(at), kind, days) for at, kind, days in history], datetime.fromisoformat(now))
    assert answer is not None
    assert answer.due == datetime.fromisoformat(due)


def test_the_oracle_imports_nothing_of_the_house():
    assert "gaoxing" not in Path(day_by_day.__file__).read_text(encoding="utf-8")
