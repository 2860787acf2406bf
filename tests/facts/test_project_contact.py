"""Who is to be reached about a project. Persons and numbers are made up."""

import pytest

from gaoxing.facts.project_contact import contact_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def contact(*turns):
    return {fact.field.removeprefix("contact."): fact.value for fact in contact_facts(hear(Transcript.of(*turns)))}


@pytest.mark.parametrize(
    "said",
    [
        "联系人沙小林，13800001234",
        "对接人是沙小林，电话138 0000 1234",
        "找沙小林电话幺三八零零零零幺二三四",
        "有事找我们设备部的沙小林，手机13800001234",
        "报建的事由沙小林负责，13800001234，联系人填他就行",
        "找我们环保主管沙小林，13800001234",
        "联系人是他们基建部的沙小林，138 0000 1234；我的电话是137 1111 2222，不用填",
        "联系我就行，我叫沙小林，13800001234",
        "我叫沙小林，手机13800001234",
        "沙小林是这次的联系人，手机13800001234",
    ],
)
def test_the_one_said_to_be_reached_is_the_contact(said: str):
    assert contact(said) == {"name": "沙小林", "mobile": "13800001234"}


def test_a_boss_or_bank_is_not_the_contact():
    assert contact("银行的沙小林，13800001234") == {}
    assert contact("法定代表人沙小林") == {}


def test_a_number_without_a_name_is_the_contacts():
    assert contact("联系电话0512-57778888") == {"mobile": "0512-57778888"}


def test_a_mobile_goes_before_a_fixed_line():
    assert contact("联系人沙小林，座机0512-57778888，手机13800001234")["mobile"] == "13800001234"


def test_a_later_contact_takes_the_place():
    turns = [("contact", "沙小林，13800001234"), "联系人换一下，沙小林休假，写魏大墨，15200006699"]
    assert contact(*turns) == {"name": "魏大墨", "mobile": "15200006699"}


def test_bare_answers_are_read():
    assert contact("备案", ("contact.name", "沙小林"), ("contact.mobile", "幺三八零零零零幺二三四")) == {"name": "沙小林", "mobile": "13800001234"}


def test_a_corrected_number_counts():
    assert contact("联系人沙小林，13800001234", "手机说错了，是13800004321")["mobile"] == "13800004321"


def test_nobody_named_in_a_projects_name_is_the_contact():
    assert contact("项目名字叫智能箱包扩建项目，属于扩建") == {}


def test_a_title_may_stand_before_the_name_in_brackets():
    assert contact("联系人：卞师傅（卞荣根），18013131313。") == {"name": "卞荣根", "mobile": "18013131313"}


def test_whose_number_it_was_may_be_told_behind_it():
    assert contact("电话写他的13500006632他叫戚伟明") == {"name": "戚伟明", "mobile": "13500006632"}
