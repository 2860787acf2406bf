"""Words for findings (审查意见用语): names in a row and sums of money as people read them.

>>> yuan(Decimal("120000000")), yuan(Decimal("1200000")), yuan(Decimal("333333.33")), yuan(Decimal("5000"))
('1.2亿元', '120万元', '333333.33元', '5000元')
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from gaoxing.forms.parties import Party

TEN_THOUSAND = 10_000
HUNDRED_MILLION = 100_000_000
MANY = 5
"""So many names stand in one sentence; of more only the number is told."""


def names(persons: Iterable[Party]) -> str:
    """The names with 、 between them; of more than five the first ones and the number."""
    called = [each.called for each in persons]
    return "、".join(called) if len(called) <= MANY else f"{'、'.join(called[:MANY])}等{len(called)}位"


def yuan(amount: Decimal) -> str:
    """A sum: in 亿元 or 万元 with at most two decimals where it comes out so, else in 元."""
    if amount >= HUNDRED_MILLION and amount % (HUNDRED_MILLION // 100) == 0:
        return f"{_bare(amount / HUNDRED_MILLION)}亿元"
    if amount >= TEN_THOUSAND and amount % (TEN_THOUSAND // 100) == 0:
        return f"{_bare(amount / TEN_THOUSAND)}万元"
    return f"{_bare(amount)}元"


def day(on: date) -> str:
    """A day as it is written: 2031年11月24日."""
    return f"{on.year}年{on.month}月{on.day}日"


def _bare(amount: Decimal) -> str:
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
