"""Judging a condition: shares, amounts and growth at their edges; gaps that close what they tell; several conditions together."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks.assessment import judging
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import MONEY, Share, all_of, answered, any_of, at_least, at_most, grown, growth, nearest, share, share_of
from gaoxing.checks.assessment.shown import percent, plain, up, yuan
from gaoxing.checks.assessment.verdict import Gap, Judged, Verdict, better

STAFF = Share("technical_staff", "staff", "人", "科技人员")
SPENT = Share("research", "revenue", MONEY, "研发费用")
OF_COST = Share("research", "cost", MONEY, "研发费用", within=True)
MET, EXPERT, MISSING, UNMET = Judged(Verdict.MET), Judged(Verdict.EXPERT), Judged(Verdict.MISSING, wants=("x",)), Judged(Verdict.UNMET)


@given(st.integers(0, 400), st.integers(1, 400), st.integers(1, 99))
def test_the_gap_in_people_is_the_least_that_closes_it(upper: int, lower: int, least: int):
    found = share_of(Fraction(upper), Fraction(lower), STAFF, least, "technical_staff@2025")
    if found.gap is None:
        assert upper * 100 >= lower * least
        return
    assert (upper + found.gap.amount) * 100 >= lower * least > (upper + found.gap.amount - 1) * 100


@given(st.integers(0, 10**10), st.integers(1, 10**10), st.integers(1, 60))
def test_the_gap_in_money_closes_it_even_where_costs_grow_along(upper: int, lower: int, least: int):
    found = share_of(Fraction(upper), Fraction(lower), OF_COST, least, "research@2025")
    if found.gap is not None:
        assert (upper + found.gap.amount) * 100 >= (lower + found.gap.amount) * least
        assert found.gap.amount % 10_000 == 0


@given(st.integers(0, 10**10), st.integers(1, 10**10), st.integers(1, 60))
def test_more_than_a_share_wants_more(upper: int, lower: int, least: int):
    found = share_of(Fraction(upper), Fraction(lower), SPENT, least, "research@2025", more=True)
    assert (found.verdict is Verdict.MET) is (upper * 100 > lower * least)
    assert found.gap is None or (upper + found.gap.amount) * 100 > lower * least


def test_a_share_that_is_not_told_names_what_lacks():
    assert share(Inputs({"staff@2025": 100}), STAFF, 2025, 10).wants == ("technical_staff@2025",)


def test_a_share_of_nothing_is_not_known():
    found = share(Inputs({"technical_staff@2025": 0, "staff@2025": 0}), STAFF, 2025, 10)
    assert (found.verdict, found.wants, found.gap) == (Verdict.MISSING, ("staff@2025",), None)


@pytest.mark.parametrize(
    ("value", "verdict", "sentence"),
    [(3, Verdict.MET, None), (2, Verdict.UNMET, "知识产权还差1项（现有2项）"), (0, Verdict.UNMET, "知识产权还差3项（现有0项）")],
)
def test_a_number_reaches_its_floor(value: int, verdict: Verdict, sentence: str | None):
    found = at_least(Inputs({"rights": value}), "rights", None, 3, "项", "知识产权")
    assert (found.verdict, found.gap and found.gap.sentence) == (verdict, sentence)


def test_beyond_a_ceiling_it_tells_by_how_much():
    found = at_most(Inputs({"staff@2025": 512}), "staff", 2025, 500, "人", "职工")
    assert (found.verdict, found.gap.sentence) == (Verdict.UNMET, "职工超出12人")  # type: ignore[union-attr]


@pytest.mark.parametrize("judge", [at_least, at_most])
def test_what_is_not_told_is_neither_above_nor_below(judge: object):
    found = judge(Inputs({}), "staff", 2025, 500, "人", "职工")  # type: ignore[operator]
    assert (found.verdict, found.wants) == (Verdict.MISSING, ("staff@2025",))


@pytest.mark.parametrize(("value", "verdict", "note"), [(True, Verdict.MET, ""), (False, Verdict.UNMET, "不行。"), (None, Verdict.MISSING, "")])
def test_a_question_is_answered_as_it_must_be(value: bool | None, verdict: Verdict, note: str):
    found = answered(Inputs({"x": value}), "x", wanted=True, otherwise="不行。")
    assert (found.verdict, found.note) == (verdict, note)


@pytest.mark.parametrize(
    ("judged", "every", "one"),
    [
        ((MET, UNMET), Verdict.UNMET, Verdict.MET),
        ((MET, MISSING), Verdict.MISSING, Verdict.MET),
        ((MISSING, UNMET), Verdict.UNMET, Verdict.MISSING),
        ((EXPERT, MISSING), Verdict.MISSING, Verdict.EXPERT),
        ((MET, MET), Verdict.MET, Verdict.MET),
        ((UNMET, UNMET), Verdict.UNMET, Verdict.UNMET),
    ],
)
def test_all_take_the_worst_and_any_the_best(judged: tuple[Judged, ...], every: Verdict, one: Verdict):
    assert (all_of(*judged).verdict, any_of(*judged).verdict) == (every, one)


def test_the_nearest_gap_is_the_smallest_beside_what_there_is():
    near, far = Gap("a", Decimal(9), "人", "", Fraction(1, 10)), Gap("b", Decimal(1), "项", "", Fraction(1, 2))
    assert nearest([far, None, near, Gap("c", Decimal(1), "项", "")]) is near
    assert nearest([None]) is None


@given(st.integers(1, 10**6), st.integers(0, 10**7), st.integers(1, 5))
def test_growth_as_shown_agrees_with_growth_as_decided(first: int, last: int, years: int):
    rate = growth(Fraction(first), Fraction(last), years)
    assert rate is not None
    if abs(rate - 0.2) > 1e-9:
        assert grown(Fraction(first), Fraction(last), years, 20) is (rate > 0.2)


def test_growth_from_nothing_is_not_known():
    assert growth(Fraction(0), Fraction(5), 3) is None
    assert not grown(Fraction(0), Fraction(5), 3, 20)


@pytest.mark.parametrize(("verdicts", "best"), [((Verdict.UNMET, Verdict.EXPERT), Verdict.EXPERT), ((Verdict.MISSING, Verdict.MET), Verdict.MET)])
def test_the_best_of_several_verdicts(verdicts: tuple[Verdict, ...], best: Verdict):
    assert better(*verdicts) is best


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "0元"),
        ("9999", "9999元"),
        ("10000", "1万元"),
        ("12345678", "1234.5678万元"),
        ("12345678.9", "12345678.9元"),
        ("100000000", "1亿元"),
        ("185300000", "1.853亿元"),
    ],
)
def test_money_is_written_exactly_in_its_largest_unit(amount: str, text: str):
    assert yuan(Decimal(amount)) == text


@pytest.mark.parametrize(("share_told", "text"), [(Fraction(1, 2), "50%"), (Fraction(1, 3), "33.33%"), (Fraction(13, 200), "6.5%"), (Fraction(0), "0%")])
def test_a_share_is_written_in_percent(share_told: Fraction, text: str):
    assert percent(share_told) == text


def test_figures_of_any_size_are_shown():
    assert percent(Fraction(10**40, 3)).endswith("3.33%")
    assert yuan(Decimal(10**40) + Decimal("0.5")).endswith("元")
    assert up(Fraction(10**40, 3), Decimal("0.01")) > 10**39


@given(st.fractions(0, 10**9), st.sampled_from([Decimal(1), Decimal(10_000)]))
def test_rounding_up_gives_the_least_multiple(amount: Fraction, step: Decimal):
    found = Fraction(up(amount, step))
    assert found >= amount > found - Fraction(step)


@pytest.mark.parametrize(("number", "text"), [("1E+3", "1000"), ("2.50", "2.5"), ("0.10", "0.1"), ("10", "10")])
def test_a_number_has_no_exponent_and_no_idle_zeros(number: str, text: str):
    assert plain(Decimal(number)) == text


def test_what_is_judged_is_told_as_json():
    told = share_of(Fraction(7), Fraction(100), STAFF, 10, "technical_staff@2025").to_json()
    assert (told["term"], told["gap"]["amount"], told["gap"]["unit"]) == ("不满足", "3", "人")


def test_what_only_people_judge_says_so():
    assert judging.expert("有", "属于", "由专家认定。").verdict is Verdict.EXPERT
