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
