"""The figures of a turn: amounts, heads, things, each with what it counts; vague ones are kept without a value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.facts.cultivation.values import find_values, scale
from gaoxing.facts.cultivation.years import find_years

DAY = date(2026, 11, 25)


def told(text):
    return [(each.kind, None if each.amount is None else int(each.amount), each.measure) for each in find_values(text, find_years(text, DAY))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("营收八千万", [("money", 80_000_000, "")]),
        ("营收1.2亿元", [("money", 120_000_000, "")]),
        ("五百二十万", [("money", 5_200_000, "")]),
        ("一百一十个人", [("count", 110, "人")]),
        ("十五名", [("count", 15, "人")]),
        ("八项", [("count", 8, "项")]),
        ("两个", [("count", 2, "个")]),
        ("员工110", [("count", 110, "")]),
        ("营收八千五", [("count", 8500, "")]),
        ("做了八年", [("count", 8, "年")]),
        ("1.2万人", [("count", 12_000, "人")]),
        ("是零。", [("money", 0, "")]),
        ("一分钱没有", [("money", 0, "")]),
    ],
)
def test_a_figure_is_found(text, found):
    assert told(text) == found


@pytest.mark.parametrize("text", ["大概八千万", "八千万左右", "七八千万", "一个多亿", "十几个人", "不到八千万", "五十来个", "四十个左右"])
def test_a_vague_figure_has_no_value(text):
    assert [amount for _, amount, _ in told(text)] == [None]


@pytest.mark.parametrize("text", ["去年", "2025年", "百分之六", "6%", "一共", "改一下", "第三名", "2019年3月1日", "一起干", "5号楼", "三点五倍", "前三"])
def test_what_is_no_figure_is_left_out(text):
    assert told(text) == []


def test_a_figure_begun_again_counts_once():
    assert told("六千三百，六千三百五十万") == [("money", 63_500_000, "")]


def test_dollars_are_known_as_such():
    assert [each.currency for each in find_values("一千万美元", ())] == ["USD"]


@pytest.mark.parametrize(("text", "times"), [("单位万元", 10_000), ("单位：万元", 10_000), ("以万元为单位", 10_000), ("八千万元", 0), ("", 0)])
def test_a_unit_said_for_all_amounts_is_heard(text, times):
    assert scale(text) == Decimal(times)
