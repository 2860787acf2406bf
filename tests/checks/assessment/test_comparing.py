"""What if, and year on year."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from gaoxing import catalogue
from gaoxing.checks.assessment.comparing import Change, changed, changes, key_of, known_on, same_day, what_if, year_on_year
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.verdict import Verdict
from tests.matters.ladder.filled import filled

DAY = date(2026, 11, 25)


def of(found, rung):
    return next(each for each in found if each.after.rung.id == rung)


def test_a_change_replaces_an_input_and_none_takes_it_away():
    assert changed(Inputs({"a": 1, "b": 2}), {"a": 3, "b": None, "c": 4}).values == {"a": 3, "c": 4}


def test_what_if_does_not_touch_what_was_told():
    inputs = Inputs({"a": 1})
    changed(inputs, {"a": None})
    assert inputs.values == {"a": 1}


def test_more_technical_staff_lift_the_rung():
    found = of(what_if(catalogue.standings, filled(technical_staff__2025=9), {"technical_staff@2025": 10}, DAY), "technology_sme")
    assert (found.before.verdict, found.after.verdict) == (Verdict.UNMET, Verdict.MET)
    assert [each.id for each in found.moved] == ["TSME-05"]
    assert not found.stays


def test_a_rung_that_does_not_ask_for_it_stays():
    found = what_if(catalogue.standings, filled(), {"technical_staff@2025": 29}, DAY)
    assert of(found, "unicorn").stays
    assert of(found, "unicorn").moved == ()


def test_a_score_that_moves_is_no_standing_still():
    found = of(what_if(catalogue.standings, filled(), {"rights_class_one": 0}, DAY), "technology_sme")
    assert (found.before.worst - found.after.worst, found.stays) == (6, False)


def test_what_if_is_told_in_official_terms():
    told = of(what_if(catalogue.standings, filled(technical_staff__2025=9), {"technical_staff@2025": 10}, DAY), "technology_sme").to_json()
    assert (told["rung"], told["before"], told["after"]) == ("technology_sme", "不满足", "满足")
    assert told["moved"] == [{"id": "TSME-05", "title": "科技人员指标不为0", "before": "不满足", "after": "满足"}]
    assert told["score"] == {"before": ["80", "80"], "after": ["84", "84"]}


def test_a_rung_without_a_score_tells_none():
    assert of(what_if(catalogue.standings, filled(), {"listed": True}, DAY), "unicorn").to_json()["score"] is None


def test_a_change_that_cannot_be_so_meets_nothing():
    found = what_if(catalogue.standings, filled(), {"technical_staff@2025": 101}, DAY)
    assert not any(each.after.verdict is Verdict.MET for each in found)


def test_an_input_moves_from_year_to_year():
    told = changes(Inputs({"revenue@2023": "80", "revenue@2024": "100", "revenue@2025": "120", "staff@2025": 9}))
    assert [(each.year, each.by, each.rate) for each in told] == [(2025, 20, Fraction(1, 5)), (2024, 20, Fraction(1, 4))]


@pytest.mark.parametrize(("before", "rate"), [("0", None), ("-5", None), ("10", Fraction(1))])
def test_growth_from_nothing_has_no_rate(before, rate):
    [told] = changes(Inputs({"net_assets@2024": before, "net_assets@2025": "20"}))
    assert told.rate == rate


def test_years_apart_are_not_compared():
    assert changes(Inputs({"revenue@2022": "80", "revenue@2025": "120"})) == ()


def test_a_change_is_told_in_plain_numbers():
    assert Change("revenue", 2025, Fraction(80), Fraction(100)).to_json() == {
        "input": "revenue",
        "year": 2025,
        "before": "80",
        "after": "100",
        "by": "20",
        "rate": "25%",
    }


def test_changes_stand_in_the_order_of_the_form():
    told = changes(Inputs({f"{name}@{year}": 1 for name in ("research", "staff", "revenue") for year in (2024, 2025)}))
    assert [each.name for each in told] == ["staff", "revenue", "research"]


def test_every_year_is_judged_by_the_figures_known_then():
    found = year_on_year(catalogue.standings, filled(technical_staff__2024=9), DAY)
    verdicts = {year: next(each.verdict for each in rungs if each.rung.id == "technology_sme") for year, rungs in found.items()}
    assert verdicts == {2025: Verdict.MET, 2024: Verdict.UNMET, 2023: Verdict.MET}


def test_a_rung_whose_round_had_not_begun_is_left_out():
    found = year_on_year(catalogue.standings, filled(), DAY)
    assert "unicorn" in {each.rung.id for each in found[2024]}
    assert "unicorn" not in {each.rung.id for each in found[2023]}


def test_nothing_is_told_of_a_day_before_the_founding():
    assert list(year_on_year(catalogue.standings, filled(founded="2025-03-01"), DAY)) == [2025, 2024]


def test_figures_of_a_year_that_had_not_ended_were_not_known():
    inputs = Inputs({"staff@2025": 1, "staff@2024": 2, "listed": False})
    assert known_on(inputs, date(2025, 6, 1)).values == {"staff@2024": 2, "listed": False}


@pytest.mark.parametrize(
    ("on", "back", "day"), [(DAY, 0, DAY), (DAY, 2, date(2024, 11, 25)), (date(2024, 2, 29), 1, date(2023, 2, 28)), (date(2024, 2, 29), 4, date(2020, 2, 29))]
)
def test_the_same_day_of_an_earlier_year_is_found(on, back, day):
    assert same_day(on, back) == day


@pytest.mark.parametrize(("path", "key"), [("2025.staff", "staff@2025"), ("staff@2025", "staff@2025"), ("listed", "listed")])
def test_an_input_is_named_as_people_write_it(path, key):
    assert key_of(path) == key
