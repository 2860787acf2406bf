"""The facts on trades, questions and licences, and what follows from the answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gaoxing.matters.joint_licence.trades import all_licences, deciding, licences, open_questions, questions, trades

CATALOGUE = Path(__file__).parents[4] / "shared" / "domain" / "licences.json"
EVERY = list(trades())


def catalogue() -> dict:
    if not CATALOGUE.exists():
        pytest.skip("the catalogue of the domain notes is not at hand")
    return json.loads(CATALOGUE.read_text(encoding="utf-8"))


def test_every_trade_question_and_licence_of_the_catalogue_is_there():
    source = catalogue()
    assert set(EVERY) == {each["id"] for each in source["trades"]}
    assert set(all_licences()) == {each["id"] for each in source["licences"]}
    assert set(questions()) == set(source["questions"])


def test_the_worked_examples_of_the_catalogue_come_out():
    wrong = [each["trade"] for each in catalogue()["worked_examples"] if set(licences(each["trade"], each["answers"])) != set(each["licences"])]
    assert wrong == []


@pytest.mark.parametrize("trade", EVERY)
def test_a_trade_knows_its_licences_and_its_questions(trade: str):
    known = trades()[trade]
    assert set(known.licences) <= set(all_licences())
    assert {question for each in known.licences for question in deciding(trade, each)} <= set(questions())


@pytest.mark.parametrize("trade", EVERY)
def test_without_answers_only_what_is_always_needed_is_needed(trade: str):
    conditional = {each for each in trades()[trade].conditions if deciding(trade, each)}
    assert set(licences(trade, {})) == set(trades()[trade].licences) - conditional


def test_an_unanswered_question_counts_as_no_also_inside_a_negation():
    assert "prepackaged_filing" in licences("convenience", {"sells_food_prepacked_only": True})


def test_loose_food_needs_the_licence_in_place_of_the_filing():
    found = licences("convenience", {"sells_food_prepacked_only": True, "sells_bulk_food": True})
    assert "food_operation" in found
    assert "prepackaged_filing" not in found


@pytest.mark.parametrize(("area", "fitout", "wanted"), [(300, 40, False), (301, 30, False), (301, 30.5, True), (800, 300, True)])
def test_the_fire_check_needs_area_and_cost_above_the_line(area: float, fitout: float, wanted: bool):
    assert ("fire_check" in licences("restaurant", {"area": area, "fitout": fitout})) is wanted


def test_a_small_shop_is_not_asked_what_the_fitting_out_costs():
    assert "fitout" in open_questions("restaurant", {})
    assert "fitout" not in open_questions("restaurant", {"area": 60})


def test_a_question_answered_is_open_no_more():
    assert open_questions("freight_co", {"vehicle_over_4500kg": False}) == ()


def test_a_trade_that_always_needs_the_same_asks_nothing():
    assert open_questions("travel", {}) == ()


def test_an_unknown_trade_is_named():
    with pytest.raises(KeyError, match="zoo"):
        licences("zoo", {})
