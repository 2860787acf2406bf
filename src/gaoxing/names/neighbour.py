"""A name that the index holds near the one asked about (比对对象): with its state, its dates and its prefecture.

The index answers `neighbours(keys, prefecture)` with these; it may hold the parts in its own table, so that nothing is split again.

>>> Neighbour("昆山星野科技有限公司", "昆山", "星野", "科技", "有限公司", State.ACTIVE, date(2024, 5, 6), "3205").state
<State.ACTIVE: 'active'>
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How a name stands in the register (名称状态)."""

    ACTIVE = "active"
    """Registered (已登记)."""
    RETAINED = "retained"
    """Declared and kept for its applicant (保留期内)."""
    RELEASED = "released"
    """Cancelled, changed, or its registration withdrawn (注销、变更、被撤销); `since` is that day."""
    HELD = "held"
    """Kept by the office while a case is at work (占用); binding like a retained one."""


@dataclass(frozen=True)
class Neighbour:
    """A name of the pool: its words and parts as `composition.split` gives them, its state since a day.

    `until` is the last day of a retained or held name where the index knows it (one year where an approval is needed); None: the law's two months
    for a retained one, without end for a held one. `prefecture` is the first four digits of the division's code (3205). `sole_trader` is None where
    the register does not say: then the form decides.
    """

    name: str
    region: str
    trade_name: str
    trade: str
    form: str
    state: State
    since: date
    prefecture: str
    until: date | None = None
    sole_trader: bool | None = None
