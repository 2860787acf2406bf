"""The page of the figures (诉求数字页): all of them for a period, then by category and by unit; every number leads to its records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.documents.charts.numbers import UNKNOWN
from gaoxing.office.aftercare import clocking, wording
from gaoxing.office.aftercare.figures import rows as records
from gaoxing.office.aftercare.figures.causes import Cause, causes
from gaoxing.office.aftercare.figures.counting import Counted, Moment
from gaoxing.office.aftercare.figures.definitions import FIGURES, Figure, Which, of_unit, units_of, with_parts
from gaoxing.office.aftercare.figures.periods import Period, name_of
from gaoxing.office.aftercare.figures.rows import RequestRow
from gaoxing.office.people.models import Person, Unit

CAUSE = "cause"
"""What an address calls the records of a typed reason."""


@dataclass(frozen=True)
class Cell:
    """A figure of some records: what was counted, and how the address of its records begins."""

    figure: Figure
    found: Counted
    asked: Mapping[str, str]

    @property
    def value(self) -> str:
        """The figure as it is read: a number, a per cent, working days; a dash of nothing."""
        return value_of(self.figure, self.found)

    @property
    def members(self) -> str:
        """Where its members are."""
        return self._address(Which.MEMBERS)

    @property
    def missed(self) -> str:
        """Where those are that fell short."""
        return self._address(Which.MISSED)

    @property
    def counted(self) -> str:
        """Where all are that were counted."""
        return self._address(Which.COUNTED)

    def _address(self, which: Which) -> str:
        return address({**self.asked, "figure": self.figure.id, "which": str(which)})


@dataclass(frozen=True)
class Line:
    """The figures of a category or of a unit: its key, its name and a cell a figure."""

    key: str
    name: str
    cells: tuple[Cell, ...]

    def of(self, figure: str) -> Cell:
        """The cell of a figure. Raises StopIteration for one that is none."""
        return next(each for each in self.cells if each.figure.id == figure)


@dataclass(frozen=True)
class Caused:
    """A cause with how often it was given and where its records are."""

    name: str
    count: int
    address: str


@dataclass(frozen=True)
class Page:
    """Everything on the page."""

    period: Period
    whole: Line
    categories: tuple[Line, ...]
    units: tuple[Line, ...]
    months: tuple[Line, ...]
    causes: tuple[Caused, ...]


def page(person: Person, period: Period, *, now: datetime) -> Page:
    """The figures of the requests that were made in a period, of those that a person sees, as they stand now."""
    rows, at = fetched(person, period, now=now), moment(now)
    counted = {each.id: each.count(rows, at) for each in FIGURES}
    months = period.months if len(period.months) > 1 else ()
    return Page(
        period,
        Line("", "", tuple(Cell(each, counted[each.id], period.asked) for each in FIGURES)),
        _by_category(rows, counted, period),
        _by_unit(rows, counted, period, at),
        tuple(_line(each.written, name_of(each.written) if each.written else each.told, _made_in(rows, each), counted, each.asked) for each in months),
        tuple(_caused(each, period) for each in causes(rows)),
    )


def fetched(person: Person, period: Period, *, now: datetime) -> tuple[RequestRow, ...]:
    """The rows from which a person's figures of a period are counted."""
    return records.fetched(records.made_in(person, period, on=localdate(now)))


def moment(now: datetime) -> Moment:
    """The moment, with the zone's calendar."""
    return Moment(now, clocking.calendar())


def narrowed(rows: Iterable[RequestRow], *, category: str = "", unit: str = "") -> tuple[RequestRow, ...]:
    """The requests that have a part of a category or of a unit (its number), with those parts alone; all where nothing is asked for."""
    found = with_parts(rows, lambda part: part.category == category) if category else tuple(rows)
    return with_parts(found, lambda part: str(part.lead) == unit) if unit else found


def value_of(figure: Figure, found: Counted) -> str:
    """The figure as it is read; a dash of nothing."""
    if figure.plain:
        return str(len(found.members))
    if figure.days:
        return UNKNOWN if found.average is None else str(found.average)
    return UNKNOWN if found.share is None else f"{found.share}%"


def address(asked: Mapping[str, str]) -> str:
    """Where the records are that somebody asks for."""
    return f"{reverse('requests_figures_records')}?{urlencode(asked)}"


def _line(key: str, name: str, rows: Iterable[RequestRow], counted: Mapping[str, Counted], asked: Mapping[str, str]) -> Line:
    """The figures of some of the requests, taken out of those of all."""
    found = tuple(rows)
    numbers = {False: {row.pk for row in found}, True: {part.pk for row in found for part in row.parts}}
    return Line(key, name, tuple(Cell(each, counted[each.id].among(numbers[each.parts]), asked) for each in FIGURES))


def _by_category(rows: tuple[RequestRow, ...], counted: Mapping[str, Counted], period: Period) -> tuple[Line, ...]:
    keys = dict.fromkeys(part.category for row in rows for part in row.parts)
    return _most_first(_line(key, wording.category_of(key), narrowed(rows, category=key), counted, {**period.asked, "category": key}) for key in keys)


def _by_unit(rows: tuple[RequestRow, ...], counted: Mapping[str, Counted], period: Period, at: Moment) -> tuple[Line, ...]:
    """A line for each unit that leads or led a part; what happened while it led stands with it."""
    numbers = units_of(rows)
    names = dict(Unit.objects.filter(pk__in=numbers).values_list("pk", "name"))
    return _most_first(_of_unit(each, names.get(each) or _("还没有主办单位"), rows, counted, period, at) for each in numbers)


def _of_unit(unit: int, name: str, rows: tuple[RequestRow, ...], counted: Mapping[str, Counted], period: Period, at: Moment) -> Line:
    line = _line(str(unit), name, narrowed(rows, unit=str(unit)), counted, {**period.asked, "unit": str(unit)})
    own = {each.id: of_unit(each, rows, unit, at) for each in FIGURES if each.of_unit}
    return replace(line, cells=tuple(replace(each, found=own.get(each.figure.id, each.found)) for each in line.cells))


def _most_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Most requests first."""
    return tuple(sorted(lines, key=lambda each: (-len(each.of("received").found.of), each.name)))


def _made_in(rows: Iterable[RequestRow], period: Period) -> Iterable[RequestRow]:
    first, after = period.moments
    return (row for row in rows if first <= row.made < after)


def _caused(cause: Cause, period: Period) -> Caused:
    asked = {**period.asked, "figure": CAUSE, "act": cause.act, "reason": cause.reason}
    return Caused(cause.name, len(cause.members), address(asked))
