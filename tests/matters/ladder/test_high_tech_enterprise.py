"""高新技术企业: the eight conditions at their edges, the score as a range, and what experts keep for themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.matters.high_tech_enterprise.criteria import rate_of_growth
from tests.matters.ladder.filled import line, points, standing

RUNG = "high_tech_enterprise"


@pytest.mark.parametrize(("founded", "verdict"), [("2025-11-25", Verdict.MET), ("2025-11-26", Verdict.UNMET), ("2020-01-01", Verdict.MET)])
def test_it_has_been_registered_for_a_year(founded: str, verdict: Verdict):
    assert line(standing(RUNG, founded=founded), "HTE-01").verdict is verdict


def test_the_days_to_a_year_are_told():
    assert line(standing(RUNG, founded="2025-12-05"), "HTE-01").gap.sentence == "成立还不满一年，还差10天，2026-12-05起可以申报"


@pytest.mark.parametrize(("technical", "verdict"), [(10, Verdict.MET), (9, Verdict.UNMET), (11, Verdict.MET)])
def test_a_tenth_of_the_staff_is_technical(technical: int, verdict: Verdict):
    assert line(standing(RUNG, technical_staff__2025=technical), "HTE-04").verdict is verdict


@pytest.mark.parametrize(
    ("revenue", "research", "verdict"),
    [
        ("50000000", "2500000", Verdict.MET),
        ("50000000", "2499999", Verdict.UNMET),
        ("50000001", "2000001", Verdict.MET),
        ("50000001", "2000000", Verdict.UNMET),
        ("200000000", "8000000", Verdict.MET),
        ("200000000", "7999999", Verdict.UNMET),
        ("200000001", "6000001", Verdict.MET),
        ("200000001", "6000000", Verdict.UNMET),
    ],
)
def test_research_of_three_years_depends_on_the_sales_of_the_last(revenue: str, research: str, verdict: Verdict):
    years = {f"{name}__{year}": value for year in (2023, 2024, 2025) for name, value in (("revenue", revenue), ("research", research))}
    assert line(standing(RUNG, **years), "HTE-05").verdict is verdict


def test_what_others_research_counts_by_four_fifths():
    years = {f"{name}__{year}": value for year in (2023, 2024, 2025) for name, value in (("research", "2000000"), ("research_outsourced", "100000"))}
    found = line(standing(RUNG, **years), "HTE-05")
    assert (found.verdict, found.note) == (Verdict.UNMET, "委托外部研发的费用按80%计入。")


def test_without_knowing_what_others_researched_a_narrow_share_stays_open():
    years = {f"{name}__{year}": value for year in (2023, 2024, 2025) for name, value in (("research", "2000000"), ("research_outsourced", None))}
    found = line(standing(RUNG, **years), "HTE-05")
    assert (found.verdict, found.wants) == (Verdict.MISSING, ("research_outsourced@2023", "research_outsourced@2024", "research_outsourced@2025"))


def test_a_wide_share_is_met_whatever_others_researched():
    years = {f"research_outsourced__{year}": None for year in (2023, 2024, 2025)}
    assert line(standing(RUNG, **years, research__2025="4000000", research__2024="4000000"), "HTE-05").verdict is Verdict.MET


def test_a_young_enterprise_is_judged_by_the_years_that_it_has():
    found = standing(RUNG, founded="2024-05-01", research__2023=None, revenue__2023=None)
    assert line(found, "HTE-05").verdict is Verdict.MET


@pytest.mark.parametrize(("inside", "verdict"), [("1440000", Verdict.MET), ("1439999", Verdict.UNMET)])
def test_three_fifths_of_the_research_are_done_in_china(inside: str, verdict: Verdict):
    assert line(standing(RUNG, **{f"research_in_china__{year}": inside for year in (2023, 2024, 2025)}), "HTE-06").verdict is verdict


@pytest.mark.parametrize(("income", "verdict"), [("24000000", Verdict.MET), ("23999999", Verdict.UNMET)])
def test_three_fifths_of_the_income_are_of_high_technology(income: str, verdict: Verdict):
    assert line(standing(RUNG, high_tech_income__2025=income), "HTE-07").verdict is verdict


def test_the_field_of_technology_is_for_experts_even_where_the_enterprise_is_sure():
    assert line(standing(RUNG), "HTE-03").verdict is Verdict.EXPERT
    assert standing(RUNG).verdict is Verdict.EXPERT


def test_whoever_lies_outside_every_field_is_told():
    assert standing(RUNG, high_tech_field=False).verdict is Verdict.UNMET


@pytest.mark.parametrize(
    ("first", "second", "own", "worst", "best"),
    [(1, 0, True, 8, 30), (0, 5, True, 6, 28), (0, 4, True, 4, 26), (0, 3, False, 4, 23), (0, 2, False, 2, 21), (0, 0, True, 0, 0)],
)
def test_rights_score_between_bounds(first: int, second: int, own: bool, worst: int, best: int):
    found = points(standing(RUNG, rights_class_one=first, rights_class_two=second, rights_own=own), "HTE-11")
    assert (found.worst, found.best) == (worst, best)


@pytest.mark.parametrize(("number", "worst", "best"), [(5, 25, 30), (4, 19, 24), (3, 13, 18), (2, 7, 12), (1, 1, 6), (0, 0, 0)])
def test_transformations_score_by_the_average_of_three_years(number: int, worst: int, best: int):
    found = points(standing(RUNG, **{f"transformations__{year}": number for year in (2023, 2024, 2025)}), "HTE-12")
    assert (found.worst, found.best) == (worst, best)


@pytest.mark.parametrize(
    ("first", "second", "third", "rate"),
    [(100, 120, 144, Fraction(1, 5)), (0, 100, 150, Fraction(1, 2)), (100, 0, 50, Fraction(0)), (100, 80, 60, Fraction(0)), (0, 0, 10, Fraction(0))],
)
def test_growth_follows_the_formula_with_its_exceptions(first: int, second: int, third: int, rate: Fraction):
    assert rate_of_growth(Fraction(first), Fraction(second), Fraction(third)) == rate


@pytest.mark.parametrize(
    ("second", "third", "worst"),
    [
        (13500, 18225, 9),
        (13500, 18224, 7),
        (12500, 15625, 7),
        (12500, 15624, 5),
        (11500, 13225, 5),
        (11500, 13224, 3),
        (10500, 11025, 3),
        (10500, 11024, 1),
        (10000, 10001, 1),
        (10000, 10000, 0),
        (9000, 8000, 0),
    ],
)
def test_growth_of_sales_scores_by_its_band(second: int, third: int, worst: int):
    assert points(standing(RUNG, revenue__2023=10000, revenue__2024=second, revenue__2025=third), "HTE-15").worst == worst


def test_organisation_is_scored_by_experts_alone():
    assert (points(standing(RUNG), "HTE-13").worst, points(standing(RUNG), "HTE-13").best) == (0, 20)


def test_too_little_for_the_mark_is_unmet_even_before_the_experts():
    years = {f"transformations__{year}": 0 for year in (2023, 2024, 2025)}
    found = standing(RUNG, **years, rights_class_one=0, rights_class_two=0)
    assert found.best == Decimal(20)
    assert found.verdict is Verdict.UNMET


def test_the_rule_of_2008_is_not_applied():
    found = standing(RUNG, **{f"research__{year}": "2000000" for year in (2023, 2024, 2025)})
    assert line(found, "HTE-05").threshold == "≥5%"


def test_the_day_decides_which_years_count():
    found = standing(RUNG, on=date(2025, 11, 25), technical_staff__2024=5)
    assert line(found, "HTE-04").verdict is Verdict.UNMET
