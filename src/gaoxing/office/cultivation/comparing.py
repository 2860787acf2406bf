"""What if, and year on year, for the pages (假如、逐年对比): which inputs are offered, what moves, every input's years beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial

from gaoxing.catalogue import standings
from gaoxing.checks.assessment.comparing import ORDER, WhatIf, changes, what_if, year_on_year
from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.checks.assessment.judging import MONEY, counted
from gaoxing.checks.assessment.rung import Standing
from gaoxing.checks.assessment.shown import percent
from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.forms import Answer
from gaoxing.forms.cultivation import YEARS
from gaoxing.forms.field import Field, Kind
from gaoxing.office.cultivation.content import Content
from gaoxing.office.cultivation.wording import field_of

NEXT, MOST = 3, 12
"""Of so many rungs the inputs are offered to be tried, and so many of them."""

ALWAYS = ("staff", "technical_staff", "revenue", "research")
"""What is offered whatever lacks, of the last full year."""


@dataclass(frozen=True)
class Cell:
    """An input in a year: as shown, and by how much it moved against the year before (empty where one of them is not known)."""

    shown: str
    rate: str = ""


@dataclass(frozen=True)
class YearRow:
    """An input over the years."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class VerdictRow:
    """A rung over the years, by the figures of each; empty where it was not judged."""

    name: str
    verdicts: tuple[Verdict | None, ...]


def offered(found: Sequence[Standing], on: date) -> tuple[str, ...]:
    """The inputs that are worth trying: the few that always count, what the next rungs lack, what their cheapest steps need."""
    lacking = (key for each in found[:NEXT] for key in _lacking(each))
    always = [of_year(name, on.year - 1) for name in ALWAYS]
    typed = [key for key in dict.fromkeys(lacking) if key not in always and field_of(key) is not None]
    return (*always, *typed[: MOST - len(always)])


def blanks(keys: Sequence[str]) -> tuple[tuple[str, Field], ...]:
    """These inputs with their blanks."""
    return tuple((key, field) for key in keys if (field := field_of(key)) is not None)


def tried(content: Content, inputs: Inputs, values: Mapping[str, Answer | None], on: date) -> tuple[WhatIf, ...]:
    """The rungs that a change moves; nothing is kept."""
    change = {key: None if each is None else each.value for key, each in values.items()}
    judge = partial(standings, confirmed=content.confirmed)
    return tuple(each for each in what_if(judge, inputs, change, on) if not each.stays)


def yearly(inputs: Inputs) -> tuple[tuple[int, ...], tuple[YearRow, ...]]:
    """The years, the newest first, and every input that was told of one of them."""
    years = tuple(sorted(inputs.years, reverse=True))
    rates = {(each.name, each.year): each.rate for each in changes(inputs)}
    told = [name for name in ORDER if any(inputs.number(name, year) is not None for year in years)]
    return years, tuple(YearRow(YEARS.column(name).label, tuple(_cell(name, year, inputs, rates) for year in years)) for name in told)


def verdicts(content: Content, inputs: Inputs, on: date) -> tuple[tuple[int, ...], tuple[VerdictRow, ...]]:
    """The years by whose figures it was judged, and every rung's verdict in each, by the rules of then."""
    found = year_on_year(partial(standings, confirmed=content.confirmed), inputs, on)
    names = {each.rung.id: each.rung.name for told in found.values() for each in told}
    by_year = {year: {each.rung.id: each.verdict for each in told} for year, told in found.items()}
    return tuple(found), tuple(VerdictRow(name, tuple(by_year[year].get(rung) for year in found)) for rung, name in names.items())


def _lacking(found: Standing) -> Iterator[str]:
    yield from (each.key for each in found.gaps)
    yield from (each.outcome.step.gap.key for each in found.items if each.outcome.step)
    yield from found.wants


def _cell(name: str, year: int, inputs: Inputs, rates: Mapping[tuple[str, int], Fraction | None]) -> Cell:
    value = inputs.number(name, year)
    if value is None:
        return Cell("")
    rate = rates.get((name, year))
    return Cell(counted(value, MONEY if YEARS.column(name).kind is Kind.MONEY else ""), "" if rate is None else f"{'+' if rate > 0 else ''}{percent(rate)}")
