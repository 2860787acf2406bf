"""What if, and year on year (假如、逐年对比): one judgement for changed inputs, or for a day of earlier years. Pure: the judge is handed in.

>>> from gaoxing.checks.assessment.inputs import Inputs
>>> changed(Inputs({"staff@2025": 100, "listed": False}), {"staff@2025": 90, "listed": None}).values
{'staff@2025': 90}
>>> [(each.name, each.year, str(each.by)) for each in changes(Inputs({"revenue@2024": "100", "revenue@2025": "120"}))]
[('revenue', 2025, '20')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.checks.assessment.rung import Line, Standing
from gaoxing.checks.assessment.shown import percent, plain
from gaoxing.checks.assessment.verdict import TERMS, Judged, Verdict
from gaoxing.forms.cultivation import YEARS

Judge = Callable[[Inputs, date], Sequence[Standing]]
"""What puts inputs before every rung on a day, such as `catalogue.standings`."""

ORDER = tuple(each.id for each in YEARS.columns if each.id != "year")


@dataclass(frozen=True)
class Moved:
    """A condition whose verdict changes (判断变化): its number, title and both verdicts."""

    id: str
    title: str
    before: Verdict
    after: Verdict

    def to_json(self) -> dict[str, str]:
        """`{"id", "title", "before", "after"}`, the verdicts in their official terms."""
        return {"id": self.id, "title": self.title, "before": TERMS[self.before], "after": TERMS[self.after]}


@dataclass(frozen=True)
class WhatIf:
    """A rung before and after a change of inputs (假如的结果)."""

    before: Standing
    after: Standing

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The conditions whose verdict changes."""
        earlier = {each.condition.id: each for each in _conditions(self.before)}
        pairs = ((earlier[each.condition.id], each) for each in _conditions(self.after) if each.condition.id in earlier)
        return tuple(
            Moved(new.condition.id, new.condition.title, old.outcome.verdict, new.outcome.verdict)
            for old, new in pairs
            if old.outcome.verdict is not new.outcome.verdict
        )

    @property
    def stays(self) -> bool:
        """Whether neither verdict nor score nor any condition changes."""
        scores = [(each.verdict, each.worst, each.best) for each in (self.before, self.after)]
        return scores[0] == scores[1] and not self.moved

    def to_json(self) -> dict[str, Any]:
        """`{"rung", "name", "before", "after", "score", "moved"}`: verdicts in their terms, scores as `[worst, best]`."""
        rung = self.after.rung
        score = (
            None if self.after.mark is None else {name: [str(each.worst), str(each.best)] for name, each in (("before", self.before), ("after", self.after))}
        )
        terms = {"before": TERMS[self.before.verdict], "after": TERMS[self.after.verdict]}
        return {"rung": rung.id, "name": rung.name, **terms, "score": score, "moved": [each.to_json() for each in self.moved]}


@dataclass(frozen=True)
class Change:
    """An input from one year to the next (同比): its value in both, by how much it moved; `rate` None where it stood at nothing or below."""

    name: str
    year: int
    before: Fraction
    after: Fraction

    @property
    def by(self) -> Fraction:
        """After less before."""
        return self.after - self.before

    @property
    def rate(self) -> Fraction | None:
        """The change over what there was."""
        return self.by / self.before if self.before > 0 else None

    def to_json(self) -> dict[str, Any]:
        """`{"input", "year", "before", "after", "by", "rate"}`, numbers as text, the rate in percent."""
        told = {
            name: plain(Decimal(value.numerator) / Decimal(value.denominator))
            for name, value in (("before", self.before), ("after", self.after), ("by", self.by))
        }
        return {"input": self.name, "year": self.year, **told, "rate": None if self.rate is None else percent(self.rate)}


def changed(inputs: Inputs, change: Mapping[str, Any]) -> Inputs:
    """The inputs with some changed; None takes one away. A year's are named `revenue@2025`."""
    told = {**inputs.values, **change}
    return Inputs({key: value for key, value in told.items() if value is not None})


def what_if(judge: Judge, inputs: Inputs, change: Mapping[str, Any], on: date) -> tuple[WhatIf, ...]:
    """Every rung before and after the change, in the judge's order."""
    pairs = zip(judge(inputs, on), judge(changed(inputs, change), on), strict=True)
    return tuple(WhatIf(before, after) for before, after in pairs)


def changes(inputs: Inputs) -> tuple[Change, ...]:
    """Every input that was told of two years running, from year to year; in the order of the form, the newest year first."""
    years = [year for year in inputs.years if year - 1 in inputs.years]
    return tuple(each for name in ORDER for year in sorted(years, reverse=True) for each in _change(inputs, name, year))


def _change(inputs: Inputs, name: str, year: int) -> Iterator[Change]:
    before, after = inputs.number(name, year - 1), inputs.number(name, year)
    if before is not None and after is not None:
        yield Change(name, year, before, after)


def year_on_year(judge: Judge, inputs: Inputs, on: date, years: int = 3) -> Mapping[int, tuple[Standing, ...]]:
    """Last full year → where the enterprise stood on the same day of the year after it, newest first; by the rules of that day and the figures known then.

    Inputs of no year count as they are now; nothing is told of a year before which it was not founded.
    """
    founded = inputs.day("founded")
    days = [same_day(on, back) for back in range(years)]
    return {day.year - 1: tuple(judge(known_on(inputs, day), day)) for day in days if founded is None or founded <= day}


def known_on(inputs: Inputs, on: date) -> Inputs:
    """The inputs without the figures of years that had not ended on the day."""
    return Inputs({key: value for key, value in inputs.values.items() if "@" not in key or int(key.rpartition("@")[2]) < on.year})


def same_day(on: date, back: int) -> date:
    """The same day some years back; the 28th for a 29th of February.

    >>> same_day(date(2024, 2, 29), 1)
    datetime.date(2023, 2, 28)
    """
    try:
        return on.replace(year=on.year - back)
    except ValueError:
        return on.replace(year=on.year - back, day=28)


def key_of(path: str) -> str:
    """An input's name from the way people write it: `2025.staff`, `staff@2025` and `listed`.

    >>> key_of("2025.staff"), key_of("listed")
    ('staff@2025', 'listed')
    """
    year, _, name = path.rpartition(".")
    return of_year(name, int(year)) if year.isdecimal() else path


def _conditions(standing: Standing) -> tuple[Line[Judged], ...]:
    return (*standing.criteria, *standing.scored, *standing.direct)
