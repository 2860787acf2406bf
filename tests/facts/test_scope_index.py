"""What a search looks among: every wording leads to itself, every word to an item of the catalogue, and each sounds as it is said here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.scope_index import Entry, entries, syllables
from gaoxing.standards.business_scope import wordings


def leading(words: str) -> set[str]:
    return {each.item for each in entries() if each.words == words}


def test_every_wording_of_the_catalogue_leads_to_itself() -> None:
    official = [each for each in entries() if each.official]
    assert [each.words for each in official] == [each.item for each in official] == list(wordings())


def test_every_other_word_leads_to_an_item_that_the_catalogue_holds() -> None:
    known = set(wordings())
    assert [each for each in entries() if each.item not in known] == []


def test_the_official_wordings_come_first_and_nothing_stands_twice() -> None:
    found = entries()
    assert [each.official for each in found] == sorted((each.official for each in found), reverse=True)
    assert len(set(found)) == len(found)


def test_no_word_is_empty_or_the_name_of_its_own_item() -> None:
    assert [each for each in entries() if not each.words.strip() or (not each.official and each.words == each.item)] == []


@pytest.mark.parametrize(("words", "item"), [("修手机", "通讯设备修理"), ("卖轴承", "轴承销售"), ("做轴承", "轴承制造"), ("模具制造", "模具制造")])
def test_goods_are_found_by_what_is_done_with_them(words: str, item: str) -> None:
    assert item in leading(words)


def test_an_entry_is_what_it_says() -> None:
    assert Entry("模具制造", "模具制造", official=True) in entries()


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("模具", ("mu", "ju")),
        ("行业", ("hang", "ye")),
        ("旅行社", ("lv", "xing", "she")),
        ("AI软件", ("a", "i", "ruan", "jian")),
        ("", ()),
    ],
)
def test_a_word_sounds_as_it_is_said(words: str, heard: tuple[str, ...]) -> None:
    assert syllables(words) == heard


@given(st.text(max_size=24))
def test_there_is_one_syllable_for_each_character(words: str) -> None:
    assert len(syllables(words)) == len(words)


def test_no_wording_has_a_character_without_a_reading() -> None:
    unread = {each for words in wordings() for each in words if "\u4e00" <= each <= "\u9fff" and syllables(each) == (each,)}
    assert unread == set()
