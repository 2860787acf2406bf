"""Telephones: mobile, fixed line, extension, service lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards import telephone
from gaoxing.standards.invalid import Invalid, WrongCharacters, WrongComponent, WrongLength


@pytest.mark.parametrize(
    ("said", "number", "kind"),
    [
        ("13800138000", "13800138000", "mobile"),
        ("138 0013 8000", "13800138000", "mobile"),
        ("138-0013-8000", "13800138000", "mobile"),
        ("+86 13800138000", "13800138000", "mobile"),
        ("0086-13800138000", "13800138000", "mobile"),
        ("０５１２－５７３０００００", "0512-57300000", "landline"),
        ("051257300000", "0512-57300000", "landline"),
        ("(0512)57300000", "0512-57300000", "landline"),
        ("010-8888 8888", "010-88888888", "landline"),
        ("0512-57300000转801", "0512-57300000-801", "landline"),
        ("400-820-8820", "4008208820", "service"),
    ],
)
def test_a_number_is_known_in_its_usual_writings(said: str, number: str, kind: str):
    assert telephone.validate(said) == number
    assert telephone.kind(said) == kind


@pytest.mark.parametrize(
    ("said", "trouble", "words"),
    [
        ("1380013800", WrongLength, "10 位"),
        ("138001380000", WrongLength, "12 位"),
        ("12000000000", WrongComponent, "120"),
        ("57300000", WrongComponent, "区号"),
        ("0512-1234", WrongLength, "位数"),
        ("电话不方便", WrongCharacters, "不是数字"),
        ("", WrongCharacters, "不是数字"),
    ],
)
def test_each_mistake_has_its_sentence(said: str, trouble: type[Invalid], words: str):
    assert not telephone.is_valid(said)
    with pytest.raises(trouble, match=words):
        telephone.validate(said)


@given(st.from_regex("1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_is_read_back_in_groups_and_masked(number: str):
    assert telephone.format(number).split() == [number[:3], number[3:7], number[7:]]
    assert telephone.mask(number) == f"{number[:3]}****{number[7:]}"


def test_a_masked_fixed_line_keeps_its_area_code():
    assert telephone.mask("0512-57300012") == "0512-******12"
    assert telephone.mask("12345") == "*****"
    assert telephone.format("0512-57300012") == "0512-57300012"
    assert telephone.format("4008208820") == "400 820 8820"
