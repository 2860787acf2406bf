"""Finds the heading of a table (找表头): titles may stand above it; the columns are known by their labels, in whatever order, and told all at once where wrong.

A heading of two rows is refused, as are cells merged sideways: what they mean for each column would be a guess.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gaoxing.engines.workbook.columns import Column, Kind, factor, named, unit_above
from gaoxing.engines.workbook.grid import Cell, Grid, Line, Merged, letter, text_of
from gaoxing.engines.workbook.trouble import Code, Trouble, Unreadable, listed, refuse

SEARCHED = 20
"""Rows in which the heading is looked for."""

_LONGEST_HEADING = 60


@dataclass(frozen=True)
class Place:
    """Where a column stands, counted from 0, how its heading reads there, and the unit that holds for it; empty where it has none."""

    column: Column
    at: int
    heading: str
    unit: str


@dataclass(frozen=True)
class Heading:
    """A heading that was found: its row and the last row it reaches down to, the wanted columns by id, what was noticed."""

    row: int
    bottom: int
    places: Mapping[str, Place]
    notices: tuple[Trouble, ...]


def find(grid: Grid, columns: Sequence[Column]) -> Heading:
    """The heading of a sheet. Raises Unreadable with everything that is wrong with it."""
    line = _line(grid, columns)
    if line is None:
        raise refuse(Code.NO_HEADER, columns=listed(each.heading for each in columns if each.required))
    bottom = _bottom(grid, line)
    above = _unit_of_lines([each for each in grid.lines if each.number < line.number])
    told, notices = list[Trouble](), list[Trouble]()
    places = _places(line, columns, above, told)
    if lacking := [each.heading for each in columns if each.required and each.id not in places]:
        told.insert(0, Trouble(Code.MISSING, {"columns": listed(lacking)}))
    if told:
        raise Unreadable(*told)
    taken = {each.at for each in places.values()}
    if unknown := [text_of(cell)[:_LONGEST_HEADING] for at, cell in enumerate(line.cells) if cell is not None and at not in taken]:
        notices.append(Trouble(Code.UNKNOWN, {"columns": listed(unknown), "count": len(unknown)}))
    return Heading(line.number, bottom, places, (*notices, *_units_told(places, above)))


def matches(grid: Grid, columns: Sequence[Column]) -> int:
    """How many of the columns a sheet has under its best heading."""
    return max((_fits(line, columns) for line in grid.lines[:SEARCHED]), default=0)


def _line(grid: Grid, columns: Sequence[Column]) -> Line | None:
    """The row that names most of the columns: two of them at least, or the only one there is."""
    best = max(grid.lines[:SEARCHED], key=lambda line: _fits(line, columns), default=None)
    return best if best is not None and _fits(best, columns) >= min(2, len(columns)) else None


def _fits(line: Line, columns: Sequence[Column]) -> int:
    words = [text_of(cell) for cell in line.cells if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING]
    return sum(any(named(each, column) is not None for each in words) for column in columns)


def _bottom(grid: Grid, line: Line) -> int:
    """The last row of the heading, where its cells are merged with those below."""
    touching = [each for each in grid.merged if each.top <= line.number <= each.bottom]
    if sideways := [each for each in touching if each.left < each.right]:
        raise refuse(Code.HEADER_MERGED, row=line.number, column=letter(sideways[0].left))
    bottom = max((each.bottom for each in touching), default=line.number)
    if below := [each for each in grid.lines if line.number < each.number <= bottom and _own(each, touching)]:
        raise refuse(Code.HEADER_TWO, row=below[0].number)
    return bottom


def _own(line: Line, merged: Sequence[Merged]) -> bool:
    """Whether a row holds anything outside the merged cells."""
    covered = {each.left for each in merged}
    return any(cell is not None and at not in covered for at, cell in enumerate(line.cells))


def _places(line: Line, columns: Sequence[Column], above: str, told: list[Trouble]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for column in columns:
        found = [(at, text_of(cell), unit) for at, cell in enumerate(line.cells) if (unit := _named(cell, column)) is not None]
        if len(found) > 1:
            told.append(Trouble(Code.TWICE, {"columns": listed(heading for _, heading, _ in found), "column": column.heading}))
        elif found:
            at, heading, own = found[0]
            places[column.id] = Place(column, at, heading, _unit(column, own or above, told))
    return places


def _named(cell: Cell, column: Column) -> str | None:
    return named(cell, column) if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING else None


def _unit(column: Column, unit: str, told: list[Trouble]) -> str:
    """The unit that holds; people are counted in people where nothing is said, sums and areas are not."""
    if not column.unit or (not unit and column.kind is Kind.WHOLE):
        return column.unit
    if factor(unit, column.unit) is None:
        told.append(Trouble(Code.OTHER_UNIT if unit else Code.NO_UNIT, {"column": column.label, "unit": column.unit, "words": unit}))
    return unit


def _unit_of_lines(lines: Sequence[Line]) -> str:
    found = (unit_above(text_of(cell)) for line in lines for cell in line.cells if cell is not None)
    return next((each for each in found if each), "")


def _units_told(places: Mapping[str, Place], above: str) -> tuple[Trouble, ...]:
    """Where sums stand in different units, each is named; where the unit came from a line above, it is named too."""
    with_unit = [each for each in places.values() if each.unit and factor(each.unit, "元") is not None]
    told = "、".join(f"“{each.column.label}”{each.unit}" for each in with_unit)
    mixed = (Trouble(Code.UNITS, {"columns": told}),) if len({each.unit for each in with_unit}) > 1 else ()
    inherited = above and any(each.unit == above for each in with_unit)
    return (*mixed, *((Trouble(Code.UNIT_ABOVE, {"unit": above, "columns": told}),) if inherited else ()))
