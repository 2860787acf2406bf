"""科技型中小企业: every band at its edge, just below and just above, the gaps in numbers, and what is never said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gaoxing.checks.assessment.verdict import Verdict
from tests.matters.ladder.filled import line, points, standing

RUNG = "technology_sme"


@pytest.mark.parametrize(
    ("technical", "expected"),
    [(31, 20), (30, 20), (29, 16), (25, 16), (24, 12), (20, 12), (19, 8), (15, 8), (14, 4), (10, 4), (9, 0), (0, 0)],
)
def test_the_share_of_technical_staff_scores_by_its_band(technical: int, expected: int):
    found = points(standing(RUNG, technical_staff__2025=technical), "TSME-11")
    assert (found.worst, found.best) == (expected, expected)


@pytest.mark.parametrize(
    ("research", "expected"),
    [("2400000", 50), ("2399999", 40), ("2000000", 40), ("1999999", 30), ("1600000", 30), ("1200000", 20), ("1199999", 10), ("800000", 10), ("799999", 0)],
)
def test_research_beside_sales_scores_by_its_band(research: str, expected: int):
    assert points(standing(RUNG, research__2025=research, cost__2025="900000000"), "TSME-12").worst == expected


@pytest.mark.parametrize(
    ("research", "expected"), [("3000000", 50), ("2999999", 40), ("2500000", 40), ("2000000", 30), ("1500000", 20), ("1000000", 10), ("999999", 0)]
)
def test_research_beside_costs_scores_where_that_is_better(research: str, expected: int):
    assert points(standing(RUNG, research__2025=research, cost__2025="10000000", revenue__2025="150000000"), "TSME-12").worst == expected


@pytest.mark.parametrize(("first", "second", "expected"), [(1, 0, 30), (0, 5, 24), (0, 4, 24), (0, 3, 18), (0, 2, 12), (0, 1, 6), (0, 0, 0)])
def test_rights_score_by_class_and_number(first: int, second: int, expected: int):
    assert points(standing(RUNG, rights_class_one=first, rights_class_two=second), "TSME-13").worst == expected


@pytest.mark.parametrize(
    ("name", "at", "above"),
    [("staff__2025", 500, 501), ("revenue__2025", "200000000", "200000001"), ("total_assets__2025", "200000000", "200000001")],
)
def test_a_size_fits_up_to_its_limit_and_no_further(name: str, at: object, above: object):
    assert line(standing(RUNG, **{name: at}), "TSME-02").verdict is Verdict.MET
    assert line(standing(RUNG, **{name: above}), "TSME-02").verdict is Verdict.UNMET


def test_who_has_everything_meets_it():
    found = standing(RUNG)
    assert (found.verdict, found.worst, found.best) == (Verdict.MET, Decimal(100), Decimal(100))


@pytest.mark.parametrize(
    "name", ["resident", "prohibited_products", "serious_offence", "listed_abnormal", "staff__2025", "revenue__2025", "total_assets__2025"]
)
def test_it_is_never_met_while_a_datum_of_a_condition_is_missing(name: str):
    found = standing(RUNG, **{name: None})
    assert found.verdict is Verdict.MISSING
    assert name.replace("__", "@") in found.wants


def test_the_gap_counts_people_out_of_the_staff_and_whoever_were_hired():
    found = line(standing(RUNG, technical_staff__2025=7), "TSME-05")
    assert found.gap.sentence == "科技人员还差3人（现有7人，100人里要10人；另外招人的话要招4人）"


def test_the_step_to_the_next_band_is_told_in_money_and_points():
    found = points(standing(RUNG, research__2025="2000000", cost__2025="900000000"), "TSME-12")
    assert (found.step.gap.amount, found.step.points) == (Decimal(400_000), Decimal(10))


def test_the_step_closes_the_gap_that_it_tells():
    found = points(standing(RUNG, technical_staff__2025=17), "TSME-11")
    assert points(standing(RUNG, technical_staff__2025=17 + int(found.step.gap.amount)), "TSME-11").worst == found.worst + found.step.points


def test_no_technical_staff_fails_it_whatever_the_score():
    found = standing(RUNG, technical_staff__2025=9)
    assert found.worst == 80
    assert found.verdict is Verdict.UNMET


def test_a_valid_certificate_of_a_high_tech_enterprise_leads_past_the_score():
    held = ({"kind": "high_tech_enterprise", "until": "2026-11-25"},)
    found = standing(RUNG, technical_staff__2025=0, research__2025="0", rights_class_one=0, rights_class_two=0, certificates=held, holds_certificates=True)
    assert found.verdict is Verdict.MET


def test_a_certificate_that_ended_yesterday_does_not():
    held = ({"kind": "high_tech_enterprise", "until": "2026-11-24"},)
    found = standing(RUNG, technical_staff__2025=0, certificates=held, holds_certificates=True)
    assert line(found, "TSME-21").value == "已过期"
    assert found.verdict is Verdict.UNMET


def test_a_certificate_without_its_last_day_is_asked_for():
    held = ({"kind": "high_tech_enterprise"},)
    assert line(standing(RUNG, certificates=held, holds_certificates=True), "TSME-21").verdict is Verdict.MISSING


def test_a_way_that_was_not_confirmed_goes_to_people():
    found = standing(RUNG, technical_staff__2025=0, standards=2)
    assert found.verdict is Verdict.EXPERT


def test_a_score_that_may_still_reach_the_mark_is_open():
    found = standing(RUNG, research__2025=None)
    assert (found.worst, found.best, found.verdict) == (Decimal(50), Decimal(100), Verdict.MISSING)


@pytest.mark.parametrize("changed", [{}, {"research__2025": "0", "rights_class_two": 0, "rights_class_one": 0}])
def test_a_missing_datum_of_a_way_past_the_score_is_named_only_where_the_score_falls_short(changed: dict[str, object]):
    found = standing(RUNG, standards=None, **changed)
    assert ("standards" in found.wants) is bool(changed)
