"""Several hearings of one turn: agreement outweighs the first, what is missing or added is told as such, and the words decide."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.speech.decoding import Sound, decode
from gaoxing.speech.hearings import together
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.syllable import Syllable, parse

LEXICON = Lexicon.general().above({"昆山": 6.0, "注册资本": 6.5})


def heard(spelt, probability=0.5):
    return [Sound(parse(each), probability, place * 0.2, place * 0.2 + 0.1) for place, each in enumerate(spelt.split())]


def marked(sounds):
    return " ".join(each.syllable.marked for each in sounds)


def test_one_hearing_stays_as_it_is():
    assert together(heard("kun1 shan1"), []) == heard("kun1 shan1")


def test_hearings_that_agree_add_nothing():
    found = together(heard("kun1 shan1"), [heard("kun1 shan1"), heard("kun1 shan1")])
    assert [each.others for each in found] == [(), ()]
    assert marked(found) == "kūn shān"


def test_one_other_hearing_stands_beside_the_first():
    second = together(heard("kun1 fan1"), [heard("kun1 shan1")])[1]
    assert [(each.syllable.marked, cost > 0) for each, cost in second.others] == [("fān", False), ("shān", True)]


def test_two_hearings_outweigh_the_first():
    assert marked(together(heard("kun1 fan1"), [heard("kun1 shan1"), heard("kun1 shan1")])) == "kūn shān"


def test_a_sure_syllable_outweighs_an_unsure_one():
    [first] = together(heard("fan1", 0.9), [heard("shan1", 0.001)])
    assert first.syllable.marked == "fān"


def test_a_syllable_that_others_lack_may_be_left_out_at_a_cost():
    _, extra, _ = together(heard("kun1 e4 shan1", 0.1), [heard("kun1 shan1")])
    assert 0 < extra.skipped < math.inf


def test_a_syllable_that_only_others_heard_may_be_put_in():
    found = together(heard("kun1 shan1"), [heard("kun1 shan1 shi4"), heard("kun1 shan1 shi4")])
    assert marked(found) == "kūn shān shì"
    assert found[-1].skipped < math.inf


def test_nothing_else_is_heard_where_no_hearing_has_anything():
    assert together(heard("kun1"), [[], []]) == heard("kun1")


def test_a_letter_stays_whatever_else_is_heard():
    letter = [Sound(Syllable("x", "", 0), 0.1)]
    assert together(letter, [heard("ke4")] * 3)[0] == letter[0]


@pytest.mark.parametrize("wrong", ["zhu4 ce4 zhi4 ben3", "zhu4 pei4 zi1 ben3", "zhu4 ce4 zi1 meng3"])
def test_the_words_choose_among_what_was_heard(wrong):
    sounds = together(heard(wrong, 0.2), [heard("zhu4 ce4 zi1 ben3", 0.2)])
    assert decode(sounds, LEXICON)[0].text == "注册资本"


def test_a_word_is_written_over_a_syllable_that_is_none():
    sounds = together(heard("e4 zhu4 ce4 zi1 ben3", 0.1), [heard("zhu4 ce4 zi1 ben3", 0.9)] * 3)
    assert decode(sounds, LEXICON)[0].text == "注册资本"


EVERY = st.lists(st.sampled_from(["kun1", "shan1", "shi4", "zhu4", "ce4", "er4", "yi1"]), max_size=6).map(lambda each: heard(" ".join(each)))


@given(EVERY, st.lists(EVERY, max_size=3))
def test_whatever_is_heard_the_first_hearing_keeps_its_order_and_costs_are_none_or_more(first, others):
    found = together(first, others)
    assert all(cost >= 0 for each in found for _, cost in each.others)
    assert len(found) >= len(first)
    assert decode(found, LEXICON)


@given(EVERY)
def test_the_same_heard_again_is_written_the_same(first):
    assert decode(together(first, [first, first]), LEXICON)[0].text == decode(first, LEXICON)[0].text
