"""Conditions over answers: three truths, names, what they hang on, whether they can hold at all."""

from __future__ import annotations

import pytest

from gaoxing.matters.joint_licence.permits.conditions import asked, holds, leaves, outcomes, samples

COOKS = {"question": "cooks", "is": True}
LOOSE = {"question": "loose", "is": True}
LARGE = {"question": "area", "over": 300}
NAMED = {"food": {"any": [COOKS, LOOSE]}, "line": {"all": [LARGE, {"question": "cost", "over": 30}]}}


@pytest.mark.parametrize(
    ("condition", "answers", "truth"),
    [
        ({}, {}, True),
        (COOKS, {}, None),
        (COOKS, {"cooks": True}, True),
        (COOKS, {"cooks": False}, False),
        (LARGE, {"area": 300}, False),
        (LARGE, {"area": 300.5}, True),
        ({"not": COOKS}, {}, None),
        ({"not": COOKS}, {"cooks": False}, True),
        ({"all": [COOKS, LOOSE]}, {"cooks": False}, False),
        ({"all": [COOKS, LOOSE]}, {"cooks": True}, None),
        ({"any": [COOKS, LOOSE]}, {"loose": True}, True),
        ({"any": [COOKS, LOOSE]}, {"loose": False}, None),
        ({"condition": "food"}, {"cooks": False, "loose": False}, False),
        ({"not": {"condition": "line"}}, {"area": 80}, True),
    ],
)
def test_a_condition_holds_fails_or_stays_open(condition: dict, answers: dict, truth: bool | None):
    assert holds(condition, answers, NAMED) is truth


def test_what_is_not_known_may_count_as_no():
    assert holds(COOKS, {}, unknown=False) is False
    assert holds({"not": COOKS}, {}, unknown=False) is True


def test_one_is_no_yes_where_yes_is_wanted():
    assert holds(COOKS, {"cooks": 1}) is False


def test_a_name_that_nobody_gave_is_a_key_error():
    with pytest.raises(KeyError, match="moon"):
        holds({"condition": "moon"}, {}, NAMED)


def test_a_condition_hangs_on_the_questions_behind_its_names():
    assert list(asked({"all": [{"condition": "food"}, {"not": {"condition": "line"}}]}, NAMED)) == ["cooks", "loose", "area", "cost"]


def test_the_single_questions_of_a_condition_are_found():
    assert list(leaves({"any": [COOKS, {"not": LARGE}]})) == [COOKS, LARGE]


def test_every_line_is_tried_on_both_sides_once():
    assert samples([LARGE, LARGE, {"question": "area", "over": 100}]) == {"area": [300, 301, 100, 101]}


@pytest.mark.parametrize(
    ("condition", "truths"),
    [
        ({"condition": "food"}, {True, False}),
        ({"all": [COOKS, {"not": COOKS}]}, {False}),
        ({"any": [COOKS, {"not": COOKS}]}, {True}),
        ({"all": [LARGE, {"not": {"question": "area", "over": 200}}]}, {False}),
    ],
)
def test_a_condition_that_never_or_always_holds_is_known(condition: dict, truths: set):
    assert outcomes(condition, NAMED) == truths
