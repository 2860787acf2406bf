"""Scores by bands: bounds, steps, the better of two ways, and what experts keep."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import MONEY, Share
from gaoxing.checks.assessment.scoring import better_of, by_count, by_experts, by_rate, by_share

STAFF = Share("technical_staff", "staff", "人", "科技人员")
SPENT = Share("research", "revenue", MONEY, "研发费用")
BANDS = [{"at": 30, "points": 20}, {"at": 20, "points": 12}, {"at": 10, "points": 4}]
JUDGED = [{"at": 5, "from": 5, "to": 6}, {"at": 1, "from": 1, "to": 2}]


def staff(technical: int | None, all_of_them: int | None = 100) -> Inputs:
    told = {"technical_staff@2025": technical, "staff@2025": all_of_them}
    return Inputs({name: value for name, value in told.items() if value is not None})


@given(st.integers(0, 100))
def test_a_step_leads_to_the_band_that_it_tells(technical: int):
    found = by_share(staff(technical), STAFF, 2025, BANDS)
    if found.step is None:
        assert found.worst == 20
        return
    there = by_share(staff(technical + int(found.step.gap.amount)), STAFF, 2025, BANDS)
    assert there.worst == found.worst + found.step.points > found.worst


def test_what_is_not_told_may_bring_nothing_or_everything():
    found = by_share(staff(None), STAFF, 2025, BANDS)
    assert (found.worst, found.best, found.wants) == (0, 20, ("technical_staff@2025",))


def test_a_share_of_nobody_is_asked_again():
    found = by_share(staff(0, 0), STAFF, 2025, BANDS)
    assert (found.worst, found.best, found.wants) == (0, 20, ("staff@2025",))


@pytest.mark.parametrize(("number", "worst", "best", "expert"), [(6, 5, 6, True), (5, 5, 6, True), (4, 1, 2, True), (0, 0, 0, False)])
def test_a_band_of_experts_has_two_bounds(number: int, worst: int, best: int, expert: bool):
    found = by_count(Fraction(number), JUDGED, "项", "知识产权", "rights")
    assert (found.worst, found.best, found.expert) == (worst, best, expert)


def test_the_step_of_a_count_tells_what_lacks():
    found = by_count(Fraction(3), JUDGED, "项", "知识产权", "rights")
    assert found.step is not None
    assert (found.step.gap.sentence, found.step.points) == ("知识产权还差2项（现有3项）", Decimal(4))


def test_a_broken_count_lacks_whole_things():
    found = by_count(Fraction(7, 3), JUDGED, "项", "成果", "works")
    assert found.step is not None
    assert found.step.gap.amount == 3


def test_a_count_that_is_not_told_is_wanted():
    assert by_count(None, JUDGED, "项", "知识产权", "rights").wants == ("rights",)


@pytest.mark.parametrize(("rate", "worst"), [(Fraction(35, 100), 9), (Fraction(34, 100), 1), (Fraction(1, 10**6), 1), (Fraction(0), 0)])
def test_above_nothing_is_more_than_nothing(rate: Fraction, worst: int):
    assert by_rate(rate, [{"at": 35, "from": 9, "to": 10}, {"above": 0, "from": 1, "to": 2}]).worst == worst


def test_the_better_of_two_ways_counts():
    poor, rich = by_count(Fraction(1), JUDGED, "项", "甲", "a"), by_count(Fraction(5), JUDGED, "项", "乙", "b")
    assert (better_of(poor, rich).worst, better_of(poor, rich).best, better_of(poor, rich).step) == (5, 6, None)


def test_a_way_that_is_not_told_is_wanted_while_it_may_bring_more():
    told, untold = by_count(Fraction(1), JUDGED, "项", "甲", "a"), by_count(None, JUDGED, "项", "乙", "b")
    assert better_of(told, untold).wants == ("b",)
    assert better_of(by_count(Fraction(5), [{"at": 5, "points": 6}], "项", "甲", "a"), untold).wants == ()


def test_the_cheaper_of_two_steps_is_told():
    near, far = by_count(Fraction(4), JUDGED, "项", "甲", "a"), by_count(Fraction(1), JUDGED, "项", "乙", "b")
    found = better_of(near, far)
    assert found.step is not None
    assert found.step.gap.key == "a"


def test_experts_score_anywhere():
    found = by_experts(20, "由专家打分。")
    assert (found.worst, found.best, found.expert) == (0, 20, True)


def test_a_score_is_told_as_json():
    told = by_share(staff(15), STAFF, 2025, BANDS).to_json()
    assert (told["worst"], told["step"]["amount"], told["step"]["points"]) == ("4", "5", "8")


def test_money_steps_are_whole_ten_thousands():
    inputs = Inputs({"research@2025": "1234567", "revenue@2025": "10000000"})
    found = by_share(inputs, SPENT, 2025, BANDS)
    assert found.step is not None
    assert found.step.gap.amount == 770_000
