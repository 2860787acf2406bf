"""Working days: the notices' own exchanged days, counts across holidays, a warning where no notice is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards import working_days

KNOWN = st.dates(date(2024, 1, 1), date(2026, 11, 1))


@pytest.mark.parametrize("day", ["2024-02-04", "2024-02-18", "2024-10-12", "2025-01-26", "2025-10-11", "2026-01-04", "2026-02-28", "2026-10-10"])
def test_an_exchanged_weekend_day_is_worked(day: str):
    assert date.fromisoformat(day).weekday() >= 5
    assert working_days.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2024-02-09", "2025-12-31", "2026-06-22", "2026-09-28", "2026-10-08", "2024-12-31"])
def test_a_weekday_beside_a_holiday_is_worked(day: str):
    assert working_days.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2024-01-01", "2024-02-12", "2025-01-28", "2025-10-08", "2026-02-16", "2026-06-19", "2026-09-25", "2026-10-07", "2026-11-22"])
def test_a_holiday_or_weekend_is_not_worked(day: str):
    assert working_days.is_working_day(date.fromisoformat(day)) is False


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_the_calendar_says(year: int, days: int):
    first = date(year, 1, 1)
    assert sum(bool(working_days.is_working_day(first + timedelta(days=number))) for number in range((date(year + 1, 1, 1) - first).days)) == days


def test_a_year_without_a_notice_is_not_known():
    assert working_days.known(2026)
    assert not working_days.known(2027)
    assert working_days.is_working_day(date(2027, 3, 1)) is None


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-11-24", 0, "2026-11-24"),
        ("2026-11-24", 3, "2026-11-27"),
        ("2026-11-24", 4, "2026-11-30"),
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-10-08", -1, "2026-09-30"),
    ],
)
def test_a_deadline_passes_over_holidays_and_counts_exchanged_days(start: str, count: int, end: str):
    reckoned = working_days.add(date.fromisoformat(start), count)
    assert (reckoned.day.isoformat(), reckoned.certain) == (end, True)


def test_a_deadline_in_an_unknown_year_carries_a_warning():
    reckoned = working_days.add(date(2026, 12, 30), 5)
    assert not reckoned.certain
    assert "2027 年的放假安排还没有录入" in str(reckoned.warning)


@given(KNOWN, st.integers(1, 20))
def test_counting_back_what_was_added_gives_the_same_number(day: date, count: int):
    assert working_days.count(day, working_days.add(day, count).day) == count


@given(KNOWN, st.integers(1, 20))
def test_a_deadline_always_falls_on_a_working_day(day: date, count: int):
    assert working_days.is_working_day(working_days.add(day, count).day) in (True, None)


def test_no_day_is_counted_backwards():
    assert working_days.count(date(2026, 3, 2), date(2026, 3, 2)) == 0
    assert working_days.count(date(2026, 3, 2), date(2026, 2, 2)) == 0
