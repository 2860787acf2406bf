"""Which figure is of what: before it, behind it, gone on from, put right, declared afterwards."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.facts.cultivation.pairing import Said, is_retracted, linked, pair, without_years
from gaoxing.facts.cultivation.topics import find_topics
from gaoxing.facts.cultivation.values import find_values
from gaoxing.facts.cultivation.years import find_years

DAY = date(2026, 11, 25)


def paired(text, asked=""):
    marks = find_years(text, DAY)
    said = Said(text, find_values(text, marks), find_topics(text), marks)
    return [(each.item, None if each.value.amount is None else int(each.value.amount)) for each in pair(said, asked, ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("营收八千万", [("revenue", 80_000_000)]),
        ("八千万的营收", [("revenue", 80_000_000)]),
        ("营收去年做到了八千万", [("revenue", 80_000_000)]),
        ("五百二十万投在研发", [("research", 5_200_000)]),
        ("研发上面花了五百二十万", [("research", 5_200_000)]),
        ("营收八千万研发五百二十万", [("revenue", 80_000_000), ("research", 5_200_000)]),
        ("八千万营收，五百二十万研发", [("revenue", 80_000_000), ("research", 5_200_000)]),
        ("十五个研发", [("research_staff", 15)]),
        ("十五个搞研发的", [("research_staff", 15)]),
        ("研发人员十五名", [("research_staff", 15)]),
        ("员工一百一十个研发十五个", [("staff", 110), ("research_staff", 15)]),
        ("一共三十五个人科技人员八个", [("staff", 35), ("technical_staff", 8)]),
        ("三个发明八个实用新型", [("rights_class_one", 3), ("rights_class_two", 8)]),
        ("发明三项，实用新型八项", [("rights_class_one", 3), ("rights_class_two", 8)]),
    ],
)
def test_a_figure_takes_the_topic_beside_it(text, found):
    assert paired(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "产值八千万",
        "研发中心盖楼花了三千万",
        "研发项目三个",
        "利润八百万",
        "本科六十个人",
        "一百吨",
        "销售人员三十个",
        "营收不错。八千万",
        "研发设备八百万",
        "营收和利润加起来的平均水平在行业里面算中等，八千万",
    ],
)
def test_a_figure_of_nothing_that_is_asked_takes_none(text):
    assert paired(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("营收前年五千万，去年八千万", [("revenue", 50_000_000), ("revenue", 80_000_000)]),
        ("营收三千万、五千万和八千万", [("revenue", 30_000_000), ("revenue", 50_000_000), ("revenue", 80_000_000)]),
        ("营收增长了两千万，达到八千万", [("revenue", 20_000_000), ("revenue", 80_000_000)]),
        ("营收八千万，不对，八千五百万", [("revenue", 80_000_000), ("revenue", 85_000_000)]),
        ("前年五千万去年八千万的营收", [("revenue", 50_000_000), ("revenue", 80_000_000)]),
        ("前年六千万，去年八千万，我说的是销售收入", [("revenue", 60_000_000), ("revenue", 80_000_000)]),
        ("发明四项，失效了一项，有效的就三项", [("rights_class_one", 4), ("rights_class_one", 3)]),
        ("发明五项，其中三项在审", [("rights_class_one", 5), ("rights_class_one", 3)]),
        ("前年七十个人，去年涨到九十五个", [("staff", 70), ("staff", 95)]),
    ],
)
def test_a_figure_goes_on_from_the_one_before(text, found):
    assert paired(text) == found


@pytest.mark.parametrize(("text", "found"), [("营收八千五，一百个人", [("revenue", 8500), ("staff", 100)]), ("员工一百个，三项", [("staff", 100)])])
def test_what_counts_another_thing_does_not_go_on(text, found):
    assert paired(text) == found


@pytest.mark.parametrize(
    ("asked", "text", "found"), [("staff", "一百", [("staff", 100)]), ("revenue", "八千万", [("revenue", 80_000_000)]), ("", "八千万", [])]
)
def test_a_bare_figure_is_of_what_was_asked(asked, text, found):
    assert paired(text, asked) == found


def test_a_topic_is_taken_once():
    assert paired("营收八千万，九千万元的设备") == [("revenue", 80_000_000)]


@pytest.mark.parametrize(("between", "holds"), [("去年是", True), ("", True), ("。", False), ("盖楼花了", False), ("，我们公司一共做到了", True)])
def test_only_small_words_and_years_link(between, holds):
    assert linked(between, 0, len(between)) is holds


def test_years_are_taken_out_of_words():
    assert without_years("，去年是2024年的") == "，是的"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("刚才那个数是我们兄弟公司的，不是我们的", True),
        ("刚才说的不算", True),
        ("上面那些数字都作废", True),
        ("刚才说错了，是八千五百万", False),
        ("去年营收八千万", False),
    ],
)
def test_a_turn_may_take_back_the_one_before(text, holds):
    assert is_retracted(text) is holds
