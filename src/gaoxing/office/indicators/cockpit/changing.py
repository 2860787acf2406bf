"""What changed from one month to the next (比上月变了什么): every figure of which both months are known, what moved most first.

>>> told(Decimal("12.5"), "家"), told(Decimal("-1.5"), "%"), told(None, "家")
('▲ 12.5%', '▼ 1.5 个百分点', '从 0 变来')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.indicators.cockpit.number import Number
from gaoxing.office.indicators.cockpit.reading import Looked, number
from gaoxing.office.indicators.definitions import Indicator, indicators
from gaoxing.office.indicators.figures import change
from gaoxing.office.indicators.held import held
from gaoxing.office.indicators.periods import MOMENT, MONTH, Period
from gaoxing.office.indicators.permissions import Reader
from gaoxing.office.indicators.units import PERCENT


@dataclass(frozen=True)
class Change:
    """A figure in both months; `size` in percent of the former one, of a share in points, None where it was nothing before."""

    now: Number
    before: Number
    size: Decimal | None

    @property
    def told(self) -> str:
        """The change in words."""
        return told(self.size, self.now.unit)


@dataclass(frozen=True)
class Changed:
    """What changed, how many did not, and those of which one month is unknown."""

    changes: tuple[Change, ...]
    level: int
    unknown: tuple[Number, ...]


def changed(person: Reader, month: Period, *, now: datetime) -> Changed:
    """What changed in a month from the one before, of what is told by the month or stands on its last day."""
    wanted = [each for each in indicators().values() if each.period in (MONTH, MOMENT)]
    later, earlier = (_read(person, period, wanted, now) for period in (month, before(month, on=localdate(now))))
    known = [(new, old) for new, old in zip(later, earlier, strict=True) if _both(new, old)]
    moved = [Change(new, old, change(new.value or Decimal(0), old.value or Decimal(0), unit=new.unit)) for new, old in known if new.value != old.value]
    unknown = tuple(new for new, old in zip(later, earlier, strict=True) if not _both(new, old))
    return Changed(tuple(sorted(moved, key=_largest_first)), len(known) - len(moved), unknown)


def before(month: Period, *, on: date) -> Period:
    """The month before; of one that still runs as many of its days.

    >>> before(Period.month(2026, 11), on=date(2026, 11, 26)).last, before(Period.month(2026, 3), on=date(2026, 3, 31)).last
    (datetime.date(2026, 10, 26), datetime.date(2026, 2, 28))
    """
    whole = month.before
    if month.closed(on=on):
        return whole
    return replace(whole, last=min(whole.last, whole.first + (on - month.first)))


def told(size: Decimal | None, unit: str) -> str:
    """A change in words."""
    if size is None:
        return _("从 0 变来")
    words = _("%(sign)s %(count)s 个百分点") if unit == PERCENT else "%(sign)s %(count)s%%"
    return words % {"sign": "▲" if size > 0 else "▼", "count": abs(size)}


def _read(person: Reader, period: Period, wanted: Sequence[Indicator], now: datetime) -> tuple[Number, ...]:
    looked = Looked(person, period, now, held(wanted))
    found = (number(looked, each, compared=False) for each in wanted)
    whole = period == Period.of(MONTH, period.first)
    return tuple(each if whole else replace(each, records="") for each in found)


def _both(new: Number, old: Number) -> bool:
    """Whether both are of their own month, known and exact."""
    return all(each.value is not None and not each.qualifier and not each.period for each in (new, old))


def _largest_first(each: Change) -> tuple[bool, Decimal, str]:
    return each.size is not None, -abs(each.size or each.now.value or Decimal(0)), each.now.id
