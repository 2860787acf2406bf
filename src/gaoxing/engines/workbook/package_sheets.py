"""Reads the sheets of an .xlsx (ECMA-376 part 1, 18.3): values as they were stored, never reckoned anew; formulas without a stored value are spoilt cells.

Numbers are stored as binary fractions: the shortest decimal that names the same fraction is the number that was typed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from gaoxing.engines.workbook.container import Package
from gaoxing.engines.workbook.grid import MOST_COLUMNS, Cell, Grid, Line, Merged, Spoilt, plain
from gaoxing.engines.workbook.trouble import Code, refuse

WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_HALF_SECOND = timedelta(milliseconds=500)
_A, _LETTERS = ord("A"), 26
_SHOWN_UNITS = ("万", "亿", "千元")


@dataclass
class _Book:
    """What the sheets share: names and parts of the visible ones, texts, how each style shows a number, the day that counts as 1."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    epoch: datetime = WINDOWS_EPOCH


@dataclass
class _Open:
    """The cell that is being read: its column, type and style, the texts of its value and of its inline string, whether a formula makes it."""

    column: int = 0
    kind: str = "n"
    style: int = 0
    value: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    formula: bool = False


def grids(content: bytes, *, most: int) -> tuple[Grid, ...]:
    """Every visible sheet that holds anything, with `most` rows at most. Raises Unreadable."""
    package = Package(content)
    book = _book(package)
    found = (_SheetReader(name, book, most).read(package, part) for name, part in book.sheets)
    return tuple(each for each in found if each.lines)


def _book(package: Package) -> _Book:
    book, relations, listed = _Book(), dict[str, str](), list[tuple[str, str]]()

    def related(tag: str, given: dict[str, str]) -> None:
        if tag == "Relationship":
            relations[given.get("Id", "")] = _part(given.get("Target", ""))

    def sheet(tag: str, given: dict[str, str]) -> None:
        if tag == "sheet" and given.get("state", "visible") == "visible":
            listed.append((given.get("name", ""), given.get("id", "")))
        elif tag == "workbookPr" and given.get("date1904") in ("1", "true"):
            book.epoch = MAC_EPOCH

    package.parse(_RELATIONS, related, _nothing, _nothing)
    package.parse(WORKBOOK, sheet, _nothing, _nothing)
    book.sheets = [(name, relations[relation]) for name, relation in listed if package.has(relations.get(relation, ""))]
    _read_texts(package, book, next((part for part in relations.values() if part.endswith("haredStrings.xml")), ""))
    _read_formats(package, book, next((part for part in relations.values() if part.endswith("styles.xml")), ""))
    return book


