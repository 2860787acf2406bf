"""Pauses of raw speech as commas; every character keeps its place."""

from __future__ import annotations

import pytest

from gaoxing.facts.cultivation.pauses import paused
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def heard(said):
    return paused(hear(Transcript.of(said))).turns[0]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("研发费用是 四百零二万 人的话是七十一个人", "研发费用是，四百零二万，人的话是七十一个人"),
        ("我们去年营收 六千三百 六千三百五十万", "我们去年营收，六千三百，六千三百五十万"),
        ("我们去年营收是 六千三百 五十万", "我们去年营收是，六千三百五十万"),
        ("我们去年的营收是 8000 万元左右", "我们去年的营收是，8000万元左右"),
        ("员工一共有 一百一十 个人在上班", "员工一共有，一百一十个人在上班"),
    ],
)
def test_a_pause_becomes_a_comma_but_within_a_figure(said, text):
    assert heard(said).text == text


@pytest.mark.parametrize("said", ["我们去年营收八千万，研发 五百万", "八千 万", "一百 一十", "我们去年营收八千万研发五百万"])
def test_a_turn_with_stops_or_a_short_one_stays(said):
    assert heard(said).text == said.replace(" ", "")


def test_the_words_behind_a_place_are_the_raw_ones():
    said = "我们研发费用是 四百零二万 人的话是七十一个人"
    turn = heard(said)
    at = turn.text.index("四百")
    found = turn.wording.evidence(0, at, at + 5)
    assert (found.words, said[found.start : found.end]) == ("四百零二万", "四百零二万")
