"""What a figure is said to be of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gaoxing.facts.cultivation.topics import KIND_OF, WORDS, find_topics
from gaoxing.forms.cultivation import FIELDS, YEARS


def items(text):
    return [each.item for each in find_topics(text)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("营收", "revenue"),
        ("营业收入", "revenue"),
        ("销售额", "revenue"),
        ("卖了", "revenue"),
        ("总收入", "total_income"),
        ("主营业务收入", "main_income"),
        ("高新技术产品收入", "high_tech_income"),
        ("高新技术产品（服务）收入", "high_tech_income"),
        ("研发费用", "research"),
        ("研发投入", "research"),
        ("境内研发费用", "research_in_china"),
        ("委托外部研发", "research_outsourced"),
        ("委托一所大学做的", "research_outsourced"),
        ("成本费用总额", "cost"),
        ("净资产", "net_assets"),
        ("总资产", "total_assets"),
        ("负债总额", "liabilities"),
        ("职工总数", "staff"),
        ("员工", "staff"),
        ("科技人员", "technical_staff"),
        ("研发人员", "research_staff"),
        ("搞研发的", "research_staff"),
        ("发明专利", "rights_class_one"),
        ("Ⅰ类知识产权", "rights_class_one"),
        ("实用新型", "rights_class_two"),
        ("软著", "rights_class_two"),
        ("成果转化", "transformations"),
        ("主导制定", "standards"),
    ],
)
def test_an_input_is_named(text, item):
    assert items(text) == [item]


@pytest.mark.parametrize(
    "text", ["产值", "利润", "订单", "研发占比", "资产负债率", "注册资本", "固定资产", "出口", "博士", "销售人员", "技术人员", "专利", "收入"]
)
def test_what_is_no_input_takes_its_figure_away(text):
    assert items(text) == [""]


@pytest.mark.parametrize("text", ["发明人", "发明家", "销售部", "今天天气不错", "法人是何苗"])
def test_words_that_only_look_like_one_are_none(text):
    assert [each for each in items(text) if each] == []


def test_every_input_of_the_table_is_a_blank_of_the_form():
    blanks = {each.id for each in (*FIELDS, *YEARS.columns)}
    assert {item for _, item, _ in WORDS if item} <= blanks
    assert set(KIND_OF) <= blanks


def test_topics_stand_in_order_and_none_overlaps_another():
    found = find_topics("营业收入八千万，研发人员十五个，总资产六千万，净资产三千万")
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
