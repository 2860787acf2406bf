"""Syllables: from a model's halves, from a word list's spelling, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.syllable import Syllable, grouped, halves, joined, parse

EVERY = [Syllable(each.initial, each.final, tone) for each in Lexicon.general().syllables for tone in range(1, 6)]


@pytest.mark.parametrize(
    ("spelt", "marked"),
    [("zhang1", "zhāng"), ("lv4", "lǜ"), ("nü3", "nǚ"), ("er2", "ér"), ("liu2", "liú"), ("gui4", "guì"), ("de5", "de"), ("yuan2", "yuán"), ("ang2", "áng")],
)
def test_a_spelt_syllable_bears_its_mark_where_dictionaries_put_it(spelt, marked):
    assert parse(spelt).marked == marked


@pytest.mark.parametrize("spelt", ["", "zh1", "3", "zhang9", "张", "b5"])
def test_what_is_no_syllable_is_refused(spelt):
    with pytest.raises(ValueError, match="no syllable"):
        parse(spelt)


@given(st.lists(st.sampled_from(EVERY), max_size=12))
def test_halves_join_to_the_syllables_they_came_from(syllables):
    opened = [each for each in syllables if each.initial]
    assert list(joined(halves(opened))) == opened


def test_tokens_of_each_syllable_are_told_and_noise_is_left_out():
    found = grouped(["<blk>", "k", "ūn", "sh", "sh", "ān", "X", "ǎi"])
    assert [(each.marked, first, last) for each, first, last in found] == [("kūn", 1, 3), ("shān", 4, 6), ("X", 6, 7), ("ǎi", 7, 8)]


def test_a_letter_said_by_its_name_stays_a_letter():
    [letter] = joined(["X"])
    assert letter.is_letter
