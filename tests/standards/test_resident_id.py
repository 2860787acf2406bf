"""The citizen identification number: dates, check digit, sex, age. All numbers are made up by the test's own reckoning."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards import resident_id
from gaoxing.standards.invalid import Invalid, WrongCharacters, WrongCheckDigit, WrongComponent, WrongLength

EXAMPLE = "11010519491231002X"


def completed(body: str) -> str:
    """An oracle of its own: ISO 7064 MOD 11-2 from left to right."""
    remainder = 0
    for digit in body:
        remainder = (remainder + int(digit)) * 2 % 11
    check = (12 - remainder) % 11
    return body + ("X" if check == 10 else str(check))


numbers = st.builds(
    lambda region, born, sequence: completed(f"{region}{born:%Y%m%d}{sequence:03}"),
    st.from_regex("[1-6][0-9]{5}", fullmatch=True),
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    st.integers(0, 999),
)


def test_the_example_of_the_standard_is_valid():
    assert resident_id.validate(EXAMPLE) == EXAMPLE


@given(numbers)
def test_every_number_worked_out_by_the_standard_is_valid(number: str):
    assert resident_id.is_valid(number)
    assert resident_id.birthday(number).strftime("%Y%m%d") == number[6:14]
    assert resident_id.region(number) == number[:6]


@given(numbers, st.integers(0, 16), st.sampled_from("0123456789"))
def test_no_single_mistaken_digit_passes(number: str, place: int, digit: str):
    mistaken = number[:place] + digit + number[place + 1 :]
    assert resident_id.is_valid(mistaken) == (mistaken == number)


@pytest.mark.parametrize(
    ("number", "trouble", "words"),
    [
        ("1101051949123100", WrongLength, "16 位"),
        ("11010519491231002Y", WrongCharacters, "X"),
        ("1101051949123100XX", WrongCharacters, "17 位"),
        ("110105194902300021", WrongComponent, "19490230"),
        ("110105199013010021", WrongComponent, "不存在"),
        ("110105100001010021", WrongComponent, "太早"),
        ("110105194912310021", WrongCheckDigit, "最后一位"),
    ],
)
def test_each_mistake_has_its_sentence(number: str, trouble: type[Invalid], words: str):
    with pytest.raises(trouble, match=words):
        resident_id.validate(number)


def test_nobody_is_born_after_today():
    number = completed("32058320300101001")
    assert resident_id.is_valid(number)
    assert not resident_id.is_valid(number, on=date(2026, 11, 24))


@pytest.mark.parametrize(("sequence", "sex"), [("001", "male"), ("002", "female"), ("010", "female"), ("999", "male")])
def test_an_odd_sequence_is_a_man(sequence: str, sex: str):
    assert resident_id.sex(completed(f"32058319900101{sequence}")) == sex


@pytest.mark.parametrize(
    ("on", "years"),
    [(date(2008, 3, 4), 17), (date(2008, 3, 5), 18), (date(2008, 12, 31), 18), (date(2009, 3, 4), 18), (date(1990, 3, 5), 0)],
)
def test_a_year_of_age_is_full_on_the_day_after_the_birthday(on: date, years: int):
    assert resident_id.age(completed("32058319900304001"), on) == years


def test_blanks_and_a_small_x_are_the_same_number():
    assert resident_id.validate("110105 1949 1231 002x") == EXAMPLE


def test_a_number_is_read_back_in_groups_and_masked():
    assert resident_id.format(EXAMPLE) == "110105 1949 1231 002X"
    assert resident_id.mask(EXAMPLE) == "110105********002X"
    assert resident_id.mask("12345") == "*****"


def test_a_check_digit_needs_seventeen_digits():
    with pytest.raises(WrongCharacters):
        resident_id.check_digit("123")
