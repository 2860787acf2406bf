"""One speaker: words while they are said, settled at a pause, and limits that lose nothing."""

import pytest

from gaoxing.office.listening.session import AHEAD, LARGEST_CHUNK, LONGEST, Session
from gaoxing.speech.recogniser import Segment
from tests.office.listening.hearing import SECOND, SILENCE, Words, sound


@pytest.fixture
def session():
    return Session(Words(), 0.0)


def test_words_come_while_they_are_said_and_settle_at_a_pause(session):
    told = [session.hear(chunk, now=1.0) for chunk in (sound("昆"), sound("山"), SILENCE)]
    assert [[(each["type"], each["text"]) for each in messages] for messages in told] == [[("partial", "昆")], [("partial", "昆山")], [("final", "昆山")]]
    assert told[2][0]["alternatives"] == ["昆山？"]


def test_what_has_not_changed_is_not_told_again():
    class Same(Words):
        def feed(self, samples):
            return (Segment("昆", 0.0, 1.0, settled=False),)

    session = Session(Same(), 0.0)
    told = [session.hear(sound("昆"), now=1.0) for _ in range(3)]
    assert [len(each) for each in told] == [1, 0, 0]


def test_the_page_is_told_how_much_of_its_sound_is_settled(session):
    [partial] = session.hear(sound("昆"), now=1.0)
    [final] = session.hear(SILENCE, now=1.0)
    assert (partial["heard"], final["heard"]) == (0, 3_200)


def test_where_a_long_turn_is_cut_the_sound_behind_the_cut_is_not_settled():
    class Long(Words):
        def feed(self, samples):
            return (Segment("昆", 0.0, 0.05), Segment("山", 0.06, 0.1, settled=False))

    final, partial = Session(Long(), 0.0).hear(sound("昆"), now=1.0)
    assert (final["type"], final["heard"]) == ("final", 800)
    assert (partial["text"], partial["heard"]) == ("山", 800)


def test_the_end_settles_the_last_words_once(session):
    session.hear(sound("昆"), now=1.0)
    assert [each["text"] for each in session.finish()] == ["昆"]
    assert session.finish() == ()


@pytest.mark.parametrize("chunk", [b"x", bytes(LARGEST_CHUNK + 2)])
def test_what_is_no_sound_ends_it_and_keeps_what_was_heard(session, chunk):
    session.hear(sound("昆"), now=1.0)
    final, stop = session.hear(chunk, now=1.0)
    assert (final["text"], stop["reason"]) == ("昆", "sound")
    assert "已听到的话都在" in stop["message"]


def test_sound_that_comes_faster_than_it_can_be_spoken_ends_it(session):
    told = [session.hear(sound("昆", 1.0), now=0.5) for _ in range(AHEAD + 1)]
    assert [each["reason"] for each in told[-1] if each["type"] == "stop"] == ["fast"]
    assert session.over


def test_ten_minutes_are_enough(session):
    for second in range(LONGEST):
        session.hear(bytes(SECOND), now=second + 1.0)
    assert [each["reason"] for each in session.hear(sound("昆"), now=LONGEST + 1.0)] == ["long"]
