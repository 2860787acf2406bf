from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.documents.identity import Implied, implied

CARD = Implied("中华人民共和国居民身份证", "中国")
LICENCE = Implied("营业执照", "中国")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def with_check(body: str) -> str:
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


@pytest.mark.parametrize("kind", ["person", ""])
def test_a_citizens_number_says_the_card_and_the_country(kind: str):
    assert implied(kind, "11010519491231002X") == CARD


def test_an_enterprises_code_says_the_business_licence():
    assert implied("enterprise", "91320583MA0000007R") == LICENCE


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("person", ""),
        ("person", "110105194912310021"),
        ("person", "1101051949123100"),
        ("person", "91320583MA0000007R"),
        ("enterprise", "11010519491231002X"),
        ("enterprise", "91320583MA0000007A"),
        ("enterprise", ""),
        ("person", "H12345678"),
    ],
)
def test_a_number_that_does_not_check_or_is_of_another_kind_says_nothing(kind: str, number: str):
    assert implied(kind, number) == Implied()


@pytest.mark.parametrize("prefix", ["810000", "820000", "830000", "932156"])
def test_a_residence_permits_number_is_not_taken_for_a_citizens(prefix: str):
    assert implied("person", with_check(f"{prefix}19900101001")) == Implied()


@given(st.from_regex(r"[1-6][0-9]{5}199[0-9]0[1-9]1[0-9][0-9]{3}", fullmatch=True))
def test_every_citizens_number_with_a_right_check_digit_says_the_card(body: str):
    assert implied("person", with_check(body)) == CARD


@given(st.text(max_size=20))
def test_no_text_makes_it_fail(number: str):
    assert implied("person", number) in (CARD, Implied())
