"""Figures as an assessment shows them (数字的写法): money in 元, 万元 or 亿元 exactly, shares in percent.

>>> yuan(Decimal("5200000")), yuan(Decimal("123")), percent(Fraction(7, 100)), percent(Fraction(1, 3))
('520万元', '123元', '7%', '33.33%')
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

_DECIMALS = 10_000
"""Four of them."""

_CENT = Decimal("0.01")
_WIDE = Context(prec=100)
"""Digits enough that a figure mistyped by many noughts is still shown."""

_UNITS = ((Decimal(100_000_000), "亿元"), (Decimal(10_000), "万元"))


def yuan(amount: Decimal) -> str:
    """An amount in yuan in the largest unit in which it has at most four decimals; exact."""
    whole = int(amount)
    if whole == amount:
        return _whole_yuan(whole)
    for size, unit in _UNITS:
        scaled = _WIDE.divide(amount, size)
        if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.0001"), context=_WIDE):
            return f"{plain(scaled)}{unit}"
    return f"{plain(amount)}元"


def _whole_yuan(amount: int) -> str:
    """The same of whole yuan, in whole numbers: nearly all amounts are."""
    for size, unit in ((100_000_000, "亿元"), (10_000, "万元")):
        if abs(amount) >= size and amount * _DECIMALS % size == 0:
            units, rest = divmod(abs(amount), size)
            decimals = f".{rest * _DECIMALS // size:04}".rstrip("0").rstrip(".")
            return f"{'-' if amount < 0 else ''}{units}{decimals}{unit}"
    return f"{amount}元"


def plain(number: Decimal) -> str:
    """A number without an exponent and without zeros at its end.

    >>> plain(Decimal("1E+2")), plain(Decimal("2.50"))
    ('100', '2.5')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: Fraction) -> str:
    """A share in percent with at most two decimals; where rounding would hide that it differs, it is told as about."""
    exact = _WIDE.divide(Decimal(share.numerator * 100), Decimal(share.denominator))
    return f"{plain(exact.quantize(_CENT, ROUND_HALF_UP, _WIDE))}%"


def up(amount: Fraction, step: Decimal = Decimal(1)) -> Decimal:
    """The smallest multiple of a step that is no less.

    >>> up(Fraction(7, 2)), up(Fraction(12345678, 1), Decimal(10000))
    (Decimal('4'), Decimal('12350000'))
    """
    above, below = step.as_integer_ratio()
    whole = -((-amount.numerator * below) // (amount.denominator * above))
    return _WIDE.multiply(Decimal(whole), step).quantize(step, ROUND_CEILING, _WIDE)
