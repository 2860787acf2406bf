"""The shapes of the catalogue's rows: days, names, answers told back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gaoxing.matters.joint_licence.permits.entries import Question, Trade
from gaoxing.matters.joint_licence.permits.loading import shipped

SHOP = shipped().licences["signboard"]


@pytest.mark.parametrize(
    ("days", "unit", "working"),
    [
        (5, "working_day", 5),
        (0, "on_the_spot", 0),
        (3, "on_the_spot", 0),
        (30, "day", 21),
        (60, "day", 42),
        (1, "day", 0),
        (1, "month", 21),
        (3, "month", 63),
    ],
)
def test_every_unit_is_told_in_working_days(days: int, unit: str, working: int):
    assert replace(SHOP, days=days, unit=unit).statutory == working


@pytest.mark.parametrize(("stage", "before"), [("pre", True), ("registration", False), ("post", False)])
def test_what_is_decided_before_registration_is_known(stage: str, before: bool):
    assert replace(SHOP, stage=stage).before is before


def test_it_waits_for_what_comes_before_what_is_hard_and_what_the_second_stage_needs():
    assert replace(SHOP, after=("a",), hard=("b",), stage2=("c",), supplement=("d",), together=("e",), parallel=("f",)).waits_for == ("a", "b", "c")


@pytest.mark.parametrize(("name", "plain"), [("餐饮店（饭店/火锅/快餐）", "餐饮店"), ("旅行社", "旅行社")])
def test_a_trade_is_named_without_its_brackets(name: str, plain: str):
    assert Trade("x", name, ()).plain == plain


@pytest.mark.parametrize(
    ("answer", "words"), [(400, "营业面积400平方米"), (30.5, "营业面积30.5平方米"), (0, "营业面积0平方米"), (100000, "营业面积100000平方米")]
)
def test_a_number_is_told_with_its_unit(answer: float, words: str):
    assert Question("area", "", "number", noun="营业面积", unit="平方米").told(answer) == words


def test_yes_and_no_have_words_of_their_own():
    question = Question("tobacco", "", "bool", yes="卖烟", no="不卖烟")
    assert [question.told(True), question.told(False)] == ["卖烟", "不卖烟"]


def test_what_was_said_stands_above_what_is_usual():
    known = shipped()
    assert known.answered({"is_company": False, "area": 5}) == {**known.answered({}), "is_company": False, "area": 5}
    assert set(known.answered({})) == set(known.circumstances)
