"""Whether money was invested, and whether a valuation reaches a line (投资、估值).

Only in a currency in which the line is written; another one is asked for, never converted.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import all_of, answered, missing
from gaoxing.checks.assessment.shown import plain, up
from gaoxing.checks.assessment.verdict import Gap, Judged, Verdict

CALLED = {"USD": "美元", "CNY": "元"}
_HUNDRED_MILLION, _STEP = Decimal(100_000_000), Decimal(10_000)


def invested(inputs: Inputs) -> Judged:
    """Whether somebody invested in it and it is not listed."""
    return all_of(
        answered(inputs, "financed", wanted=True, otherwise="还没有获得过股权投资。"),
        answered(inputs, "listed", wanted=False, otherwise="已经上市的不再评。"),
    )


def exceeds(inputs: Inputs, lines: Mapping[str, int], *, more: bool = False) -> Judged:
    """Whether the valuation comes to the line of its currency, or with `more` above it.

    >>> exceeds(Inputs({"valuation": {"amount": "50000000", "currency": "USD"}}), {"USD": 50_000_000}).verdict.value
    'met'
    """
    sign = ">" if more else "≥"
    threshold = "或者".join(f"{sign}{money(Decimal(line), currency)}" for currency, line in lines.items())
    told = {currency: value for currency in lines if (value := inputs.amount("valuation", currency)) is not None}
    if not told:
        note = "" if "valuation" not in inputs.values else f"估值要按{'或者'.join(CALLED[each] for each in lines)}写，本系统不换算汇率。"
        return Judged(Verdict.MISSING, threshold=threshold, wants=missing("valuation").wants, note=note)
    currency, value = next(iter(told.items()))
    line = Fraction(lines[currency])
    shown = money(Decimal(value.numerator) / Decimal(value.denominator), currency)
    if value > line or (value == line and not more):
        return Judged(Verdict.MET, shown, threshold)
    amount = up(line - value, _STEP)
    amount += _STEP if more and value + Fraction(amount) <= line else 0
    gap = Gap("valuation", amount, CALLED[currency], f"估值还差{money(amount, currency)}（现在{shown}）", Fraction(amount) / value if value > 0 else None)
    return Judged(Verdict.UNMET, shown, threshold, gap)


def money(amount: Decimal, currency: str) -> str:
    """An amount in its currency, in 亿 or 万 where that is exact.

    >>> money(Decimal(50_000_000), "USD"), money(Decimal(1_000_000_000), "USD")
    ('5000万美元', '10亿美元')
    """
    for size, unit in ((_HUNDRED_MILLION, "亿"), (_STEP, "万")):
        if abs(amount) >= size and amount / size == (amount / size).quantize(Decimal("0.0001")):
            return f"{plain(amount / size)}{unit}{CALLED[currency]}"
    return f"{plain(amount)}{CALLED[currency]}"
