"""A sheet as it lies in its file (原样的表): rows with their numbers, cells as plain values, what was merged and what is spoilt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from gaoxing.engines.workbook.trouble import Code

MOST_COLUMNS = 200
"""Columns of a sheet that are read."""


@dataclass(frozen=True)
class Spoilt:
    """A cell without a value that can be read: a formula that was never reckoned, an error, a unit that only its display shows."""

    code: Code
    shown: str = ""


Cell = str | Decimal | bool | date | datetime | Spoilt | None
"""A cell: text, an exact number, yes or no, a day, a moment on the wall, or nothing."""


@dataclass(frozen=True)
class Line:
    """A row: its number in the file, counted from 1, and its cells from the first column on."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell of a column, counted from 0; None beyond the last."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True)
class Merged:
    """Cells merged into one: rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """A sheet: its name, its rows that hold anything, the merged cells, and the numbers of rows that are hidden."""

    name: str
    lines: tuple[Line, ...]
    merged: tuple[Merged, ...] = ()
    hidden: frozenset[int] = frozenset()


def text_of(cell: Cell) -> str:
    """A cell as one would read it.

    >>> text_of(Decimal("1200.50")), text_of(True), text_of(date(2026, 11, 25)), text_of(None)
    ('1200.5', '是', '2026-11-25', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, Spoilt):
        return cell.shown
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    return cell.isoformat() if isinstance(cell, date) else cell


def plain(number: Decimal) -> str:
    """A number without an exponent and without idle noughts.

    >>> plain(Decimal("1E+3")), plain(Decimal("-0.50")), plain(Decimal("0.00"))
    ('1000', '-0.5', '0')
    """
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) if number else "0"


def letter(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    name, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        name = chr(ord("A") + place) + name
    return name
