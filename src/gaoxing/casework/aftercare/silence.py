"""What silence brings (逾期未评价): when an enterprise is reminded to accept, when that ends without a rating, until when it may open it again.

All moments are counted from the day on which everything was answered; that day itself is not counted. Whoever has not spoken never counts as satisfied.

>>> from datetime import UTC
>>> from gaoxing.casework.aftercare.limits import limits
>>> found = silence(datetime(2026, 11, 24, 2, tzinfo=UTC), Calendar(), limits())
>>> [each.date().isoformat() for each in (*found.reminders, found.lapse)]
['2026-11-27', '2026-12-01', '2026-12-03']
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gaoxing.casework.aftercare.limits import Limits
from gaoxing.casework.office_calendar import Calendar


@dataclass(frozen=True)
class Silence:
    """The moments of a silence: the reminders in order, and the moment after which it is over."""

    reminders: tuple[datetime, ...]
    lapse: datetime

    def reminders_due(self, now: datetime) -> int:
        """How many reminders should have gone out by now; none any more once it is over."""
        return sum(each <= now for each in self.reminders) if now <= self.lapse else 0

    def over(self, now: datetime) -> bool:
        """Whether the last working day has ended; at its very end the enterprise is still in time."""
        return now > self.lapse


def silence(answered: datetime, calendar: Calendar, known: Limits) -> Silence:
    """The silence that begins when everything was answered: a reminder as the office opens on its day, the lapse at the end of the last day."""
    day = calendar.day(answered)
    reminders = tuple(calendar.opening(calendar.after(day, count)) for count in known.reminders)
    return Silence(reminders, within(answered, known.lapse, calendar))


def within(since: datetime, days: int, calendar: Calendar) -> datetime:
    """The end of the last of so many working days after the day of a moment. Raises ValueError for a moment without a time zone."""
    return calendar.closing(calendar.after(calendar.day(since), days))


def reopen_until(accepted: datetime, calendar: Calendar, known: Limits) -> datetime:
    """Until when an accepted request may be opened again: natural days, to the end of the last one by the zone's clock."""
    last = calendar.day(accepted) + timedelta(days=known.reopen_days + 1)
    return datetime.combine(last, datetime.min.time(), tzinfo=calendar.zone)
