"""Stretches that were heard: bound to their words, weighed as whole entries, taken and taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.cases.spoken import MOST_SPOKEN, Chosen, Spoken, alternatives, bound, chosen, merged, place, settled, taken_back
from gaoxing.office.cases.words import Words
from gaoxing.speech.transcript import LONGEST_TURN, MOST_ALTERNATIVES

HEARD = Spoken("我叫弓长章", ("我叫弓长张", "我叫公长章"))
TEXTS = st.text(alphabet="甲乙丙，。", max_size=12)


@pytest.mark.parametrize("said", ["我叫弓长章", "您好，我叫弓长章。做软件", "一\n我叫弓长章\n"])
def test_a_stretch_stands_where_it_is_whole_between_marks(said):
    assert place(said, HEARD.text) == said.index("我叫")


@pytest.mark.parametrize("said", ["我叫弓长张", "我叫弓长章三", "是我叫弓长章", "我叫弓长章，我叫弓长章", "", "我叫，弓长章"])
def test_a_stretch_that_a_person_changed_or_that_stands_twice_is_dropped(said):
    assert bound(said, [HEARD]) == ()
    assert alternatives(said, [HEARD]) == ()


def test_of_the_same_words_what_is_known_counts():
    settled_by_hand = Spoken(HEARD.text)
    assert merged(HEARD.text, [settled_by_hand], [HEARD]) == (settled_by_hand,)
    assert merged(HEARD.text, [], [HEARD]) == (HEARD,)


def test_the_likeliest_other_ways_come_first_and_the_last_stretch_before_the_others():
    said = "我叫弓长章，资本一百万"
    found = alternatives(said, [HEARD, Spoken("资本一百万", ("资本一百晚",))])
    assert found == ("我叫弓长章，资本一百晚", "我叫弓长张，资本一百万", "我叫公长章，资本一百万")


def test_no_more_ways_are_weighed_than_the_reader_takes_and_none_of_what_it_cuts():
    many = Spoken("甲", tuple(chr(0x4E00 + number) for number in range(40)))
    assert len(alternatives("甲", [many])) == MOST_ALTERNATIVES
    assert alternatives("甲，" + "乙" * LONGEST_TURN, [many]) == ()


def test_only_the_last_stretches_are_kept():
    said = "，".join(str(number) for number in range(MOST_SPOKEN + 5))
    assert [each.text for each in bound(said, [Spoken(text) for text in said.split("，")])] == said.split("，")[5:]


def test_the_way_that_was_taken_says_what_it_was_and_is_shown_with_its_surroundings():
    said, read = "您好，我叫弓长章。", "您好，我叫弓长张。"
    taken = settled(said, [HEARD], read)
    assert taken == (Spoken("我叫弓长张", (), "我叫弓长章"),)
    assert chosen(read, taken) == (Chosen(7, 8, "我叫弓长章", "我叫弓长张", "我叫弓长张"),)


def test_what_was_left_out_is_told_though_nothing_can_be_lit():
    (found,) = chosen("资本一百万", [Spoken("资本一百万", (), "资本一一百万")])
    assert (found.start, found.end) == (3, 3)
    assert (found.was, found.now) == ("资本一一百万", "资本一百万")


def test_taken_back_it_stays_as_it_was_heard():
    taken = (Spoken("我叫弓长张", (), "我叫弓长章"),)
    assert taken_back("我叫弓长张。", taken, "我叫弓长张") == ("我叫弓长章。", (Spoken("我叫弓长章"),))
    assert taken_back("我叫弓长张。", taken, "别的") == ("我叫弓长张。", taken)


@given(TEXTS, TEXTS, TEXTS)
def test_every_other_way_changes_its_stretch_alone(before, text, other):
    said = f"{before}，{text}"
    for found in alternatives(said, [Spoken(text, (other,))]):
        at = place(said, text)
        assert found == said[:at] + other + said[at + len(text) :]


def test_what_was_spoken_comes_back_from_the_store_and_goes_with_its_words():
    words = Words().state("我叫弓长章", spoken=[HEARD]).add("一百万", "registered_capital", spoken=[Spoken("一百万", ("一百晚",))])
    assert Words.from_bytes(words.to_bytes()) == words
    assert words.state("我叫弓长章，法人是我").stated.spoken == (HEARD,)
    assert words.state("我叫弓长帐").stated.spoken == ()
    assert words.amend(1, "二百万").entries[1].spoken == ()


def test_words_are_read_as_the_facts_chose_and_unread_again():
    words = Words().state("我叫弓长章", spoken=[HEARD])
    read = words.read_as(["我叫弓长张"])
    assert read.statement == "我叫弓长张"
    assert words.read_as(["我叫别人"]) == words.read_as([]) == words
    assert read.unread(0, "我叫弓长张").statement == "我叫弓长章"
    assert read.unread(7, "我叫弓长张") == read
