"""How near sounds are: the same is nothing, a slip is little, another sound is far; it is the same both ways."""

from hypothesis import given
from hypothesis import strategies as st

from gaoxing.speech.confusion import distance
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.syllable import Syllable, parse

EVERY = st.sampled_from([Syllable(each.initial, each.final, tone) for each in Lexicon.general().syllables for tone in range(1, 6)])


@given(EVERY, EVERY)
def test_a_distance_is_the_same_both_ways_and_nothing_only_between_the_same(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


def test_a_flat_tongue_is_nearer_than_another_sound():
    assert distance(parse("zi1"), parse("zhi1")) < distance(parse("li1"), parse("zhi1"))


def test_a_lost_tone_is_nearer_than_another_tone():
    assert distance(parse("ma5"), parse("ma1")) < distance(parse("ma2"), parse("ma1"))
