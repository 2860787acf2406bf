"""Calendar quarters (季度), by which contact with clients is counted.

>>> quarter_of(date(2026, 11, 25)), quarter_of(date(2026, 11, 25)).before
(Quarter(year=2026, number=4), Quarter(year=2026, number=3))
>>> read("2026Q4").since, read("2026Q4").until, read("2026Q5")
(datetime.date(2026, 10, 1), datetime.date(2026, 12, 31), None)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from gaoxing.standards.expression import expression

_WRITTEN = expression(r"(20[0-9]{2})Q([1-4])")
_MONTHS, _FOUR = 3, 4


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year: 1 to 4."""

    year: int
    number: int

    @property
    def since(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * _MONTHS + 1, 1)

    @property
    def until(self) -> date:
        """Its last day."""
        return self.after.since - timedelta(days=1)

    @property
    def before(self) -> Quarter:
        """The one before."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, _FOUR)

    @property
    def after(self) -> Quarter:
        """The one after."""
        return Quarter(self.year, self.number + 1) if self.number < _FOUR else Quarter(self.year + 1, 1)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """Its first moment and the first after it, on the zone's clock."""
        return _begins(self.since), _begins(self.after.since)

    @property
    def written(self) -> str:
        """As an address holds it."""
        return f"{self.year}Q{self.number}"

    @property
    def spoken(self) -> str:
        """As a page says it, in its language."""
        return _("%(year)s 年第 %(number)s 季度") % {"year": self.year, "number": self.number}


def quarter_of(day: date) -> Quarter:
    """The quarter of a day."""
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


def read(text: str) -> Quarter | None:
    """The quarter that an address names; None for anything else."""
    found = _WRITTEN.fullmatch(text)
    return Quarter(int(found[1]), int(found[2])) if found else None


def newest(*, on: date, count: int = 8) -> tuple[Quarter, ...]:
    """The quarter of a day and those before it, the newest first."""
    found = [quarter_of(on)]
    while len(found) < count:
        found.append(found[-1].before)
    return tuple(found)


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, get_current_timezone())
