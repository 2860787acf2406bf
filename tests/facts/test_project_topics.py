"""The words that say whose an amount, an area or a date is."""

import pytest

from gaoxing.facts.project_topics import find_topics


@pytest.mark.parametrize(
    ("words", "kind", "item"),
    [
        ("总投资", "money", "total_investment"),
        ("投资总额", "money", "total_investment"),
        ("总盘子", "money", "total_investment"),
        ("设备购置费", "money", "equipment_investment"),
        ("设备这块", "money", "equipment_investment"),
        ("买设备", "money", "equipment_investment"),
        ("建筑面积", "area", "floor_area"),
        ("总建面", "area", "floor_area"),
        ("新增用地面积", "area", "land_area"),
        ("占地", "area", "land_area"),
        ("计划开工时间", "day", "start"),
        ("破土", "day", "start"),
        ("竣工日期", "day", "finish"),
        ("建设周期", "day", "period"),
    ],
)
def test_the_words_for_a_blank_are_its_topic(words: str, kind: str, item: str):
    assert [(each.item, each.weak) for each in find_topics(words, kind)] == [(item, False)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("去年产值", "money"),
        ("房租", "money"),
        ("银行贷款", "money"),
        ("注册资本", "money"),
        ("土建", "money"),
        ("绿化", "area"),
        ("投产", "day"),
        ("屋顶面积", "area"),
    ],
)
def test_other_matters_have_topics_without_a_blank(words: str, kind: str):
    assert {each.item for each in find_topics(words, kind)} == {""}


def test_the_longer_of_two_topics_wins():
    assert [each.item for each in find_topics("固定资产投资", "money")] == [""]


def test_a_weak_topic_is_told_from_a_firm_one():
    assert [(each.item, each.weak) for each in find_topics("一共投", "money")] == [("total_investment", True)] * 2


def test_what_is_included_is_no_topic():
    assert [each.item for each in find_topics("加上厂房总投资", "money")] == ["total_investment"]


def test_no_topic_stands_inside_a_name():
    assert find_topics("昆山设备有限公司", "money", [(0, 8)]) == ()
