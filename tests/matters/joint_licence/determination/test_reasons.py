"""Why a condition holds or fails, in the applicant's own answers."""

from __future__ import annotations

import pytest

from gaoxing.matters.joint_licence.determination.reasons import because
from gaoxing.matters.joint_licence.permits.loading import shipped

COOKS, LOOSE = {"question": "cooks_on_site", "is": True}, {"question": "sells_bulk_food", "is": True}
LINE = {"condition": "fire_line"}


@pytest.mark.parametrize(
    ("condition", "answers", "words"),
    [
        (COOKS, {"cooks_on_site": True}, "店里现做吃的喝的"),
        (COOKS, {"cooks_on_site": False}, "店里不现做吃的喝的"),
        ({"not": COOKS}, {"cooks_on_site": False}, "店里不现做吃的喝的"),
        ({"any": [COOKS, LOOSE]}, {"cooks_on_site": False, "sells_bulk_food": True}, "卖散装食品或熟食"),
        ({"any": [COOKS, LOOSE]}, {"cooks_on_site": False, "sells_bulk_food": False}, "店里不现做吃的喝的；不卖散装食品和熟食"),
        (LINE, {"area": 300, "fitout": 50}, "营业面积300平方米，不超过300平方米"),
        (LINE, {"area": 301, "fitout": 30.5}, "营业面积301平方米，超过300平方米；装修投入30.5万元，超过30万元"),
        (LINE, {"area": 9e6, "fitout": 1_234_567.25}, "营业面积9000000平方米，超过300平方米；装修投入1234567.25万元，超过30万元"),
        ({"question": "not_owner", "is": True}, {"not_owner": True}, "挂招牌的地方是别人的"),
        (COOKS, {}, ""),
        (LINE, {"area": 400}, ""),
        ({}, {}, ""),
    ],
)
def test_only_the_answers_that_settle_it_are_told(condition: dict, answers: dict, words: str):
    assert because(condition, answers, shipped()) == words
