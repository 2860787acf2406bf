"""The periods of the indicators (指标期间): a month, a quarter, a year; both of its days belong to it.

>>> Period.quarter(2024, 4).last, str(Period.quarter(2024, 4)), str(Period.year(2024).year_before), str(Period.month(2024, 1).before)
(datetime.date(2024, 12, 31), '2024Q4', '2023', '2023-12')
>>> read("2024-11") == Period.month(2024, 11), read("2024-13")
(True, None)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from gaoxing.standards.expression import expression

MONTH, QUARTER, YEAR, MOMENT = "month", "quarter", "year", "moment"
KINDS = (MONTH, QUARTER, YEAR)
"""The kinds of periods, the shortest first."""

LENGTH = 8
"""Characters of a period's text at most."""

_WRITTEN = expression(r"(20[0-9]{2})(?:-(0[1-9]|1[0-2])|Q([1-4]))?")
_MONTHS: Mapping[str, int] = {MONTH: 1, QUARTER: 3, YEAR: 12}
_TWELVE = 12


@dataclass(frozen=True)
class Period:
    """A whole month, quarter or year: which of them, its first and its last day."""

    kind: str
    first: date
    last: date

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return _from(YEAR, year, 0)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A calendar month, 1 to 12."""
        return _from(MONTH, year, month - 1)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """A calendar quarter, 1 to 4."""
        return _from(QUARTER, year, (quarter - 1) * _MONTHS[QUARTER])

    @classmethod
    def of(cls, kind: str, day: date) -> Period:
        """The period of a kind to which a day belongs."""
        length = _MONTHS[kind]
        return _from(kind, day.year, (day.month - 1) // length * length)

    def __str__(self) -> str:
        """As an address and a table hold it: 2024, 2024-11, 2024Q4."""
        if self.kind == YEAR:
            return str(self.first.year)
        return f"{self.first:%Y-%m}" if self.kind == MONTH else f"{self.first.year}Q{(self.first.month - 1) // _MONTHS[QUARTER] + 1}"

    @property
    def told(self) -> str:
        """In words, in the language of the page."""
        if self.kind == YEAR:
            return _("%(year)s 年") % {"year": self.first.year}
        if self.kind == MONTH:
            return _("%(year)s 年 %(month)s 月") % {"year": self.first.year, "month": self.first.month}
        return _("%(year)s 年第 %(number)s 季度") % {"year": self.first.year, "number": str(self)[-1]}

    @property
    def before(self) -> Period:
        """The period of its kind before it."""
        return Period.of(self.kind, self.first - timedelta(days=1))

    @property
    def after(self) -> Period:
        """The period of its kind after it."""
        return Period.of(self.kind, self.last + timedelta(days=1))

    @property
    def year_before(self) -> Period:
        """The same period a year before."""
        return _from(self.kind, self.first.year - 1, self.first.month - 1)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """Its first moment and the first after it, on the zone's clock."""
        return _begins(self.first), _begins(self.last + timedelta(days=1))

    def closed(self, *, on: date) -> bool:
        """Whether it is over on a day."""
        return self.last < on

    def begun(self, *, on: date) -> bool:
        """Whether its first day has come."""
        return self.first <= on


def read(written: str) -> Period | None:
    """The period of a text (2024, 2024-11, 2024Q4); None for anything else."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        return None
    if found[2]:
        return Period.month(int(found[1]), int(found[2]))
    return Period.quarter(int(found[1]), int(found[3])) if found[3] else Period.year(int(found[1]))


def newest(kind: str, *, on: date, count: int) -> tuple[Period, ...]:
    """So many periods of a kind, that of the day first."""
    found = [Period.of(kind, on)]
    while len(found) < count:
        found.append(found[-1].before)
    return tuple(found)


def parts(period: Period, kind: str) -> tuple[Period, ...]:
    """The shorter periods of a kind that a period is made of, in their order."""
    found = [Period.of(kind, period.first)]
    while found[-1].last < period.last:
        found.append(found[-1].after)
    return tuple(found)


def _from(kind: str, year: int, month: int) -> Period:
    """The period of a kind that begins with a month (0 to 11) of a year."""
    following = month + _MONTHS[kind]
    return Period(kind, date(year, month + 1, 1), date(year + following // _TWELVE, following % _TWELVE + 1, 1) - timedelta(days=1))


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, get_current_timezone())
