"""Forbidden and restricted words: each class trips, and words that only look like one do not."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.names.composition import split
from gaoxing.names.content import content_classes, content_findings
from gaoxing.names.judgement import Verdict
from tests.names.pool import ON, judged

TRIPPED = [
    ("中国禾屿科技有限公司", "STATE_HEAD", "中国", "禁用"),
    ("昆山中华禾屿科技有限公司", "STATE_MIDDLE", "中华", "限用"),
    ("禾屿（中国）有限公司", "STATE_MIDDLE", "中国", "限用"),
    ("昆山顶级餐饮有限公司", "SUPERLATIVE", "顶级", "禁用"),
    ("昆山第一机械有限公司", "SUPERLATIVE", "第一", "禁用"),
    ("昆山九一一科技有限公司", "DIGNITY", "九一一", "禁用"),
    ("昆山大和科技有限公司", "DIGNITY_WHOLE", "大和", "禁用"),
    ("昆山推牌九科技有限公司", "VICE", "推牌九", "禁用"),
    ("昆山公安科技有限公司", "AUTHORITY", "公安", "禁用"),
    ("昆山五三一四部队科技有限公司", "AUTHORITY", "五三一四部队", "禁用"),
    ("昆山联合国贸易有限公司", "FOREIGN", "联合国", "禁用"),
    ("昆山美国鹰贸易有限公司", "FOREIGN_HEAD", "美国", "禁用"),
    ("昆山雷锋家政有限公司", "PERSONS", "雷锋", "禁用"),
    ("昆山禾屿公益服务有限公司", "NON_PROFIT", "公益", "限用"),
    ("昆山一带一路贸易有限公司", "STRATEGY", "一带一路", "限用"),
    ("昆山禾屿保安服务有限公司", "LICENSED", "保安", "限用"),
    ("昆山禾屿律师事务所", "LICENSED", "律师", "限用"),
    ("昆山华为通讯店", "FAMOUS", "华为", "提示相近"),
    ("昆山禾屿国际贸易有限公司", "WORLD", "国际", "可用"),
]
INNOCENT = [
    "昆山安全国旅游有限公司",
    "昆山禾屿中央空调工程有限公司",
    "昆山禾屿国家居有限公司",
    "昆山禾屿保险箱有限公司",
    "昆山禾屿宠物医院",
    "昆山禾屿大学生创业服务有限公司",
    "昆山第一百货有限公司",
    "昆山大和谐餐饮有限公司",
    "昆山禾屿日本料理店",
    "昆山恒保安装工程有限公司",
]


@pytest.mark.parametrize(("text", "rule", "words", "verdict"), TRIPPED)
def test_a_word_of_a_class_is_found_and_marked(text: str, rule: str, words: str, verdict: str):
    found = {each.rule: each for each in content_findings(split(text), ON)}
    assert (found[rule].words, str(found[rule].verdict)) == (words, verdict)
    assert words in found[rule].message


@pytest.mark.parametrize("country", ["德国", "日本", "新加坡"])
def test_a_country_at_the_head_of_the_trade_name_is_found(country: str):
    assert [each.rule for each in content_findings(split(f"昆山{country}禾屿科技有限公司"), ON)] == ["FOREIGN_HEAD"]
    assert content_findings(split(f"昆山禾屿{country[-1]}科技有限公司"), ON) == ()


@pytest.mark.parametrize("text", INNOCENT)
def test_a_word_that_only_looks_like_one_is_left_alone(text: str):
    assert [each.words for each in content_findings(split(text), ON) if each.verdict is not Verdict.FREE] == []


def test_two_countries_shortened_are_no_country():
    assert [each.words for each in judged("昆山中美国际贸易有限公司").findings] == ["国际"]


def test_every_class_is_tripped_here():
    assert {each.id for each in content_classes()} == {rule for _, rule, _, _ in TRIPPED}


def test_a_class_that_rests_on_knowledge_alone_never_refuses():
    heavy = [each.id for each in content_classes() if each.verdict in {Verdict.FORBIDDEN, Verdict.UNAVAILABLE} and "[K]" in each.basis]
    assert heavy == []


def test_every_class_cites_its_instrument_and_says_what_next():
    assert all(each.basis and each.remedy.endswith("。") for each in content_classes())


def test_a_class_not_yet_in_force_finds_nothing():
    name = split("昆山禾屿公益服务有限公司")
    assert content_findings(name, date(2023, 9, 30)) == ()
    assert [each.rule for each in content_findings(name, date(2023, 10, 1))] == ["NON_PROFIT"]
