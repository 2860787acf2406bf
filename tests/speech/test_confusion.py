"""How near sounds are: the same is nothing, a slip is little, another sound is far; what is heard too soon is another way round."""

from hypothesis import given
from hypothesis import strategies as st

from gaoxing.speech.confusion import COUNTED, distance
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.syllable import Syllable, parse

EVERY = st.sampled_from([Syllable(each.initial, each.final, tone) for each in Lexicon.general().syllables for tone in range(1, 6)])


@given(EVERY, EVERY)
def test_only_the_same_sound_is_no_distance_away(one, other):
    assert (distance(one, other) == 0) == (one == other)


def test_an_onset_that_begins_abruptly_is_heard_as_another_and_not_the_other_way_round():
    assert distance(parse("la1"), parse("ma1")) < distance(parse("ma1"), parse("la1"))


def test_tongues_slip_both_ways():
    assert max(distance(parse("zi1"), parse("zhi1")), distance(parse("zhi1"), parse("zi1"))) <= 0.7


def test_what_was_counted_is_a_cost_of_a_part_that_every_row_names():
    rows = [line.split("\t") for line in COUNTED.read_text(encoding="utf-8").splitlines()]
    assert {part for part, *_ in rows} == {"initial", "final"}
    assert all(heard != meant and float(cost) > 0 for _, heard, meant, cost in rows)


def test_a_flat_tongue_is_nearer_than_another_sound():
    assert distance(parse("zi1"), parse("zhi1")) < distance(parse("li1"), parse("zhi1"))


def test_a_lost_tone_is_nearer_than_another_tone():
    assert distance(parse("ma5"), parse("ma1")) < distance(parse("ma2"), parse("ma1"))
