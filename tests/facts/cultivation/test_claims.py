"""Yes and no about the enterprise; what is planned, asked, doubted or of others is neither."""

from __future__ import annotations

import re

import pytest

from gaoxing.facts.cultivation.claims import claims, find_claims
from gaoxing.forms.cultivation import FIELDS
from tests.facts.cultivation.said import value


def told(text):
    return {blank: holds for blank, holds, _, _ in find_claims(text)}


@pytest.mark.parametrize(
    ("said", "blank"),
    [
        ("去年在科创板上市了", "listed"),
        ("我们是上市公司", "listed"),
        ("是在昆山注册的居民企业", "resident"),
        ("核心技术的专利都是我们自己的", "core_rights"),
        ("都是自主研发的", "rights_own"),
        ("属于国家重点支持的高新技术领域", "high_tech_field"),
        ("有省级工程技术研究中心", "research_institution"),
        ("拿过省科技进步二等奖", "science_prize_province"),
        ("得过国家科技进步奖，排名前三", "science_prize"),
        ("进了创客中国全国500强", "maker_contest"),
        ("融过两轮", "financed"),
        ("创投去年投了三千万", "financed"),
        ("首台套也认定过", "strategic_breakthrough"),
        ("被列入经营异常名录了", "listed_abnormal"),
        ("进了异常名录，到现在还没移出来", "listed_abnormal"),
        ("前年出过安全事故", "serious_offence"),
    ],
)
def test_a_yes_is_heard(said, blank):
    assert told(said)[blank] is True


@pytest.mark.parametrize(
    ("said", "blank"),
    [
        ("没上市", "listed"),
        ("还没有上市", "listed"),
        ("我们不是上市公司", "listed"),
        ("注册在开曼", "resident"),
        ("没有国家禁止、限制、淘汰类的产品", "prohibited_products"),
        ("没出过安全事故", "serious_offence"),
        ("安全事故从来没有", "serious_offence"),
        ("不在经营异常名录里", "listed_abnormal"),
        ("前年进过异常名录，已经移出来了", "listed_abnormal"),
        ("核心专利是母公司的", "core_rights"),
        ("专利都是买来的", "rights_own"),
        ("没有一项是自己研发的", "rights_own"),
        ("国家级的科技奖励没得过", "science_prize"),
        ("没有省级研发机构", "research_institution"),
        ("没融过资", "financed"),
        ("股权投资一分没拿过", "financed"),
        ("创客中国没参加过", "maker_contest"),
        ("我们什么证都没有", "holds_certificates"),
    ],
)
def test_a_no_is_heard(said, blank):
    assert told(said)[blank] is False


@pytest.mark.parametrize(
    "said",
    [
        "准备明年上市",
        "想上科创板",
        "隔壁公司上市了",
        "我们公司是上市公司的子公司",
        "有市级工程技术研究中心",
        "打算融一轮",
        "你们这儿有没有省级实验室",
        "同行拿过省科技进步奖",
        "想申请首台套",
        "今天天气不错",
    ],
)
def test_what_is_planned_or_of_others_is_neither(said):
    assert True not in told(said).values()


def test_a_punishment_is_no_grave_offence_and_no_clean_record():
    assert "serious_offence" not in told("没出过安全事故，环保去年被罚过一次")


@pytest.mark.parametrize(
    ("blank", "said", "holds"),
    [
        ("listed", "还没上市，在辅导期", False),
        ("financed", "融过", True),
        ("resident", "是的", True),
        ("prohibited_products", "没有", False),
        ("core_rights", "对", True),
    ],
)
def test_a_bare_answer_to_the_question_is_taken(blank, said, holds):
    assert value(blank, (blank, said)) is holds


def test_every_expression_can_be_used_and_every_blank_is_one_of_the_form():
    blanks = {each.id for each in FIELDS}
    assert set(claims()) <= blanks
    assert all(re.compile(words) for pair in claims().values() for words in pair if words)


def test_no_placeholder_of_the_table_is_left():
    assert not any("<" + name + ">" in words for pair in claims().values() for words in pair for name in ("NOT", "ANY", "ACCIDENT"))
