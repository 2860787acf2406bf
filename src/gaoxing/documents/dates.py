"""Days and terms as forms print them (日期、期限).

>>> day("2029-06-30"), day("2029-06"), pay_in({"years": 5}), years({"years": 20})
('2029年6月30日', '2029年6月', '自公司成立之日起五年内', '20')
"""

from __future__ import annotations

from collections.abc import Mapping

from gaoxing.documents.printable import printable
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_writing import write

INDEFINITE = "indefinite"
"""The contract's word for a term without end (长期)."""

_DAY = expression(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def day(value: object) -> str:
    """`2029-06-30`, `2029-06` or `2029` in words; what is none of these as it stands."""
    text = printable(value)
    match = _DAY.fullmatch(text)
    if match is None:
        return text
    return "".join(f"{int(part)}{unit}" for part, unit in zip(match.groups(), "年月日", strict=True) if part)


def pay_in(value: object) -> str:
    """By when a contribution is paid (出资期限): a day, or so many years from the company's founding."""
    count = years(value)
    return f"自公司成立之日起{_counted(count)}年内" if count else "" if isinstance(value, Mapping) else day(value)


def years(value: object) -> str:
    """The number of years of a term `{"years": 20}`; empty for any other term."""
    return printable(value.get("years")) if isinstance(value, Mapping) else ""


def _counted(number: str) -> str:
    """In Chinese numerals, as charters write it; what is no whole number as it stands."""
    return write(int(number)) if number.isdecimal() and number.isascii() else number
