"""The page of the zone's ladder (梯队统计页): rungs by year, who is near each, what expires, the plans to double; every number leads to its records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from gaoxing.checks.assessment.holding import Held
from gaoxing.office.cultivation.zone import counting, rows, wording
from gaoxing.office.cultivation.zone.batch import waiting
from gaoxing.office.cultivation.zone.counting import PLANS, STANDINGS, Growth, Which
from gaoxing.office.cultivation.zone.rows import Stood
from gaoxing.office.people.models import Person

YEARS = 5
"""How many years the page shows, this one the last."""

OF_A_YEAR = (Which.VALID, Which.BEGUN, Which.FIRST)
"""The numbers that a rung has in every year."""


NOW = (Which.EXPIRING, Which.LAPSED, Which.UNDATED)
"""The numbers that it has today."""


@dataclass(frozen=True)
class Cell:
    """A number: what it counts, how many, and where its records are."""

    which: Which
    count: int
    address: str

    @property
    def name(self) -> str:
        """What it is called."""
        return str(wording.TITLES[self.which])


@dataclass(frozen=True)
class Year:
    """A rung in a year: its numbers, the first of which is that of the valid certificates."""

    year: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Line:
    """A rung: its years, its numbers of today, where those stand who do not hold it, and what those lack who are one step away."""

    rung: str
    name: str
    years: tuple[Year, ...]
    now: tuple[Cell, ...]
    standings: tuple[Cell, ...]
    steps: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True)
class Plan:
    """A year of the plans to double: its numbers, both sums in ten thousands of yuan, and the share."""

    growth: Growth
    cells: tuple[Cell, ...]
    planned: str
    actual: str


@dataclass(frozen=True)
class Page:
    """Everything on the page; `enterprises` how many are counted, `judged` how many of them ever were, `oldest` the day of the oldest verdict.

    `waiting`: how many of all were not judged today.
    """

    enterprises: int
    judged: int
    oldest: date | None
    years: tuple[int, ...]
    lines: tuple[Line, ...]
    plans: tuple[Plan, ...]
    waiting: int = 0

    @property
    def stepping(self) -> tuple[Line, ...]:
        """The rungs from which somebody is one step away."""
        return tuple(each for each in self.lines if each.steps)


def page(person: Person, *, today: date) -> Page:
    """The zone's ladder as a person sees it today."""
    among = rows.scope(person, on=today)
    held, stood = rows.held(among), rows.stood(among)
    years = tuple(range(today.year - YEARS + 1, today.year + 1))
    judged = rows.counted(among).filter(judged__isnull=False)
    oldest = judged.order_by("judged").values_list("judged", flat=True).first()
    lines = tuple(_line(rung, held, stood, years, today) for rung in wording.NAMES)
    plans = tuple(_plan(each) for each in counting.growth(rows.planned(among)))
    return Page(rows.enterprises(among), rows.enterprises(judged), oldest, years, lines, plans, waiting(today).count())


def address(which: Which, *, rung: str = "", year: int | None = None, by: str = "") -> str:
    """Where the records of a number are."""
    asked: Mapping[str, str] = {"which": str(which), "rung": rung, "year": str(year or ""), "by": by}
    return f"{reverse('zone_ladder_records')}?{urlencode({name: value for name, value in asked.items() if value})}"


def _line(rung: str, held: Sequence[Held], stood: Sequence[Stood], years: Sequence[int], today: date) -> Line:
    own, judged = [each for each in held if each.kind == rung], [each for each in stood if each.rung == rung]
    now = tuple(_certificates(own, which, rung, today.year, today) for which in NOW)
    standings = tuple(Cell(which, len(counting.standing(judged, which)), address(which, rung=rung)) for which in STANDINGS)
    steps = tuple((by, count, address(Which.ONE_STEP, rung=rung, by=by)) for by, count in counting.steps(judged, rung))
    of_years = tuple(Year(year, tuple(_certificates(own, which, rung, year, today) for which in OF_A_YEAR)) for year in years)
    return Line(rung, wording.rung_of(rung), of_years, now, standings, steps)


def _certificates(rows: Sequence[Held], which: Which, rung: str, year: int, today: date) -> Cell:
    found = counting.certificates(rows, which, year, today=today)
    return Cell(which, len(found), address(which, rung=rung, year=year if which in OF_A_YEAR else None))


def _plan(each: Growth) -> Plan:
    cells = tuple(Cell(which, len(each.of(which)), address(which, year=each.year)) for which in PLANS)
    return Plan(each, cells, wording.in_ten_thousands(each.sums.planned), wording.in_ten_thousands(each.sums.actual))
