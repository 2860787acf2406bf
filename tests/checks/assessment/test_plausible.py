"""Figures that cannot be so are asked about, all at once, and judged by nobody."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing import catalogue
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.plausible import PARTS, RULES, doubts, undoubted
from gaoxing.checks.assessment.verdict import Verdict
from tests.matters.ladder.filled import filled

DAY = date(2026, 11, 25)


def found(**told):
    """The doubts about inputs; a year's are written `revenue__2025`."""
    return doubts(Inputs({name.replace("__", "@"): value for name, value in told.items()}), DAY)


def numbers(**told):
    return [each.id for each in found(**told)]


@pytest.mark.parametrize(("part", "whole"), PARTS)
def test_a_part_is_not_above_its_whole(part, whole):
    assert numbers(**{f"{part}__2025": 101, f"{whole}__2025": 100}) == ["INP-01"]
    assert numbers(**{f"{part}__2025": 100, f"{whole}__2025": 100}) == []


def test_a_part_is_held_against_the_whole_of_its_own_year():
    assert numbers(technical_staff__2024=90, staff__2025=10) == []


@pytest.mark.parametrize("name", ["revenue", "research", "total_assets", "liabilities", "staff", "transformations"])
def test_no_figure_is_below_nothing(name):
    assert numbers(**{f"{name}__2025": -1}) == ["INP-02"]


def test_net_assets_may_be_below_nothing():
    assert numbers(net_assets__2025="-500000") == []


@pytest.mark.parametrize(("people", "told"), [(1_000_000, []), (1_000_001, ["INP-03"])])
def test_more_than_a_million_people_are_asked_about(people, told):
    assert numbers(staff__2025=people) == told


@pytest.mark.parametrize(("founded", "told"), [("2026-11-25", []), ("2026-11-26", ["INP-04"])])
def test_a_founding_in_the_future_is_asked_about(founded, told):
    assert numbers(founded=founded) == told


@pytest.mark.parametrize(("year", "told"), [(2026, []), (2027, ["INP-04"])])
def test_a_year_to_come_is_asked_about(year, told):
    assert numbers(**{f"staff__{year}": 9}) == told


def test_a_round_in_the_future_is_asked_about():
    assert numbers(financing=({"date": "2026-12-01", "amount": "1"},)) == ["INP-04"]
    assert numbers(financing=({"date": "2026-11", "amount": "1"},)) == []


@pytest.mark.parametrize(("year", "told"), [(2019, []), (2018, ["INP-05"])])
def test_figures_before_the_founding_are_asked_about(year, told):
    assert numbers(founded="2019-03-01", **{f"staff__{year}": 9}) == told


def test_nothing_earned_before_the_founding_is_no_contradiction():
    assert numbers(founded="2019-03-01", revenue__2018="0") == []


def test_dollars_among_yuan_are_asked_about():
    assert numbers(revenue__2025={"amount": "1", "currency": "USD"}) == ["INP-06"]
    assert numbers(revenue__2025={"amount": "1", "currency": "CNY"}) == []


@pytest.mark.parametrize(("currency", "told"), [("USD", []), ("CNY", []), ("EUR", ["INP-06"])])
def test_a_valuation_is_in_yuan_or_dollars(currency, told):
    assert numbers(valuation={"amount": "1", "currency": currency}) == told


def test_a_round_in_dollars_is_asked_about():
    assert numbers(financing=({"date": "2025-01-01", "amount": {"amount": "1", "currency": "USD"}},)) == ["INP-06"]


@pytest.mark.parametrize(("net", "told"), [(400, []), (401, []), (410, []), (411, ["INP-07"]), (389, ["INP-07"])])
def test_a_balance_that_does_not_balance_is_asked_about(net, told):
    assert numbers(total_assets__2025=1000, liabilities__2025=600, net_assets__2025=net) == told


@pytest.mark.parametrize(("research", "told"), [("1000000", []), ("1000001", ["INP-08"])])
def test_research_of_ten_times_the_sales_is_asked_about(research, told):
    assert numbers(research__2025=research, revenue__2025="100000") == told


def test_research_before_the_first_sale_is_no_doubt():
    assert numbers(research__2025="5000000", revenue__2025="0") == []


@pytest.mark.parametrize(
    ("before", "after", "told"), [("8000", "8000000", ["INP-09"]), ("8001", "8000000", []), ("80000000", "8000", ["INP-09"]), ("0", "8000000", [])]
)
def test_a_thousandfold_leap_is_asked_about(before, after, told):
    assert numbers(revenue__2024=before, revenue__2025=after) == told


