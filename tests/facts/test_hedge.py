"""Hedges around a figure."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.facts.hedge import hedged
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript


@pytest.mark.parametrize(
    "text",
    ["大概▮万", "大概是▮万", "最多也就▮万", "不到▮万", "约▮万", "▮万左右", "▮万元以内", "▮万出头", "▮万不到一点", "▮万以上", "▮万起", "小于▮万", "▮万打底"],
)
def test_a_guess_or_bound_is_a_hedge(text: str):
    assert hedged(text.replace("▮万", "五万"), text.index("▮"), text.index("▮") + 2)


@pytest.mark.parametrize("text", ["合约▮万", "不到位▮万", "▮万不到位", "▮万以上信息", "▮万起名", "附近▮万", "最近▮万", "就▮万", "▮万整", "改成▮万"])
def test_other_words_are_none(text: str):
    assert not hedged(text.replace("▮万", "五万"), text.index("▮"), text.index("▮") + 2)


@pytest.mark.parametrize("text", ["廿▮万", "卅▮万"])
def test_a_figure_behind_an_unread_numeral_is_open(text: str):
    assert hedged(text.replace("▮万", "五万"), text.index("▮"), text.index("▮") + 2)


HEDGES = (
    *("大概{}", "{}左右", "差不多{}", "将近{}", "不到{}", "{}上下", "{}以内", "{}出头", "至少{}", "最多{}", "{}不到一点"),
    *("约{}", "可能{}", "{}多一点", "快{}了", "估计{}吧", "{}打底", "顶多{}", "{}吧可能", "怎么也得{}", "少说{}", "{}往上"),
    *("{}封顶", "{}样子", "接近{}", "大约摸{}", "{}还差点", "没到{}", "超过{}", "撑死{}", "{}开外", "{}挂零", "{}不止"),
)
FIGURES = (
    ("company_registration", "registered_capital", "我要注册公司，注册资本{}，股东丁大宝", "一百万"),
    ("company_registration", "employees", "我要注册公司，员工{}，股东丁大宝", "五个人"),
    ("company_registration", "parties.0.contribution.percent", "我要注册公司，股东丁大宝占{}，苏小云也是股东", "六成"),
    ("sole_trader_registration", "funds", "我要办个体户，我叫丁大宝，资金{}", "五万"),
    ("registration_change", "changes.0.to", "昆山甲乙贸易有限公司要变更，注册资本增加到{}，公告登过了", "五百万"),
    ("joint_licence", "answers.area", "证照联办，开奶茶店，面积{}，要挂招牌", "四十平"),
    ("project_filing", "total_investment", "我们有个项目要备案，总投资{}，新建", "五千万"),
    ("project_filing", "land_area", "我们有个项目要备案，用地{}，新建", "十亩"),
    ("stuck_matter", "attempts", "注销办不下来，跑了{}，公司叫昆山甲乙贸易有限公司", "三趟"),
)


@pytest.mark.parametrize(("matter_id", "path", "said", "figure"), FIGURES, ids=[path for _, path, _, _ in FIGURES])
def test_a_guess_or_a_bound_fills_no_blank_of_any_matter(matter_id, path, said, figure):
    def value(words):
        return receive(Transcript.of(said.format(words)), on=date(2026, 11, 24), matter_id=matter_id).form.value(path)

    assert value(figure) is not None
    assert [hedge for hedge in HEDGES if value(hedge.format(figure)) is not None] == []


VAGUE = {
    "registered_capital": (
        "我要注册公司，注册资本{}，股东丁大宝",
        ("两百来万", "一百多万", "五六百万", "上百万", "百把万", "几十万", "十几万", "一百几十万", "大几十万", "千把万"),
    ),
    "employees": ("我要注册公司，员工{}，股东丁大宝", ("五六个人", "十来个人", "几个人", "十几个人", "二十多人")),
    "parties.0.contribution.percent": ("我要注册公司，股东丁大宝占{}，苏小云也是股东", ("六成多", "六七成", "一半多", "百分之三十几")),
}


@pytest.mark.parametrize("path", VAGUE)
def test_a_vague_figure_fills_no_blank_said_freely_or_to_the_question(path):
    said, figures = VAGUE[path]
    for figure in figures:
        for turns in ([said.format(figure)], ["我要注册公司", (path, figure)]):
            form = receive(Transcript.of(*turns), on=date(2026, 11, 24), matter_id="company_registration").form
            assert form.value(path) is None, (path, turns)
