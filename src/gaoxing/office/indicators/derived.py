"""Checks between published figures (核算): what follows from two of the same source and period, shown beside both; it is no figure of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files

from gaoxing.office.indicators.definitions import Indicator, indicator
from gaoxing.office.indicators.figures import Stated
from gaoxing.office.indicators.held import Held, held
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.showing import unit_word
from gaoxing.office.language import in_english


@dataclass(frozen=True)
class Check:
    """One number over another (`above` ÷ `below` × `times`), rounded to `places` digits."""

    id: str
    term: str
    english: str
    above: str
    below: str
    times: int
    unit: str
    places: int

    @property
    def name(self) -> str:
        """What it is called in the language of the page."""
        return self.english if in_english() else self.term


@dataclass(frozen=True)
class Checked:
    """What a check came to for a period and source, with the two numbers that it is of."""

    check: Check
    period: Period
    source: str
    above: Stated
    below: Stated
    value: Decimal

    @property
    def unit(self) -> str:
        """Its unit in the language of the page."""
        return unit_word(self.check.unit)


@cache
def checks() -> tuple[Check, ...]:
    """Every check. Raises TypeError or KeyError where its row is none."""
    told = tomllib.loads(files("gaoxing.office.indicators").joinpath("checks.toml").read_text(encoding="utf-8"))
    found = tuple(Check(id=id_, **row) for id_, row in told.items())
    assert all(indicator(id_) for each in found for id_ in (each.above, each.below))
    return found


def checked(wanted: Indicator, period: Period) -> tuple[Checked, ...]:
    """What the checks in which an indicator stands come to for a period, source by source; only of exact numbers."""
    mine = [each for each in checks() if wanted.id in (each.above, each.below)]
    if not mine:
        return ()
    known = held(indicator(id_) for each in mine for id_ in (each.above, each.below))
    return tuple(found for each in mine for found in _checked(each, period, known))


def _checked(check: Check, period: Period, known: Held) -> Iterator[Checked]:
    above, below = (_exact(known.standing(indicator(id_), period)) for id_ in (check.above, check.below))
    for source, upper in above.items():
        lower = below.get(source)
        if lower is not None and lower.value:
            value = (upper.value * check.times / lower.value).quantize(Decimal(1).scaleb(-check.places), ROUND_HALF_UP)
            yield Checked(check, period, source, upper, lower, value)


def _exact(standing: Iterable[Stated]) -> dict[str, Stated]:
    return {each.source: each for each in standing if not each.qualifier}
