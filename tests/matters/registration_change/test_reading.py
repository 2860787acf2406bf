"""Single points of what statements come to; whole statements are in tests/matters/test_statements.py. Everybody and every number is made up."""

import json
from datetime import date

import pytest

from gaoxing.intake import answer_json, receive
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)


def read(*turns):
    return answer_json(receive(Transcript.of(*turns), on=TODAY, matter_id="registration_change"))["form"].get("changes", [])


def as_sets(form):
    """Changes in any order, scope items in any order: the contract compares them so."""
    rows = [{key: sorted(value) if isinstance(value, list) else value for key, value in row.items()} for row in form.get("changes", [])]
    return {**form, "changes": sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False, sort_keys=True))}


def test_the_changes_stand_in_the_order_said():
    rows = read("地址搬到元丰路1号，法人由丁大宝变更为苏小云，经营范围增加软件开发")
    assert [row["item"] for row in rows] == ["domicile", "legal_representative", "business_scope"]


def test_what_is_taken_back_stands_again_when_said_again():
    rows = read("法人由丁大宝变更为苏小云", "法人先不换了", "还是换吧，法人换成何苗")
    assert [row.get("to") for row in rows] == ["何苗"]


def test_a_transfers_sum_is_not_the_capital():
    rows = read("股东变更，丁大宝把五十万出资额转给苏小云")
    assert [row["item"] for row in rows] == ["shareholders"]


def test_nothing_is_changed_by_what_stays():
    assert read("昆山样例五金有限公司，法人不变，注册资本也不变") == []


def test_a_move_from_one_town_to_another_is_no_enterprise():
    form = answer_json(receive(Transcript.of("我们公司变更地址，从玉山镇搬到巴城镇学院路8号"), on=TODAY))["form"]
    assert form == {"changes": [{"item": "domicile", "to": "巴城镇学院路8号"}]}


def test_the_name_until_now_is_the_enterprise():
    form = answer_json(receive(Transcript.of("我们公司要变更，原来叫昆山样例五金有限公司，现在改叫昆山样例科技有限公司"), on=TODAY))["form"]
    assert form["enterprise"] == form["changes"][0]["from"] == "昆山样例五金有限公司"


@pytest.mark.parametrize("said", ["昆山样例五金有限公司，我们公司监事换了", "我们公司懂事要换", "我们公司要换执行董事"])
def test_a_change_of_officers_is_a_change_of_registration(said):
    assert answer_json(receive(Transcript.of(said), on=TODAY))["matter"] == "registration_change"
