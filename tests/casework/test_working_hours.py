"""Office time: counted in the office hours of working days alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.working_hours import after, between

HOUR = timedelta(hours=1)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("since", "hours", "until"),
    [
        (at(24, 10, 30), 1, at(24, 11, 30)),
        (at(24, 16), 1, at(24, 17)),
        (at(24, 16, 30), 1, at(25, 9, 30)),
        (at(24, 17), 1, at(25, 10)),
        (at(24, 22), 1, at(25, 10)),
        (at(24, 6), 1, at(24, 10)),
        (at(27, 16, 45), 1, at(30, 9, 45)),
        (at(28, 12), 1, at(30, 10)),
        (at(24, 10), 16, at(26, 10)),
        (at(24, 10), 0, at(24, 10)),
        (at(30, 16, 30, month=9), 1, at(8, 9, 30, month=10)),
    ],
)
def test_an_hour_of_the_office_is_counted_while_it_is_open(since: datetime, hours: int, until: datetime):
    assert after(since, hours * HOUR, Calendar()) == until


@pytest.mark.parametrize(
    ("since", "until", "passed"),
    [
        (at(24, 10), at(24, 11), HOUR),
        (at(24, 16, 30), at(25, 9, 30), HOUR),
        (at(24, 17), at(25, 9), timedelta()),
        (at(27, 8), at(30, 18), 16 * HOUR),
        (at(25, 10), at(24, 10), timedelta()),
        (at(28, 10), at(29, 10), timedelta()),
    ],
)
def test_what_lies_between_two_moments_is_the_time_the_office_was_open(since: datetime, until: datetime, passed: timedelta):
    assert between(since, until, Calendar()) == passed


@pytest.mark.parametrize("minutes", [0, 1, 59, 60, 61, 479, 480, 481, 2_400])
def test_the_two_agree_with_each_other(minutes: int):
    since, span = at(24, 10, 30), timedelta(minutes=minutes)
    assert between(since, after(since, span, Calendar()), Calendar()) == span


def test_a_moment_in_another_zone_is_counted_on_the_offices_clock():
    assert after(datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("UTC")), HOUR, Calendar()) == at(25, 9, 30)


def test_a_moment_without_a_zone_and_time_that_runs_backwards_are_refused():
    with pytest.raises(ValueError, match="no time zone"):
        after(datetime(2026, 11, 24, 10), HOUR, Calendar())  # noqa: DTZ001
    with pytest.raises(ValueError, match="backwards"):
        after(at(24, 10), -HOUR, Calendar())
