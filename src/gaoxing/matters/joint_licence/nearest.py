"""The trades nearest to one that the catalogue does not know (相近的行业): offered, never chosen; a clerk takes over.

>>> [each.id for each in nearest("开个密室逃脱")]
['ktv', 'internet_cafe', 'cafe_tea']
>>> [each.id for each in nearest("我要开个修电脑的")]
[]
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from gaoxing.matters.joint_licence.permits.entries import Catalogue, Trade
from gaoxing.matters.joint_licence.permits.loading import shipped

TABLE = Path(__file__).with_name("near_trades.toml")
MOST = 4
"""Trades that are offered at once."""


def nearest(words: str, known: Catalogue | None = None) -> tuple[Trade, ...]:
    """The nearest trades to what was said, at most four; none where nothing of it is known."""
    known = known or shipped()
    ids = dict.fromkeys(trade for pattern, trades in _rows() if pattern.search(words) for trade in trades)
    return tuple(known.trades[each] for each in ids if each in known.trades)[:MOST]


@cache
def _rows() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["near"]
    return tuple((re.compile(row["words"]), tuple(row["trades"])) for row in rows)
