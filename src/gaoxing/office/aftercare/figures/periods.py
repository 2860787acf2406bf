"""Periods of the figures (统计期间): a month, a quarter, a year, or from one day to another; both days belong to it.

>>> on = date(2026, 11, 25)
>>> read({"period": "2026Q3"}, on=on)[0].until, read({"period": "2026-02"}, on=on)[0].until, read({}, on=on)[0].written
(datetime.date(2026, 9, 30), datetime.date(2026, 2, 28), '2026Q4')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.clients import quarters
from gaoxing.standards.expression import expression

MONTHS, QUARTERS, YEARS = 12, 8, 5
"""How many of each are offered."""

_MONTH, _YEAR = expression(r"(20[0-9]{2})-(0[1-9]|1[0-2])"), expression(r"20[0-9]{2}")
_ONE_DAY = timedelta(days=1)
_FIRST_YEAR, _AFTER_LAST, _MOST_DAYS = 2000, 2100, 3_660
_DECEMBER = 12


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends included; `written` is how an address names it, empty where it is from one day to another."""

    since: date
    until: date
    written: str = ""

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """Its first moment and the first after it, on the zone's clock."""
        return _begins(self.since), _begins(self.until + _ONE_DAY)

    @property
    def asked(self) -> dict[str, str]:
        """As an address holds it."""
        return {"period": self.written} if self.written else {"since": self.since.isoformat(), "until": self.until.isoformat()}

    @property
    def told(self) -> str:
        """In words: its name, where it has one, and its days."""
        days = _("%(since)s 到 %(until)s") % {"since": self.since.isoformat(), "until": self.until.isoformat()}
        return _("%(name)s（%(days)s）") % {"name": name_of(self.written), "days": days} if self.written else days

    @property
    def months(self) -> tuple[Period, ...]:
        """Its months, the first and the last perhaps cut short."""
        found, day = list[Period](), self.since
        while day <= self.until:
            whole = month_of(day)
            found.append(Period(day, min(whole.until, self.until), whole.written if (day, min(whole.until, self.until)) == (whole.since, whole.until) else ""))
            day = whole.until + _ONE_DAY
        return tuple(found)


def read(given: Mapping[str, str], *, on: date) -> tuple[Period, str]:
    """The period that an address names, and a sentence where it is none; then, and where it names none, the quarter of the day."""
    written, since, until = (given.get(name, "").strip() for name in ("period", "since", "until"))
    usual = named(quarters.quarter_of(on).written)
    assert usual is not None
    if since or until:
        found = _between(since, until)
        return (
            (found, "")
            if found
            else (usual, _("“从”和“到”要是 2000 年到 2099 年的日期，先后不能颠倒，最多十年，例如 2026-01-01 到 2026-03-31。现在按本季度显示。"))
        )
    found = named(written) if written else usual
    return (found, "") if found else (usual, _("网址里的期间看不懂，现在按本季度显示。请在下面重新选。"))


def named(written: str) -> Period | None:
    """A month (2026-11), quarter (2026Q4) or year (2026); None for anything else."""
    if month := _MONTH.fullmatch(written):
        return month_of(date(int(month[1]), int(month[2]), 1))
    if quarter := quarters.read(written):
        return Period(quarter.since, quarter.until, written)
    return Period(date(int(written), 1, 1), date(int(written), _DECEMBER, 31), written) if _YEAR.fullmatch(written) else None


def month_of(day: date) -> Period:
    """The month of a day."""
    first = day.replace(day=1)
    following = date(first.year + first.month // _DECEMBER, first.month % _DECEMBER + 1, 1)
    return Period(first, following - _ONE_DAY, f"{first:%Y-%m}")


def name_of(written: str) -> str:
    """What a month, a quarter or a year is called in the language of the page."""
    if month := _MONTH.fullmatch(written):
        return _("%(year)s 年 %(month)s 月") % {"year": month[1], "month": int(month[2])}
    if quarter := quarters.read(written):
        return quarter.spoken
    return _("%(year)s 年") % {"year": written}


def offered(*, on: date) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What may be chosen, the newest first: months, quarters and years, each as an address names it and with its name."""
    months = [month_of(on)]
    while len(months) < MONTHS:
        months.append(month_of(months[-1].since - _ONE_DAY))
    every = (
        (_("按月"), [each.written for each in months]),
        (_("按季度"), [each.written for each in quarters.newest(on=on, count=QUARTERS)]),
        (_("按年"), [str(on.year - back) for back in range(YEARS)]),
    )
    return tuple((word, tuple((each, name_of(each)) for each in written)) for word, written in every)


def _between(since: str, until: str) -> Period | None:
    try:
        first, last = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError:
        return None
    known = first.year >= _FIRST_YEAR and last.year < _AFTER_LAST
    return Period(first, last) if known and timedelta() <= last - first < timedelta(days=_MOST_DAYS) else None


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, get_current_timezone())
