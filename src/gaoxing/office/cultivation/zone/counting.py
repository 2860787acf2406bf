"""What each number of the zone's ladder counts (梯队统计的口径), pure: the records by their numbers in the tables, so that every number opens exactly these.

>>> one = Stood(1, "gazelle", Verdict.UNMET, 1, 0, 0, False, "研发费用")
>>> [which for which, judge in STANDINGS.items() if judge(one)]
[<Which.ONE_STEP: 'one_step'>]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gaoxing.checks.assessment import holding
from gaoxing.checks.assessment.holding import Held, Reached
from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.office.cultivation.zone.rows import Planned, Stood

EXPIRING_DAYS = 183
"""How many days ahead a certificate's end is told: half a year, as the hints have it."""


class Which(StrEnum):
    """Which records a number counts, as an address names them."""

    VALID = "valid"
    BEGUN = "begun"
    FIRST = "first"
    UNDATED = "undated"
    EXPIRING = "expiring"
    LAPSED = "lapsed"
    READY = "ready"
    EXPERTS = "experts"
    ONE_STEP = "one_step"
    SCORE = "score"
    DATA = "data"
    FURTHER = "further"
    PLANNED = "planned"
    REACHED = "reached"
    SHORT = "short"
    UNREPORTED = "unreported"


CERTIFICATES = (Which.VALID, Which.BEGUN, Which.FIRST, Which.UNDATED, Which.EXPIRING, Which.LAPSED)
PLANS = (Which.PLANNED, Which.REACHED, Which.SHORT, Which.UNREPORTED)


def certificates(rows: Sequence[Held], which: Which, year: int, *, today: date) -> tuple[int, ...]:
    """The certificates of one of these numbers; `year` counts for those that run, begin or are the first in it."""
    on = min(date(year, 12, 31), today)
    found: Mapping[Which, Callable[[], tuple[int, ...]]] = {
        Which.VALID: lambda: holding.valid(rows, on, today=today).members,
        Which.BEGUN: lambda: holding.begun(rows, year).members,
        Which.FIRST: lambda: holding.first(rows, year).members,
        Which.UNDATED: lambda: holding.valid(rows, on, today=today).undated,
        Which.EXPIRING: lambda: tuple(each.pk for each in holding.expiring(rows, today=today, days=EXPIRING_DAYS)),
        Which.LAPSED: lambda: tuple(each.pk for each in holding.lapsed(rows, today=today)),
    }
    return found[which]()


def _sure(row: Stood) -> bool:
    """Not reached for certain, and nothing is left to tell."""
    return row.verdict is Verdict.UNMET and not row.wants and not row.doubts


def _one_step(row: Stood) -> bool:
    """One condition or one band of points lacks, and it can be closed."""
    return _sure(row) and bool(row.lacks)


def _score(row: Stood) -> bool:
    """Every condition is met, and no one band of points reaches the mark."""
    return _sure(row) and not row.unmet and not row.lacks


STANDINGS: Mapping[Which, Callable[[Stood], bool]] = {
    Which.READY: lambda row: row.verdict is Verdict.MET and not row.held,
    Which.EXPERTS: lambda row: row.verdict is Verdict.EXPERT and not row.held,
    Which.ONE_STEP: lambda row: _one_step(row) and not row.held,
    Which.SCORE: lambda row: _score(row) and not row.held,
    Which.DATA: lambda row: row.verdict is Verdict.MISSING and not row.held,
    Which.FURTHER: lambda row: row.verdict is Verdict.UNMET and not row.held and not _one_step(row) and not _score(row),
}
"""Of those that hold no certificate of the rung: each stands in exactly one of these."""


def standing(rows: Iterable[Stood], which: Which, *, by: str = "") -> tuple[int, ...]:
    """The verdicts of one of these numbers; `by` narrows to what the one step lacks."""
    judge = STANDINGS[which]
    return tuple(each.pk for each in rows if judge(each) and by in ("", each.lacks))


def steps(rows: Iterable[Stood], rung: str) -> tuple[tuple[str, int], ...]:
    """What is lacking to those who are one step away from a rung, and to how many; the most frequent first."""
    found = Counter(each.lacks for each in rows if each.rung == rung and STANDINGS[Which.ONE_STEP](each))
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0])))


@dataclass(frozen=True)
class Growth:
    """A year of the plans to double: how many have one, how many reached it, fell short, did not report; sums of those of which both are told."""

    year: int
    planned: tuple[int, ...]
    reached: tuple[int, ...]
    short: tuple[int, ...]
    unreported: tuple[int, ...]
    sums: Reached

    def of(self, which: Which) -> tuple[int, ...]:
        """The records of one of its numbers."""
        return {Which.PLANNED: self.planned, Which.REACHED: self.reached, Which.SHORT: self.short}.get(which, self.unreported)


def growth(rows: Iterable[Planned]) -> tuple[Growth, ...]:
    """The years of the plans, the newest first. What was reported without a plan is no part of any."""
    found = [each for each in rows if each.planned is not None]
    return tuple(_grown(year, [each for each in found if each.year == year]) for year in sorted({each.year for each in found}, reverse=True))


def _grown(year: int, rows: Sequence[Planned]) -> Growth:
    both = [(each.pk, each.planned, each.actual) for each in rows if each.planned is not None and each.actual is not None]
    sums = Reached(sum((plan for _pk, plan, _actual in both), Decimal(0)), sum((actual for _pk, _plan, actual in both), Decimal(0)))
    return Growth(
        year,
        tuple(each.pk for each in rows),
        tuple(pk for pk, plan, actual in both if actual >= plan),
        tuple(pk for pk, plan, actual in both if actual < plan),
        tuple(each.pk for each in rows if each.actual is None),
        sums,
    )
