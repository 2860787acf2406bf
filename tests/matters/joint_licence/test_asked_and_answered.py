"""The window asks one question after another, the applicant answers in a word: nothing asked twice, nothing left open, every trade."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gaoxing.catalogue import matter
from gaoxing.intake import receive
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.trades import licences
from gaoxing.speech.transcript import Transcript, Turn

DAY = date(2026, 11, 25)
MOST = 10
OPENED = {
    "restaurant": "想开个饭店",
    "cafe_tea": "想开个奶茶店",
    "bakery": "想开个面包店",
    "convenience": "想开个便利店",
    "supermarket": "想开个大超市",
    "pharmacy": "想开个药店",
    "hotel": "想开个宾馆",
    "barber_beauty": "想开个理发店",
    "gym": "想开个健身房",
    "pool": "想开个游泳馆",
    "internet_cafe": "想开个网吧",
    "ktv": "想开个KTV",
    "bookshop": "想开家书店",
    "pet_clinic": "想开个宠物医院",
    "hr_agency": "想开个人力资源公司",
    "freight_co": "想开个货运公司",
    "garage": "想开个汽修店",
    "childcare": "想办个托育园",
    "kindergarten": "想办个民办幼儿园",
}
YES = {"area": "五百平方", "fitout": "八十万", "": "是的"}
NO = {"area": "八十平方", "fitout": "五万", "": "不"}
VALUES = {"五百平方": 500, "八十万": 80, "是的": True, "八十平方": 80, "五万": 5, "不": False}


def talked(trade: str, words: dict[str, str]) -> tuple[dict[str, Any], list[str], dict[str, object]]:
    """The window's overview once it has nothing left to ask, what it asked, and what was answered."""
    joint = matter("joint_licence").joint
    assert joint is not None
    turns, asked, answers = [Turn(OPENED[trade])], [], {}
    for _ in range(MOST):
        form = receive(Transcript(tuple(turns)), on=DAY, matter_id="joint_licence").form
        assert form is not None
        found = joint.overview(form, DAY)
        if not found["questions"]:
            return found, asked, answers
        question = found["questions"][0]["id"]
        said = words.get(question, words[""])
        turns.append(Turn(said, asked=f"answers.{question}"))
        asked.append(question)
        answers[question] = VALUES[said]
    raise AssertionError(f"still asked after {MOST} questions: {asked}")


@pytest.mark.parametrize("words", [YES, NO], ids=["yes", "no"])
@pytest.mark.parametrize("trade", list(OPENED))
def test_every_question_is_asked_once_and_its_answer_is_taken(trade: str, words: dict[str, str]):
    found, asked, answers = talked(trade, words)
    assert len(set(asked)) == len(asked)
    assert {key: found["answers"].get(key) for key in asked} == answers
    assert [each["id"] for each in found["needed"]] == list(licences(trade, answers))
    assert found["open"] == []
    assert found["undecided"] == []


@pytest.mark.parametrize("trade", list(OPENED))
def test_who_says_no_to_all_needs_no_more_than_who_says_yes(trade: str):
    modest, grand = (len(talked(trade, words)[0]["needed"]) for words in (NO, YES))
    assert modest <= grand <= len(shipped().trades[trade].licences)


@pytest.mark.parametrize(
    ("trade", "words", "number"), [("restaurant", NO, 4), ("restaurant", YES, 5), ("convenience", YES, 5), ("convenience", NO, 7), ("travel", NO, 0)]
)
def test_so_many_questions_are_asked_and_no_more(trade: str, words: dict[str, str], number: int):
    OPENED.setdefault("travel", "想开家旅行社")
    assert len(talked(trade, words)[1]) == number
