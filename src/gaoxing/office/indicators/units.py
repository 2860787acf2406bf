"""The units of the indicators (计量单位): how each is written, and which convert into one another exactly; everything else is another unit.

>>> converted(Decimal("185.3"), "亿", "万元"), converted(Decimal(3), "人次", "人")
(Decimal('1853000.0'), None)
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

PERCENT = "%"

SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "元": ("元人民币", "人民币元"),
    "万元": ("万元人民币", "人民币万元"),
    "亿元": ("亿", "亿元人民币", "人民币亿元"),
    PERCENT: ("％", "百分比", "百分之"),
    "百分点": ("个百分点",),
    "个": (),
    "家": ("户",),
    "件": (),
    "项": (),
    "证": ("本", "张"),
    "人": ("名",),
    "人次": (),
    "次": (),
    "位": ("名次", "第几位"),
    "平方米": ("㎡", "m2", "m²"),
    "万平方米": ("万㎡", "万m2", "万m²"),
    "工作日": ("个工作日",),
    "天": ("日",),
    "件/万人": ("每万人件", "件每万人"),
    "权重": (),
}
"""Unit → how else people write it. A word that two units could mean stands nowhere."""

_SIZES: tuple[Mapping[str, Decimal], ...] = (
    {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)},
    {"平方米": Decimal(1), "万平方米": Decimal(10_000)},
)
"""Units that measure the same thing, each as so many of the smallest."""

_NAMED = {spelling: unit for unit, others in SPELLINGS.items() for spelling in (unit, *others)}


def unit_of(written: str) -> str | None:
    """The unit that a text means; None where it is none that is known."""
    return _NAMED.get(written.strip().strip("（）()").replace(" ", ""))


def converted(value: Decimal, written: str, unit: str) -> Decimal | None:
    """A value in the indicator's unit: as it is where the units are one, exactly converted where that can be, None else."""
    given = unit_of(written)
    if given is None:
        return None
    if given == unit:
        return value
    sizes = next((each for each in _SIZES if given in each and unit in each), None)
    return value * sizes[given] / sizes[unit] if sizes else None
