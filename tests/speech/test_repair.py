"""Homophones are put right where a word of the counter was meant, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.intake import lexicon as counter
from gaoxing.speech.expected import Expected
from gaoxing.speech.repair import repaired

LEXICON = counter()


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("住册资本五百万", "注册资本五百万"),
        ("发定代表人是他", "法定代表人是他"),
        ("营业直照", "营业执照"),
        ("我要办食品经营许可正", "我要办食品经营许可证"),
    ],
)
def test_a_word_of_the_counter_is_written_as_it_is_meant(heard, meant):
    assert repaired(heard, LEXICON) == meant


@pytest.mark.parametrize("said", ["今天天气很好", "我想开一家公司", "注册资本五百万", ""])
def test_what_is_right_stays(said):
    assert repaired(said, LEXICON) == said


def test_behind_what_announces_a_name_nothing_is_exchanged():
    assert repaired("我叫住册资本", LEXICON) == "我叫住册资本"


def test_while_a_name_is_asked_nothing_is_exchanged():
    assert repaired("住册资本", LEXICON, Expected.NAME) == "住册资本"


def test_while_digits_are_asked_what_sounds_like_one_is_one():
    assert repaired("医三九领灵五", LEXICON, Expected.DIGITS) == "一三九零零五"


def test_letters_stay_while_digits_are_asked():
    assert repaired("一二X", LEXICON, Expected.DIGITS) == "一二X"


@given(st.text(alphabet="住册资本法定代表人我叫丁一X，", max_size=20), st.sampled_from(Expected))
def test_the_length_never_changes(said, expected):
    assert len(repaired(said, LEXICON, expected)) == len(said)
