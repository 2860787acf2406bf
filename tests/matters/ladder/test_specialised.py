"""创新型、专精特新、小巨人: the conditions at their edges; what was not confirmed goes to people and fails nobody."""

from __future__ import annotations

from typing import Any

import pytest

from gaoxing.checks.assessment.verdict import Verdict
from tests.matters.ladder.filled import line, standing

MET, UNMET, MISSING, EXPERT = Verdict.MET, Verdict.UNMET, Verdict.MISSING, Verdict.EXPERT


def raised(*rounds: tuple[str, str]) -> tuple[dict[str, Any], ...]:
    return tuple({"date": day, "amount": amount} for day, amount in rounds)


@pytest.mark.parametrize(("years", "verdict"), [(2, MET), (1, UNMET), (3, MET), (None, MISSING)])
def test_a_specialised_enterprise_stands_two_years_in_its_niche(years: int | None, verdict: Verdict):
    assert line(standing("specialised_sme", niche_years=years), "SPE-01").verdict is verdict


@pytest.mark.parametrize(
    ("research", "revenue", "verdict"),
    [("1200000", "40000000", MET), ("1199999", "40000000", UNMET), ("1000000", "20000000", MET), ("999999", "20000000", UNMET)],
)
def test_it_spends_a_million_and_three_percent(research: str, revenue: str, verdict: Verdict):
    assert line(standing("specialised_sme", research__2025=research, revenue__2025=revenue), "SPE-02").verdict is verdict


@pytest.mark.parametrize(
    ("revenue", "rounds", "verdict"),
    [
        ("10000000", (), MET),
        ("9999999", (), UNMET),
        ("9999999", raised(("2024-11-25", "20000000")), MET),
        ("9999999", raised(("2024-11-24", "20000000")), UNMET),
        ("9999999", raised(("2025-03-01", "12000000"), ("2026-03-01", "8000000")), MET),
        ("9999999", raised(("2026-11-26", "20000000")), MISSING),
        ("9999999", ({"date": "2025", "amount": "20000000"},), MISSING),
    ],
)
def test_it_earns_ten_million_or_raised_twenty_in_two_years(revenue: str, rounds: Any, verdict: Verdict):
    assert line(standing("specialised_sme", revenue__2025=revenue, financing=rounds), "SPE-03").verdict is verdict


def test_whoever_never_raised_money_needs_not_list_it():
    assert line(standing("specialised_sme", financed=False, revenue__2025="9999999"), "SPE-03").verdict is UNMET


@pytest.mark.parametrize(("before", "last", "verdict"), [("8000000", "12000000", MET), ("8000000", "11999999", UNMET), (None, "12000000", MISSING)])
def test_ten_million_of_research_on_average_lead_past_the_score(before: str | None, last: str, verdict: Verdict):
    assert line(standing("specialised_sme", research__2024=before, research__2025=last), "SPE-22").verdict is verdict


@pytest.mark.parametrize(("amount", "verdict"), [("60000000", MET), ("59999999", UNMET)])
def test_sixty_million_of_equity_lead_past_the_score(amount: str, verdict: Verdict):
    assert line(standing("specialised_sme", financing=raised(("2025-06-18", amount))), "SPE-23").verdict is verdict


def test_with_a_way_past_the_score_it_is_met():
    found = standing("specialised_sme", maker_contest=True, financing=())
    assert found.verdict is MET


def test_without_one_people_score_it():
    assert standing("specialised_sme", financing=()).verdict is EXPERT


@pytest.mark.parametrize(
    ("criterion", "changed"),
    [
        ("GIA-02", {"niche_years": 2}),
        ("GIA-03", {"main_income__2025": "27999999"}),
        ("GIA-04", {"liabilities__2025": "42000001"}),
        ("GIA-05", {"research__2025": "2399999"}),
        ("GIA-06", {"market_share": "9.9"}),
        ("GIA-07", {"rights_class_one": 1}),
    ],
)
def test_a_little_giant_short_of_one_condition_is_shown_and_left_to_people(criterion: str, changed: dict[str, Any]):
    held = ({"kind": "specialised_sme", "until": "2027-01-01"},)
    found = standing("little_giant", **{"certificates": held, "holds_certificates": True, "rights_class_one": 2, **changed})
    assert (line(found, criterion).verdict, found.verdict) == (UNMET, EXPERT)


@pytest.mark.parametrize(("revenue", "research", "verdict"), [("100000000", "3000000", MET), ("100000000", "2999999", UNMET), ("99999999", "3000000", UNMET)])
def test_the_share_of_research_depends_on_the_size(revenue: str, research: str, verdict: Verdict):
    assert line(standing("little_giant", revenue__2025=revenue, research__2025=research), "GIA-05").verdict is verdict


def test_debts_beside_no_assets_are_not_known():
    assert line(standing("little_giant", total_assets__2025="0"), "GIA-04").verdict is MISSING


def test_an_innovative_enterprise_is_left_to_people():
    assert standing("innovative_sme").verdict is EXPERT


def test_not_even_a_certificate_clears_it_while_the_text_was_not_seen():
    held = ({"kind": "high_tech_enterprise", "until": "2027-01-01"},)
    assert standing("innovative_sme", certificates=held, holds_certificates=True).verdict is EXPERT
