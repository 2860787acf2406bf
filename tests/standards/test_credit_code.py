"""The unified social credit code: check characters worked out by another path, every kind of mistake named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid, WrongCharacters, WrongCheckDigit, WrongComponent, WrongLength

GOOD = ("91320583MA0000007R", "92320583MA0000007N")
LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def completed(body: str) -> str:
    """An oracle of its own: the code of 16 given characters with both check characters."""
    values = [int(character, 36) for character in body[8:16]]
    organisation = (11 - sum(value * weight for value, weight in zip(values, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11) % 11
    code = body + ("X" if organisation == 10 else str(organisation))
    total, power = 0, 1
    for character in code:
        total, power = total + LETTERS.index(character) * power, power * 3 % 31
    return code + LETTERS[(31 - total % 31) % 31]


codes = st.builds(
    lambda first, region, body: completed(first + region + body),
    st.sampled_from(["91", "92", "93", "12", "52", "Y1", "N2"]),
    st.from_regex("[1-6][0-9]{5}", fullmatch=True),
    st.text(alphabet=LETTERS, min_size=8, max_size=8),
)


@pytest.mark.parametrize("code", GOOD)
def test_a_code_with_right_check_characters_is_valid(code: str):
    assert credit_code.validate(code) == code


@given(codes)
def test_every_code_worked_out_by_the_standard_is_valid(code: str):
    assert credit_code.is_valid(code)
    assert credit_code.check_digit(code[:17]) == code[17]


@given(codes, st.integers(0, 17), st.sampled_from(LETTERS))
def test_no_single_mistaken_character_passes(code: str, place: int, character: str):
    mistaken = code[:place] + character + code[place + 1 :]
    assert credit_code.is_valid(mistaken) == (mistaken == code)


@pytest.mark.parametrize(
    ("code", "trouble", "words"),
    [
        ("91320583MA0000007", WrongLength, "17 位"),
        ("91320583MA0000007RR", WrongLength, "19 位"),
        ("91320583MAO000007R", WrongCharacters, "O"),
        ("9132O583MA0000007R", WrongCharacters, "O"),
        ("9132A583MA0000007R", WrongCharacters, "地区"),
        ("81320583MA0000007R", WrongCheckDigit, "最后一位"),
        ("C1320583MA0000007R", WrongComponent, "第 1 位"),
        ("91320583MA0000008R", WrongCheckDigit, "第 9 到 17 位"),
        ("91320583MA0000007T", WrongCheckDigit, "最后一位"),
        ("", WrongLength, "0 位"),
    ],
)
def test_each_mistake_has_its_sentence(code: str, trouble: type[Invalid], words: str):
    with pytest.raises(trouble, match=words):
        credit_code.validate(code)


def test_blanks_small_and_wide_letters_are_the_same_code():
    assert credit_code.validate("９１３２ 0583 ma00-0000 7r") == GOOD[0]


def test_a_code_is_read_back_in_groups():
    assert credit_code.format(GOOD[0]) == "91320583 MA000000 7 R"
    assert credit_code.region(GOOD[0]) == "320583"


def test_a_check_character_needs_seventeen_of_the_alphabet():
    with pytest.raises(WrongCharacters):
        credit_code.check_digit("913205")