def _part(target: str) -> str:
    """The name of the part that the workbook relates to."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _read_texts(package: Package, book: _Book, part: str) -> None:
    """The shared texts; how they are pronounced is no part of them."""
    piece, aloud, inside = list[str](), [0], [False]

    def start(tag: str, given: dict[str, str]) -> None:
        if tag == "si":
            piece.clear()
        aloud[0] += tag == "rPh"
        inside[0] = tag == "t" and not aloud[0]

    def end(tag: str) -> None:
        inside[0] = False
        aloud[0] -= tag == "rPh"
        if tag == "si":
            book.texts.append("".join(piece))

    if package.has(part):
        package.parse(part, start, end, lambda text: piece.append(text) if inside[0] else None)


def _read_formats(package: Package, book: _Book, part: str) -> None:
    """How each style shows a number."""
    own, of_cells = dict[int, str](), [False]

    def start(tag: str, given: dict[str, str]) -> None:
        if tag == "numFmt":
            own[int(given.get("numFmtId", "0"))] = given.get("formatCode", "")
        elif tag == "xf" and of_cells[0]:
            number = int(given.get("numFmtId", "0"))
            book.formats.append(own.get(number) or BUILTIN_FORMATS.get(number, ""))
        of_cells[0] = of_cells[0] or tag == "cellXfs"

    def end(tag: str) -> None:
        of_cells[0] = of_cells[0] and tag != "cellXfs"

    if package.has(part):
        package.parse(part, start, end, _nothing)


class _SheetReader:
    """Reads one sheet, row by row."""

    def __init__(self, name: str, book: _Book, most: int) -> None:
        self._name, self._book, self._most = name, book, most
        self._lines: list[Line] = []
        self._merged: list[Merged] = []
        self._hidden: set[int] = set()
        self._row, self._cells = 0, dict[int, Cell]()
        self._cell = _Open()
        self._into: list[str] | None = None
        self._aloud = 0

    def read(self, package: Package, part: str) -> Grid:
        """The sheet. Raises Unreadable where it is broken, or holds too many rows or columns."""
        package.parse(part, self._start, self._end, self._text)
        return Grid(self._name, tuple(self._lines), tuple(self._merged), frozenset(self._hidden & {each.number for each in self._lines}))

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "c":
            at = given.get("r", "")
            self._cell = _Open(_column(at) if at else self._cell.column + 1, given.get("t", "n"), int(given.get("s", "0")))
        elif tag == "row":
            self._row = int(given.get("r", self._row + 1))
            self._cells, self._cell = {}, _Open(column=-1)
            if given.get("hidden") in ("1", "true"):
                self._hidden.add(self._row)
        elif tag == "v":
            self._into = self._cell.value
        elif tag == "f":
            self._cell.formula = True
        elif tag == "t" and not self._aloud:
            self._into = self._cell.inline
        elif tag == "mergeCell":
            self._merged.append(_merged(given.get("ref", "")))
        self._aloud += tag == "rPh"

    def _end(self, tag: str) -> None:
        self._into = None
        self._aloud -= tag == "rPh"
        if tag == "c" and (value := self._value()) not in (None, ""):
            if self._cell.column >= MOST_COLUMNS:
                raise refuse(Code.WIDE, most=MOST_COLUMNS)
            self._cells[self._cell.column] = value
        elif tag == "row" and self._cells:
            if len(self._lines) >= self._most:
                raise refuse(Code.ROWS, most=self._most)
            self._lines.append(Line(self._row, tuple(self._cells.get(each) for each in range(max(self._cells) + 1))))

    def _text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _value(self) -> Cell:
        """The open cell's value by its type."""
        cell, stored = self._cell, "".join(self._cell.value)
        if cell.kind == "inlineStr":
            return _stripped("".join(cell.inline))
        if not stored:
            return Spoilt(Code.FORMULA) if cell.formula and cell.kind != "str" else None
        if cell.kind == "s":
            return _stripped(self._book.texts[int(stored)])
        read = _BY_KIND.get(cell.kind)
        return read(stored) if read else self._number(stored)

    def _number(self, stored: str) -> Cell:
        """A number as its style shows it: a day, a moment, a share, or the number itself."""
        shown = self._book.formats[self._cell.style] if self._cell.style < len(self._book.formats) else ""
        try:
            value = Decimal(repr(float(stored))) if any(each in stored for each in ".eE") else Decimal(stored)
        except (ValueError, InvalidOperation):
            return Spoilt(Code.ERROR_VALUE, stored)
        if not value.is_finite():
            return Spoilt(Code.ERROR_VALUE, stored)
        if shown and is_date_format(shown):
            return self._moment(float(stored))
        if any(unit in shown for unit in _SHOWN_UNITS):
            return Spoilt(Code.SHOWN_UNIT, plain(value))
        return f"{plain(value * 100)}%" if "%" in shown else value

    def _moment(self, serial: float) -> Cell:
        try:
            found = from_excel(serial, self._book.epoch)
        except (OverflowError, ValueError):
            return Spoilt(Code.ERROR_VALUE, str(serial))
        if isinstance(found, datetime):
            whole = (found + _HALF_SECOND).replace(microsecond=0)
            return whole.date() if whole.time() == time() else whole
        return f"{found:%H:%M:%S}" if isinstance(found, time) else str(found)


def _stripped(text: str) -> str:
    """A text without blanks around it, and with one kind of line end; what XML cannot hold is written as _x000D_ in these files."""
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _moment_of(stored: str) -> Cell:
    """A moment that is stored as ISO 8601."""
    try:
        found = datetime.fromisoformat(stored.rstrip("Z"))
    except ValueError:
        return Spoilt(Code.ERROR_VALUE, stored)
    return found.date() if found.time() == time() else found.replace(tzinfo=None)


_BY_KIND: Mapping[str, Callable[[str], Cell]] = {
    "str": _stripped,
    "b": lambda stored: stored.strip() == "1",
    "e": lambda stored: Spoilt(Code.ERROR_VALUE, stored),
    "d": _moment_of,
}
"""The reading of each type of cell but shared texts and numbers."""


def _column(at: str) -> int:
    """The column, counted from 0, of a cell's name such as B7. Raises ValueError for none."""
    number = 0
    for each in at:
        if not ("A" <= each <= "Z"):
            break
        number = number * _LETTERS + ord(each) - _A + 1
    if not number:
        raise ValueError(at)
    return number - 1


def _merged(ref: str) -> Merged:
    first, _, last = ref.partition(":")
    last = last or first
    return Merged(int(first.lstrip(_NAMES)), _column(first), int(last.lstrip(_NAMES)), _column(last))


_NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _nothing(*_given: object) -> None:
    """What is of no interest here."""
