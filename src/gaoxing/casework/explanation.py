"""Says a clock in one sentence, so that anybody can count it again (时限说明), in plain Chinese and in English. A day is named so that it is true tomorrow too.

>>> from datetime import UTC
>>> from gaoxing.casework.clock import Event, read
>>> from gaoxing.casework.table import ClockAct
>>> reading = read([Event(datetime(2026, 11, 24, 2, tzinfo=UTC), ClockAct.START, 3)], datetime(2026, 11, 26, 2, tzinfo=UTC), Calendar())
>>> explain(reading, Calendar(), {}).chinese
'第2个工作日，共3个；周五17:00到期'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gaoxing.casework.clock import Reading
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import Pause, Running

WEEKDAYS = "一二三四五六日"
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
A_WEEK = 7


@dataclass(frozen=True)
class Explanation:
    """The same said twice; `note` is empty but where a year's calendar is not published."""

    chinese: str
    english: str
    note: str = ""
    english_note: str = ""

    def to_json(self) -> dict[str, str]:
        """All four."""
        return {"chinese": self.chinese, "english": self.english, "note": self.note, "english_note": self.english_note}


def explain(reading: Reading, calendar: Calendar, pauses: Mapping[str, Pause], *, to_staff: bool = False) -> Explanation:
    """A reading in words: which day of how many, what was not counted and why, when it is due. `pauses` are the table's; days are working days.

    `to_staff` speaks of the applicant, else to them. Raises KeyError for a pause that `pauses` lacks.
    """
    chinese = (*_chinese_days(reading), *_chinese_pauses(reading, pauses, to_staff=to_staff), *_chinese_end(reading, calendar))
    english = (*_english_days(reading), *_english_pauses(reading, pauses, to_staff=to_staff), *_english_end(reading, calendar))
    return Explanation("；".join(chinese), "; ".join(english), *_notes(reading))


def _chinese_days(reading: Reading) -> tuple[str, ...]:
    if not reading.total:
        return ("当场办理",)
    if reading.late:
        return (f"共{reading.total}个工作日",)
    if reading.stopped:
        return (f"用了{reading.elapsed}个工作日，共{reading.total}个",)
    if reading.counting:
        return (f"第{reading.elapsed + 1}个工作日，共{reading.total}个",)
    if reading.elapsed:
        return (f"已用{reading.elapsed}个工作日，共{reading.total}个",)
    return (f"共{reading.total}个工作日" if reading.running is Running.PAUSED else f"从下一个工作日起算，共{reading.total}个",)


def _chinese_pauses(reading: Reading, pauses: Mapping[str, Pause], *, to_staff: bool) -> tuple[str, ...]:
    said = {why: pause.staff if to_staff else pause.term for why, pause in pauses.items()}
    rows = tuple(f"暂停{days}天{said[why]}" for why, days in reading.pauses.items() if why != reading.why)
    if reading.running is not Running.PAUSED:
        return rows
    days = reading.pauses.get(reading.why, 0)
    since = f"，已暂停{days}天" if days else ""
    left = "" if reading.late else f"，之后还有{reading.left}个工作日" if reading.left else "，之后当场办理"
    return (*rows, f"正在{said[reading.why]}{since}{left}")


def _chinese_end(reading: Reading, calendar: Calendar) -> tuple[str, ...]:
    if reading.stopped:
        return (f"超期{reading.late_days}个工作日办结" if reading.late_days else "超期办结" if reading.late else "按时办结",)
    if reading.due is None:
        return ()
    when = _chinese_moment(reading.due, reading.at, calendar)
    if reading.late:
        return (f"{when}已经到期" + (f"，超过{reading.late_days}个工作日" if reading.late_days else ""),)
    return (f"{when}到期",)


def _chinese_moment(due: datetime, now: datetime, calendar: Calendar) -> str:
    local, today = calendar.local(due), calendar.day(now)
    weeks = _weeks_apart(now, due, calendar)
    weekday, clock = f"周{WEEKDAYS[local.weekday()]}", f"{local:%H:%M}"
    if weeks in (0, 1):
        return f"{'下' * weeks}{weekday}{clock}"
    year = f"{local.year}年" if local.year != today.year else ""
    return f"{year}{local.month}月{local.day}日（{weekday}）{clock}"


def _english_days(reading: Reading) -> tuple[str, ...]:
    if not reading.total:
        return ("On the spot",)
    if reading.late:
        return (f"{_days(reading.total)} in all",)
    if reading.stopped:
        return (f"{reading.elapsed} of {_days(reading.total)} used",)
    if reading.counting:
        return (f"Working day {reading.elapsed + 1} of {reading.total}",)
    if reading.elapsed:
        return (f"{reading.elapsed} of {_days(reading.total)} used",)
    return (f"{_days(reading.total)} in all" if reading.running is Running.PAUSED else f"{_days(reading.total)}, counted from the next one",)


def _english_pauses(reading: Reading, pauses: Mapping[str, Pause], *, to_staff: bool) -> tuple[str, ...]:
    said = {why: pause.staff_english if to_staff else pause.english for why, pause in pauses.items()}
    rows = tuple(f"paused {_plain_days(days)} {said[why]}" for why, days in reading.pauses.items() if why != reading.why)
    if reading.running is not Running.PAUSED:
        return rows
    days = reading.pauses.get(reading.why, 0)
    since = f", paused {_plain_days(days)} so far" if days else ""
    left = "" if reading.late else f", then {_days(reading.left)} left" if reading.left else ", then on the spot"
    return (*rows, f"waiting {said[reading.why]}{since}{left}")


def _english_end(reading: Reading, calendar: Calendar) -> tuple[str, ...]:
    if reading.stopped:
        return (f"closed {_days(reading.late_days)} late" if reading.late_days else "closed late" if reading.late else "closed in time",)
    if reading.due is None:
        return ()
    when = _english_moment(reading.due, reading.at, calendar)
    if reading.late:
        return (f"was due {when}" + (f", {_days(reading.late_days)} ago" if reading.late_days else ""),)
    return (f"due {when}",)


def _english_moment(due: datetime, now: datetime, calendar: Calendar) -> str:
    local, today = calendar.local(due), calendar.day(now)
    clock, weekday = f"{local:%H:%M}", ENGLISH_WEEKDAYS[local.weekday()]
    if _weeks_apart(now, due, calendar) == 0 or 0 < (local.date() - today).days < A_WEEK:
        return f"{weekday} {clock}"
    year = f" {local.year}" if local.year != today.year else ""
    return f"{weekday} {local.day} {MONTHS[local.month - 1]}{year} {clock}"


def _weeks_apart(now: datetime, due: datetime, calendar: Calendar) -> int:
    """Weeks from Monday to Sunday between two moments: 0 the same, 1 the next."""
    mondays = [calendar.day(moment) - timedelta(days=calendar.day(moment).weekday()) for moment in (now, due)]
    return (mondays[1] - mondays[0]).days // A_WEEK


def _days(count: int) -> str:
    return f"{count} working day" if count == 1 else f"{count} working days"


def _plain_days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def _notes(reading: Reading) -> tuple[str, str]:
    if not reading.unpublished:
        return "", ""
    years = [str(year) for year in reading.unpublished]
    chinese = f"{'、'.join(f'{year}年' for year in years)}的放假安排还没有录入，先按周一到周五计算，放假通知公布后会重新计算"
    return chinese, f"The holidays of {', '.join(years)} are not published yet; Monday to Friday is assumed and will be counted anew"
