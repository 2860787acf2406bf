"""Amounts as forms print them (出资额、注册资本，万元): up to six decimals, so that every fen is shown and nothing is rounded.

>>> ten_thousands("5000000"), ten_thousands("1234567.89"), ten_thousands("8000")
('500', '123.456789', '0.8')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from gaoxing.documents.printable import printable
from gaoxing.documents.ticks import ticks
from gaoxing.standards import money as money_words

CURRENCIES = (("CNY", "人民币"), ("other", "其他"))
"""What the form prints beside the capital (币种)."""

_FEN = -2
_WAN = -4
_LARGEST = Decimal(10) ** 16


def ten_thousands(amount: object) -> str:
    """Whole currency units (a decimal string, at most two decimals) in units of 10,000 (万元), exact.

    What is no such amount gives an empty blank: no figure is better than a wrong one.
    """
    value = _money(amount)
    return "" if value is None else _shown(value.scaleb(_WAN))


def percent(share: object) -> str:
    """A share of 100 with its sign, `33.33%`; empty where there is none."""
    text = printable(share)
    return f"{text}%" if text else ""


def in_capitals(amount: object) -> str:
    """Yuan in formal numerals (大写), as the licence prints capital: 伍佰万元整. Empty for nought and for what is no amount."""
    value = _money(amount)
    return money_words.write_formal(value) if value is not None and 0 < value < _LARGEST else ""


def capital(money: object) -> dict[str, Any]:
    """The blanks of the registered capital (注册资本): amount in 万, ticks for the currency, the other currency's name, the amount in capitals."""
    given = money if isinstance(money, Mapping) else {}
    currency = printable(given.get("currency"))
    chosen = currency if currency in {"", "CNY"} else "other"
    return {
        "amount": ten_thousands(given.get("amount")),
        "currencies": ticks(CURRENCIES, chosen),
        "other": _named(currency) if chosen == "other" else "",
        "words": in_capitals(given.get("amount")) if currency == "CNY" else "",
    }


def total(money: object, contributions: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The last line of the contributions (合计): summed only where every one is known; 100% only where they make up the capital."""
    amounts = [_money(each.get("amount")) for each in contributions]
    known = [each for each in amounts if each is not None]
    if not known or len(known) < len(amounts):
        return {"amount": "", "percent": ""}
    whole = _money(money.get("amount")) if isinstance(money, Mapping) else None
    return {"amount": ten_thousands(sum(known)), "percent": "100%" if sum(known) == whole else ""}


def _money(amount: object) -> Decimal | None:
    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        return None
    exponent = value.as_tuple().exponent
    fits = isinstance(exponent, int) and exponent >= _FEN and value >= 0
    return value if fits else None


def _named(code: str) -> str:
    """The Chinese word for an ISO 4217 code; the code itself where none is known."""
    return next((word for word in money_words.words() if money_words.currency(word) == code and not word.isascii()), code)


def _shown(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
