"""When a contribution falls due (出资期限), as far as it was said: the earliest day it can mean.

>>> earliest("2031-12"), earliest("2031-12-05"), earliest({"years": 5}), earliest("明年")
(datetime.date(2031, 12, 1), datetime.date(2031, 12, 5), None, None)
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gaoxing.standards.expression import expression

WRITTEN = expression(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def earliest(due: Any) -> date | None:
    """The first day that a date, a month or a year can mean; None for a term in years or anything unreadable."""
    read = WRITTEN.fullmatch(due) if isinstance(due, str) else None
    if read is None:
        return None
    try:
        return date(int(read[1]), int(read[2] or 1), int(read[3] or 1))
    except ValueError:
        return None


def years(due: Any) -> int | None:
    """The years of a term after establishment (自公司成立之日起五年内); None where it is none."""
    count = due.get("years") if isinstance(due, Mapping) else None
    return count if isinstance(count, int) else None


def later(on: date, by: int) -> date:
    """The same day so many years later; the last of February where that year has no 29th."""
    try:
        return on.replace(year=on.year + by)
    except ValueError:
        return on.replace(year=on.year + by, day=28)


def months_later(on: date, by: int) -> date:
    """The same day so many months later; the month's last day where that month is shorter.

    >>> months_later(date(2026, 8, 31), 18)
    datetime.date(2028, 2, 29)
    """
    year, month = divmod(on.year * 12 + on.month - 1 + by, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - date(year, month + 1, 1)).days
    return date(year, month + 1, min(on.day, last))


def beyond(due: Any, last: date, limit: int) -> bool:
    """Whether even the earliest day this can mean is after the last lawful one, or the term in years is too long.

    >>> beyond("2031-12", date(2031, 11, 30), 5), beyond({"years": 5}, date(2031, 11, 30), 5), beyond(None, date(2031, 11, 30), 5)
    (True, False, False)
    """
    day_due, count = earliest(due), years(due)
    return (day_due is not None and day_due > last) or (count is not None and count > limit)


def whole_day(value: Any) -> date | None:
    """The day that was given whole; None for a month, a year or nothing.

    >>> whole_day("2026-11-03"), whole_day("2026-11")
    (datetime.date(2026, 11, 3), None)
    """
    return earliest(value) if isinstance(value, str) and len(value) == len("2026-11-03") else None
