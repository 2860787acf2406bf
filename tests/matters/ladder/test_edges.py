"""Every edge of every rung: just below, at and just above it, by hand from the instruments (services.md D); nothing here reads the tables of src."""

from __future__ import annotations

import pytest

from gaoxing.checks.assessment.verdict import Verdict
from tests.matters.ladder.filled import filled, line, points, standing

MET, UNMET, EXPERT = Verdict.MET, Verdict.UNMET, Verdict.EXPERT
OLD = {"revenue__2020": "9000000", "staff__2020": 50}
"""An enterprise that did not grow in a way that counts for a gazelle."""

YOUNG, LARGE = {"founded": "2019-05-01", **OLD}, {"founded": "2014-05-01", **OLD}
RISING = {"revenue__2021": "900000000", "revenue__2022": "950000000"}


def around(value: int, verdicts: tuple[Verdict, Verdict, Verdict]):
    """The three values around an edge with what is to come of each."""
    return tuple(zip((value - 1, value, value + 1), verdicts, strict=True))


FLOOR, CEILING, ABOVE = (UNMET, MET, MET), (MET, MET, UNMET), (UNMET, UNMET, MET)

CONDITIONS = [
    ("technology_sme", "TSME-02", "staff__2025", 500, CEILING, {}),
    ("technology_sme", "TSME-02", "revenue__2025", 200_000_000, CEILING, {}),
    ("technology_sme", "TSME-02", "total_assets__2025", 200_000_000, CEILING, {}),
    ("technology_sme", "TSME-05", "technical_staff__2025", 10, FLOOR, {}),
    ("technology_sme", "TSME-24", "standards", 1, FLOOR, {}),
    ("high_tech_enterprise", "HTE-04", "technical_staff__2025", 10, FLOOR, {}),
    ("high_tech_enterprise", "HTE-07", "high_tech_income__2025", 24_000_000, FLOOR, {}),
    (
        "high_tech_enterprise",
        "HTE-06",
        "research_in_china__2025",
        1_440_000,
        FLOOR,
        {"research_in_china__2023": "1440000", "research_in_china__2024": "1440000"},
    ),
    ("high_tech_enterprise", "HTE-05", "research__2025", 2_000_000, FLOOR, {"research__2023": "2000000", "research__2024": "2000000"}),
    ("gazelle", "GAZ-01", "research__2023", 1_600_000, ABOVE, {}),
    ("gazelle", "GAZ-02", "revenue__2023", 500_000_000, FLOOR, YOUNG),
    ("gazelle", "GAZ-02", "revenue__2023", 1_000_000_000, FLOOR, {**LARGE, **RISING}),
    ("gazelle", "GAZ-02", "revenue__2020", 10_000_000, FLOOR, {"revenue__2022": "39000000"}),
    ("gazelle", "GAZ-02", "revenue__2023", 17_280_000, FLOOR, {"revenue__2020": "10000000", "revenue__2021": "11000000", "revenue__2022": "12000000"}),
    ("gazelle", "GAZ-02", "staff__2020", 100, FLOOR, {"revenue__2020": "9000000", "staff__2023": 300}),
    ("gazelle", "GAZ-02", "staff__2023", 2197, FLOOR, {"revenue__2020": "9000000", "staff__2020": 1000, "staff__2022": 1500}),
    ("specialised_sme", "SPE-01", "niche_years", 2, FLOOR, {}),
    ("specialised_sme", "SPE-02", "research__2025", 1_000_000, FLOOR, {"revenue__2025": "30000000"}),
    ("specialised_sme", "SPE-02", "research__2025", 1_200_000, FLOOR, {}),
    ("specialised_sme", "SPE-03", "revenue__2025", 10_000_000, FLOOR, {"financed": False, "research__2025": "500000"}),
    ("specialised_sme", "SPE-22", "research__2025", 12_000_000, FLOOR, {"research__2024": "8000000", "revenue__2025": "90000000"}),
    ("little_giant", "GIA-02", "niche_years", 3, FLOOR, {}),
    ("little_giant", "GIA-03", "main_income__2025", 28_000_000, FLOOR, {}),
    ("little_giant", "GIA-04", "liabilities__2025", 42_000_000, CEILING, {}),
    ("little_giant", "GIA-05", "research__2025", 2_400_000, FLOOR, {}),
    ("little_giant", "GIA-05", "research__2025", 3_000_000, FLOOR, {"revenue__2025": "100000000"}),
    ("little_giant", "GIA-06", "market_share", 10, FLOOR, {}),
    ("little_giant", "GIA-07", "rights_class_one", 2, FLOOR, {}),
]
"""Rung, condition, the input that is moved, its edge, the verdicts around it, and what else is as the story wants it."""


