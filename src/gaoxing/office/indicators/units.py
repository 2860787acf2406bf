"""The units of the indicators (计量单位): how each is written, and which convert into one another exactly; everything else is another unit.

>>> converted(Decimal("185.3"), "亿", "万元"), converted(Decimal(3), "人次", "人"), converted(Decimal(3), "户", "家")
(Decimal('1853000.0'), None, Decimal('3'))
"""

from __future__ import annotations

from decimal import Decimal

from gaoxing.engines.workbook.columns import FAMILIES, factor
from gaoxing.engines.workbook.columns import unit_of as known_as

PERCENT = "%"

COUNTS = frozenset({"个", "家", "件", "项", "证", "人", "人次", "次", "位"})
"""Units of which there are only whole ones."""

UNITS = COUNTS | {"元", "万元", "亿元", PERCENT, "平方米", "万平方米", "工作日", "件/万人"}
"""The units that an indicator may have."""

MONEY = frozenset({"元", "万元", "亿元"})
"""Of these a value may be below nought."""

_MORE = {"亿元人民币": "亿元", "人民币亿元": "亿元", "个工作日": "工作日", "名次": "位", "每万人件": "件/万人", "件每万人": "件/万人", "百分之": PERCENT}
_KNOWN = UNITS | {unit for family in FAMILIES for unit in family}


def unit_of(written: str) -> str | None:
    """The unit that a text means; None where it is none that is known."""
    word = written.strip().strip("（）()").replace(" ", "")
    found = known_as(_MORE.get(word, word))
    return found if found in _KNOWN else None


def converted(value: Decimal, written: str, unit: str) -> Decimal | None:
    """A value in the indicator's unit: as it is where the units are one, exactly converted where that can be, None else."""
    given = unit_of(written)
    if given is None:
        return None
    by = Decimal(1) if given == unit else factor(given, unit)
    return None if by is None else value * by
