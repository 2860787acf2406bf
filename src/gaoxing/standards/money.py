"""Money (金额): currency words to ISO 4217, formal amounts (大写金额) written and read.

Rules of the formal amount: 正确填写票据和结算凭证的基本规定 (中国人民银行, 支付结算办法附一, 1997-12-01): 整 after 元 or 角, 零 for a skipped place.

>>> write_formal(Decimal("1200000")), write_formal(Decimal("16409.02"))
('壹佰贰拾万元整', '壹万陆仟肆佰零玖元零贰分')
>>> parse_formal("人民币壹佰贰拾万元整"), currency("美金")
(Decimal('1200000'), 'USD')
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from gaoxing.standards import numerals
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import FORMAL_DIGITS

CENT = Decimal("0.01")
_FIGURE = "[零壹贰叁肆伍陆柒捌玖貳叄陸]"
FORMAL = expression(rf"(?:人民币)?(?:(?P<yuan>(?:{_FIGURE}|[拾佰仟万亿萬億])+)[元圆])?零?(?:(?P<jiao>{_FIGURE})角)?零?(?:(?P<fen>{_FIGURE})分)?[整正]?")


def currency(word: str) -> str | None:
    """The ISO 4217 code of a currency word; 元 and 块 alone are CNY; None for any other word."""
    return "CNY" if word in generic() else _codes().get(word)


def generic() -> frozenset[str]:
    """Words that name no country: 元, 圆, 块, 块钱."""
    return frozenset(_table()[0])


def words() -> tuple[str, ...]:
    """Every currency word that names a country, longest first."""
    return tuple(sorted(_codes(), key=len, reverse=True))


def write_formal(amount: Decimal) -> str:
    """The formal amount in yuan, jiao and fen. Raises ValueError for a part of a fen, below 0 and from 10^12 on."""
    if amount != amount.quantize(CENT):
        raise ValueError(f"{amount} 元不是整分，大写金额最小写到分")
    whole, cents = divmod(int(amount * 100), 100)
    jiao, fen = divmod(cents, 10)
    yuan = f"{numerals.write_formal(whole)}元" if whole or not cents else ""
    if not cents:
        return f"{yuan}整"
    gap = "零" if yuan and not jiao else ""
    tail = f"{numerals.write_formal(jiao)}角" if jiao else ""
    return yuan + gap + tail + (f"{numerals.write_formal(fen)}分" if fen else "整")


def parse_formal(text: str) -> Decimal:
    """The amount of a formal writing, with or without 人民币 and 整. Raises ValueError with a sentence where it is none."""
    found = FORMAL.fullmatch(text.strip())
    if found is None or not (found["yuan"] or found["jiao"] or found["fen"]):
        raise ValueError(f"「{text}」不是大写金额，应写成「壹佰贰拾万元整」的样子")
    whole = numerals.parse(found["yuan"]) if found["yuan"] else Decimal(0)
    return whole + Decimal(FORMAL_DIGITS[found["jiao"] or "零"]) / 10 + Decimal(FORMAL_DIGITS[found["fen"] or "零"]) / 100


@cache
def _table() -> tuple[list[str], dict[str, list[str]]]:
    table = tomllib.loads((files("gaoxing.standards") / "currencies.toml").read_text(encoding="utf-8"))
    return table["generic"], table["codes"]


@cache
def _codes() -> dict[str, str]:
    return {word: code for code, spoken in _table()[1].items() for word in spoken}
