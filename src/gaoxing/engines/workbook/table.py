r"""Reads a spreadsheet by the columns that are wanted of it (按列读表): .xlsx or text, the sheet and the heading found by their labels.

>>> wanted = (Column("name", "企业名称", required=True), Column("revenue", "营业收入", kind=Kind.NUMBER, unit="元"))
>>> [row.values for row in read("企业名称,营业收入（万元）\n某厂,8000\n".encode(), wanted).rows]
[{'name': '某厂', 'revenue': Decimal('80000000')}]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gaoxing.engines.workbook import delimited, package_sheets, values
from gaoxing.engines.workbook.columns import Column, Kind
from gaoxing.engines.workbook.container import is_package
from gaoxing.engines.workbook.grid import Cell, Grid, Line, Merged, text_of
from gaoxing.engines.workbook.heading import Heading, Place, find, matches
from gaoxing.engines.workbook.trouble import Code, Trouble, Unreadable, listed, refuse
from gaoxing.engines.workbook.values import Value

MOST = 5_000
"""Rows of data that are read unless said otherwise."""

_ABOVE = 40
"""Rows of titles and headings that may stand above the data."""

__all__ = ["MOST", "Column", "Kind", "Row", "Table", "grids", "read"]


@dataclass(frozen=True)
class Row:
    """A row of data: its number in the file, its values by column, what is wrong with it, and its cells as they read there, by column."""

    number: int
    values: Mapping[str, Value]
    troubles: tuple[Trouble, ...]
    shown: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """A table that was read: the sheet's name (empty for text), the heading's row, where each column stands, the rows, and what was noticed."""

    sheet: str
    header: int
    places: tuple[Place, ...]
    rows: tuple[Row, ...]
    notices: tuple[Trouble, ...]


def read(content: bytes, columns: Sequence[Column], *, most: int = MOST, fill_merged: bool = False) -> Table:
    """The rows of data. `fill_merged`: cells merged downwards mean the same for each of their rows; else they are refused.

    Raises Unreadable with all that hinders the whole file; what is wrong with single cells stands with their rows.
    """
    grid, others = _chosen(_within(content, most), columns)
    heading = find(grid, columns)
    lines = [each for each in grid.lines if each.number > heading.bottom]
    if not lines:
        raise refuse(Code.NO_ROWS, row=heading.row)
    if len(lines) > most:
        raise refuse(Code.ROWS, most=most)
    filled = _filled(lines, _merged_in(grid, heading), fill=fill_merged)
    rows = tuple(_row(line, heading) for line in filled)
    return Table(grid.name, heading.row, tuple(heading.places.values()), rows, (*heading.notices, *_noticed(grid, heading, others)))


def grids(content: bytes, *, most: int) -> tuple[Grid, ...]:
    """Every sheet as it lies there. Raises Unreadable."""
    found = package_sheets.grids(content, most=most) if is_package(content) else (delimited.grid(content, most=most),)
    filled = tuple(each for each in found if each.lines)
    if not filled:
        raise refuse(Code.EMPTY)
    return filled


def _within(content: bytes, most: int) -> tuple[Grid, ...]:
    """The sheets, with room for what stands above the data. Raises Unreadable, which names the rows of data that are allowed."""
    try:
        return grids(content, most=most + _ABOVE)
    except Unreadable as trouble:
        if trouble.codes == (Code.ROWS,):
            raise refuse(Code.ROWS, most=most) from None
        raise


def _chosen(found: Sequence[Grid], columns: Sequence[Column]) -> tuple[Grid, tuple[str, ...]]:
    """The one sheet that has the columns, and the names of the others. Raises Unreadable where two have them."""
    fitting = {each.name: matches(each, columns) for each in found}
    best = max(fitting.values())
    chosen = [each for each in found if fitting[each.name] == best]
    if len(chosen) > 1 and best >= min(2, len(columns)):
        raise refuse(Code.SHEETS, columns=listed(each.name for each in chosen))
    return chosen[0], tuple(each.name for each in found if each is not chosen[0])


def _merged_in(grid: Grid, heading: Heading) -> tuple[Merged, ...]:
    return tuple(each for each in grid.merged if each.bottom > heading.bottom)


def _filled(lines: Sequence[Line], merged: Sequence[Merged], *, fill: bool) -> Sequence[Line]:
    """The lines, those of merged cells with the first one's value where that was declared. Raises Unreadable where it was not, naming every place."""
    last = max(each.number for each in lines)
    within = [each for each in merged if each.top <= last]
    refused = [each for each in within if not fill or each.left < each.right]
    if refused:
        raise Unreadable(*(Trouble(Code.MERGED, {"row": each.top, "last": each.bottom, "sideways": int(each.left < each.right)}) for each in refused[:10]))
    by_number = {each.number: each for each in lines}
    for each in within:
        value = by_number[each.top].cell(each.left) if each.top in by_number else None
        for number in range(each.top + 1, min(each.bottom, last) + 1):
            if number in by_number:
                by_number[number] = _with(by_number[number], each.left, value)
    return list(by_number.values())


def _with(line: Line, at: int, value: Cell) -> Line:
    cells = [*line.cells, *(None for _ in range(at + 1 - len(line.cells)))]
    cells[at] = value
    return Line(line.number, tuple(cells))


def _row(line: Line, heading: Heading) -> Row:
    found, troubles = dict[str, Value](), list[Trouble]()
    shown = {id_: text for id_, place in heading.places.items() if (text := text_of(line.cell(place.at)))}
    if values.is_total(line.cells):
        return Row(line.number, {}, (Trouble(Code.TOTAL),), shown)
    for id_, place in heading.places.items():
        value = values.read(line.cell(place.at), place.column, place.unit)
        if isinstance(value, Trouble):
            troubles.append(value)
        elif value is not None:
            found[id_] = value
    return Row(line.number, found, tuple(troubles), shown)


def _noticed(grid: Grid, heading: Heading, others: Sequence[str]) -> tuple[Trouble, ...]:
    hidden = sum(number > heading.bottom for number in grid.hidden)
    told = [Trouble(Code.HIDDEN, {"count": hidden})] if hidden else []
    return (*told, *([Trouble(Code.OTHER_SHEETS, {"columns": listed(others)})] if others else []))
