"""Reading the indicators for the cockpit: of which period, beside which days of the year before, what is marked, what is missing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.indicators.cockpit import reading
from gaoxing.office.indicators.cockpit.number import Mark
from gaoxing.office.indicators.cockpit.page import looked_at
from gaoxing.office.indicators.computing.service import read_ahead
from gaoxing.office.indicators.definitions import indicator
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import OPERATOR
from gaoxing.office.people.remembering import remembering
from tests.office.indicators.cockpit import invented
from tests.office.indicators.cockpit.conftest import MONTH

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)


@pytest.fixture
def found(now):
    """The number of an indicator, as the office itself reads it."""

    def of(id_, period=MONTH, **how):
        return reading.number(looked_at(OPERATOR, period, now=now), indicator(id_), **how)

    return of


def test_a_month_of_what_is_told_by_the_quarter_is_its_quarter(steward, found):
    invented.clients(steward, on=date(2026, 1, 1))
    assert found("clients_contacted_share").period == "2026 年第 4 季度"


def test_what_stands_on_a_day_is_read_on_the_last_of_the_period(steward, found):
    invented.clients(steward, on=date(2026, 5, 1))
    assert found("enterprises_covered", Period.month(2026, 4)).value is None
    assert found("enterprises_covered", Period.month(2026, 5)).value == 3


def test_of_what_was_entered_the_last_that_has_begun_is_shown(found):
    for year, value in (("2023", "1000"), ("2024", "1100"), ("2027", "1300")):
        invented.value("gdp", year, value)
    assert [(each.value, each.period) for each in (found("gdp"), found("gdp", Period.year(2023)))] == [(1100, "2024 年"), (1000, "")]


def test_nothing_entered_until_the_period_is_unknown(found):
    invented.value("gdp", "2024", "1100")
    missing = found("gdp", Period.year(2023))
    assert (missing.value, missing.missing, missing.computed) == (None, "没有录入", False)


@pytest.mark.parametrize(("day", "before"), [(date(2025, 11, 24), 1), (date(2025, 11, 25), 0)])
def test_what_runs_is_compared_up_to_the_same_day_of_the_year_before(found, now, day, before):
    invented.request(date(2025, 1, 5))
    invented.request(day)
    invented.request(now.date())
    assert found("requests_received").before == before


def test_what_is_over_is_compared_with_the_whole_of_the_year_before(found):
    for day in (date(2025, 10, 31), date(2025, 10, 1), date(2026, 10, 31)):
        invented.request(day)
    october = found("requests_received", Period.month(2026, 10))
    assert (october.value, october.before, october.change) == (1, 2, Decimal("-50.0"))


def test_the_last_of_february_of_a_leap_year_is_compared_with_the_28th(now):
    leap = now.replace(year=2028, month=2, day=29)
    invented.request(date(2027, 2, 28))
    invented.request(leap.date())
    looked = looked_at(OPERATOR, Period.month(2028, 2), now=leap)
    assert reading.number(looked, indicator("requests_received")).before == 1


def test_a_figure_in_dispute_is_compared_with_nothing(found):
    invented.value("gdp", "2024", "1100")
    invented.value("gdp", "2025", "1200")
    invented.value("gdp", "2025", "1210", source="另一个部门")
    assert (found("gdp").before, found("gdp").change) == (None, None)


def test_a_year_that_is_not_over_is_compared_with_no_whole_one(found):
    """What a rung gained is told by the year alone: eleven months of it are not held against twelve."""
    invented.certificate(date(2025, 12, 1))
    invented.certificate(date(2026, 3, 1))
    gained = found("high_tech_enterprise_new")
    assert (gained.value, gained.period, gained.before) == (1, "2026 年", None)
    assert found("high_tech_enterprise_new", Period.year(2025)).value == 1


def test_nothing_is_compared_where_it_is_not_asked_for(found, now):
    invented.request(date(2025, 11, 1))
    invented.request(now.date())
    assert found("requests_received", compared=False).before is None


@pytest.mark.parametrize(("period", "marked"), [(MONTH, True), (Period.month(2026, 10), False)])
def test_a_count_of_what_is_not_over_is_marked(found, period, marked):
    invented.request(date(2026, 10, 2))
    assert (Mark.RUNNING in found("requests_received", period).marks) is marked


def test_what_stands_on_a_day_is_never_unfinished(steward, found):
    invented.clients(steward, on=date(2026, 5, 1))
    assert Mark.RUNNING not in found("enterprises_covered").marks


def test_a_restated_value_keeps_what_it_was(found):
    former = invented.value("gdp", "2025", "1190", current=False)
    invented.value("gdp", "2025", "1195", restates=former, reason="统计部门修订")
    read = found("gdp")
    assert (read.marks, [each.value for each in read.former]) == ((Mark.RESTATED,), [1190])


def test_a_value_of_another_scope_is_none_of_the_indicator(found):
    invented.value("gdp", "2025", "1190", scope="另一个口径")
    assert found("gdp").value is None


def test_the_office_itself_is_offered_no_records_but_the_definition(found, now):
    invented.request(now.date())
    assert found("requests_received").open == "/staff/indicators/requests_received?by=month&year=2026"


def test_months_that_have_not_come_have_no_place(now):
    invented.request(date(2026, 1, 5))
    values = reading.monthly(looked_at(OPERATOR, YEAR, now=now), "requests_received")
    assert values == (1, *(0,) * 10)


@pytest.mark.parametrize("months", [1, 4])
def test_reading_a_year_ahead_gives_the_months_that_reading_each_gives(now, months):
    for day in range(0, 30 * months, 9):
        invented.request(now.date() - timedelta(days=day))
    looked = looked_at(OPERATOR, YEAR, now=now)
    apart = reading.monthly(looked, "requests_received")
    with remembering():
        read_ahead(YEAR, now=now)
        assert reading.monthly(looked, "requests_received") == apart


def test_reading_ahead_makes_no_nought_of_a_month_before_the_first_record(now):
    invented.request(date(2026, 9, 5))
    with remembering():
        read_ahead(YEAR, now=now)
        values = reading.monthly(looked_at(OPERATOR, YEAR, now=now), "requests_received")
    assert values == (*(None,) * 8, 1, 0, 0)


def test_reading_ahead_of_an_empty_office_knows_nothing(now):
    with remembering():
        read_ahead(YEAR, now=now)
        assert set(reading.monthly(looked_at(OPERATOR, YEAR, now=now), "requests_received")) == {None}
