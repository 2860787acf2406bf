"""Two recognisers as one: each finished turn is heard again with exactly its sound; what fails takes no word away."""

from __future__ import annotations

import logging

import pytest

from gaoxing.engines import second_pass
from gaoxing.engines.fault import Fault
from gaoxing.engines.second_pass import BEFORE, BEHIND, Deaf, TwoPasses
from gaoxing.intake import lexicon
from gaoxing.speech.expected import Expected
from gaoxing.speech.recogniser import RATE, Segment

SECOND = RATE * 2
"""Bytes of a second."""

LEXICON = lexicon()


class First:
    """A streaming recogniser that tells what it was given beforehand: for each feed its segments, then those of the end."""

    about = {"engine": "made up", "model": "first", "unit": "pinyin"}  # noqa: RUF012 — what the Protocol asks for

    def __init__(self, *told):
        self.told, self.expected = list(told), None

    def open(self, expected=Expected.ANYTHING):
        self.expected = expected
        return self

    def feed(self, samples):
        if len(samples) % 2:
            raise ValueError("half a sample")
        return self.told.pop(0)

    def finish(self):
        return self.told.pop(0)


class Again:
    """A second pass that says one text after another (a Fault is raised) and remembers what it was given."""

    name = "second"

    def __init__(self, *says):
        self.says, self.given = list(says), []

    def hear(self, samples):
        self.given.append(samples)
        said = self.says.pop(0)
        if isinstance(said, Fault):
            raise said
        return said


def second_of(number):
    """A second of sound whose samples are all this number."""
    return number.to_bytes(2, "little") * RATE


def listen(first, again, expected=Expected.ANYTHING):
    """All segments of seconds 0, 1, 2 …, one list a feed, the end's last."""
    stream, feeds = TwoPasses(first, again, LEXICON).open(expected), len(first.told) - 1
    return [*(stream.feed(second_of(place)) for place in range(feeds)), stream.finish()]


def settled(text, start, end, *others):
    return Segment(text, start, end, others)


def test_it_says_what_both_are():
    assert TwoPasses(First(), Again(), LEXICON).about == {"engine": "made up", "model": "first", "unit": "pinyin", "second": "second"}


def test_what_is_still_being_said_is_not_heard_again():
    again, partial = Again(), Segment("我想", 0, 1, settled=False)
    assert listen(First((partial,), ()), again) == [(partial,), ()]
    assert again.given == []


def test_a_finished_turn_is_written_as_the_second_writes_it():
    ((found,), _) = listen(First((settled("老板叫章卫明", 0.1, 0.9, "老板较章卫明"),), ()), Again("老板叫张伟明。"))
    assert (found.text, found.alternatives) == ("老板叫张伟明", ("老板叫章卫明", "老板较章卫明"))


def test_what_only_the_second_hears_otherwise_is_an_alternative():
    ((found,), _) = listen(First((settled("出资三十万", 0.1, 0.9),), ()), Again("出资四十万"))
    assert (found.text, found.alternatives) == ("出资三十万", ("出资四十万",))


def test_the_last_words_are_heard_again_too():
    _, (found,) = listen(First((), (settled("叫章卫明", 0.1, 0.9),)), Again("叫张伟明"))
    assert found.text == "叫张伟明"


def test_the_slot_is_known_to_both():
    first = First((settled("一三九", 0.1, 0.9),), ())
    ((found,), _) = listen(first, Again("幺散九"), Expected.DIGITS)
    assert (first.expected, found.alternatives) == (Expected.DIGITS, ("幺三九",))


def test_the_sound_of_a_turn_is_given_with_a_little_around_it():
    again = Again("对")
    listen(First((), (), (), (settled("对", 2.0, 2.5),), ()), again)
    assert len(again.given[0]) == int((BEFORE + 0.5 + BEHIND) * SECOND)
    assert (again.given[0][:2], again.given[0][-2:]) == (b"\x01\x00", b"\x02\x00")


def test_sound_that_was_heard_again_is_not_given_twice():
    again = Again("一", "二")
    listen(First((settled("一", 0.2, 0.9),), (), (settled("二", 1.1, 2.0),), ()), again)
    assert len(again.given[1]) == int((2.0 + BEHIND - 0.9) * SECOND)


def test_a_part_of_a_long_turn_ends_where_it_was_cut():
    again, rest = Again("一"), Segment("二", 1.1, 1.5, settled=False)
    found = listen(First((), (settled("一", 0.0, 1.0), rest), ()), again)
    assert found[1][1] == rest
    assert again.given == [second_of(0)]


def test_memory_stays_within_its_limit():
    stream = TwoPasses(First(*[()] * 60), Again(), LEXICON).open()
    for place in range(60):
        stream.feed(second_of(place))
    assert len(stream._sound) == second_pass.KEPT * SECOND


def test_a_turn_whose_beginning_is_gone_stays_with_a_note(monkeypatch):
    monkeypatch.setattr(second_pass, "KEPT", 1.0)
    again = Again()
    *_, (found,), _ = listen(First((), (), (settled("很长的话", 0.0, 3.0),), ()), again)
    assert (found.text, found.alternatives, again.given) == ("很长的话", (), [])
    assert "太长" in found.note


def test_a_fault_leaves_the_words_of_the_first_with_a_note_once(caplog):
    trouble = Fault("第二遍来不及。", permanent=False)
    first = First((settled("一家", 0, 1),), (settled("两家", 1, 2, "两加"),), (settled("叫章卫明", 2, 3),), ())
    with caplog.at_level(logging.WARNING):
        found = [each for (each,) in listen(first, Again(trouble, trouble, "叫张伟明"))[:-1]]
    assert [each.text for each in found] == ["一家", "两家", "叫张伟明"]
    assert [each.note for each in found] == ["这些话只听了一遍：第二遍来不及。", "", ""]
    assert found[1].alternatives == ("两加",)
    assert caplog.messages == ["heard only once: 第二遍来不及。"]


def test_one_that_will_not_get_better_is_not_asked_again():
    again = Again(Fault("坏了。", permanent=True))
    found = listen(First((settled("一家", 0, 1),), (settled("两家", 1, 2),), ()), again)
    assert [each.text for feed in found for each in feed] == ["一家", "两家"]
    assert len(again.given) == 1


def test_one_that_could_not_be_loaded_says_why_to_each_speaker():
    for _ in range(2):
        ((found,), _) = listen(First((settled("一家", 0, 1),), ()), Deaf("模型坏了。"))
        assert (found.text, found.note) == ("一家", "这些话只听了一遍：模型坏了。")
    assert Deaf("").name == ""


def test_half_a_sample_is_refused_and_not_kept():
    stream = TwoPasses(First(()), Again(), LEXICON).open()
    with pytest.raises(ValueError, match="half a sample"):
        stream.feed(b"\0")
    assert not stream._sound
