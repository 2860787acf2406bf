"""A conversation tried: each way in which it can come out otherwise, and names and values that there are not. Persons are made up."""

from datetime import date

import pytest

from gaoxing.cli.comparing import Difference, differences
from gaoxing.cli.conversations import Conversation, Misspelt

ON = date(2026, 11, 24)
SAID = "我想开公司，注册资本一百万，股东丁大宝占六成，电话13800138000，苏小云占四成，丁大宝当法人"


def tried(said=SAID, **how):
    turns = tuple(("", each) if isinstance(each, str) else each for each in ([said] if isinstance(said, str) else said))
    return differences(Conversation("试", turns, **how), ON)


@pytest.mark.parametrize(
    "expected",
    [
        {"注册资本": "100万元"},
        {"注册资本": "一百万元"},
        {"registered_capital": "1000000"},
        {"资本": "100万元"},
        {"丁大宝的出资比例": "60%"},
        {"丁大宝的认缴出资额": "60万元"},
        {"丁大宝的职务": ["股东", "法定代表人"]},
        {"parties.1.name": "苏小云"},
        {"股东": ["苏小云", "丁大宝"]},
        {"法定代表人": "丁大宝"},
        {"移动电话": "13800138000"},
    ],
)
def test_a_blank_is_named_and_valued_as_people_do(expected):
    assert tried(expected=expected) == ()


@pytest.mark.parametrize(
    ("expected", "difference"),
    [
        ({"注册资本": "200万元"}, Difference("注册资本", "200万元", "100万元", "“一百万”")),
        ({"住所": "前进东路88号"}, Difference("住所", "前进东路88号", "（空着）")),
        ({"股东": "丁大宝"}, Difference("股东", "丁大宝", "丁大宝、苏小云")),
        ({"监事": "苏小云"}, Difference("监事", "苏小云", "（空着）")),
        ({"何苗的移动电话": "13800138000"}, Difference("何苗的移动电话", "13800138000", "表上没有“何苗”")),
    ],
)
def test_what_came_out_otherwise_is_told_with_both_sides(expected, difference):
    assert tried(expected=expected) == (difference,)


def test_what_should_be_asked_is_a_blank_or_words_of_the_question():
    assert tried(asked=("住所", "监事", "全称叫什么")) == ()
    (missing,) = tried(asked=("注册资本",))
    assert (missing.about, missing.expected) == ("注册资本", "追问这一项")
    assert "没有追问它" in missing.got


def test_what_must_not_be_there_is_a_blank_an_office_or_words():
    assert tried(absent=("住所", "监事", "房东", "何苗")) == ()
    assert [each.got for each in tried(absent=("注册资本", "法定代表人", "苏小云"))] == ["100万元", "丁大宝", "姓名或名称：苏小云"]


def test_the_matter_must_be_the_one_written():
    assert tried(matter="公司设立登记", asked=("住所",)) == ()
    assert tried(matter="company_registration", asked=("住所",)) == ()
    assert tried(matter="注销登记", asked=("住所",)) == (Difference("事项", "注销登记", "公司设立登记"),)
    assert tried("今天天气不错", asked=("住所",)) == (Difference("事项", "能填的事项", "没有听出来"),)


def test_findings_are_wanted_or_not():
    typed = {"邮政编码": "21530"}
    assert tried(typed=typed, finds=("POST-01",), quiet=("CAP-01",)) == ()
    assert [each.about for each in tried(typed=typed, finds=("CAP-01",), quiet=("POST-01",))] == ["审查", "审查"]


def test_an_answer_belongs_to_the_question_that_is_named():
    assert tried([SAID, ("住所", "前进东路88号"), ("从业人数", "五个")], expected={"住所": "前进东路88号", "从业人数": 5}) == ()


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ({"matter": "结婚登记", "asked": ("住所",)}, "没有“结婚登记”这个事项。能写的有：公司设立登记"),
        ({"expected": {"天气": "晴"}}, "表上没有“天气”这一栏。栏目有：名称"),
        ({"expected": {"注册资本": "很多"}}, "看不懂“很多”"),
        ({"typed": {"天气": "晴"}, "asked": ("住所",)}, "表上没有“天气”这一栏"),
    ],
)
def test_what_there_is_not_is_told(how, sentence):
    with pytest.raises(Misspelt, match=sentence):
        tried(**how)


def test_an_unknown_question_is_told():
    with pytest.raises(Misspelt, match="没有“天气”这一栏，不知道问的是什么"):
        tried([SAID, ("天气", "晴")], asked=("住所",))
