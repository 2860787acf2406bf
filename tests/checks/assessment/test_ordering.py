"""Which rung to look at first."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing import catalogue
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.ordering import held_on, nearness, next_first, next_rungs, one_step
from gaoxing.checks.assessment.verdict import Verdict
from tests.matters.ladder.filled import filled, standing

DAY = date(2026, 11, 25)
HELD = ({"kind": "high_tech_enterprise", "until": "2027-11-30"},)


def ids(found):
    return [each.rung.id for each in found]


def test_the_lowest_rung_of_each_line_comes_first():
    assert set(ids(next_first(catalogue.standings(filled(), DAY)))[:2]) == {"technology_sme", "innovative_sme"}


def test_the_nearer_of_two_next_rungs_comes_first():
    assert ids(next_rungs(catalogue.standings(filled(), DAY)))[0] == "technology_sme"
    assert ids(next_rungs(catalogue.standings(filled(technical_staff__2025=5), DAY)))[0] == "innovative_sme"


def test_what_is_held_comes_last_and_the_next_lies_above_it():
    found = ids(next_first(catalogue.standings(filled(), DAY), held={"technology_sme", "high_tech_enterprise"}))
    assert set(found[:2]) == {"gazelle", "innovative_sme"}
    assert found[-2:] == ["technology_sme", "high_tech_enterprise"]


def test_a_rung_below_the_highest_held_is_not_the_next():
    assert "technology_sme" not in ids(next_rungs(catalogue.standings(filled(), DAY), held={"high_tech_enterprise"}))


def test_every_rung_stands_once():
    found = ids(next_first(catalogue.standings(filled(), DAY), held={"technology_sme"}))
    assert sorted(found) == sorted(each.id for each in catalogue.rungs())


def test_a_line_that_is_held_to_the_top_has_no_next():
    assert ids(next_rungs(catalogue.standings(filled(), DAY), held={"unicorn", "little_giant"})) == []


@pytest.mark.parametrize(
    ("certificates", "held"),
    [
        (HELD, {"high_tech_enterprise"}),
        (({"kind": "gazelle", "until": "2026-11-25"},), {"gazelle"}),
        (({"kind": "gazelle", "until": "2026-11-24"},), set()),
        (({"kind": "gazelle", "until": "2027-11"},), set()),
        (({"kind": "gazelle"},), set()),
    ],
)
def test_a_certificate_is_held_to_its_last_day(certificates, held):
    assert held_on(Inputs({"holds_certificates": True, "certificates": certificates}), DAY) == held


def test_whoever_says_that_none_is_held_holds_none():
    assert held_on(Inputs({"holds_certificates": False, "certificates": HELD}), DAY) == frozenset()


def test_a_rung_that_is_met_is_nearer_than_one_that_is_not():
    assert nearness(standing("technology_sme")) < nearness(standing("technology_sme", technical_staff__2025=5))


def test_one_step_away_is_told_with_what_it_takes():
    gap = one_step(standing("technology_sme", technical_staff__2025=9))
    assert gap is not None
    assert (gap.key, gap.amount, gap.unit) == ("technical_staff@2025", 1, "人")


def test_a_score_that_one_band_closes_is_one_step_away():
    found = standing("technology_sme", technical_staff__2025=24, research__2025="1200000", rights_class_one=0, rights_class_two=3, cost__2025="40000000")
    assert (found.verdict, found.worst) == (Verdict.UNMET, 50)
    assert one_step(found) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"technical_staff__2025": 9, "resident": False},
        {"technical_staff__2025": 9, "rights_class_one": None},
        {"resident": False},
        {},
    ],
)
def test_two_steps_a_missing_datum_or_what_cannot_be_counted_is_no_step(wrong):
    assert one_step(standing("technology_sme", **wrong)) is None


@pytest.mark.parametrize(
    ("rung", "changed"), [("technology_sme", {"staff__2025": 501, "technical_staff__2025": 160}), ("gazelle", {"revenue__2023": "40100000"})]
)
def test_what_no_effort_closes_is_no_step(rung: str, changed: dict[str, object]):
    found = standing(rung, **changed)
    assert one_step(found) is None
    assert all(not each.closable for each in found.gaps)
