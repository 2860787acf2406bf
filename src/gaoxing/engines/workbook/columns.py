"""What a table's columns are called and hold (表头): the official label and what else it may be called, the kind of value, and the unit.

>>> amount = Column("revenue", "营业收入", kind=Kind.NUMBER, unit="元")
>>> amount.heading, named("营业收入（万元）", amount)
('营业收入（元）', '万元')
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gaoxing.standards.expression import expression

FAMILIES: tuple[Mapping[str, Decimal], ...] = (
    {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "百万元": Decimal(1_000_000), "亿元": Decimal(100_000_000)},
    {"美元": Decimal(1), "万美元": Decimal(10_000), "亿美元": Decimal(100_000_000)},
    {"平方米": Decimal(1), "万平方米": Decimal(10_000), "公顷": Decimal(10_000)},
    {"人": Decimal(1), "万人": Decimal(10_000)},
    {"%": Decimal(1), "‰": Decimal("0.1")},
    {"吨标准煤": Decimal(1), "万吨标准煤": Decimal(10_000)},
    {"亩": Decimal(1)},
    {"家": Decimal(1)},
    {"个": Decimal(1)},
    {"件": Decimal(1)},
)
"""Units that can be turned into one another exactly. 亩 and 平方米 cannot: 15 亩 are 10 000 平方米."""

_SAME = {"圆": "元", "人民币元": "元", "人民币万元": "万元", "万元人民币": "万元", "万": "万元", "亿": "亿元", "㎡": "平方米", "m2": "平方米", "m²": "平方米"}
_SAME |= {
    "万m2": "万平方米",
    "万㎡": "万平方米",
    "平米": "平方米",
    "平方": "平方米",
    "百分比": "%",
    "％": "%",
    "名": "人",
    "户": "家",
    "万美金": "万美元",
    "美金": "美元",
}
_UNITS = sorted({*_SAME, *(unit for family in FAMILIES for unit in family)}, key=len, reverse=True)
_ANY_UNIT = "|".join(_UNITS)
_IN_HEADING = expression(rf"(?P<label>.+?)[(\[【〔/,:_\-]*(?:单位:?)?(?P<unit>{_ANY_UNIT})[)\]】〕]*")
_ABOVE = expression(rf"单位:?(?P<unit>{_ANY_UNIT})(?![\u4e00-\u9fff])")
_IN_CELL = expression(rf"(?P<number>.*[0-9])(?P<unit>{_ANY_UNIT})")
_IDLE = str.maketrans("", "", "*★# \t\r\n　")


class Kind(StrEnum):
    """What a column's cells are."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    DAY = "day"
    MOMENT = "moment"
    YES_NO = "yes or no"


@dataclass(frozen=True)
class Column:
    """A column that is wanted: its official label, what else it may be called, and its kind.

    `required`: the table must have it, and every row a value. `unit`: what the numbers are wanted in; then the heading must name a unit of the same family.
    `choices`: the words that stand for each id; `longest` in characters of a text; `example` for the template.
    """

    id: str
    label: str
    others: tuple[str, ...] = ()
    required: bool = False
    kind: Kind = Kind.TEXT
    unit: str = ""
    choices: Mapping[str, tuple[str, ...]] | None = None
    longest: int = 200
    example: str = ""

    @property
    def heading(self) -> str:
        """The heading in the template, with its unit."""
        return f"{self.label}（{self.unit}）" if self.unit else self.label


def key(heading: str) -> str:
    """A heading as it is compared: without blanks, stars and differences of width."""
    return unicodedata.normalize("NFKC", heading).translate(_IDLE).rstrip(":").casefold()


def named(heading: str, column: Column) -> str | None:
    """The unit that a heading names for this column, empty where it names none; None where it is another column's heading."""
    labels = {key(each) for each in (column.label, *column.others)}
    bare = key(heading)
    if bare in labels:
        return ""
    found = _IN_HEADING.fullmatch(bare) if column.unit else None
    return unit_of(found["unit"]) if found and found["label"] in labels else None


def unit_above(text: str) -> str:
    """The unit that a line above the table says for all of it (单位：万元); empty where it says none."""
    found = _ABOVE.search(key(text))
    return unit_of(found["unit"]) if found else ""


def unit_in_cell(text: str) -> tuple[str, str]:
    """A cell's text parted from its unit; the unit is empty where it has none.

    >>> unit_in_cell("8,000万元"), unit_in_cell("8000")
    (('8,000', '万元'), ('8000', ''))
    """
    found = _IN_CELL.fullmatch(text)
    return (found["number"], unit_of(found["unit"])) if found else (text, "")


def unit_of(word: str) -> str:
    """A unit by the word that the families know it by."""
    return _SAME.get(word, word)


def factor(unit: str, wanted: str) -> Decimal | None:
    """What a number in one unit is multiplied by to be in another; None where they are of different kinds.

    >>> factor("万元", "元"), factor("亩", "平方米")
    (Decimal('10000'), None)
    """
    family = next((each for each in FAMILIES if unit in each and wanted in each), None)
    return family[unit] / family[wanted] if family else None
