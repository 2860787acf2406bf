"""How long a name of the register binds (名称的保留期与释放期): 2 months retained, 1 year with approval; 1 year after it was given up.

《企业名称登记管理规定》 arts 17, 18; the figures stand in periods.toml with their days.

>>> months_on(date(2026, 12, 31), 2)
datetime.date(2027, 2, 28)
>>> last_retained_day(date(2026, 3, 1), approval=True)
datetime.date(2027, 2, 28)
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

from gaoxing.names.neighbour import Neighbour, State
from gaoxing.standards.dated import in_force

TABLE = Path(__file__).with_name("periods.toml")


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it lacks that day. Raises OverflowError beyond the year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        raise OverflowError(f"日期 {day} 之后 {months} 个月超出了历法")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_retained_day(since: date, *, approval: bool = False) -> date:
    """The last day on which a name declared on `since` is kept; `approval`: the trade needs one first, so it is kept a year."""
    months = in_force(TABLE, since).get("retained_with_approval" if approval else "retained", 0)
    return months_on(since, months) - timedelta(days=1)


def free_from(neighbour: Neighbour, on: date) -> date | None:
    """The first day on which the name no longer binds; None where no end is known. A hold without an end, like a registration, has none."""
    if neighbour.state is State.RELEASED:
        return months_on(neighbour.since, in_force(TABLE, on).get("released", 0))
    if neighbour.state is State.ACTIVE:
        return None
    if neighbour.until is not None:
        return neighbour.until + timedelta(days=1) if neighbour.until < date.max else None
    return last_retained_day(neighbour.since) + timedelta(days=1) if neighbour.state is State.RETAINED else None


def binds(neighbour: Neighbour, on: date) -> bool:
    """Whether the name counts on that day; one dated after it does not yet."""
    end = free_from(neighbour, on)
    return neighbour.since <= on and (end is None or on < end)