@pytest.mark.parametrize(
    ("rung", "criterion", "name", "value", "verdict", "story"),
    [
        pytest.param(rung, criterion, name, value, verdict, story, id=f"{criterion}-{name}-{value}")
        for rung, criterion, name, edge, verdicts, story in CONDITIONS
        for value, verdict in around(edge, verdicts)
    ],
)
def test_a_condition_turns_exactly_at_its_edge(rung, criterion, name, value, verdict, story):
    told = value if isinstance(filled().values[name.replace("__", "@")], int) else str(value)
    assert line(standing(rung, **{**story, name: told}), criterion).verdict is verdict


SALES = [(2_400_000, 50, 40), (2_000_000, 40, 30), (1_600_000, 30, 20), (1_200_000, 20, 10), (800_000, 10, 0)]
COSTS = [(9_000_000, 50, 40), (7_500_000, 40, 30), (6_000_000, 30, 20), (4_500_000, 20, 10), (3_000_000, 10, 0)]
STAFF = [(30, 20, 16), (25, 16, 12), (20, 12, 8), (15, 8, 4), (10, 4, 0)]
SECOND = [(4, 24, 18), (3, 18, 12), (2, 12, 6), (1, 6, 0)]
DEAR = {"revenue__2025": "200000000", "cost__2025": "30000000"}
"""Sales so high that research beside the costs scores better."""

BANDS = [
    *(("TSME-12", "research__2025", at, here, below, {"cost__2025": "40000000"}) for at, here, below in SALES),
    *(("TSME-12", "research__2025", at, here, below, DEAR) for at, here, below in COSTS),
    *(("TSME-11", "technical_staff__2025", at, here, below, {}) for at, here, below in STAFF),
    *(("TSME-13", "rights_class_two", at, here, below, {"rights_class_one": 0}) for at, here, below in SECOND),
    ("TSME-13", "rights_class_one", 1, 30, 0, {"rights_class_two": 0}),
]
"""Item, input, edge, points from it on, points just below."""


@pytest.mark.parametrize(
    ("item", "name", "value", "expected", "story"),
    [
        pytest.param(item, name, value, expected, story, id=f"{item}-{name}-{value}")
        for item, name, at, here, below, story in BANDS
        for value, expected in ((at - 1, below), (at, here))
    ],
)
def test_points_turn_exactly_at_the_edge_of_their_band(item, name, value, expected, story):
    told = value if isinstance(filled().values[name.replace("__", "@")], int) else str(value)
    found = points(standing("technology_sme", **{**story, name: told}), item)
    assert (found.worst, found.best) == (expected, expected)


@pytest.mark.parametrize(
    ("item", "name", "at", "here", "story"), [(item, name, at, here, story) for item, name, at, here, _, story in BANDS if "research" in name]
)
def test_a_yuan_above_an_edge_changes_no_points(item, name, at, here, story):
    assert points(standing("technology_sme", **{**story, name: str(at + 1)}), item).worst == here


AVERAGES = [(5, 25, 30), (4, 19, 24), (3, 13, 18), (2, 7, 12), (1, 1, 6)]


@pytest.mark.parametrize(("average", "worst", "best"), AVERAGES)
def test_transformations_score_by_the_average_of_three_years(average, worst, best):
    told = {f"transformations__{year}": average for year in (2023, 2024, 2025)}
    found = points(standing("high_tech_enterprise", **told), "HTE-12")
    assert (found.worst, found.best) == (worst, best)


@pytest.mark.parametrize(
    ("average", "worst"), [(each, AVERAGES[place + 1][1] if place + 1 < len(AVERAGES) else 0) for place, (each, _, _) in enumerate(AVERAGES)]
)
def test_one_transformation_less_in_three_years_falls_to_the_band_below(average, worst):
    told = {"transformations__2023": average - 1, "transformations__2024": average, "transformations__2025": average}
    assert points(standing("high_tech_enterprise", **told), "HTE-12").worst == worst


@pytest.mark.parametrize(("average", "worst"), [(each, low) for each, low, _ in AVERAGES[1:]])
def test_one_transformation_more_in_three_years_stays_in_the_band(average, worst):
    told = {"transformations__2023": average + 1, "transformations__2024": average, "transformations__2025": average}
    assert points(standing("high_tech_enterprise", **told), "HTE-12").worst == worst


