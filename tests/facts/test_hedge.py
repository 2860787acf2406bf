"""Hedges around a figure."""

from __future__ import annotations

import pytest

from gaoxing.facts.hedge import hedged


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
