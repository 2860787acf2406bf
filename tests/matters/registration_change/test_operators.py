"""Another operator of a sole trader's business. Everybody and every number is made up."""

from datetime import date

import pytest

from gaoxing.facts.statement import hear
from gaoxing.intake import answer_json, receive
from gaoxing.matters.registration_change.operators import trades_alone
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)
ITEM = "legal_representative"
BOTH = [{"item": ITEM, "from": "丁大宝", "to": "苏小云"}]


def read(*turns):
    answer = answer_json(receive(Transcript.of(*turns), on=TODAY))
    return answer["matter"], answer["form"].get("changes", [])


@pytest.mark.parametrize(
    "said",
    [
        "昆山市玉山镇泊川小吃店是个体工商户，换经营者，由丁大宝换成苏小云",
        "我是个体户，昆山市玉山镇泊川小吃店要变更经营者，丁大宝变更为苏小云",
        "昆山市玉山镇泊川小吃店，经营者从丁大宝换成我老婆苏小云，办变更",
        "个体户变更，店名昆山市玉山镇泊川小吃店，老板换人，原来丁大宝，现在换成苏小云",
        "玉山镇泊川面馆要换经营者，原来的经营者是丁大宝，新的经营者是苏小云",
        "昆山市玉山镇泊川小吃店，原经营者丁大宝，变更后的经营者苏小云，办理变更登记",
        "变更经营者，代码92320583MA0000007N，丁大宝不做了，苏小云接手",
    ],
)
def test_another_operator_stands_in_the_row_of_whoever_is_registered(said):
    assert read(said) == ("registration_change", BOTH)


def test_the_wish_alone_gives_the_row_and_the_rest_is_asked():
    assert read("昆山市玉山镇泊川小吃店要换经营者") == ("registration_change", [{"item": ITEM}])


def test_the_new_operator_may_be_the_answer_to_the_question():
    assert read("昆山市玉山镇泊川小吃店办变更登记，换经营者", ("changes.0.to", "苏小云")) == ("registration_change", [{"item": ITEM, "to": "苏小云"}])


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("昆山市玉山镇泊川小吃店办变更登记，经营场所搬到玉山镇某某路2号，经营者还是丁大宝", ["domicile"]),
        ("昆山市玉山镇泊川小吃店办变更，不换经营者，只改名字", ["name"]),
        ("昆山泊川贸易有限公司变更登记，实际经营者换成苏小云", []),
        ("昆山泊川贸易有限公司变更登记，经营者换成苏小云", []),
    ],
)
def test_an_operator_who_stays_or_is_a_companys_changes_nothing(said, items):
    assert [row["item"] for row in read(said)[1]] == items


def test_who_sets_up_and_puts_the_operator_right_still_sets_up():
    assert read("我要办个体工商户，经营者丁大宝，不对，经营者换成苏小云")[0] == "sole_trader_registration"


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("代码92320583MA0000007N，办变更", True),
        ("玉山镇泊川面馆办变更", True),
        ("换经营者", True),
        ("办变更", False),
        ("我们公司换经营者", False),
        ("昆山泊川贸易有限公司，以前是个体户", False),
    ],
)
def test_who_trades_alone_is_told_by_code_name_or_word(said, alone):
    assert trades_alone(hear(Transcript.of(said))) is alone
