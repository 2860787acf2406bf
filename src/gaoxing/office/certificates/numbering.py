"""Organisation codes as numbers (主体标识码), GB 32100-2015 and GB 11714-1997: eight characters of the code's alphabet of 31, counted like digits.

>>> number("MA000000"), body(number("MA00000Y") + 1)
(586639933141, 'MA000010')
>>> whole("91", "320583", "MA000000")
'91320583MA0000007R'
"""

from __future__ import annotations

from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid, WrongCharacters, WrongCheckDigit, WrongLength

LENGTH = 8
"""Characters of an organisation code without its check character."""

CATEGORIES = {"sole_trader": "92"}
"""Registering authority 9 (市场监管) and the category of entity (机构类别) by kind of enterprise; 91 is an enterprise, 92 a sole trader."""

ENTERPRISE = "91"
EVERY_CATEGORY = ("91", "92", "93")
"""Those of the authority 9: 93 is a farmers' cooperative (农民专业合作社)."""

_BASE = len(credit_code.ALPHABET)


def read(text: str) -> str:
    """The eight characters of an organisation code, written with its check character or without. Raises a kind of Invalid with a sentence."""
    compact = credit_code.compact(text)
    if len(compact) not in (LENGTH, LENGTH + 1):
        raise WrongLength(f"主体标识码应为 8 位（带校验码 9 位），“{text[:20]}”是 {len(compact)} 位")
    if wrong := [each for each in compact if each not in credit_code.ALPHABET]:
        raise WrongCharacters(f"主体标识码里不会有“{wrong[0]}”（字母 I、O、S、V、Z 不用）")
    if len(compact) > LENGTH and credit_code.organisation_check(compact[:LENGTH]) != compact[LENGTH]:
        raise WrongCheckDigit(f"“{text[:20]}”的校验码对不上，请照分配文件核对")
    return compact[:LENGTH]


def number(eight: str) -> int:
    """The place of eight characters in the order of all."""
    total = 0
    for each in eight:
        total = total * _BASE + credit_code.ALPHABET.index(each)
    return total


def body(place: int) -> str:
    """The inverse of `number`. Raises Invalid beyond the last."""
    if not 0 <= place < _BASE**LENGTH:
        raise Invalid("没有这个序数的主体标识码")
    letters = ""
    for _ in range(LENGTH):
        place, rest = divmod(place, _BASE)
        letters = credit_code.ALPHABET[rest] + letters
    return letters


def whole(category: str, region: str, eight: str) -> str:
    """The eighteen characters for a category (91, 92), a region and an organisation code, with both check characters."""
    seventeen = f"{category}{region}{eight}{credit_code.organisation_check(eight)}"
    return seventeen + credit_code.check_digit(seventeen)
