"""How promotion is counted (招商计数): once at the first signing, increases by what they add, another investor not at all; large projects; plan and done.

The rules are those of one city's published practice and stand in `checks/project.toml` as far as they are figures [K]: the zone's own were not found.

>>> signings = (Counted("first", date(2026, 3, 1), Decimal("120000000")), Counted("increase", date(2026, 9, 1), Decimal("30000000")))
>>> year = of_year({1: signings}, 2026)
>>> year.signed, year.amount
(1, Decimal('150000000'))
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

FIRST, INCREASE = "first", "increase"
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Counted:
    """A sum that counts: the first signing, or what an increase added; its day and yuan."""

    kind: str
    day: date
    amount: Decimal


@dataclass(frozen=True)
class Year:
    """What a year counts: projects first signed in it, the money of their signings and of all increases of the year, and how many of them are large."""

    signed: int
    amount: Decimal
    large: int
    large_amount: Decimal


def amount(counts: Iterable[Counted]) -> Decimal:
    """A project's whole sum: its first signing and every increase."""
    return sum((each.amount for each in counts), Decimal(0))


def counts_anew(counts: Iterable[Counted]) -> bool:
    """Whether a signing counts: only the first one ever does."""
    return not any(each.kind == FIRST for each in counts)


def is_large(whole: Decimal, threshold: Decimal) -> bool:
    """Whether a project is a large one (亿元以上)."""
    return whole >= threshold


def of_year(projects: Mapping[int, Sequence[Counted]], year: int, *, threshold: Decimal = Decimal(100_000_000)) -> Year:
    """What the projects (number → what counts of each) give for a year. A project is large by its whole sum at the year's end."""
    fresh = {number: counts for number, counts in projects.items() if any(each.kind == FIRST and each.day.year == year for each in counts)}
    money = sum((each.amount for counts in projects.values() for each in counts if each.day.year == year), Decimal(0))
    sizes = [amount(each for each in counts if each.day.year <= year) for counts in fresh.values()]
    large = [each for each in sizes if is_large(each, threshold)]
    return Year(len(fresh), money, len(large), sum(large, Decimal(0)))


def share(done: Decimal, plan: Decimal | None) -> Decimal | None:
    """How much of a plan is done, in percent to one digit; None without a plan."""
    return None if not plan else (done * HUNDRED / plan).quantize(Decimal("0.1"))
