from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks.deadline import beyond, earliest, later, whole_day, years


@given(st.dates())
def test_a_full_date_means_itself(day):
    assert earliest(day.isoformat()) == day


@given(st.dates())
def test_a_month_or_a_year_begins_on_its_first_day(day):
    assert earliest(f"{day:%Y-%m}".zfill(7)) == day.replace(day=1)
    assert earliest(f"{day.year:04d}") == day.replace(month=1, day=1)


@pytest.mark.parametrize("due", ["2031-02-30", "2031-13", "31-01-01", "2031/01/01", "明年", "", None, 2031, {"years": 5}])
def test_what_is_no_date_has_no_day(due):
    assert earliest(due) is None


@pytest.mark.parametrize(("due", "count"), [({"years": 5}, 5), ({"years": "五"}, None), ({}, None), ("2031", None), (None, None)])
def test_a_term_counts_years(due, count):
    assert years(due) == count


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 100))
def test_so_many_years_later_it_is_the_same_day(on, by):
    assert later(on, by).year == on.year + by
    assert (later(on, by).month, later(on, by).day) == (on.month, on.day) or (on.month, on.day) == (2, 29)


def test_the_last_of_february_stays_the_last_of_february():
    assert later(date(2024, 2, 29), 5) == date(2029, 2, 28)


@given(st.dates(max_value=date(9900, 1, 1)), st.integers(min_value=0, max_value=50))
def test_so_many_years_later_is_the_same_day_or_the_last_of_february(day, by):
    found = later(day, by)
    assert found.year == day.year + by
    assert (found.month, found.day) in {(day.month, day.day), (2, 28)}


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)), st.integers(min_value=-400, max_value=400))
def test_a_whole_day_is_beyond_exactly_when_it_is_after_the_last(last, days):
    assert beyond((last + timedelta(days=days)).isoformat(), last, 5) == (days > 0)


@pytest.mark.parametrize(("count", "late"), [(4, False), (5, False), (6, True)])
def test_a_term_is_beyond_when_it_has_more_years(count, late):
    assert beyond({"years": count}, date(2031, 11, 24), 5) == late


@pytest.mark.parametrize("due", ["2031-11", "2031"])
def test_a_month_or_year_that_may_still_be_in_time_is_not_beyond(due):
    assert not beyond(due, date(2031, 11, 24), 5)


@pytest.mark.parametrize("due", [None, "", "明年", {"years": "五"}, 2031])
def test_what_is_no_date_is_never_beyond(due):
    assert not beyond(due, date(2000, 1, 1), 0)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_only_a_whole_day_is_one(day):
    assert whole_day(day.isoformat()) == day
    assert whole_day(f"{day:%Y-%m}") is None
    assert whole_day(str(day.year)) is None


@pytest.mark.parametrize("value", [None, "", "2026-02-30", "2026/11/24", 20261124, {"years": 5}, ("2026-11-24",)])
def test_anything_else_is_no_day(value):
    assert whole_day(value) is None
