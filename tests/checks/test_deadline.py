from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks.deadline import earliest, later, years


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
