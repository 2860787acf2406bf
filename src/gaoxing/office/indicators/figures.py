"""A figure as it is shown (一个指标的数): its value with source and day, what else was said of the same period, what it was before, where its records are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from gaoxing.office.indicators.definitions import Indicator
from gaoxing.office.indicators.models import Value
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.units import PERCENT

POINTS = "百分点"
_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)
_DIGITS = 28
"""Digits with which numbers are reckoned."""


@dataclass(frozen=True)
class Stated:
    """A value that is held, as it is shown: in the indicator's unit, with its source and day, who entered it when, and why it restated another."""

    number: int
    value: Decimal
    qualifier: str
    unit: str
    source: str
    scope: str
    dated: date
    at: datetime
    by: int | None
    reason: str
    origin: str
    growth: Decimal | None
    told: str
    note: str

    @classmethod
    def of(cls, row: Value, indicator: Indicator) -> Stated:
        """What a row of the table says."""
        return cls(
            row.pk,
            plain(row.value),
            row.qualifier,
            indicator.unit,
            row.source,
            row.scope,
            row.dated,
            row.at,
            row.by_id,
            row.reason,
            row.origin,
            None if row.growth is None else plain(row.growth),
            row.told,
            row.note,
        )


@dataclass(frozen=True)
class Figure:
    """The figure of an indicator for a period.

    `conflicts`: other standing values of the same period and scope that differ from this one; none is lost, and until `settled` nobody said which is used.
    `restated`: what it was before, the newest first. `published`: of what is computed, what others published of it, beside it and never in its place.
    `others`: values in another scope. `records`: where the very records are, empty where there are none or the person may not see them; `count` how many.
    `year_on_year` in percent, of a share in points; `given` says that the source itself states it. `stale`: a newer one is overdue.
    """

    indicator: Indicator
    period: Period
    value: Decimal
    unit: str
    how: str
    source: str
    dated: date
    taken_at: datetime
    stale: bool = False
    conflicts: tuple[Stated, ...] = ()
    restated: tuple[Stated, ...] = ()
    records: str = ""
    year_on_year: Decimal | None = None
    qualifier: str = ""
    settled: bool = True
    given: bool = False
    published: tuple[Stated, ...] = ()
    others: tuple[Stated, ...] = ()
    count: int | None = None
    stated: Stated | None = None

    @property
    def change_unit(self) -> str:
        """In what the change on the year is told."""
        return POINTS if self.unit == PERCENT else PERCENT


def plain(value: Decimal) -> Decimal:
    """A number without noughts behind the point.

    >>> plain(Decimal("185.300000")), plain(Decimal("1000"))
    (Decimal('185.3'), Decimal('1000'))
    """
    found = value.normalize()
    return found.quantize(Decimal(1)) if int(found.as_tuple().exponent) > 0 and found.adjusted() < _DIGITS else found


def change(value: Decimal, before: Decimal, *, unit: str) -> Decimal | None:
    """The change on the year, one decimal: in percent, of a share in points; None of nothing before.

    >>> change(Decimal(110), Decimal(100), unit="家"), change(Decimal("99.4"), Decimal(98), unit="%"), change(Decimal(1), Decimal(0), unit="家")
    (Decimal('10.0'), Decimal('1.4'), None)
    """
    if unit == PERCENT:
        return (value - before).quantize(_TENTH, ROUND_HALF_UP)
    return ((value - before) * _HUNDRED / before).quantize(_TENTH, ROUND_HALF_UP) if before > 0 else None
