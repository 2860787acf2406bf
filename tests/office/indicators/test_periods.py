"""Periods: months, quarters and years of the indicators, their text and their days."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.indicators.periods import KINDS, MONTH, QUARTER, YEAR, Period, newest, parts, read

HERE = ZoneInfo("Asia/Shanghai")
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))

WRITTEN = [
    ("2024", YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-02", MONTH, date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02", MONTH, date(2023, 2, 1), date(2023, 2, 28)),
    ("2024-12", MONTH, date(2024, 12, 1), date(2024, 12, 31)),
    ("2024Q1", QUARTER, date(2024, 1, 1), date(2024, 3, 31)),
    ("2024Q4", QUARTER, date(2024, 10, 1), date(2024, 12, 31)),
]
NO_PERIODS = ["", "24", "2024-13", "2024-00", "2024-1", "2024Q5", "2024Q0", "1999", "2024年", "2024 Q1", "2024-01-01", "２０２４"]


@pytest.mark.parametrize(("text", "kind", "first", "last"), WRITTEN)
def test_a_period_is_read_with_its_days(text, kind, first, last):
    assert read(text) == Period(kind, first, last)


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_is_no_period_is_none(text):
    assert read(text) is None


@given(DAYS, st.sampled_from(KINDS))
def test_a_period_is_written_as_it_is_read(day, kind):
    period = Period.of(kind, day)
    assert read(str(period)) == period
    assert period.first <= day <= period.last


@given(DAYS, st.sampled_from(KINDS))
def test_periods_follow_one_another_without_a_gap(day, kind):
    period = Period.of(kind, day)
    assert period.after.before == period
    assert (period.after.first - period.last).days == 1


@given(DAYS, st.sampled_from(KINDS))
def test_the_same_period_a_year_before_is_as_long_and_named_alike(day, kind):
    period = Period.of(kind, day)
    assert period.year_before.kind == kind
    assert str(period.year_before) == str(period).replace(str(period.first.year), str(period.first.year - 1), 1)


def test_the_three_ways_to_name_one_are_those_of_its_text():
    assert [str(each) for each in (Period.year(2024), Period.month(2024, 11), Period.quarter(2024, 4))] == ["2024", "2024-11", "2024Q4"]


def test_a_period_begins_and_ends_at_midnight_of_the_zone():
    first, after = Period.month(2024, 12).moments
    assert first == datetime(2024, 12, 1, tzinfo=HERE)
    assert after == datetime(2025, 1, 1, tzinfo=HERE)


def test_a_period_is_over_only_behind_its_last_day():
    year = Period.year(2024)
    assert not year.closed(on=date(2024, 12, 31))
    assert year.closed(on=date(2025, 1, 1))
    assert year.begun(on=date(2024, 1, 1))
    assert not year.begun(on=date(2023, 12, 31))


def test_a_year_is_made_of_its_months_and_quarters():
    assert [str(each) for each in parts(Period.year(2024), QUARTER)] == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]
    assert len(parts(Period.year(2024), MONTH)) == 12
    assert parts(Period.month(2024, 3), MONTH) == (Period.month(2024, 3),)


def test_the_newest_begin_with_that_of_the_day():
    found = newest(MONTH, on=date(2026, 2, 10), count=3)
    assert [str(each) for each in found] == ["2026-02", "2026-01", "2025-12"]


@pytest.mark.parametrize(("text", "words"), [("2024", "2024 年"), ("2024-03", "2024 年 3 月"), ("2024Q4", "2024 年第 4 季度")])
def test_a_period_is_told_in_words(text, words):
    assert read(text).told == words
