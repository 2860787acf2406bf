"""The investment of each month against the plan of the year: told again, in the years beside, on the picture and in percent."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.projects import funnel
from gaoxing.office.projects.models import PromotionMonth
from gaoxing.office.projects.promoting import Lead, enter, plan
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def steward(staff):
    return staff("steward", "s-1")


@pytest.fixture
def begun(steward, now):
    """A project on which work began in the middle of a month."""

    def made(name="示例项目", day="2026-03-15"):
        row = enter(Lead(name, "样例投资有限公司"), steward, now=now)
        for act in ("sign", "put_on_file", "begin"):
            row = press(row, act, steward, now, day=day, evidence="凭据", invested="6000万元")
        return row

    return made


@pytest.fixture
def told(steward, now):
    """Reports a month."""
    return lambda row, month, sum_: press(row, "report_month", steward, now, month=month, invested=sum_)


def series(steward, now):
    return [each.values for each in funnel.summary(steward, now=now).months.series]


def test_months_of_two_projects_are_added_and_a_silent_month_has_no_value(begun, told, steward, now):
    told(begun(), "2026-03", "100万元")
    other = told(begun("别的项目"), "2026-03", "50万元")
    told(other, "2026-05", "0元")
    [done] = series(steward, now)
    assert done == (None, None, Decimal(150), None, Decimal(0), *[None] * 7)


def test_a_month_told_again_takes_the_new_figure_in_the_sum(begun, told, steward, now):
    row = told(told(begun(), "2026-04", "100万元"), "2026-04", "80万元")
    plan(row, 2026, Decimal(1_600_000), steward, now=now)
    year = funnel.summary(steward, now=now)
    assert (year.done, year.planned, year.percent) == ("80万元", "160万元", "50.0%")


def test_the_plan_stands_beside_the_months_by_twelfths(begun, steward, now):
    plan(begun(), 2026, Decimal(12_000_000), steward, now=now)
    plan(begun("别的项目"), 2026, Decimal(1_000_000), steward, now=now)
    done, even = series(steward, now)
    assert (set(done), set(even), len(even)) == ({None}, {Decimal("108.33")}, 12)


def test_the_years_beside_are_not_of_this_year(begun, steward, now):
    row = begun()
    for year in (2025, 2027):
        plan(row, year, Decimal(9_000_000), steward, now=now)
    PromotionMonth.objects.create(promotion=row, month=date(2025, 12, 1), invested=1)
    year = funnel.summary(steward, now=now)
    assert (year.planned, year.percent, year.done) == ("", "", "0元")


def test_more_than_the_plan_is_said_as_it_is(begun, told, steward, now):
    row = told(begun(), "2026-11", "300万元")
    plan(row, 2026, Decimal(2_000_000), steward, now=now)
    assert funnel.summary(steward, now=now).percent == "150.0%"


@pytest.mark.parametrize(
    ("month", "taken"), [("2026-02", False), ("2026-03", True), ("2026-11", True), ("2026-12", False), ("2026-00", False), ("三月", False)]
)
def test_a_month_lies_between_the_start_and_now(begun, told, month, taken):
    row = begun()
    if taken:
        assert told(row, month, "1万元").months.count() == 1
        return
    with pytest.raises(NotAllowed, match="哪个月"):
        told(row, month, "1万元")


@pytest.mark.parametrize("sum_", ["", "100", "一些", "10万美元", "-3万元"])
def test_a_month_s_sum_comes_with_its_unit(begun, told, sum_):
    row = begun()
    with pytest.raises(NotAllowed, match="连单位一起写"):
        told(row, "2026-04", sum_)
    assert not row.months.exists()


def test_a_year_turns_at_midnight_of_the_zone(begun, told, steward, now):
    told(begun(), "2026-11", "300万元")
    eve = now.replace(month=12, day=31, hour=23, minute=59)
    assert funnel.summary(steward, now=eve).year == 2026
    assert (funnel.summary(steward, now=eve + timedelta(minutes=2)).year, funnel.summary(steward, now=eve + timedelta(minutes=2)).done) == (2027, "0元")
