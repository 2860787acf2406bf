"""Whole statements as people make them; invented firms and figures."""

from __future__ import annotations

import pytest

from gaoxing.facts.cultivation.reading import read
from gaoxing.speech.transcript import Transcript
from tests.facts.cultivation.said import DAY, form, value, years

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "营收：2023年3000万，2024年4200万，2025年6100万；研发：2023年150万，2024年230万，2025年400万",
            {
                2023: {"revenue": 30 * MILLION, "research": 1_500_000},
                2024: {"revenue": 42 * MILLION, "research": 2_300_000},
                2025: {"revenue": 61 * MILLION, "research": 4 * MILLION},
            },
        ),
        (
            "去年总收入6500万，其中高新技术产品收入5100万，占78%",
            {2025: {"total_income": 65 * MILLION, "high_tech_income": 51 * MILLION}},
        ),
        (
            "去年营收5000万元、利润300万元、研发费用260万元、职工65人、科技人员11人",
            {2025: {"revenue": 50 * MILLION, "research": 2_600_000, "staff": 65, "technical_staff": 11}},
        ),
        (
            "去年我们营业额是一千两百五十万块，研发一百零五万",
            {2025: {"revenue": 12_500_000, "research": 1_050_000}},
        ),
        (
            "2025年度营业收入为人民币捌仟万元整",
            {2025: {"revenue": 80 * MILLION}},
        ),
        (
            "去年年底一共一百一十个人，里面搞研发的十五个，算科技人员的有二十个",
            {2025: {"staff": 110, "research_staff": 15, "technical_staff": 20}},
        ),
        (
            "前年员工80人去年110人",
            {2024: {"staff": 80}, 2025: {"staff": 110}},
        ),
        (
            "公司注册资本一千万，去年营收八千万，利润八百万，交税三百万",
            {2025: {"revenue": 80 * MILLION}},
        ),
        (
            "我们去年营收8,000万元，研发费用520万元，员工110人",
            {2025: {"revenue": 80 * MILLION, "research": 5_200_000, "staff": 110}},
        ),
        (
            "去年研发四百万里头有一百万是委托大学做的",
            {2025: {"research": 4 * MILLION, "research_outsourced": MILLION}},
        ),
    ],
)
def test_a_statement_of_figures_is_read_whole(said, found):
    assert years(said) == found


def test_a_full_name_is_the_enterprise():
    assert value("enterprise", "昆山栗木测试科技有限公司，去年营收八千万") == "昆山栗木测试科技有限公司"


def test_a_statement_of_everything_fills_every_part():
    told = form(
        "昆山栗木测试科技有限公司，2019年3月1日成立的，没上市。去年营收八千万，研发花了五百二十万。发明专利三项，实用新型八项。",
        "高企证书到2027年11月，2025年6月创投投了三千万，投后估值三亿",
    ).to_contract()
    assert {"enterprise", "founded", "listed", "years", "rights_class_one", "rights_class_two", "certificates", "financing", "valuation"} <= told.keys()


def test_each_blank_is_told_once():
    fields = [each.field for each in read(Transcript.of("去年营收八千万，不对，八千五百万，没上市，没有上市"), DAY)]
    assert len(fields) == len(set(fields))


def test_a_question_by_its_row_goes_to_the_year_of_that_row():
    told = years("营收前年六千万，去年八千万", ("years.0.staff", "八十个"), ("years.1.staff", "一百个"))
    assert {year: row["staff"] for year, row in told.items()} == {2024: 80, 2025: 100}


@pytest.mark.parametrize("said", ["", "你好", "我想问问政策", "嗯嗯啊", "今天天气不错", "八千万", "……"])
def test_words_that_tell_nothing_fill_nothing(said):
    assert form(said).answers == {}
