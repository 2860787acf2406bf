"""What a trade needs and what not, each with its reason and article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gaoxing.matters.joint_licence.determination.determining import Determination, Verdict, determine
from gaoxing.matters.joint_licence.permits.loading import shipped

EXAMPLES = [json.loads(line) for line in (Path(__file__).parents[1] / "worked_examples.jsonl").read_text(encoding="utf-8").splitlines()]
EVERY = list(shipped().trades)


def one(verdicts: tuple[Verdict, ...], licence: str) -> Verdict:
    return next(each for each in verdicts if each.licence.id == licence)


def shown(found: Determination) -> set[str]:
    return {each.licence.id for each in (*found.needed, *found.not_needed, *found.open)}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["trade"])
def test_a_worked_example_gives_its_licences(example: dict):
    assert list(determine(example["trade"], example["answers"]).ids) == example["licences"]


@pytest.mark.parametrize("trade", EVERY)
def test_every_licence_of_a_trade_is_spoken_of_with_reason_and_basis(trade: str):
    found = determine(trade, {})
    assert shown(found) >= set(shipped().trades[trade].licences)
    assert [each.licence.id for each in (*found.needed, *found.not_needed, *found.open) if not (each.reason and each.basis)] == []


@pytest.mark.parametrize("trade", EVERY)
def test_what_is_open_names_its_questions_and_is_never_called_not_needed(trade: str):
    found = determine(trade, {})
    assert all(each.questions for each in found.open)
    assert {each.licence.id for each in found.open} & {each.licence.id for each in found.not_needed} == set()


def test_what_is_always_needed_says_so():
    assert one(determine("restaurant", {}).needed, "food_operation").reason == "餐饮店都要办"


def test_what_an_answer_brings_says_which():
    found = determine("restaurant", {"sells_tobacco": True, "area": 400, "fitout": 50})
    assert one(found.needed, "tobacco_retail").reason == "卖烟"
    assert one(found.needed, "fire_check").reason == "营业面积400平方米，超过300平方米；装修投入50万元，超过30万元"


def test_what_an_answer_rules_out_says_which():
    assert one(determine("restaurant", {"sells_tobacco": False}).not_needed, "tobacco_retail").reason == "不卖烟"


@pytest.mark.parametrize(
    ("trade", "answers", "licence", "words", "basis"),
    [
        ("restaurant", {}, "hygiene_permit", "不用再办公共场所卫生许可证", "国发〔2016〕12号"),
        ("cafe_tea", {}, "hygiene_permit", "不用再办公共场所卫生许可证", "国发〔2016〕12号"),
        ("bookshop", {}, "hygiene_permit", "改为卫生备案", "国令797号"),
        ("freight_co", {"vehicle_over_4500kg": False}, "road_freight", "4500千克及以下", "道路运输条例24条3款"),
        ("convenience", {"sells_food_prepacked_only": True, "cooks_on_site": False, "sells_bulk_food": False}, "food_operation", "备案就行", "食品安全法35条"),
        ("convenience", {"cooks_on_site": True}, "prepackaged_filing", "不用另外备案", "食品安全法35条"),
    ],
)
def test_what_people_expect_and_need_not_have_is_told_with_its_article(trade: str, answers: dict, licence: str, words: str, basis: str):
    found = one(determine(trade, answers).not_needed, licence)
    assert words in found.reason
    assert basis in found.basis


def test_a_line_that_is_drawn_elsewhere_otherwise_is_not_called_verified():
    found = one(determine("restaurant", {"area": 80}).not_needed, "fire_check")
    assert not found.verified
    assert "以消防部门的答复为准" in found.reason
    assert "营业面积80平方米，不超过300平方米" in found.reason


@pytest.mark.parametrize("answers", [{}, {"area": 400}])
def test_an_exemption_is_not_claimed_while_a_question_is_open(answers: dict):
    found = determine("restaurant", answers)
    assert one(found.open, "fire_check").questions
    assert "fire_check" not in {each.licence.id for each in found.not_needed}


def test_a_licence_needed_only_while_nobody_said_otherwise_is_needed_and_open():
    found = determine("convenience", {"sells_food_prepacked_only": True})
    assert "按现在说到的" in one(found.needed, "prepackaged_filing").reason
    assert one(found.open, "prepackaged_filing").questions == ("cooks_on_site", "sells_bulk_food")


def test_who_makes_food_does_not_sell_packed_food_only():
    found = determine("internet_cafe", {"cooks_on_site": True})
    assert "不是只卖有包装的食品" in one(found.not_needed, "prepackaged_filing").reason
    assert "prepackaged_filing" in determine("internet_cafe", {"cooks_on_site": True, "sells_food_prepacked_only": True}).ids


def test_what_hangs_on_an_open_question_asks_it():
    assert one(determine("garage", {}).open, "drainage").reason.endswith("会有含油或医疗等废水排入下水道吗？")


def test_an_unknown_trade_is_a_key_error():
    with pytest.raises(KeyError, match="moon"):
        determine("moon", {})


def test_what_the_place_must_be_is_told_with_the_licence():
    told = one(determine("pet_clinic", {}).needed, "animal_clinic").to_json()
    assert "不少于200米" in told["eligibility"][0]
    assert "未核实" in told["eligibility"][0]


def test_it_is_told_as_json():
    told = json.loads(json.dumps(determine("travel", {}).to_json()))
    assert told["trade"] == {"id": "travel", "name": "旅行社"}
    assert [each["id"] for each in told["needed"]] == ["business_licence", "seal_filing", "travel_agency"]
    assert told["needed"][2]["document"] == "旅行社业务经营许可证"
