"""What the law asks of a name's composition: each rule tripped once, with the characters marked."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.names.composition import split
from gaoxing.names.rules import composition_findings, findings
from tests.names.pool import ON, judged, told

TRIPPED = [
    ("启澜科技有限公司", "限用", "NO_REGION", ""),
    ("高新区启澜科技有限公司", "不可用", "ZONE_ALONE", "高新区"),
    ("张浦镇启澜科技有限公司", "不可用", "ZONE_ALONE", "张浦镇"),
    ("吴中区启澜科技有限公司", "不可用", "DISTRICT_ALONE", "吴中区"),
    ("昆山开发区启澜科技有限公司", "可用", "ZONE", "昆山开发区"),
    ("江苏启澜科技有限公司", "可用", "PROVINCIAL", "江苏"),
    ("昆山科技有限公司", "不可用", "NO_TRADE_NAME", "科技"),
    ("昆山有限公司", "不可用", "NO_TRADE_NAME", ""),
    ("昆山鑫机械有限公司", "不可用", "SHORT_TRADE_NAME", "鑫"),
    ("昆山扬州餐饮有限公司", "限用", "PLACE_AS_TRADE_NAME", "扬州"),
    ("昆山现代科技有限公司", "可用", "TRADE_AS_TRADE_NAME", "现代"),
    ("昆山禾屿胖球有限公司", "可用", "NO_TRADE", ""),
    ("昆山禾屿科技", "不可用", "NO_FORM", ""),
    ("昆山禾屿科技公司", "不可用", "BARE_COMPANY", "公司"),
    ("昆山禾屿投资合伙企业", "限用", "PARTNERSHIP_FORM", "合伙企业"),
    ("昆山禾屿科技集团有限公司", "限用", "GROUP", "集团有限公司"),
    ("昆山启澜（上海）科技有限公司", "可用", "BRACKET", "（上海）"),
]


@pytest.mark.parametrize(("text", "verdict", "rule", "words"), TRIPPED)
def test_a_fault_of_composition_is_named_with_its_characters(text: str, verdict: str, rule: str, words: str):
    judgement = judged(text)
    finding = next(each for each in judgement.findings if each.rule == rule)
    assert (str(judgement.verdict), finding.words) == (verdict, words)
    assert finding.basis
    assert finding.remedy


def test_a_zone_alone_is_told_how_it_is_written():
    finding = judged("高新区瑞屿科技有限公司").findings[0]
    assert "昆山高新区瑞屿科技有限公司" in finding.remedy
    assert "昆山瑞屿科技有限公司" in finding.remedy


def test_a_district_is_told_its_city():
    assert "苏州吴中区启澜科技有限公司" in judged("吴中区启澜科技有限公司").findings[0].remedy
    assert told("苏州吴中区启澜科技有限公司") == ("可用", [])


def test_a_sole_trader_may_go_without_division_and_is_not_refused_without_a_trade_name():
    assert told("老街坊面馆", sole_trader=True) == ("可用", [])
    assert told("昆山花店", sole_trader=True) == ("可用", ["NO_TRADE_NAME_SHOP"])


def test_a_sole_trader_is_no_company():
    assert told("昆山禾屿科技有限公司", sole_trader=True) == ("限用", ["SHOP_FORM"])


@pytest.mark.parametrize("form", ["有限公司", "有限责任公司", "股份有限公司"])
def test_a_lawful_name_has_no_finding(form: str):
    assert composition_findings(split(f"昆山禾屿科技{form}"), ON) == ()


def test_a_bare_company_was_no_finding_before_the_new_law():
    name = split("昆山禾屿科技公司")
    assert [each.rule for each in composition_findings(name, date(2024, 6, 30))] == []
    assert [each.rule for each in composition_findings(name, date(2024, 7, 1))] == ["BARE_COMPANY"]


def test_everything_is_told_at_once():
    rules = {each.rule for each in findings(split("国家级AI科技公司"), ON)}
    assert rules >= {"LETTERS", "NO_REGION", "BARE_COMPANY"}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("昆山AI科技有限公司", 2, 4), ("高新区禾屿科技有限公司", 0, 3), ("昆山禾屿国家级科技有限公司", 4, 7), ("昆山禾屿科技集团有限公司", 6, 12)],
)
def test_the_offending_characters_are_marked(text: str, start: int, end: int):
    finding = judged(text).findings[0]
    assert (finding.start, finding.end, finding.words) == (start, end, text[start:end])


def test_places_refer_to_the_cleaned_name():
    judgement = judged("  昆山 ＡＩ 科技(苏州)有限公司 ")
    assert judgement.name.text == "昆山AI科技（苏州）有限公司"
    assert {each.words for each in judgement.findings} == {"AI", "（苏州）"}


def test_a_very_long_name_is_answered_with_one_sentence():
    found = findings(split("昆山" + "禾屿" * 5000 + "有限公司"), ON)
    assert [each.rule for each in found] == ["LONG"]
    assert "不写地址" in found[0].remedy
