"""Whether a project was filed before (重复备案): the same unit, a like name or place, within two years.

《项目代码编码规范》GB/T 40058-2021 chapter 7 keeps one code for one project; the yardstick of likeness is a clerk's [K].

>>> round(likeness("精密零件生产线扩建项目", "精密零件生产线扩建工程"), 2)
0.82
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from gaoxing.checks.deadline import later
from gaoxing.checks.rule import Figures

SAME_PLACE = 0.9
"""How like two addresses are that count as one place, where the names are alike only in part."""


@dataclass(frozen=True)
class Known:
    """A project as it was filed: its number here, unit's code, name, place and the day of filing."""

    number: int
    uscc: str
    name: str
    place: str
    filed: date


@dataclass(frozen=True)
class Alike:
    """An earlier filing that a new one resembles, and how much, in percent."""

    earlier: Known
    percent: int


def alike(uscc: str, name: str, place: str, earlier: Iterable[Known], *, on: date, figures: Figures) -> tuple[Alike, ...]:
    """The unit's filings of the last years that the new one resembles, the likest first."""
    since = [each for each in earlier if each.uscc == uscc and each.filed <= on < later(each.filed, figures["duplicate_years"])]
    found = [Alike(each, _percent(name, place, each)) for each in since]
    return tuple(sorted((each for each in found if each.percent >= figures["duplicate_percent"]), key=lambda each: -each.percent))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1, spaces aside; nothing is like nothing."""
    first, second = one.replace(" ", ""), other.replace(" ", "")
    return SequenceMatcher(None, first, second, autojunk=False).ratio() if first and second else 0.0


def _percent(name: str, place: str, earlier: Known) -> int:
    """How like in percent: by name; half alike in name at the same place counts as the same project split in two."""
    named, placed = likeness(name, earlier.name), likeness(place, earlier.place)
    return round(100 * (max(named, placed) if placed >= SAME_PLACE and named >= 0.5 else named))
