"""The rows of the years (历年数据): every figure at its year; what may not be taken, or was said twice, becomes a question and never a value.

The rows are numbered in the order in which their years were first spoken of; figures of no year stand in a last row, whose year is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gaoxing.facts.cultivation.bars import SENTENCES
from gaoxing.facts.cultivation.figures import Figure
from gaoxing.facts.cultivation.topics import MONEY, PEOPLE
from gaoxing.facts.fact import Certainty, Evidence, Fact, Value
from gaoxing.facts.party import plain
from gaoxing.facts.statement import Statement

LIST = "years"
TEN_THOUSAND = Decimal(10_000)
SMALLEST, LARGEST_HEADS = Decimal(1_000_000), Decimal(1_000_000)
"""An amount without a unit from here on can only be in yuan."""


@dataclass(frozen=True)
class Told:
    """A fact and, where it is a question, its sentence."""

    fact: Fact
    question: str = ""


def year_rows(statement: Statement, found: Sequence[Figure], on: date, *, scale: Decimal = Decimal(0)) -> Iterator[Told]:
    """Facts of every row, questions among them. `scale` is what amounts without a unit are multiplied by where the words say so."""
    yearly = [each for each in found if (each.kind in (MONEY, PEOPLE) or each.item == "transformations") and each.barred not in ("others", "plan", "denied")]
    order: list[int] = list(dict.fromkeys(each.year for each in yearly if each.year is not None))
    rows: dict[int | None, int] = {year: place for place, year in enumerate(order)} | {None: len(order)}
    for place, named in enumerate(order):
        mark = next((each for each in yearly if each.year == named and each.mark is not None), None)
        yield Told(Fact(f"{LIST}.{place}.year", named, _mark_evidence(statement, mark)))
    for year, item in dict.fromkeys((each.year, each.item) for each in yearly):
        path = f"{LIST}.{rows[year]}.{item}"
        yield _one(statement, path, [each for each in yearly if (each.year, each.item) == (year, item)], scale)
    if any(each.year is None and _why(each) in ("", "year") for each in yearly):
        yield Told(Fact(f"{LIST}.{rows[None]}.year", on.year - 1, (), Certainty.UNSURE, (on.year - 1, on.year - 2)), SENTENCES["year"])


def _one(statement: Statement, path: str, said: Sequence[Figure], scale: Decimal) -> Told:
    """The value of one blank: what stands after corrections; several that nobody corrected are a question."""
    standing = _standing(said)
    last = standing[-1]
    why = _why(last)
    values = list(dict.fromkeys(_readings(each, scale) for each in standing))
    evidence = tuple(statement.turns[each.turn].wording.evidence(each.turn, each.value.start, each.value.end) for each in standing)
    if why:
        return Told(Fact(path, values[-1][0] if values[-1] else "", evidence[-1:], Certainty.UNSURE, values[-1]), SENTENCES.get(why, ""))
    if len(values) > 1:
        readings = tuple(dict.fromkeys(reading for each in values for reading in each))
        return Told(Fact(path, values[-1][0], evidence, Certainty.UNSURE, readings), SENTENCES["conflict"])
    if len(values[0]) > 1:
        return Told(Fact(path, values[0][0], evidence, Certainty.UNSURE, values[0]), SENTENCES["unit"])
    return Told(Fact(path, values[0][0], evidence[-1:]))


def _standing(said: Sequence[Figure]) -> list[Figure]:
    """What counts of several figures of one blank: the last correction and what is as good; a figure that is taken goes before one that is not."""
    last = max((place for place, each in enumerate(said) if each.follows), default=0)
    left = list(said[last:])
    newest = [each for each in left if each.turn == left[-1].turn]
    good = [each for each in left if not each.barred]
    return [each for each in newest if not each.barred] or good or left


def _why(each: Figure) -> str:
    return each.barred or ("vague" if not _readings(each, Decimal(0)) else "year" if each.year is None else "")


def _readings(each: Figure, scale: Decimal) -> tuple[Value, ...]:
    """The values that a figure may mean, in yuan or heads: one where it is clear."""
    value = each.value
    if value.amount is None:
        return tuple(plain(one) for one in value.readings)
    if each.kind != MONEY:
        return (int(value.amount),) if value.amount == int(value.amount) else ()
    if value.unit or value.amount >= SMALLEST:
        return (plain(value.amount),)
    if scale:
        return (plain(value.amount * scale),)
    return plain(value.amount), plain(value.amount * TEN_THOUSAND)


def _mark_evidence(statement: Statement, each: Figure | None) -> tuple[Evidence, ...]:
    """The words of the year."""
    return () if each is None or each.mark is None else (statement.turns[each.turn].wording.evidence(each.turn, each.mark.start, each.mark.end),)
