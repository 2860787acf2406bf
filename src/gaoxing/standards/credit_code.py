"""The unified social credit code (统一社会信用代码), GB 32100-2015, in force 2015-10-01, with the organisation code of GB 11714-1997 inside.

18 characters: authority (1), kind (1), region (6 digits), organisation code (8 and its check character), check character. I, O, S, V, Z are not used.

>>> validate("91320583ma0000007r"), format("91320583MA0000007R")
('91320583MA0000007R', '91320583 MA000000 7 R')
"""

from __future__ import annotations

import re

from gaoxing.standards.invalid import Invalid, WrongCharacters, WrongCheckDigit, WrongComponent, WrongLength
from gaoxing.standards.numeral_words import half_width

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
AUTHORITIES = frozenset("123456789ANY")
"""Registering authorities (登记管理部门), GB 32100 table 1 and its later letters [K]: 1 机构编制, 5 民政, 9 市场监管, N 农业农村, Y 其他 …"""


def compact(code: str) -> str:
    """Without blanks and dashes, half-width, upper case."""
    return re.sub(r"[\s\-—]", "", half_width(code)).upper()


def validate(code: str) -> str:
    """The compact code. Raises a kind of `Invalid` with a plain sentence."""
    number = compact(code)
    if len(number) != 18:
        raise WrongLength(f"统一社会信用代码应为 18 位，现在是 {len(number)} 位，请对照执照核对")
    if wrong := [character for character in number if character not in ALPHABET]:
        raise WrongCharacters(f"统一社会信用代码里不会有「{wrong[0]}」（字母 I、O、S、V、Z 不用），请对照执照核对")
    if not number[2:8].isdigit():
        raise WrongCharacters("统一社会信用代码第 3 到 8 位是地区代码，应全是数字，请对照执照核对")
    if number[0] not in AUTHORITIES:
        raise WrongComponent(f"统一社会信用代码第 1 位不会是「{number[0]}」，企业和个体户都以 9 开头，请对照执照核对")
    if organisation_check(number[8:16]) != number[16]:
        raise WrongCheckDigit("统一社会信用代码第 9 到 17 位对不上，有一位念错或写错了，请对照执照核对")
    if check_digit(number[:17]) != number[17]:
        raise WrongCheckDigit("统一社会信用代码最后一位对不上，有一位念错或写错了，请对照执照核对")
    return number


def is_valid(code: str) -> bool:
    """Whether `validate` accepts it."""
    try:
        validate(code)
    except Invalid:
        return False
    return True


def check_digit(body: str) -> str:
    """The 18th character of the first 17 (modulus 31, weights 3^i). Raises WrongCharacters where one is not of the alphabet."""
    if len(body) != 17 or any(character not in ALPHABET for character in body):
        raise WrongCharacters("前 17 位只能是数字和除 I、O、S、V、Z 以外的大写字母")
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(body, WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """The check character of the organisation code's eight (GB 11714: modulus 11, X is 10)."""
    total = sum(ORGANISATION_ALPHABET.index(character) * weight for character, weight in zip(body, ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def region(code: str) -> str:
    """The six digits of the registering authority's region (GB/T 2260)."""
    return compact(code)[2:8]


def format(code: str) -> str:  # noqa: A001 - the name all codes share, as in python-stdnum
    """In groups, as it is read back: authority, kind and region; organisation code; the two check characters."""
    number = compact(code)
    return " ".join((number[:8], number[8:16], number[16:17], number[17:])).strip()
