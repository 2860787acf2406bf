"""Two hearings made one: the first decides what was said, the second how it is written, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.intake import lexicon as counter
from gaoxing.speech.agreement import agreed, bare
from gaoxing.speech.expected import Expected
from gaoxing.speech.recogniser import Segment

LEXICON = counter()


def one(first, second, expected=Expected.ANYTHING, others=()):
    return agreed(Segment(first, 1.0, 2.0, others), second, LEXICON, expected)


def test_where_both_sound_the_same_the_second_is_written():
    found = one("老板叫章卫明想开店", "老板叫张伟明，想开店。")
    assert (found.text, found.alternatives) == ("老板叫张伟明想开店", ("老板叫章卫明想开店",))


def test_one_that_says_the_same_adds_nothing():
    assert one("我想开一家公司", "我想开一家公司。") == Segment("我想开一家公司", 1.0, 2.0)


def test_where_they_disagree_the_first_stays_and_the_second_is_an_alternative():
    found = one("出资三十万", "出资四十万")
    assert (found.text, found.alternatives) == ("出资三十万", ("出资四十万",))


def test_beside_a_disagreement_no_name_is_put_together_of_two():
    found = one("他叫章卫明", "他叫张伟民")
    assert (found.text, found.alternatives) == ("他叫章卫明", ("他叫张伟民",))


def test_far_from_a_disagreement_the_second_is_written():
    assert one("老板叫章卫明他出资三十万", "老板叫张伟明他出资四十万").text == "老板叫张伟明他出资三十万"


@pytest.mark.parametrize("second", ["注册资苯五百万", "住册资本五百万", "注册姿本五百万"])
def test_words_of_the_counter_stay_as_they_are_written(second):
    assert one("注册资本五百万", second).text == "注册资本五百万"


def test_another_word_of_the_counter_is_written_as_the_second_heard_it():
    found = one("我是山西来的", "我是陕西来的")
    assert (found.text, found.alternatives) == ("我是陕西来的", ("我是山西来的",))


def test_digits_are_digits_while_they_are_asked():
    found = one("一三九", "幺散九", Expected.DIGITS)
    assert (found.text, found.alternatives) == ("一三九", ("幺三九",))


def test_while_a_name_is_asked_the_second_writes_it_and_the_first_is_kept():
    found = one("章卫明", "张伟明", Expected.NAME)
    assert (found.text, found.alternatives) == ("张伟明", ("章卫明",))


def test_ways_to_write_it_of_the_first_follow_the_second_s():
    assert one("出资三十万", "出资四十万", others=("出资山十万", "出资四十万")).alternatives == ("出资四十万", "出资山十万")


@pytest.mark.parametrize("silence", ["", " ", "。", "<|zh|><|nospeech|>", "😊"])
def test_a_second_that_hears_nothing_changes_nothing(silence):
    assert one("我想开店", silence, others=("我相开店",)) == Segment("我想开店", 1.0, 2.0, ("我相开店",))


def test_letters_and_what_has_no_sound_are_compared_as_they_are():
    assert one("我们做ABC培训", "我们做 abc 培训").text.casefold() == "我们做abc培训"
    assert one("kuā一百", "夸一百").alternatives == ("夸一百",)


def test_times_stay():
    found = one("出资三十万", "出资四十万")
    assert (found.start, found.end, found.settled) == (1.0, 2.0, True)


@given(st.text("一二三我想开公司章张伟卫明民", max_size=12), st.text("一二三我想开公司章张伟卫明民，。 a", max_size=12))
def test_nothing_is_lost_and_nothing_added(first, second):
    found = one(first, second)
    assert len(found.text) == len(first)
    assert first in (found.text, *found.alternatives)
    assert bare(second) in ("", found.text, *found.alternatives)
    assert found.text not in found.alternatives
