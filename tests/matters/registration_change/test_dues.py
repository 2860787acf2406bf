"""Until when is paid in. Everybody and every number is made up."""

from datetime import date

import pytest

from gaoxing.facts.statement import hear
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.written import written
from gaoxing.matters.registration_change.dues import dues
from gaoxing.matters.registration_change.fields import FIELDS
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)
MORE = "昆山泊川贸易有限公司增资，注册资本从一百万增加到三百万，"
OURS = "昆山泊川贸易有限公司变更住所到玉山镇某某路2号，"


def told(*turns):
    return {each.field: each.readings or each.value for each in dues(hear(Transcript.of(*turns), TODAY))}


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("新增的五年内缴齐", {"years": 5}),
        ("增资的钱三年之内到位", {"years": 3}),
        ("新增的两百万2030年6月30日前缴足", "2030-06-30"),
        ("新增部分的出资期限到2030年12月31日", "2030-12-31"),
        ("增加的部分2031年底之前到位", ("2031-12-31", "2031")),
    ],
)
def test_the_period_of_an_increase_is_read(said, due):
    assert told(MORE + said) == {"increase_due": due}


@pytest.mark.parametrize(
    "said",
    [
        "钱以后再慢慢缴",
        "公司要再干五年",
        "新增的已经全部到账了",
        "新增的已经在2026年11月1日缴足了",
        "新增的两百万五年左右缴齐",
        "原来的一百万2020年5月1日就缴足了",
        "租期到2030年5月1日",
        "新增的五年内缴齐行不行",
        "新增的自成立之日起五年内缴齐",
    ],
)
def test_no_period_of_an_increase_is_made_up(said):
    assert told(MORE + said) == {}


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("出资期限调整到2032年6月30日", "2032-06-30"),
        ("股东的出资改成2031年12月31日前缴足", "2031-12-31"),
        ("认缴期限改到2031年6月30日", "2031-06-30"),
        ("出资期限从2040年1月1日提前到2032年6月30日", "2032-06-30"),
    ],
)
def test_a_period_that_is_changed_is_read(said, due):
    assert told(OURS + said) == {"contribution_due": due}


@pytest.mark.parametrize("said", ["出资期限不变", "经营期限延长到2040年6月30日", "租金改成2031年6月30日前付", "出资期限要不要改到2032年6月30日"])
def test_what_changes_no_period_of_contribution_gives_none(said):
    assert told(OURS + said) == {}


@pytest.mark.parametrize(("blank", "answer", "due"), [("increase_due", "三年内", {"years": 3}), ("contribution_due", "2032年6月30号", "2032-06-30")])
def test_a_bare_answer_fills_the_blank_asked_about(blank, answer, due):
    assert told(MORE, (blank, answer)) == {blank: due}


def test_the_years_from_the_founding_answer_for_the_changed_period_only():
    assert told(MORE, ("contribution_due", "自成立之日起五年内")) == {"contribution_due": {"years": 5}}
    assert told(MORE, ("increase_due", "自成立之日起五年内")) == {}


def test_the_years_of_an_increase_count_from_the_change_and_not_from_the_founding():
    form = Form("registration_change", "2026", {"increase_due": Answer({"years": 5}, Source.SAID)})
    shown = {each.id: written(each, {"years": 5}, form) for each in FIELDS if each.id in {"increase_due", "contribution_due"}}
    assert shown == {"increase_due": "自变更登记之日起5年内", "contribution_due": "自成立之日起5年内"}
