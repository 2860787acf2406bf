"""What computing an indicator gives (计算结果): the value and the records behind it by their numbers, so that every number opens exactly these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.timezone import localdate

from gaoxing.office.indicators.periods import Period

_TENTH = Decimal("0.1")
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Asked:
    """For which period at which moment is computed, and narrowed to what (`argument` of the indicator)."""

    period: Period
    now: datetime
    argument: str = ""

    @property
    def on(self) -> date:
        """The day of the moment."""
        return localdate(self.now)

    @property
    def day(self) -> date:
        """The day on which what stands is read: the period's last, today while it runs."""
        return min(self.period.last, self.on)


@dataclass(frozen=True)
class Computed:
    """A value (None: there is none, as a share of nothing) and its records: of which `kind`, `members` that it tells of, `of` those of which they are some."""

    value: Decimal | None
    kind: str
    members: tuple[int, ...]
    of: tuple[int, ...] = ()


def count(kind: str, members: Iterable[int]) -> Computed:
    """As many as there are."""
    found = tuple(members)
    return Computed(Decimal(len(found)), kind, found)


def share(kind: str, members: Iterable[int], of: Iterable[int]) -> Computed:
    """So many in a hundred, one decimal; no value of nothing."""
    found, whole = tuple(members), tuple(of)
    value = (Decimal(len(found)) * HUNDRED / len(whole)).quantize(_TENTH, ROUND_HALF_UP) if whole else None
    return Computed(value, kind, found, whole)


def median(values: Iterable[int]) -> Decimal | None:
    """The middle value, of two the mean; None of none.

    >>> median((3, 1, 2)), median((1, 2)), median(())
    (Decimal('2'), Decimal('1.5'), None)
    """
    found = sorted(values)
    if not found:
        return None
    middle = len(found) // 2
    return Decimal(found[middle]) if len(found) % 2 else Decimal(found[middle - 1] + found[middle]) / 2
