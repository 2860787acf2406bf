"""Working days (工作日) with the State Council's holidays and exchanged days (调休), for the years whose notice is known.

Past them nobody knows the exchanged days: `is_working_day` answers None, and a reckoning that reaches there says so in `warning`.
Source: holidays.toml (国务院办公厅关于部分节假日安排的通知). The day of the act is not counted (民法典 art. 201).

>>> is_working_day(date(2026, 2, 14)), is_working_day(date(2026, 2, 16)), is_working_day(date(2029, 3, 1))
(True, False, None)
>>> add(date(2026, 9, 30), 3).day.isoformat()
'2026-10-10'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True)
class Reckoning:
    """The day that a count of working days leads to. `warning` (plain Chinese) where years without a known notice were counted as plain weeks."""

    day: date
    warning: str | None = None

    @property
    def certain(self) -> bool:
        """Whether every year on the way is known."""
        return self.warning is None


def known(year: int) -> bool:
    """Whether the holidays of a year are known."""
    return year in _years()


def is_working_day(day: date) -> bool | None:
    """Whether offices work on a day; None where the year's holidays are not known."""
    return _works(day) if known(day.year) else None


def add(day: date, count: int) -> Reckoning:
    """The `count`-th working day after `day` (0: the day itself; below 0: before it)."""
    step = ONE_DAY if count >= 0 else -ONE_DAY
    left, unknown = abs(count), set[int]()
    while left:
        day += step
        if not known(day.year):
            unknown.add(day.year)
        left -= _works(day)
    return Reckoning(day, _warning(unknown))


def count(first: date, last: date) -> int:
    """Working days after `first` up to and including `last`; 0 where `last` is not later. Unknown years count as plain weeks."""
    return sum(_works(first + timedelta(days=days)) for days in range(1, (last - first).days + 1))


def _works(day: date) -> bool:
    off, worked = _years().get(day.year, (frozenset(), frozenset()))
    return day in worked or (day not in off and day.weekday() < SATURDAY)


def _warning(years: set[int]) -> str | None:
    if not years:
        return None
    named = "、".join(f"{year} 年" for year in sorted(years))
    return f"{named}的放假安排还没有录入，先按周一到周五计算，放假通知公布后请重新计算"


@cache
def _years() -> dict[int, tuple[frozenset[date], frozenset[date]]]:
    table = tomllib.loads((files("gaoxing.standards") / "holidays.toml").read_text(encoding="utf-8"))
    return {int(year): (frozenset(_days(int(year), row["off"])), frozenset(_days(int(year), row["worked"]))) for year, row in table.items()}


def _days(year: int, spans: list[str]) -> Iterator[date]:
    for span in spans:
        first, _, last = span.partition("..")
        day, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last or first}")
        while day <= end:
            yield day
            day += ONE_DAY
