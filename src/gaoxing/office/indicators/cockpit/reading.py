"""Reading the indicators for the cockpit (取数): each as a number of the page for its period, beside the same days of the year before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.documents.charts.chart import Value
from gaoxing.office.indicators.cockpit.number import Mark, Number
from gaoxing.office.indicators.computing.registry import compute
from gaoxing.office.indicators.definitions import Indicator, indicator
from gaoxing.office.indicators.figures import Figure, plain
from gaoxing.office.indicators.held import Held
from gaoxing.office.indicators.periods import MOMENT, YEAR, Period
from gaoxing.office.indicators.permissions import Reader
from gaoxing.office.indicators.queries import read_figure

_TWELVE = 12


@dataclass(frozen=True)
class Looked:
    """From where one looks: who, at which period, when; `known` is what is held of the indicators."""

    person: Reader
    period: Period
    now: datetime
    known: Held

    @property
    def on(self) -> date:
        """The day of the moment."""
        return localdate(self.now)

    @property
    def running(self) -> bool:
        """Whether the period is not over."""
        return not self.period.closed(on=self.on)

    @property
    def until(self) -> date:
        """The last day that is told of."""
        return min(self.period.last, self.on)


def numbers(looked: Looked, ids: Iterable[str], *, compared: bool = True) -> tuple[Number, ...]:
    """The numbers of some indicators, in their order. Raises KeyError for an id that is none."""
    return tuple(number(looked, indicator(each), compared=compared) for each in ids)


def number(looked: Looked, wanted: Indicator, *, compared: bool = True) -> Number:
    """The number of an indicator: of the period, of the longer one that it is told by, or of the last that has a value where it is entered.

    `compared`: with what it was a year before.
    """
    period = _period(looked, wanted)
    found = read_figure(wanted, period, looked.known, looked.person, looked.now) if period else None
    if found is None:
        return _missing(looked, wanted)
    before = _before(looked, found) if compared and not found.given else None
    return Number(
        wanted.id,
        wanted.name,
        found.value,
        found.unit,
        told=wanted.definition,
        source=found.source,
        dated=found.dated,
        computed=wanted.computed,
        records=found.records,
        about=_about(wanted, found.period),
        before=before,
        given=found.year_on_year if found.given else None,
        qualifier=found.qualifier,
        period=found.period.told if found.period != looked.period else "",
        marks=_marks(looked, found),
        beside=found.published,
        conflicts=found.conflicts if not found.settled else (),
        former=found.restated,
    )


def monthly(looked: Looked, id_: str) -> tuple[Value, ...]:
    """A computed indicator month by month of the period's year, up to the month of the last day that is told of; None where the records do not reach back."""
    wanted, year = indicator(id_), looked.period.first.year
    last = looked.until.month if looked.until.year == year else _TWELVE
    found = (compute(wanted, Period.month(year, month), now=looked.now) for month in range(1, last + 1))
    return tuple(plain(each.value) if each is not None and each.value is not None else None for each in found)


def value(looked: Looked, id_: str) -> Decimal | None:
    """The bare value of a computed indicator for the period."""
    found = compute(indicator(id_), looked.period, now=looked.now)
    return plain(found.value) if found is not None and found.value is not None else None


def _period(looked: Looked, wanted: Indicator) -> Period | None:
    """The period by which an indicator is told: the page's, or the longer one that holds its last day; of what is entered the last that has a value."""
    if wanted.computed:
        return looked.period if looked.period.kind in wanted.kinds else Period.of(wanted.kinds[0], looked.until)
    told = [each for each in looked.known.periods(wanted) if each.first <= looked.until]
    return max(told, key=lambda each: (each.last, each.kind == YEAR)) if told else None


def _before(looked: Looked, found: Figure) -> Decimal | None:
    """What it was a year before: of a period that still runs, on the same days; None where that is unknown, disputed or not exact."""
    wanted, earlier = found.indicator, found.period.year_before
    if wanted.computed and not found.period.closed(on=looked.on):
        if wanted.period == YEAR:
            return None
        told = compute(wanted, Period(earlier.kind, earlier.first, _year_ago(looked.until)), now=looked.now)
        return plain(told.value) if told is not None and told.value is not None else None
    figure = read_figure(wanted, earlier, looked.known, looked.person, looked.now)
    return figure.value if figure is not None and figure.settled and found.settled and not figure.qualifier else None


def _year_ago(day: date) -> date:
    """The same day a year before; the last of February of a leap year's.

    >>> _year_ago(date(2026, 11, 26)), _year_ago(date(2024, 2, 29))
    (datetime.date(2025, 11, 26), datetime.date(2023, 2, 28))
    """
    return day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else day.replace(year=day.year - 1, day=28)


def _marks(looked: Looked, found: Figure) -> tuple[Mark, ...]:
    told = {
        Mark.CONFLICT: bool(found.conflicts) and not found.settled,
        Mark.STALE: found.stale and found.period.last < looked.period.first,
        Mark.RESTATED: bool(found.restated),
        Mark.RUNNING: found.indicator.computed and found.indicator.period != MOMENT and not found.period.closed(on=looked.on),
    }
    return tuple(mark for mark, holds in told.items() if holds)


def _missing(looked: Looked, wanted: Indicator) -> Number:
    """What stands where nobody knows a number: what is missing, and where it is entered."""
    missing = _("这一期还没有记录") if wanted.computed else _("没有录入")
    beside = looked.known.standing(wanted, looked.period) if wanted.computed else ()
    return Number(
        wanted.id,
        wanted.name,
        None,
        wanted.unit,
        told=wanted.definition,
        source=wanted.source,
        computed=wanted.computed,
        about=_about(wanted, looked.period),
        missing=missing,
        beside=beside,
    )


def _about(wanted: Indicator, period: Period) -> str:
    return f"{reverse('indicator', args=(wanted.id,))}?{urlencode({'by': period.kind, 'year': period.first.year})}"
