"""At night nobody is reminded, whichever way the hours lie on the clock."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from gaoxing.office.notices.quiet import decent

CHINA = ZoneInfo("Asia/Shanghai")


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(24, 20, 59), at(24, 20, 59)),
        (at(24, 21), at(25, 8)),
        (at(24, 23, 59), at(25, 8)),
        (at(25, 0), at(25, 8)),
        (at(25, 7, 59), at(25, 8)),
        (at(25, 8), at(25, 8)),
        (at(30, 22), datetime(2026, 12, 1, 8, tzinfo=CHINA)),
    ],
)
def test_through_the_night(moment, expected):
    assert decent(moment, time(21), time(8), CHINA) == expected


@pytest.mark.parametrize(("moment", "expected"), [(at(24, 11), at(24, 11)), (at(24, 12), at(24, 14)), (at(24, 13, 59), at(24, 14)), (at(24, 14), at(24, 14))])
def test_through_the_noon(moment, expected):
    assert decent(moment, time(12), time(14), CHINA) == expected


def test_the_clock_on_the_wall_counts_and_not_that_of_the_machine():
    assert decent(at(24, 22).astimezone(ZoneInfo("UTC")), time(21), time(8), CHINA) == at(25, 8)
