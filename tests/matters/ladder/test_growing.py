"""瞪羚、潜在独角兽、独角兽: the ways of a round at their edges; valuations in the currency of the notice and in no other."""

from __future__ import annotations

from typing import Any

import pytest

from gaoxing.checks.assessment.verdict import Verdict
from tests.matters.ladder.filled import line, standing

MET, UNMET, MISSING, EXPERT = Verdict.MET, Verdict.UNMET, Verdict.MISSING, Verdict.EXPERT
USD, CNY = "USD", "CNY"


def worth(amount: int, currency: str = USD) -> dict[str, str]:
    return {"amount": str(amount), "currency": currency}


@pytest.mark.parametrize(("research", "verdict"), [("1600001", MET), ("1600000", UNMET), ("1599999", UNMET)])
def test_a_gazelle_spends_more_than_four_percent(research: str, verdict: Verdict):
    assert line(standing("gazelle", research__2023=research), "GAZ-01").verdict is verdict


def test_at_four_percent_a_gazelle_still_lacks_something():
    found = line(standing("gazelle", research__2023="1600000"), "GAZ-01")
    assert found.gap.sentence == "研发费用还差1万元（现有160万元）"


@pytest.mark.parametrize(
    ("first", "before", "last", "verdict"),
    [
        ("10000000", "15000000", "17280000", MET),
        ("10000000", "15000000", "17279999", UNMET),
        ("9999999", "15000000", "17280000", UNMET),
        ("10000000", "17280000", "17280000", UNMET),
        ("10000000", "17279999", "17280000", MET),
    ],
)
def test_a_gazelle_grows_by_a_fifth_a_year_and_in_the_last(first: str, before: str, last: str, verdict: Verdict):
    found = standing("gazelle", founded="2012-01-01", revenue__2020=first, revenue__2022=before, revenue__2023=last, staff__2020=10)
    assert line(found, "GAZ-02").verdict is verdict


def test_the_gap_of_growth_closes_it():
    told: dict[str, Any] = {"founded": "2012-01-01", "revenue__2020": "10000000", "revenue__2022": "12000000", "staff__2020": 10}
    gap = line(standing("gazelle", **told, revenue__2023="15000000"), "GAZ-02").gap
    assert gap.amount == 2_280_000
    assert line(standing("gazelle", **told, revenue__2023=str(15_000_000 + int(gap.amount))), "GAZ-02").verdict is MET


@pytest.mark.parametrize(("first", "last", "verdict"), [(100, 220, MET), (100, 219, UNMET), (99, 400, UNMET)])
def test_a_gazelle_may_grow_by_its_staff(first: int, last: int, verdict: Verdict):
    found = standing("gazelle", founded="2012-01-01", staff__2020=first, staff__2022=150, staff__2023=last, revenue__2020="1")
    assert line(found, "GAZ-02").verdict is verdict


@pytest.mark.parametrize(
    ("founded", "revenue", "verdict"), [("2019-01-01", "500000000", MET), ("2019-01-01", "499999999", UNMET), ("2018-12-31", "500000000", UNMET)]
)
def test_a_young_gazelle_has_half_a_billion(founded: str, revenue: str, verdict: Verdict):
    found = standing("gazelle", founded=founded, revenue__2020="1", revenue__2023=revenue, staff__2020=1)
    assert line(found, "GAZ-02").verdict is verdict


def test_how_great_a_fall_may_be_is_for_experts():
    told = {"founded": "2014-06-01", "revenue__2020": "1", "staff__2020": 1}
    falling = {"revenue__2021": "1200000000", "revenue__2022": "1100000000", "revenue__2023": "1000000000"}
    steady = {**falling, "revenue__2021": "900000000", "revenue__2022": "1000000000"}
    assert line(standing("gazelle", **told, **falling), "GAZ-02").verdict is EXPERT
    assert line(standing("gazelle", **told, **steady), "GAZ-02").verdict is MET


@pytest.mark.parametrize(("kinds", "verdict"), [(("none",), MET), (("trading",), UNMET), (("none", "bank"), UNMET), (None, MISSING)])
def test_a_gazelle_is_none_of_the_excluded(kinds: tuple[str, ...] | None, verdict: Verdict):
    assert line(standing("gazelle", excluded=kinds), "GAZ-03").verdict is verdict


@pytest.mark.parametrize(
    ("founded", "valuation", "verdict"),
    [
        ("2020-01-01", worth(50_000_000), MET),
        ("2020-01-01", worth(49_999_999), UNMET),
        ("2020-01-01", worth(300_000_000, CNY), MET),
        ("2020-01-01", worth(299_999_999, CNY), UNMET),
        ("2019-12-31", worth(100_000_000), UNMET),
        ("2019-12-31", worth(100_000_001), MET),
        ("2019-12-31", worth(900_000_000, CNY), MISSING),
        ("2015-01-01", worth(100_000_001), MET),
        ("2014-12-31", worth(900_000_000), UNMET),
        ("2020-01-01", worth(60_000_000, "EUR"), MISSING),
        ("2020-01-01", None, MISSING),
    ],
)
def test_a_potential_unicorn_is_worth_its_line_by_its_year(founded: str, valuation: Any, verdict: Verdict):
    assert line(standing("potential_unicorn", founded=founded, valuation=valuation), "PUN-02").verdict is verdict


def test_another_currency_is_asked_for_and_never_converted():
    found = line(standing("potential_unicorn", founded="2018-01-01", valuation=worth(900_000_000, CNY)), "PUN-02")
    assert "不换算汇率" in found.note


@pytest.mark.parametrize(("rung", "criterion"), [("potential_unicorn", "PUN-01"), ("unicorn", "UNI-02")])
def test_a_unicorn_was_invested_in_and_is_not_listed(rung: str, criterion: str):
    assert line(standing(rung), criterion).verdict is MET
    assert line(standing(rung, listed=True), criterion).verdict is UNMET
    assert line(standing(rung, financed=False), criterion).verdict is UNMET


@pytest.mark.parametrize(
    ("valuation", "strategic", "verdict"),
    [
        (1_000_000_001, False, MET),
        (1_000_000_000, False, UNMET),
        (1_000_000_000, True, EXPERT),
        (700_000_000, True, EXPERT),
        (699_999_999, True, UNMET),
        (700_000_000, None, MISSING),
    ],
)
def test_a_unicorn_is_worth_a_billion_or_seven_tenths_with_a_breakthrough(valuation: int, strategic: bool | None, verdict: Verdict):
    assert line(standing("unicorn", valuation=worth(valuation), strategic_breakthrough=strategic), "UNI-03").verdict is verdict


@pytest.mark.parametrize(("founded", "verdict"), [("2008-01-01", MET), ("2007-12-31", UNMET)])
def test_a_unicorn_was_founded_in_2008_or_later(founded: str, verdict: Verdict):
    assert line(standing("unicorn", founded=founded), "UNI-01").verdict is verdict
