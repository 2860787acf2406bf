"""Long turns are cut behind a word where the voice is softest, and nothing is lost or doubled."""

import numpy as np
import pytest

from gaoxing.engines.long_turn import LONG, LONGEST, MEMORY, Tokens, cut, is_due, is_long
from gaoxing.engines.voicing import Track
from gaoxing.speech.recogniser import RATE

TIMES = tuple(float(second) for second in range(21))
SAID = Tokens(tuple("abcdefghijklmnopqrstu"), (0.0,) * 21, TIMES)


@pytest.fixture
def track():
    """Twenty-one seconds, soft shortly before 12 s and, softer still, shortly before 5 s and 20 s."""
    sound = np.full(21 * RATE, 0.5, dtype="float32")
    for second, level in ((12, 0.1), (5, 0.01), (20, 0.01)):
        sound[int((second - 0.5) * RATE) : int((second - 0.3) * RATE)] = level
    made = Track()
    made.feed(sound)
    return made


def test_the_softest_place_that_is_neither_young_nor_old_is_taken(track):
    place, when = cut(SAID, range(1, 21), track)
    assert place == 12
    assert 11.4 < when < 11.8


def test_no_word_is_cut_in_two(track):
    place, _ = cut(SAID, [10, 14, 21], track)
    assert place in (10, 14)


def test_a_single_word_is_settled_whole(track):
    assert cut(SAID, [21], track)[0] == len(SAID)


def test_parts_make_up_the_whole():
    assert SAID[:7] + SAID[7:] == SAID
    assert SAID.since(7.0) == SAID[7:]
    assert SAID.only((1, 3)).symbols == ("b", "d")
    assert Tokens().since(3.0) == Tokens()


@pytest.mark.parametrize(("now", "expected"), [(LONG - 0.1, False), (LONG, True)])
def test_a_segment_is_long_from_a_certain_length_on(now, expected):
    assert is_long(SAID, now) is expected
    assert not is_long(Tokens(), now)


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        (MEMORY - 1, 0.0, False),
        (MEMORY, MEMORY - 1, True),
        (MEMORY, MEMORY - 0.3, False),
        ((MEMORY + LONGEST) / 2, (MEMORY + LONGEST) / 2 - 0.5, True),
        (LONGEST, LONGEST, True),
    ],
)
def test_the_engine_forgets_the_sooner_the_longer_nothing_was_written(now, last, expected):
    assert is_due(0.0, last, now) is expected