GROWTH = [(35, 9, 10), (25, 7, 8), (15, 5, 6), (5, 3, 4)]


@pytest.mark.parametrize(("name", "item"), [("net_assets", "HTE-14"), ("revenue", "HTE-15")])
@pytest.mark.parametrize(("percent", "worst", "best"), GROWTH)
def test_growth_scores_from_the_edge_of_its_band_on(name, item, percent, worst, best):
    base = 100_000_000
    last = base * (100 + percent) // 100 * (100 + percent) // 100
    told = {f"{name}__2023": str(base), f"{name}__2024": str(base * (100 + percent) // 100)}
    at = points(standing("high_tech_enterprise", **told, **{f"{name}__2025": str(last)}), item)
    below = points(standing("high_tech_enterprise", **told, **{f"{name}__2025": str(last - 1)}), item)
    above = points(standing("high_tech_enterprise", **told, **{f"{name}__2025": str(last + 1)}), item)
    assert [(each.worst, each.best) for each in (at, above)] == [(worst, best)] * 2
    assert below.best < worst


@pytest.mark.parametrize(("last", "worst", "best"), [("100000000", 0, 0), ("100000001", 1, 2), ("99999999", 0, 0)])
def test_any_growth_at_all_scores_and_none_does_not(last, worst, best):
    told = {"net_assets__2023": "100000000", "net_assets__2024": "100000000", "net_assets__2025": last}
    found = points(standing("high_tech_enterprise", **told), "HTE-14")
    assert (found.worst, found.best) == (worst, best)


@pytest.mark.parametrize(("count", "low"), [(0, 0), (1, 1), (2, 1), (3, 3), (4, 3), (5, 5), (6, 5)])
def test_rights_of_class_two_score_by_their_number(count, low):
    told = {"rights_class_one": 0, "rights_class_two": count, "rights_own": True, "standards": 0}
    assert points(standing("high_tech_enterprise", **told), "HTE-11").worst == (low + 1 if low else 0)


@pytest.mark.parametrize(("sales", "percent"), [(50_000_000, 5), (50_000_001, 4), (200_000_000, 4), (200_000_001, 3)])
def test_the_share_of_research_falls_with_the_sales_of_the_last_year(sales, percent):
    told = {f"revenue__{year}": str(sales) for year in (2023, 2024, 2025)}
    enough = -(-sales * percent // 100)
    spent = {f"research__{year}": str(enough) for year in (2023, 2024, 2025)}
    short = {**spent, "research__2025": str(enough - 3)}
    assert line(standing("high_tech_enterprise", **told, **spent), "HTE-05").verdict is MET
    assert line(standing("high_tech_enterprise", **told, **short), "HTE-05").verdict is UNMET


@pytest.mark.parametrize(
    ("founded", "currency", "amount", "verdict"),
    [
        ("2020-01-01", "USD", 49_999_999, UNMET),
        ("2020-01-01", "USD", 50_000_000, MET),
        ("2020-01-01", "USD", 50_000_001, MET),
        ("2020-01-01", "CNY", 299_999_999, UNMET),
        ("2020-01-01", "CNY", 300_000_000, MET),
        ("2020-01-01", "CNY", 300_000_001, MET),
        ("2019-12-31", "USD", 99_999_999, UNMET),
        ("2019-12-31", "USD", 100_000_000, UNMET),
        ("2019-12-31", "USD", 100_000_001, MET),
        ("2015-01-01", "USD", 100_000_001, MET),
        ("2014-12-31", "USD", 900_000_000, UNMET),
    ],
)
def test_a_potential_unicorn_by_founding_and_valuation(founded, currency, amount, verdict):
    found = standing("potential_unicorn", founded=founded, valuation={"amount": str(amount), "currency": currency})
    assert line(found, "PUN-02").verdict is verdict


@pytest.mark.parametrize(
    ("amount", "strategic", "verdict"),
    [
        (999_999_999, False, UNMET),
        (1_000_000_000, False, UNMET),
        (1_000_000_001, False, MET),
        (699_999_999, True, UNMET),
        (700_000_000, True, EXPERT),
        (700_000_001, True, EXPERT),
        (1_000_000_000, True, EXPERT),
    ],
)
def test_a_unicorn_by_valuation(amount, strategic, verdict):
    found = standing("unicorn", valuation={"amount": str(amount), "currency": "USD"}, strategic_breakthrough=strategic)
    assert line(found, "UNI-03").verdict is verdict


@pytest.mark.parametrize(
    ("rung", "criterion", "founded", "verdict", "story"),
    [
        ("unicorn", "UNI-01", "2007-12-31", UNMET, {}),
        ("unicorn", "UNI-01", "2008-01-01", MET, {}),
        ("unicorn", "UNI-01", "2008-01-02", MET, {}),
        ("gazelle", "GAZ-02", "2009-12-31", UNMET, {"revenue__2020": "10000000", "revenue__2022": "39000000"}),
        ("gazelle", "GAZ-02", "2010-01-01", MET, {"revenue__2020": "10000000", "revenue__2022": "39000000"}),
        ("gazelle", "GAZ-02", "2018-12-31", UNMET, {**OLD, "revenue__2023": "600000000"}),
        ("gazelle", "GAZ-02", "2019-01-01", MET, {**OLD, "revenue__2023": "600000000"}),
        ("gazelle", "GAZ-02", "2013-12-31", UNMET, {**OLD, **RISING, "revenue__2023": "1000000000"}),
        ("gazelle", "GAZ-02", "2014-01-01", MET, {**OLD, **RISING, "revenue__2023": "1000000000"}),
        ("high_tech_enterprise", "HTE-01", "2025-11-24", MET, {}),
        ("high_tech_enterprise", "HTE-01", "2025-11-25", MET, {}),
        ("high_tech_enterprise", "HTE-01", "2025-11-26", UNMET, {}),
    ],
)
def test_a_founding_turns_a_condition_from_one_day_to_the_next(rung, criterion, founded, verdict, story):
    assert line(standing(rung, **{**story, "founded": founded}), criterion).verdict is verdict


@pytest.mark.parametrize(
    ("day", "amount", "criterion", "verdict"),
    [
        ("2024-11-25", 60_000_000, "SPE-23", MET),
        ("2024-11-24", 60_000_000, "SPE-23", UNMET),
        ("2026-11-25", 60_000_000, "SPE-23", MET),
        ("2025-06-18", 59_999_999, "SPE-23", UNMET),
        ("2025-06-18", 60_000_001, "SPE-23", MET),
        ("2025-06-18", 19_999_999, "SPE-03", UNMET),
        ("2025-06-18", 20_000_000, "SPE-03", MET),
        ("2025-06-18", 20_000_001, "SPE-03", MET),
    ],
)
def test_new_equity_counts_within_two_years_and_from_its_line_on(day, amount, criterion, verdict):
    story = {"revenue__2025": "9999999", "research__2025": "500000", "financing": ({"date": day, "amount": str(amount)},)}
    assert line(standing("specialised_sme", **story), criterion).verdict is verdict


@pytest.mark.parametrize(("until", "verdict"), [("2026-11-24", UNMET), ("2026-11-25", MET), ("2026-11-26", MET)])
@pytest.mark.parametrize(
    ("rung", "criterion", "kind"),
    [
        ("technology_sme", "TSME-21", "high_tech_enterprise"),
        ("innovative_sme", "INN-21", "high_tech_enterprise"),
        ("little_giant", "GIA-01", "specialised_sme"),
    ],
)
def test_a_certificate_counts_to_its_last_day(rung, criterion, kind, until, verdict):
    found = standing(rung, holds_certificates=True, certificates=({"kind": kind, "until": until},))
    assert line(found, criterion).verdict is verdict


@pytest.mark.parametrize(
    ("staff", "rights", "points_told", "verdict"),
    [(15, 0, 58, UNMET), (10, 1, 60, MET), (20, 0, 62, MET)],
)
def test_the_mark_of_sixty_is_reached_exactly(staff, rights, points_told, verdict):
    found = standing("technology_sme", technical_staff__2025=staff, rights_class_one=0, rights_class_two=rights)
    assert (found.worst, found.verdict) == (points_told, verdict)


@pytest.mark.parametrize(("debts", "verdict"), [("42000000", MET), ("42000001", UNMET)])
def test_debts_are_at_most_seven_tenths_of_the_assets(debts, verdict):
    assert line(standing("little_giant", liabilities__2025=debts), "GIA-04").verdict is verdict


@pytest.mark.parametrize(("sales", "verdict"), [("99999999", UNMET), ("100000000", MET), ("100000001", UNMET)])
def test_the_share_of_research_of_a_little_giant_changes_at_a_hundred_million(sales, verdict):
    assert line(standing("little_giant", revenue__2025=sales, research__2025="3000000"), "GIA-05").verdict is verdict
