"""How long names bind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.names.neighbour import State
from gaoxing.names.period import TABLE, binds, free_from, last_retained_day, months_on
from gaoxing.standards.dated import load
from tests.names.pool import registered


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [(date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2027, 12, 31), 2, date(2028, 2, 29)), (date(2026, 11, 24), 12, date(2027, 11, 24))],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, then: date):
    assert months_on(day, months) == then


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 600))
def test_more_months_are_never_earlier(day: date, months: int):
    assert months_on(day, months) >= day


def test_the_calendar_ends():
    with pytest.raises(OverflowError, match="历法"):
        months_on(date(9999, 12, 1), 2)


def test_a_name_is_retained_two_months_or_a_year():
    assert last_retained_day(date(2026, 5, 10)) == date(2026, 7, 9)
    assert last_retained_day(date(2026, 5, 10), approval=True) == date(2027, 5, 9)


def test_a_registered_or_held_name_has_no_end():
    on = date(2026, 11, 24)
    assert free_from(registered("昆山禾屿科技厂"), on) is None
    assert free_from(registered("昆山禾屿科技厂", State.HELD), on) is None
    assert free_from(registered("昆山禾屿科技厂", State.HELD, until=date.max), on) is None


@given(st.sampled_from(State), st.dates(date(2021, 3, 1), date(2030, 1, 1)), st.dates(date(2021, 3, 1), date(2030, 1, 1)))
def test_a_name_binds_up_to_the_day_it_is_free(state: State, since: date, on: date):
    name = registered("昆山禾屿科技厂", state, since)
    end = free_from(name, on)
    assert binds(name, on) == (since <= on and (end is None or on < end))


def test_every_figure_names_its_article():
    assert all("《" in row["basis"] for rows in load(TABLE).values() for row in rows)
