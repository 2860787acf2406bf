"""When the office works and when nobody is disturbed (办公时间、工作日历、免打扰): the zone's hours over the State Council's working days.

>>> calendar = Calendar()
>>> calendar.closing(date(2026, 11, 24)).isoformat(), calendar.after(date(2026, 9, 30), 1).isoformat()
('2026-11-24T17:00:00+08:00', '2026-10-08')
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from gaoxing.standards import working_days

ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def _shanghai() -> tzinfo:
    return ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Calendar:
    """A zone's calendar; what is given here are the usual hours, a zone hands in its own.

    `off` and `worked` are days on which this office alone closes or works. No reminder goes out between `quiet_from` and `quiet_until`.
    """

    opens: time = time(9)
    closes: time = time(17)
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    zone: tzinfo = field(default_factory=_shanghai)

    def __post_init__(self) -> None:
        """Refuse hours that cannot be."""
        if self.opens >= self.closes:
            raise ValueError("the office closes before it opens")
        if both := self.off & self.worked:
            raise ValueError(f"closed and worked at once: {', '.join(sorted(day.isoformat() for day in both))}")

    def local(self, moment: datetime) -> datetime:
        """A moment on the zone's wall clock. Raises ValueError where it has no time zone."""
        if moment.tzinfo is None:
            raise ValueError(f"{moment.isoformat()} has no time zone")
        return moment.astimezone(self.zone)

    def day(self, moment: datetime) -> date:
        """The zone's day on which a moment falls."""
        return self.local(moment).date()

    def works(self, day: date) -> bool:
        """Whether the office works on a day; in a year without a published calendar Monday to Friday."""
        if day in self.off or day in self.worked:
            return day in self.worked
        published = working_days.is_working_day(day)
        return day.weekday() < _SATURDAY if published is None else published

    def opening(self, day: date) -> datetime:
        """When the office opens on a day."""
        return datetime.combine(day, self.opens, tzinfo=self.zone)

    def closing(self, day: date) -> datetime:
        """When the office closes on a day: the moment at which a limit ends."""
        return datetime.combine(day, self.closes, tzinfo=self.zone)

    def between(self, after: date, last: date) -> Iterator[date]:
        """The working days after one day up to and including another, in order."""
        days = (after + timedelta(days=number) for number in range(1, (last - after).days + 1))
        return (day for day in days if self.works(day))

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after a day (the day itself for 0 and below)."""
        left = count
        while left > 0:
            day += ONE_DAY
            left -= self.works(day)
        return day

    def next_closing(self, moment: datetime) -> datetime:
        """The first end of office hours on a working day that is later than a moment."""
        today = self.day(moment)
        if self.works(today) and moment < self.closing(today):
            return self.closing(today)
        return self.closing(self.after(today, 1))

    def unpublished(self, first: date, last: date) -> tuple[int, ...]:
        """The years from one day to another whose calendar is not published, so that Monday to Friday is assumed."""
        return tuple(year for year in range(first.year, last.year + 1) if not working_days.known(year))

    def may_remind(self, moment: datetime, *, office_days: bool = False) -> datetime:
        """The moment itself, or the next at which a reminder may go out: not in the quiet hours and, if asked, on working days only (for staff)."""
        local = self.local(moment)
        while (later := self._decent(local)) != local or (office_days and not self.works(local.date())):
            local = later if later != local else datetime.combine(local.date() + ONE_DAY, self.quiet_until, tzinfo=self.zone)
        return local if local != self.local(moment) else moment

    def _decent(self, local: datetime) -> datetime:
        """The end of the quiet hours that a moment falls into; else the moment."""
        clock, overnight = local.time(), self.quiet_from > self.quiet_until
        late = overnight and clock >= self.quiet_from
        if late or (overnight and clock < self.quiet_until) or self.quiet_from <= clock < self.quiet_until:
            return datetime.combine(local.date() + timedelta(days=late), self.quiet_until, tzinfo=self.zone)
        return local
