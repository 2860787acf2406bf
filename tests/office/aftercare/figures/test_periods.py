"""The periods of the figures: months, quarters, years, from one day to another; what is none is told and shown as the quarter of the day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.aftercare.figures.periods import MONTHS, QUARTERS, YEARS, Period, month_of, name_of, named, offered, read

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_has_its_first_and_its_last_day(written, since, until):
    assert read({"period": written}, on=TODAY) == (Period(since, until, written), "")


def test_from_one_day_to_another_is_a_period_too():
    found, told = read({"since": "2026-03-05", "until": "2026-03-05"}, on=TODAY)
    assert (found, told) == (Period(date(2026, 3, 5), date(2026, 3, 5)), "")
    assert found.asked == {"since": "2026-03-05", "until": "2026-03-05"}


def test_without_a_period_it_is_the_quarter_of_the_day():
    assert read({}, on=TODAY) == (named("2026Q4"), "")


@pytest.mark.parametrize("period", ["2026-13", "2026-00", "2026Q5", "1999", "26", "2026-1", "全部", "２０２６"])
def test_a_period_nobody_knows_is_told_and_is_the_quarter_of_the_day(period):
    found, told = read({"period": period}, on=TODAY)
    assert found.written == "2026Q4"
    assert "看不懂" in told


@pytest.mark.parametrize(("since", "until"), [("2026-03-02", "2026-03-01"), ("2026-03-02", ""), ("", "2026-03-02"), ("x", "y"), ("2026-02-30", "2026-03-01")])
def test_days_that_are_none_or_the_wrong_way_round_are_told(since, until):
    found, told = read({"since": since, "until": until, "period": "2025"}, on=TODAY)
    assert found.written == "2026Q4"
    assert "先后不能颠倒" in told


def test_the_last_day_there_is_does_not_fall_off_the_calendar():
    assert read({"since": "2026-01-01", "until": "9999-12-31"}, on=TODAY)[1]


@pytest.mark.parametrize(
    ("since", "until"), [("9999-12-01", "9999-12-30"), ("0001-01-01", "2026-11-26"), ("1999-12-31", "2000-01-01"), ("2100-01-01", "2100-01-02")]
)
def test_days_no_figure_is_of_are_told(since, until):
    found, told = read({"since": since, "until": until}, on=TODAY)
    assert found.written == "2026Q4"
    assert "最多十年" in told


def test_ten_years_are_the_longest_period():
    first = date(2016, 1, 1)
    for days, whole in ((3_659, True), (3_660, False)):
        told = read({"since": first.isoformat(), "until": (first + timedelta(days=days)).isoformat()}, on=TODAY)[1]
        assert (told == "") is whole
    assert len(read({"since": "2099-11-05", "until": "2099-12-31"}, on=TODAY)[0].months) == 2


def test_its_moments_are_the_zones_midnights():
    first, after = named("2026-11").moments
    assert (first.isoformat(), after.isoformat()) == ("2026-11-01T00:00:00+08:00", "2026-12-01T00:00:00+08:00")


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 800))
def test_its_months_follow_each_other_and_are_all_of_it(since, days):
    period = Period(since, since + timedelta(days=days))
    months = period.months
    assert (months[0].since, months[-1].until) == (period.since, period.until)
    assert all(one.until + timedelta(days=1) == other.since for one, other in pairwise(months))
    assert all((each.written == month_of(each.since).written) == (each == month_of(each.since)) for each in months)


def test_the_newest_are_offered_first_and_each_can_be_read():
    every = offered(on=date(2026, 1, 31))
    assert [choices[0][0] for _word, choices in every] == ["2026-01", "2026Q1", "2026"]
    assert [len(choices) for _word, choices in every] == [MONTHS, QUARTERS, YEARS]
    assert all(named(written) for _word, choices in every for written, _name in choices)


def test_a_period_is_told_in_the_language_of_the_page():
    with override("zh-hans"):
        assert named("2026-02").told == "2026 年 2 月（2026-02-01 到 2026-02-28）"
        assert Period(TODAY, TODAY).told == "2026-11-26 到 2026-11-26"
    with override("en"):
        assert [name_of(each) for each in ("2026-02", "2026Q1", "2026")] == ["2/2026", "2026, quarter 1", "2026"]
