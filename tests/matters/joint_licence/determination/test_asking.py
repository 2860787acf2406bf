"""What is still to be asked: only what changes the result, the most informative question first."""

from __future__ import annotations

from itertools import product

import pytest

from gaoxing.matters.joint_licence.bundle.papers import Way, papers
from gaoxing.matters.joint_licence.determination.asking import next_question, open_ids, questions_left
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.trades import licences

EVERY = list(shipped().trades)
VALUES = {"area": (100, 500), "fitout": (10, 100)}


def asked(trade: str, **answers: object) -> list[str]:
    return [each.id for each in questions_left(trade, answers)]


def result(trade: str, answers: dict) -> tuple:
    found = licences(trade, answers)
    return found, frozenset(each.material.id for each in papers(found, answers) if each.way is Way.UPLOAD)


@pytest.mark.parametrize("trade", EVERY)
def test_a_question_that_is_asked_can_change_the_result(trade: str):
    left = asked(trade)
    for question in left:
        others = [each for each in left if each != question]
        every = [dict(zip(others, values, strict=True)) for values in product(*(VALUES.get(each, (True, False)) for each in others))]
        assert any(len({result(trade, {**told, question: value}) for value in VALUES.get(question, (True, False))}) > 1 for told in every), question


@pytest.mark.parametrize("trade", EVERY)
def test_when_nothing_is_left_to_ask_no_other_answer_changes_the_result(trade: str):
    answers: dict = {}
    while (question := next_question(trade, answers)) is not None:
        answers[question.id] = VALUES.get(question.id, (True, False))[0]
    settled = shipped().answered(answers)
    others = [each for each in shipped().questions if each not in settled and each != "agent_present"]
    assert {result(trade, {**answers, each: value}) for each in others for value in VALUES.get(each, (True, False))} <= {result(trade, answers)}


def test_what_an_answer_settled_is_asked_no_more():
    assert "fitout" not in asked("restaurant", area=60)
    assert asked("convenience", cooks_on_site=True) == ["has_sign", "sells_tobacco", "sells_md2", "sells_books"]


@pytest.mark.parametrize("trade", ["convenience", "pharmacy", "internet_cafe"])
@pytest.mark.parametrize("loose", ["cooks_on_site", "sells_bulk_food"])
def test_who_makes_food_or_sells_it_loose_is_not_asked_whether_it_is_all_packed(trade: str, loose: str):
    assert "sells_food_prepacked_only" in asked(trade)
    assert "sells_food_prepacked_only" not in asked(trade, **{loose: True})
    assert "sells_food_prepacked_only" not in open_ids(trade, {loose: True})


def test_the_question_that_settles_most_is_asked_first():
    assert asked("convenience")[:2] == ["cooks_on_site", "sells_bulk_food"]
    assert asked("restaurant")[0] == "area"


def test_a_paper_that_hangs_on_an_answer_is_asked_about():
    assert "central_ac" in asked("hotel")
    assert "central_ac" not in asked("supermarket", area=200)
    assert "central_ac" in asked("supermarket", area=400)


@pytest.mark.parametrize("trade", ["travel", "printshop", "hazchem_co"])
def test_a_trade_that_always_needs_the_same_asks_nothing(trade: str):
    assert next_question(trade, {}) is None


def test_the_next_question_is_in_everyday_words():
    question = next_question("freight_co", {})
    assert question is not None
    assert question.text == "有总质量超过4.5吨的货车吗？"


def test_what_is_open_is_told_in_the_catalogues_order_too():
    assert set(open_ids("hotel", {})) == set(asked("hotel"))


def test_an_unknown_trade_is_a_key_error():
    with pytest.raises(KeyError):
        questions_left("moon", {})
