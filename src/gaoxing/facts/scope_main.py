"""The main business and the trade in the name (主营业务与名称中的行业): 《企业名称登记管理规定》第九条, in force from 2021-03-01.

The first item of the scope is the main business; the trade in a company's name is that of it. Which classes a trade word covers is our own table
`scope_main.toml` [K], wide on purpose, so that only a plain contradiction is told.

>>> day = date(2026, 11, 24)
>>> trade_of("昆山样例科技有限公司", day).word, trade_of("昆山样例科技店", day)
('科技', None)
>>> agrees(business_scope.item("餐饮服务"), trade_of("昆山样例科技有限公司", day))
False
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from gaoxing.names.composition import split
from gaoxing.standards import business_scope
from gaoxing.standards.dated import in_force

TABLE = Path(__file__).with_name("scope_main.toml")
COMPANY = "公司"


@dataclass(frozen=True)
class NameTrade:
    """The trade word of a name, and the beginnings of the GB/T 4754 classes that fit it."""

    word: str
    codes: tuple[str, ...]


@lru_cache(maxsize=1024)
def trade_of(name: str, on: date) -> NameTrade | None:
    """The trade that a company's name tells; None for other names, and where the table knows none of its words."""
    rows = in_force(TABLE, on).get("name_trades", ())
    trade = split(name).trade if name.endswith(COMPANY) else ""
    known = [(len(row["word"]), trade.rfind(row["word"]), row) for row in rows if row["word"] in trade]
    if not known:
        return None
    *_, row = max(known, key=lambda each: each[:2])
    return NameTrade(row["word"], tuple(row["codes"]))


def agrees(item: business_scope.Item, trade: NameTrade | None) -> bool:
    """Whether the item may be the main business of that name; True wherever nothing can be said."""
    return trade is None or not item.industry_code or item.industry_code.startswith(trade.codes)
