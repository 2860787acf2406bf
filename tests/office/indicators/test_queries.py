"""Reading figures: which value is shown, what stands beside it, what it was before, how it changed, whether it is stale."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.indicators import actions, queries
from gaoxing.office.indicators.figures import change
from gaoxing.office.indicators.models import Value
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import OPERATOR
from tests.office.indicators.conftest import COMMUNIQUE, YEAR

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(leader, now):
    """The figure of the gross domestic product, or of another indicator."""
    return lambda id_="gdp", period=YEAR, at=now, who=None: queries.figure(id_, period, person=who or leader, now=at)


def test_there_is_no_figure_where_nobody_entered_one(read):
    assert read() is None


def test_a_figure_comes_with_its_source_and_day(enter, read, now):
    enter()
    found = read()
    assert (found.value, found.unit, found.how, found.source) == (Decimal("1200.5"), "亿元", "entered", COMMUNIQUE)
    assert (found.dated, found.taken_at, found.records, found.qualifier) == (date(2025, 3, 20), now, "", "")
    assert (found.conflicts, found.restated, found.settled) == ((), (), True)


def test_a_figure_keeps_its_qualifier(enter, read):
    enter(qualifier="more_than")
    assert read().qualifier == "more_than"


def test_two_sources_that_agree_are_no_conflict(enter, read):
    enter()
    enter(source="另一家")
    assert read().conflicts == ()


def test_two_sources_that_differ_are_both_shown(enter, read):
    enter()
    enter(value="1210", source="另一家", dated=date(2025, 1, 10))
    found = read()
    assert (found.value, found.settled) == (Decimal("1200.5"), False)
    assert [(each.value, each.source) for each in found.conflicts] == [(Decimal(1210), "另一家")]


def test_what_the_owner_chose_is_the_figure_and_the_other_is_kept(enter, read, leader, now):
    enter()
    other = enter(value="1210", source="另一家", dated=date(2025, 1, 10))
    actions.settle(other, "核实过", leader, now=now)
    found = read()
    assert (found.value, found.settled) == (Decimal(1210), True)
    assert [each.value for each in found.conflicts] == [Decimal("1200.5")]


def test_what_was_chosen_follows_its_source_when_it_is_restated(enter, read, leader, now):
    enter()
    other = enter(value="1210", source="另一家")
    actions.settle(other, "核实过", leader, now=now)
    enter(value="1215", source="另一家", reason="更正")
    assert read().value == Decimal(1215)


def test_a_third_source_opens_the_question_again(enter, read, leader, now):
    enter()
    actions.settle(enter(value="1210", source="另一家"), "核实过", leader, now=now)
    enter(value="1230", source="第三家", at=now + timedelta(hours=1))
    found = read()
    assert not found.settled
    assert {found.value, *(each.value for each in found.conflicts)} == {Decimal("1200.5"), Decimal(1210), Decimal(1230)}


def test_what_a_value_was_before_is_told_the_newest_first(enter, read):
    enter()
    enter(value="1210", reason="一")
    enter(value="1220", reason="二")
    found = read()
    assert [each.value for each in found.restated] == [Decimal(1210), Decimal("1200.5")]
    assert found.stated.reason == "二"


def test_another_scope_stands_apart(enter, read):
    enter()
    enter(value="5000", scope="昆山市")
    found = read()
    assert (found.value, found.conflicts) == (Decimal("1200.5"), ())
    assert [(each.value, each.scope) for each in found.others] == [(Decimal(5000), "昆山市")]


def test_another_scope_alone_gives_no_figure(enter, read):
    enter(value="5000", scope="昆山市")
    assert read() is None


def test_the_change_that_the_source_states_goes_before_a_reckoned_one(enter, read):
    enter("gdp", "2023", "1000")
    enter(growth="6.3")
    found = read()
    assert (found.year_on_year, found.given, found.change_unit) == (Decimal("6.3"), True, "%")


def test_the_change_is_reckoned_against_the_year_before(enter, read):
    enter("gdp", "2023", "1000")
    enter()
    found = read()
    assert (found.year_on_year, found.given) == (Decimal("20.1"), False)


def test_nothing_is_reckoned_with_what_is_not_exact(enter, read):
    enter("gdp", "2023", "1000", qualifier="more_than")
    enter()
    assert read().year_on_year is None


def test_nothing_is_reckoned_with_what_nobody_decided(enter, read):
    enter("gdp", "2023", "1000")
    enter("gdp", "2023", "1100", source="另一家")
    enter()
    assert read().year_on_year is None


def test_the_change_of_a_share_is_in_points(enter, read):
    enter("evaluation_manufacturing_rate", "2023", "20", "%")
    enter("evaluation_manufacturing_rate", "2024", "24.5", "%")
    found = read("evaluation_manufacturing_rate")
    assert (found.year_on_year, found.change_unit) == (Decimal("4.5"), "百分点")


CHANGES = [("110", "100", "家", "10.0"), ("99.4", "98", "%", "1.4"), ("1", "0", "家", None), ("90", "-10", "亿元", None), ("0", "4", "家", "-100.0")]


@pytest.mark.parametrize(("value", "before", "unit", "expected"), CHANGES)
def test_a_change_is_reckoned_or_there_is_none(value, before, unit, expected):
    assert change(Decimal(value), Decimal(before), unit=unit) == (None if expected is None else Decimal(expected))


def test_a_figure_is_stale_some_days_after_its_period(enter, read, now):
    enter()
    fresh = now.replace(year=2026, month=3, day=6)
    assert not read(at=fresh, who=OPERATOR).stale
    assert read(at=fresh + timedelta(days=1), who=OPERATOR).stale


@pytest.mark.parametrize("role", ["steward", "window_clerk", "system_administrator", "audit_administrator"])
def test_whoever_may_not_see_the_indicators_reads_none(role, enter, read, staff):
    enter()
    assert read(who=staff(role, "one-1")) is None


@pytest.mark.parametrize("role", ["leader", "unit_handler"])
def test_whoever_may_see_them_reads_them(role, enter, read, staff, economy):
    enter()
    assert read(who=staff(role, "one-1", economy if role == "unit_handler" else None)).value == Decimal("1200.5")


def test_the_operator_at_the_machine_reads_them(enter, read):
    enter()
    assert read(who=OPERATOR).value == Decimal("1200.5")


def test_a_series_has_a_place_for_every_period(enter, leader, now):
    enter("gdp", "2022", "1000")
    enter()
    found = queries.series("gdp", [Period.year(each) for each in (2022, 2023, 2024)], person=leader, now=now)
    assert [each and each.value for each in found] == [Decimal(1000), None, Decimal("1200.5")]


def test_the_newest_figure_is_that_of_the_last_period(enter, leader, now):
    enter("gdp", "2025", "1300", dated=date(2026, 3, 1))
    enter()
    found = queries.newest([queries.indicator("gdp"), queries.indicator("patents_granted")], person=leader, now=now)
    assert {id_: str(each.period) for id_, each in found.items()} == {"gdp": "2025"}


def test_an_indicator_that_is_none_raises(leader, now):
    with pytest.raises(KeyError):
        queries.figure("happiness", YEAR, person=leader, now=now)


def test_what_was_published_of_a_computed_indicator_never_becomes_its_figure(enter, read, leader, now):
    enter("gazelle_valid", "2024", "50", "家")
    assert read("gazelle_valid") is None
    assert [each.value for each in queries.published("gazelle_valid", YEAR, person=leader, now=now)] == [Decimal(50)]
    assert Value.objects.count() == 1


def test_nothing_is_published_of_what_is_entered(enter, leader, now):
    enter()
    assert queries.published("gdp", YEAR, person=leader, now=now) == ()


def test_the_periods_of_which_something_is_held_come_in_order(enter, leader, now):
    enter()
    enter("gdp", "2022", "1000")
    assert [str(each) for each in queries.periods_of(queries.indicator("gdp"), person=leader, now=now)] == ["2022", "2024"]
