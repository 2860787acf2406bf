"""Characters: letters, figures and signs, traditional characters, rare ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.names.composition import split
from gaoxing.names.script import script_findings, simplified
from tests.names.pool import ON


@pytest.mark.parametrize(
    ("text", "words", "remedy"),
    [
        ("昆山AI科技厂", "AI", "人工智能"),
        ("昆山3D打印厂", "3D", "立体"),
        ("昆山5g通信厂", "5g", "第五代移动通信"),
        ("昆山108机械厂", "108", "一〇八"),
        ("昆山xyz机械厂", "xyz", "改成汉字"),
    ],
)
def test_letters_and_figures_are_named_with_what_to_write(text: str, words: str, remedy: str):
    found = script_findings(split(text), ON)
    assert [(each.rule, each.words) for each in found] == [("LETTERS", words)]
    assert remedy in found[0].remedy


def test_wide_letters_are_letters():
    assert [each.words for each in script_findings(split("昆山Ａ科技厂"), ON)] == ["A"]


def test_every_run_of_letters_is_marked_by_itself():
    found = script_findings(split("A昆山B科技·厂"), ON)
    assert [(each.start, each.end) for each in found] == [(0, 1), (3, 4), (6, 7)]


def test_a_traditional_character_is_told_its_simplified_one():
    found = script_findings(split("昆山華東機械厂"), ON)
    assert [each.words for each in found] == ["華", "東", "機"]
    assert "昆山华东机械厂" in found[0].remedy


def test_a_rare_character_is_named_and_only_hinted():
    found = script_findings(split("昆山喆屿科技厂"), ON)
    assert [(each.rule, each.words, str(each.verdict)) for each in found] == [("RARE", "喆", "可用")]
    assert "U+5586" in found[0].message


def test_a_character_that_hardly_any_face_holds_goes_to_a_clerk():
    found = script_findings(split("昆山\U00020000屿科技厂"), ON)
    assert [(each.rule, str(each.verdict)) for each in found] == [("RARE_UNPRINTABLE", "限用")]
    assert "常用字" in found[0].remedy


def test_chinese_numerals_and_brackets_pass():
    assert script_findings(split("三一〇（昆山）科技有限公司"), ON) == ()


@given(st.text())
def test_simplifying_keeps_the_length_and_is_done_once(text: str):
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)
