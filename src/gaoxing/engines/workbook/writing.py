"""Writes spreadsheets (写表格): .xlsx with typed cells, a heading that stays in sight, and no cell that anybody's program would take for a formula.

Texts that begin like a formula (= + - @) are kept as text and marked so; numbers of more than fifteen digits are written as text, for none may be lost.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from gaoxing.engines.workbook.grid import plain

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Written = str | Decimal | int | bool | date | datetime | None
"""What a cell is written of. A moment is shown by the clock of its own zone: hand in local time."""

_LONGEST = 32_767
"""Characters of a cell, by the format; what is longer is cut and ends in …"""

_MOST_DIGITS = 15
_STARTS = ("=", "+", "-", "@", "\t")
_NARROW, _WIDE = 8, 60
_LONGEST_NAME = 31
_HEAD_FILL = PatternFill("solid", fgColor="FFE3EFED")


@dataclass(frozen=True)
class WrittenSheet:
    """A sheet to be written: its name, its headings, its rows, and lines of explanation that stand above them."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Written]]
    above: Sequence[str] = ()


def write(sheets: Sequence[WrittenSheet]) -> bytes:
    """The sheets as an .xlsx. Raises ValueError for none, or a row that is longer than its heading."""
    if not sheets:
        raise ValueError("no sheet")
    book, taken = Workbook(write_only=True), set[str]()
    for each in sheets:
        _write(book.create_sheet(_name(each.name, taken)), each)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _write(sheet: Any, told: WrittenSheet) -> None:
    rows = [tuple(row) for row in told.rows]
    if any(len(row) > len(told.headings) for row in rows):
        raise ValueError("a row is longer than its heading")
    sheet.freeze_panes = f"A{len(told.above) + 2}"
    for at in range(len(told.headings)):
        widest = max((_width(each) for each in (told.headings[at], *(row[at] for row in rows[:200] if at < len(row)))), default=_NARROW)
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(max(widest + 2, _NARROW), _WIDE)
    for line in told.above:
        sheet.append([_cell(sheet, line)])
    sheet.append([_heading(sheet, each) for each in told.headings])
    for row in rows:
        sheet.append([_cell(sheet, each) for each in row])


def _heading(sheet: Any, text: str) -> Any:
    cell = _cell(sheet, text)
    cell.font, cell.fill = Font(bold=True), _HEAD_FILL
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _cell(sheet: Any, value: Written) -> Any:
    """A cell of the type of its value; a text stays a text whatever it begins with."""
    kept = _kept(value)
    cell = WriteOnlyCell(sheet, value=kept)
    if isinstance(kept, str):
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = kept.startswith(_STARTS)
        cell.alignment = Alignment(vertical="top", wrap_text="\n" in kept or len(kept) > _WIDE)
    elif isinstance(kept, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm:ss"
    elif isinstance(kept, date):
        cell.number_format = "yyyy-mm-dd"
    return cell


def _kept(value: Written) -> Written:
    """A value that the format can hold."""
    if isinstance(value, str):
        clean: str = ILLEGAL_CHARACTERS_RE.sub("", value).replace("\r\n", "\n").replace("\r", "\n")
        return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None, microsecond=0)
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        exact = Decimal(value)
        return plain(exact) if len(exact.normalize().as_tuple().digits) > _MOST_DIGITS else value
    return value


def _width(value: Written) -> int:
    """Columns of a monospaced face that a value takes; a Chinese character takes two."""
    return max((sum(1 + (each > "\u2e7f") for each in line) for line in str(value or "").split("\n")), default=0)


def _name(wanted: str, taken: set[str]) -> str:
    """A sheet's name that the format allows, and that no other sheet has."""
    bare = "".join(each for each in wanted if each not in "[]:*?/\\" and each.isprintable()).strip("' ")[:_LONGEST_NAME] or "Sheet"
    name, count = bare, 1
    while name.casefold() in taken:
        count += 1
        name = f"{bare[: _LONGEST_NAME - 4]} {count}"
    taken.add(name.casefold())
    return name
