"""Hints say what to do, and never refuse."""

import pytest

from gaoxing.engines.photograph import Photograph
from gaoxing.office.attachments.advice import codes_of, sentences


@pytest.mark.parametrize(("code", "told"), [("dark", "太暗"), ("blurred", "有点糊"), ("small", "很小")])
def test_each_code_has_a_sentence_that_says_what_to_do_and_leaves_the_choice(code, told):
    (sentence,) = sentences([code])
    assert told in sentence
    assert "再拍一张" in sentence or "直接拍原件" in sentence
    assert "也可以留着" in sentence


def test_the_codes_are_those_that_hold():
    assert codes_of(Photograph(1, 1, b"", dark=True, small=True)) == ("dark", "small")
    assert codes_of(Photograph(1, 1, b"")) == ()


def test_a_code_of_another_edition_says_nothing():
    assert sentences(["glare"]) == ()
