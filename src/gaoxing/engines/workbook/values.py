"""A cell as its column wants it (按列读格子): exact numbers, days, moments; what cannot be read exactly is a trouble of this cell, never a guess.

>>> read("8,000.5", Column("a", "营业收入", kind=Kind.NUMBER, unit="元"), "万元")
Decimal('80005000.0')
>>> read("03/04/2026", Column("d", "日期", kind=Kind.DAY), "").code
<Code.NO_DAY: 'no day'>
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from gaoxing.engines.workbook.columns import Column, Kind, factor, unit_in_cell
from gaoxing.engines.workbook.grid import Cell, Spoilt, plain, text_of
from gaoxing.engines.workbook.trouble import Code, Trouble
from gaoxing.standards.expression import expression

Value = str | Decimal | int | bool | date | datetime
"""What a cell comes to; moments are aware (Asia/Shanghai)."""

HERE = ZoneInfo("Asia/Shanghai")
MOST_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; of a longer one the last are lost."""

_LONGEST = 20
"""Signs of a number that is multiplied without losing a digit."""

TOTALS = frozenset({"合计", "总计", "小计", "共计", "累计"})
"""What a row that sums others up is called."""

_DAY = expression(r"(?P<year>[0-9]{4})(?:[-/.年](?P<month>[0-9]{1,2})[-/.月](?P<day>[0-9]{1,2})日?|(?P<packed>[0-9]{4}))")
_MOMENT = expression(r"(?P<day>\S+?)(?:[T ]+|(?<=日))(?P<hour>[0-9]{1,2})[:时](?P<minute>[0-9]{1,2})(?:[:分](?P<second>[0-9]{1,2})?(?:\.0+)?秒?)?")
_EXPONENT = expression(r"[0-9](?:\.[0-9]+)?E\+[0-9]{1,3}")
_NUMBER = expression(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_CURRENCY = "¥￥"
_YES_NO = {
    "是": True,
    "有": True,
    "对": True,
    "y": True,
    "yes": True,
    "true": True,
    "√": True,
    "否": False,
    "无": False,
    "没有": False,
    "n": False,
    "no": False,
}
_YES_NO |= {"无": False, "没有": False, "false": False, "×": False, "不是": False}


def read(cell: Cell, column: Column, unit: str) -> Value | Trouble | None:
    """The value of a cell, None where it is empty, or what is wrong with it. `unit` is the one that the heading names."""
    about = {"column": column.label, "words": text_of(cell)[:40]}
    if isinstance(cell, Spoilt):
        return Trouble(cell.code, about)
    if cell is None or cell == "":
        return Trouble(Code.BLANK, about) if column.required else None
    found = _READERS[column.kind](cell, column, unit)
    return Trouble(found, about | _more(found, column)) if isinstance(found, Code) else found


def is_total(cells: tuple[Cell, ...]) -> bool:
    """Whether a row sums others up: one of its first cells says so."""
    return any(isinstance(each, str) and each.replace(" ", "").replace("　", "") in TOTALS for each in cells[:3])


def _more(code: Code, column: Column) -> dict[str, str | int]:
    if code is Code.LONG_TEXT:
        return {"most": column.longest}
    if code is Code.NO_CHOICE:
        return {"columns": "、".join(words[0] for words in (column.choices or {}).values())}
    return {"unit": column.unit} if column.unit else {}


def _text(cell: Cell, column: Column, unit: str) -> Value | Code:
    """A text; a number where a text is wanted only while no digit of it was lost."""
    if isinstance(cell, Decimal) and cell.adjusted() >= MOST_DIGITS:
        return Code.LONG_NUMBER
    found = text_of(cell)
    if _EXPONENT.fullmatch(found.upper()):
        return Code.LONG_NUMBER
    if column.choices is not None:
        return next((id_ for id_, words in column.choices.items() if found in words or found == id_), Code.NO_CHOICE)
    return found if len(found) <= column.longest else Code.LONG_TEXT


def _number(cell: Cell, column: Column, unit: str) -> Decimal | Code:
    if isinstance(cell, Decimal):
        return Code.LONG_NUMBER if _too_long(cell) else _scaled(cell, unit, column)
    if not isinstance(cell, str):
        return Code.NO_NUMBER
    words = unicodedata.normalize("NFKC", cell).replace(" ", "").strip(_CURRENCY)
    bare, own = unit_in_cell(words)
    if own == "%" and column.unit != "%":
        return Code.PERCENT
    if own and own != unit:
        return Code.CELL_UNIT
    exact = _NUMBER.fullmatch(bare) and len(bare) <= _LONGEST
    return _scaled(Decimal(bare.replace(",", "")), unit, column) if exact else Code.NO_NUMBER


def _scaled(number: Decimal, unit: str, column: Column) -> Decimal | Code:
    if not column.unit:
        return number
    by = factor(unit, column.unit)
    if by is None:
        return Code.CELL_UNIT
    return Code.LONG_NUMBER if _too_long(number * by) else number * by


def _too_long(number: Decimal) -> bool:
    """Whether it has more whole digits than a spreadsheet keeps, so that the last are lost; nothing in the zone is as large."""
    return bool(number) and number.adjusted() >= MOST_DIGITS


def _whole(cell: Cell, column: Column, unit: str) -> int | Code:
    found = _number(cell, column, unit)
    if isinstance(found, Code):
        return found
    return int(found) if found == found.to_integral_value() else Code.NOT_WHOLE


def _day(cell: Cell, column: Column, unit: str) -> date | Code:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = _DAY.fullmatch(_digits(cell)) if isinstance(cell, str | Decimal) else None
    if found is None:
        return Code.NO_DAY
    packed = found["packed"] or ""
    try:
        return date(int(found["year"]), int(found["month"] or packed[:2]), int(found["day"] or packed[2:]))
    except ValueError:
        return Code.NO_DAY


def _moment(cell: Cell, column: Column, unit: str) -> datetime | Code:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=HERE)
    words = _digits(cell) if isinstance(cell, str) else ""
    found = _MOMENT.fullmatch(words)
    day = _day(found["day"] if found else cell, column, unit)
    if isinstance(day, Code):
        return Code.NO_MOMENT
    try:
        clock = time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0)) if found else time()
    except ValueError:
        return Code.NO_MOMENT
    return datetime.combine(day, clock, HERE)


def _yes_no(cell: Cell, column: Column, unit: str) -> bool | Code:
    if isinstance(cell, bool):
        return cell
    return _YES_NO.get(text_of(cell).casefold(), Code.NO_CHOICE)


def _digits(cell: str | Decimal) -> str:
    return plain(cell) if isinstance(cell, Decimal) else unicodedata.normalize("NFKC", cell).strip()


_READERS: Mapping[Kind, Callable[[Cell, Column, str], Value | Code]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.WHOLE: _whole,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.YES_NO: _yes_no,
}
