"""Which period the cockpit shows: a month, a quarter or a year that has begun, this year for everything else."""

from datetime import date

import pytest

from gaoxing.office.indicators.cockpit.span import OFFERED, asked, last_month, offered
from gaoxing.office.indicators.periods import Period

ON = date(2026, 11, 24)
THIS = Period.year(2026)


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2026-11", Period.month(2026, 11)),
        (" 2026-10 ", Period.month(2026, 10)),
        ("2026Q4", Period.quarter(2026, 4)),
        ("2024", Period.year(2024)),
    ],
)
def test_a_period_that_has_begun_is_shown(written, period):
    assert asked({"period": written}, on=ON) == (period, "")


@pytest.mark.parametrize("given", [{}, {"period": ""}, {"period": "  "}])
def test_this_year_is_shown_where_none_is_named_and_nothing_is_said(given):
    assert asked(given, on=ON) == (THIS, "")


@pytest.mark.parametrize("written", ["2026-00", "2026-13", "2026Q5", "1999", "26", "2026-11-24", "本月", "2026'--", "9" * 400])
def test_what_is_no_period_is_said_and_this_year_is_shown(written):
    found, told = asked({"period": written}, on=ON)
    assert found == THIS
    assert "看不懂" in told


@pytest.mark.parametrize("written", ["2026-12", "2027Q1", "2027"])
def test_a_period_that_has_not_begun_is_said_and_this_year_is_shown(written):
    found, told = asked({"period": written}, on=ON)
    assert found == THIS
    assert "还没有开始" in told


def test_the_newest_of_each_kind_stands_first():
    kinds = offered(on=ON)
    assert [word for word, _choices in kinds] == ["按月", "按季度", "按年"]
    assert [str(choices[0]) for _word, choices in kinds] == ["2026-11", "2026Q4", "2026"]


def test_so_many_of_each_kind_are_offered_and_none_twice():
    every = [str(each) for _word, choices in offered(on=ON) for each in choices]
    assert len(every) == len(set(every)) == sum(OFFERED.values())


@pytest.mark.parametrize(
    ("period", "month"),
    [
        (Period.year(2026), "2026-10"),
        (Period.quarter(2026, 4), "2026-10"),
        (Period.month(2026, 11), "2026-10"),
        (Period.month(2026, 3), "2026-03"),
        (Period.quarter(2026, 3), "2026-09"),
        (Period.year(2024), "2024-12"),
    ],
)
def test_the_report_that_is_offered_is_of_the_last_month_that_is_over(period, month):
    assert str(last_month(period, on=ON)) == month
