"""How numbers are written (数字写法): exactly for the table, short with 万 and 亿 for the picture; Decimal all through, nothing is lost on the way.

>>> short(Decimal("123456789")), short(99_999_999), exact(Decimal("1234567.50"))
('1.23亿', '1亿', '1,234,567.50')
>>> short(1_234_567, "en"), percent(1, 3), percent(1, 0)
('1.23m', '33.3%', '—')
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from gaoxing.documents.charts.chart import Value

CHINESE, ENGLISH = "zh", "en"
UNKNOWN = "—"
"""What stands where nobody knows a number."""

_STEPS = {
    CHINESE: ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
    ENGLISH: ((Decimal(10**9), "bn"), (Decimal(10**6), "m")),
}
_CENT, _TENTH = Decimal("0.01"), Decimal("0.1")


def exact(value: Value, unit: str = "") -> str:
    """Every digit, thousands apart; a per cent sign goes with it, another unit stands elsewhere."""
    return UNKNOWN if value is None else f"{Decimal(value):,f}{_sign(unit)}"


def short(value: Value, language: str = CHINESE, unit: str = "") -> str:
    """At most two decimals, in 万 or 亿 (English: m, bn) where it is that large."""
    if value is None:
        return UNKNOWN
    steps = _STEPS[language]
    for (step, word), (smaller, _) in zip(steps, (*steps[1:], (Decimal(1), "")), strict=True):
        if abs(_rounded(Decimal(value) / smaller)) * smaller >= step:
            return f"{_plain(_rounded(Decimal(value) / step))}{word}{_sign(unit)}"
    return f"{_plain(_rounded(Decimal(value)))}{_sign(unit)}"


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    """A share with one decimal; unknown of nothing."""
    return f"{(Decimal(part) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_HALF_UP)}%" if whole else UNKNOWN


def _rounded(value: Decimal) -> Decimal:
    return round(value, 2) if value.adjusted() > 20 else value.quantize(_CENT, ROUND_HALF_UP)


def _plain(value: Decimal) -> str:
    """Without zeros at the end, and without a sign for nothing."""
    words = f"{value:,f}"
    words = words.rstrip("0").rstrip(".") if "." in words else words
    return "0" if words == "-0" else words


def _sign(unit: str) -> str:
    return unit if unit == "%" else ""
