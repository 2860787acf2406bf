"""Sounds to characters: the likely words, near sounds, the slot, and nothing swallowed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.speech.decoding import Reading, Shelf, Sound, decode
from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.syllable import Syllable, parse

LEXICON = Lexicon.general().above({"昆山": 6.0, "注册资本": 6.5, "法定代表人": 6.5})
EVERY = [Syllable(each.initial, each.final, tone) for each in LEXICON.syllables for tone in range(1, 6)]


def heard(spelt, probability=0.9):
    return [Sound(parse(each), probability) for each in spelt.split()]


@pytest.mark.parametrize(
    ("spelt", "text"),
    [
        ("wo3 xiang3 kai1 yi1 jia1 gong1 si1", "我想开一家公司"),
        ("zhu4 ce4 zi1 ben3 wu3 bai3 wan4", "注册资本五百万"),
        ("fa3 ding4 dai4 biao3 ren2", "法定代表人"),
    ],
)
def test_what_is_said_clearly_is_written_as_it_is_meant(spelt, text):
    assert decode(heard(spelt), LEXICON)[0].text == text


@pytest.mark.parametrize("spelt", ["kun1 san1", "kun2 shan1", "kun1 shang1"])
def test_a_near_sound_is_taken_for_the_word_it_is_near_to(spelt):
    assert decode(heard(spelt, 0.3), LEXICON)[0].text == "昆山"


def test_while_digits_are_asked_sounds_are_digits():
    spelt = "yi1 san1 jiu3 ling2 yi1 er4"
    assert decode(heard(spelt), LEXICON, expected=Expected.DIGITS)[0].text == "一三九零一二"


def test_the_runners_up_are_dearer_and_no_text_stands_twice():
    found = decode(heard("dong1 shi4"), LEXICON, best=5)
    assert len({each.text for each in found}) == len(found) == 5
    assert [each.cost for each in found] == sorted(each.cost for each in found)


def test_a_letter_stays_where_it_was_said():
    sounds = [*heard("ma3"), Sound(Syllable("X", "", 0)), *heard("ba1")]
    assert "X" in decode(sounds, LEXICON)[0].text


def test_nothing_heard_is_nothing_written():
    assert [each.text for each in decode([], LEXICON)] == [""]


@given(st.lists(st.sampled_from(EVERY), min_size=1, max_size=8))
def test_every_sound_is_written(syllables):
    [first, *_] = decode([Sound(each) for each in syllables], LEXICON)
    assert first.words[-1] == (len(first.text), len(syllables))


def test_words_kept_from_before_give_what_is_found_anew():
    sounds = heard("wo3 xiang3 zhu4 ce4 yi1 jia1 gong1 si1")
    grown = [decode(sounds[:size], LEXICON)[0].text for size in range(1, len(sounds) + 1)]
    assert grown[-1] == decode(sounds, LEXICON)[0].text == "我想注册一家公司"


def test_a_name_stands_behind_what_announces_it():
    lexicon = LEXICON.above({"我叫": 6.0}).following(("我叫",), {"阮": 5.0})
    spelt = heard("wo3 jiao4 ruan3", 0.3)
    assert decode(spelt, lexicon)[0].text == "我叫阮"
    assert decode(spelt, LEXICON)[0].text != "我叫阮"


@pytest.mark.parametrize(("spelt", "text"), [("hu2 shui3 de5 fu2", "湖水的湖"), ("shun4 li4 de5 shun4", "顺利的顺"), ("xin1 xian1 de5 xian4", "新鲜的鲜")])
def test_a_character_that_is_spelt_by_a_word_is_one_of_the_word(spelt, text):
    assert decode(heard(spelt, 0.3), LEXICON)[0].text == text


def test_a_shelf_keeps_the_cheapest_of_two_ways_to_the_same_text():
    shelf = Shelf(2)
    for cost in (3.0, 2.0, 4.0):
        shelf.put(Reading("", 0.0), "昆山", cost, 2)
    assert [(each.text, each.cost) for each in shelf.readings] == [("昆山", 2.0)]
    assert shelf.takes(9.0)


def test_a_full_shelf_takes_only_what_is_cheaper():
    shelf = Shelf(1)
    shelf.put(Reading("", 0.0), "昆山", 2.0, 2)
    assert not shelf.takes(2.0)
    assert shelf.takes(1.9)
