from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.documents.printable import printable


@pytest.mark.parametrize("said", ["<b>张三</b>", "#let x = 1", "$x$ *a* _b_ \\ `c` @d", "[h] // /* */ = - +", "“甲”—乙…"])
def test_markup_stays_as_it_is_written(said: str):
    assert printable(said) == said


def test_nothing_is_an_empty_text():
    assert printable(None) == ""


def test_line_breaks_and_tabs_become_one_blank():
    assert printable(" 昆山\n\t 甲乙 \r\n") == "昆山 甲乙"


def test_a_mark_that_turns_the_direction_of_writing_goes():
    assert printable("张\u202e三\u200b\ufeff\x00\x1b") == "张三"


@given(st.text())
def test_no_text_keeps_a_character_that_cannot_be_seen(said: str):
    assert {unicodedata.category(each) for each in printable(said)}.isdisjoint({"Cc", "Cf", "Cs"})


@pytest.mark.parametrize("rare", ["李\U00031350", "王\U00030edd", "昆山\ue000"])
def test_no_letter_of_a_name_is_lost_that_this_machine_does_not_know(rare: str):
    assert printable(f" {rare}\u200b ") == rare


@pytest.mark.parametrize("code", [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF])
def test_what_is_no_character_at_all_goes(code: int):
    assert printable(f"甲{chr(code)}乙") == "甲乙"


@given(st.text())
def test_text_that_is_printable_once_is_printable_as_it_is(said: str):
    assert printable(printable(said)) == printable(said)


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S"))))
def test_letters_figures_and_signs_are_all_kept(said: str):
    assert printable(said) == said