def test_a_leap_over_several_years_is_none():
    assert numbers(revenue__2022="8000", revenue__2025="8000000") == []


@pytest.mark.parametrize(("revenue", "told"), [("99999", ["INP-10"]), ("100000", []), ("0", [])])
def test_sales_too_small_for_so_many_people_are_asked_about(revenue, told):
    assert numbers(revenue__2025=revenue, staff__2025=100) == told


@pytest.mark.parametrize(("share", "told"), [("100", []), ("100.1", ["INP-11"])])
def test_a_share_of_the_market_is_at_most_all_of_it(share, told):
    assert numbers(market_share=share) == told


@pytest.mark.parametrize(("years", "told"), [(8, []), (9, ["INP-12"])])
def test_nobody_is_longer_in_a_niche_than_there_at_all(years, told):
    assert numbers(niche_years=years, founded="2019-03-01") == told


@pytest.mark.parametrize(("income", "told"), [("100", []), ("99", ["INP-13"])])
def test_the_whole_income_holds_the_sales(income, told):
    assert numbers(total_income__2025=income, revenue__2025="100") == told


def test_everything_is_told_at_once():
    told = numbers(staff__2025=10, technical_staff__2025=15, revenue__2024="-1", founded="2030-01-01", market_share="120")
    assert list(dict.fromkeys(told)) == ["INP-01", "INP-02", "INP-04", "INP-05", "INP-11"]


def test_every_sentence_says_what_and_what_next():
    told = found(staff__2025=2_000_000, technical_staff__2025=3_000_000, revenue__2025="-1", founded="2030-01-01", market_share="120")
    assert len(told) >= 4
    assert all("请" in each.message and each.message.endswith("。") for each in told)


def test_what_may_be_so_can_be_confirmed_and_what_cannot_stands():
    odd = Inputs({"research@2025": "5000000", "revenue@2025": "100000"})
    wrong = Inputs({"staff@2025": 10, "technical_staff@2025": 15})
    assert doubts(odd, DAY, confirmed=("INP-08",)) == ()
    assert [each.id for each in doubts(wrong, DAY, confirmed=("INP-01",))] == ["INP-01"]


def test_the_years_told_of_are_known():
    assert Inputs({"a@2025": 1, "b@2023": 1, "founded": "2019"}).years == (2023, 2025)


def test_what_is_doubted_counts_as_not_told():
    inputs = Inputs({"staff@2025": 10, "technical_staff@2025": 15, "revenue@2025": "900000"})
    assert undoubted(inputs, doubts(inputs, DAY)).values == {"revenue@2025": "900000"}
    assert undoubted(inputs, ()) is inputs


def test_an_enterprise_in_order_raises_no_doubt():
    assert doubts(filled(), DAY) == ()


@pytest.mark.parametrize("wrong", [{"technical_staff__2025": 101}, {"staff__2025": 1_000_001}, {"market_share": "120"}, {"founded": "2027-01-01"}])
def test_no_rung_is_met_while_a_doubt_stands(wrong):
    before = catalogue.standings(filled(), DAY)
    told = {name.replace("__", "@"): value for name, value in wrong.items()}
    after = catalogue.standings(Inputs({**filled().values, **told}), DAY)
    assert any(each.verdict is Verdict.MET for each in before)
    assert all(each.doubts and each.verdict is not Verdict.MET for each in after)


def test_a_doubted_figure_is_asked_for_and_never_judged():
    found = next(each for each in catalogue.standings(Inputs({**filled().values, "technical_staff@2025": 101}), DAY) if each.rung.id == "technology_sme")
    assert {"technical_staff@2025", "staff@2025"} <= set(found.wants)
    assert found.to_json()["doubts"][0]["id"] == "INP-01"


@pytest.mark.parametrize("rule", RULES)
def test_an_empty_form_raises_no_doubt(rule):
    assert list(rule(Inputs({}), DAY)) == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_the_inputs_says_what_it_holds(rule):
    assert rule.__doc__
    assert rule.__doc__.strip().endswith(".")


def test_a_doubt_is_told_whole():
    assert found(market_share="120")[0].to_json() == {
        "id": "INP-11",
        "inputs": ["market_share"],
        "message": "细分市场占有率120%，超过100%。请核对。",
        "may_be_so": False,
    }
