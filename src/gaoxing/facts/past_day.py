"""Days gone by (过去的日子): «2026年11月3日», «上个月20号», «昨天», «上周五»; a day without a year has two readings, this year's and last year's.

No clock: `on` is the day of speaking. A month or a year alone stays as far as it was said; «上个月» without a day is nothing. Source: the contract's dates.

>>> today = date(2026, 11, 25)
>>> [(each.value, each.readings) for each in find_past_days("上个月20号开的，11月3号登的", today)]
[('2026-10-20', ()), (None, ('2026-11-03', '2025-11-03'))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gaoxing.facts.day import find_days
from gaoxing.facts.hedge import hedged
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import half_width
from gaoxing.standards.numerals import parse

_D = "一二三四五六七八九"
_NUMBER = rf"[0-9]{{1,2}}|[一二三]?十[{_D}]?|[{_D}]"
_DAY = rf"(?P<day>{_NUMBER})(?:号|日)"
LAST_MONTH = expression(rf"上个?月(?:份)?的?{_DAY}")
THIS_MONTH = expression(rf"(?:这个?|本|当)月(?:份)?的?{_DAY}")
MONTH_AND_DAY = expression(rf"(?<![0-9零〇{_D}十年月]{{1}})(?P<month>{_NUMBER})月(?:份)?的?{_DAY}")
BACK = expression("(?P<back>大前天|前天|昨[天日]|今[天日])")
WEEK = expression("(?P<week>上个?|[这本]个?)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?![一二三四五六日天])")
DAYS_BACK = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2, "大前天": 3}
WEEKDAYS = {character: number for number, character in enumerate("一二三四五六日")} | {"天": 6}
LOOSE = expression("左右|前后|上下")
TWELVE = 12


@dataclass(frozen=True)
class PastDay:
    """A day at `text[start:end]`: `2026-11-03`, `2019-05` or `2019`; None where its year is open, then with `readings`, the likelier first."""

    start: int
    end: int
    value: str | None
    readings: tuple[str, ...] = ()


def find_past_days(text: str, on: date | None) -> tuple[PastDay, ...]:
    """All days of a cleaned text that can be told, in order; without `on` only those with a year. What is hedged (大概十月三号, 20号左右) is left out."""
    folded = half_width(text)
    found = [PastDay(each.start, each.end, each.value) for each in find_days(text, on) if each.value is not None]
    if on is not None:
        for each in _counted(folded, on):
            if not any(known.start < each.end and each.start < known.end for known in found):
                found.append(each)
    return tuple(sorted((each for each in found if not _loose(folded, each)), key=lambda each: each.start))


def _loose(text: str, each: PastDay) -> bool:
    return hedged(text, each.start, each.end) or LOOSE.match(text, each.end) is not None


def _counted(text: str, on: date) -> Iterator[PastDay]:
    """The days that count from the day of speaking."""
    for words, back in ((LAST_MONTH, 1), (THIS_MONTH, 0)):
        for match in words.finditer(text):
            yield from _at(match, _of_month(on, back, int(parse(match["day"]))))
    yield from (each for match in BACK.finditer(text) for each in _at(match, on - timedelta(days=DAYS_BACK[match["back"]])))
    for match in WEEK.finditer(text):
        monday = on - timedelta(days=on.weekday() + (7 if match["week"].startswith("上") else 0))
        yield from _at(match, monday + timedelta(days=WEEKDAYS[match["weekday"]]))
    for match in MONTH_AND_DAY.finditer(text):
        yield from _without_year(match, on)


def _at(match: re.Match[str], day: date | None) -> Iterator[PastDay]:
    if day is not None:
        yield PastDay(*match.span(), day.isoformat())


def _of_month(on: date, back: int, number: int) -> date | None:
    """That day of the month so many months ago; None where the month has no such day."""
    months = on.year * TWELVE + on.month - 1 - back
    return _real(months // TWELVE, months % TWELVE + 1, number)


def _without_year(match: re.Match[str], on: date) -> Iterator[PastDay]:
    month, day = int(parse(match["month"])), int(parse(match["day"]))
    gone = [found for year in (on.year, on.year - 1) if (found := _real(year, month, day)) is not None and found <= on]
    if gone:
        yield PastDay(*match.span(), None, tuple(each.isoformat() for each in gone))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
