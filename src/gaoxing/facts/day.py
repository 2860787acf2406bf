"""Dates in spoken words (日期): a day, a month or a year, as much as was said; None where it is vague or impossible.

No clock: 明年三月一号 has a value only where `on` is given. Terms (二十年, 五年内) are read by `facts.term`. Source: the contract's dates; GB/T 7408 order.

>>> [each.value for each in find_days("二零二九年六月三十号到位二〇二七年九月验收2028年底开业", None)]
['2029-06-30', '2027-09', None]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from gaoxing.facts.term import TermMention, find_terms
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import SMALL_DIGITS, half_width

__all__ = ["DayMention", "TermMention", "find_days", "find_terms"]

_D = "零〇一二三四五六七八九"
_YEAR = rf"(?P<year>(?:19|20)[0-9]{{2}}|(?:一九|[二两][零〇])[{_D}]{{2}}|两千零[{_D}十]{{1,3}})年度?"
_SHORT = (
    rf"(?P<short>(?:[0-9]{{2}}|[{_D}]{{2}})(?=年[0-9{_D}十]{{1,2}}月)"
    r"|(?:2[4-9]|3[0-9]|二[四五六七八九]|三[零〇])(?=年(?:年?[底末初中]|[上下]半年|第?[一二三四1-4]季度|[前就才计预]?[划定]?(?:开工|动工|开建|完工|竣工|建成|投产))))年"
)
_RELATIVE = "(?P<relative>今年|本年|明年|大后年|后年|去年|前年)"
_NEAR = "(?P<near>下个?月|这个月|本月)份?"
_MONTH = rf"(?P<month>元|[0-9]{{1,2}}|[零〇]?[{_D}]|十[一二三]?)月份?"
_DAY = rf"(?P<day>[0-9]{{1,2}}|[一二三]?十[{_D}]?|[二三][{_D}]|[零〇]?[{_D}])(?:号|日(?!元|期)|(?=$|[，。；！？]|开工|动工|完工|竣工))"
_BEFORE = rf"(?<![0-9{_D}十百千幺])"
_VAGUE = "[上中下]旬|年?[底末初中](?!国|心|期)|[上下]半年|第?[一二三四1-4]季度|前后|左右|春节|国庆"
SAID = expression(rf"(?:{_BEFORE}(?:{_YEAR}|{_SHORT})|{_RELATIVE}的?)的?(?:{_MONTH}(?:{_DAY})?)?(?P<vague>{_VAGUE})?")
NEAR = expression(rf"{_NEAR}(?:{_DAY})?(?P<vague>[上中下]旬|[底末初中](?!国|心|期)|前后|左右)?")
LOOSE = expression("前后|左右|春节|国庆")
WRITTEN = expression(
    r"(?<![0-9A-Za-z.\-/])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-./])(?P<month>0?[1-9]|1[0-2])(?:(?P=mark)(?P<day>[0-9]{1,2}))?(?![0-9\-./A-Za-z万亿元%])"
)
NO_YEAR = expression(rf"(?:(?<!年)|(?<=[当同次二来]年)){_BEFORE}{_MONTH}(?:{_DAY})?(?P<vague>[底末初](?!期)|上旬|中旬|下旬)?")
GLUED = expression(
    rf"(?:(?<=[0-9{_D}十百千万亿幺])(?:20[2-4][0-9]|二[零〇][二三四][{_D}])|(?:(?<=[十百千万亿])|(?<=[万亿][{_D}])|(?<=[1幺][0-9{_D}幺]{{10}}))(?:2[4-9]|二[四五六七八九]))"
    rf"年(?=(?:1[0-2]|0?[1-9]|十[一二]?|[元{_D}])月|年?[底末初中](?!国|心|期))"
)
"""A year to come that follows another figure without a pause: 一亿二二零二七年六月, 手机…五六七八二零二七年六月."""
EARLIER = expression("(?:之|以)?前(?!进|程|期|面|后|台|任|东|路)")
SHIFT = {"今年": 0, "本年": 0, "明年": 1, "后年": 2, "大后年": 3, "去年": -1, "前年": -2}


@dataclass(frozen=True)
class DayMention:
    """A date at `text[start:end]`: `2029-06-30`, `2029-06` or `2029`; None where `approximate`, `invalid` (2月30日) or without a year.

    `before`: 之前 or 前 stands behind it (a deadline).
    """

    start: int
    end: int
    value: str | None
    approximate: bool = False
    invalid: bool = False
    before: bool = False
    rough: str | None = None
    """The year or month that is sure where the day is vague: 2028 of 2028年上半年, 2027-06 of 2027年6月中旬; None of 2028年左右."""


def find_days(text: str, on: date | None) -> tuple[DayMention, ...]:
    """All dates of a cleaned text, in order. `on` is the day of speaking, for 明年; without it such a date has no value."""
    folded = half_width(text)
    for glued in list(GLUED.finditer(folded)):
        folded = f"{folded[: glued.start() - 1]}，{folded[glued.start() :]}"
    found = [_said(folded, match, on) for match in SAID.finditer(folded)] + [_written(folded, match) for match in WRITTEN.finditer(folded)]
    found += [_near(folded, match, on) for match in NEAR.finditer(folded) if not _inside(match, found)] if on else []
    found += [_without_year(folded, match, found) for match in NO_YEAR.finditer(folded) if not _inside(match, found)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def without_glued_years(text: str) -> str:
    """The text with such years struck out, character for character, so that the figures before them end.

    >>> without_glued_years("总投资一亿二二零二七年六月开工")
    '总投资一亿二。。。。。六月开工'
    """
    return GLUED.sub(lambda match: "。" * len(match[0]), text)


def _said(text: str, match: re.Match[str], on: date | None) -> DayMention:
    year = _year(match, on)
    month, day = _number(match["month"]), _number(match["day"])
    month_end = match["vague"] in ("底", "末") and month is not None and day is None
    vague = bool(match["vague"]) and not month_end
    return _mention(text, match, (year, month, day), vague=vague)


def _near(text: str, match: re.Match[str], on: date) -> DayMention:
    """下个月, 本月底: the month counted from the day of speaking."""
    months = on.year * 12 + on.month - 1 + match["near"].startswith("下")
    vague = bool(match["vague"]) and match["vague"] not in ("底", "末")
    return _mention(text, match, (months // 12, months % 12 + 1, _number(match["day"])), vague=vague)


def _written(text: str, match: re.Match[str]) -> DayMention:
    return _mention(text, match, (int(match["year"]), int(match["month"]), _number(match["day"])), vague=False)


def _without_year(text: str, match: re.Match[str], earlier: list[DayMention]) -> DayMention:
    """至十月 behind 2027年4月 has its year; any other month without a year is open."""
    first = next((each for each in earlier if each.value and re.fullmatch("[至到~～-]", text[each.end : match.start()])), None)
    year = int(first.value[:4]) if first and first.value else None
    return _mention(text, match, (year, _number(match["month"]), _number(match["day"])), vague=bool(match["vague"]))


def _mention(text: str, match: re.Match[str], parts: tuple[int | None, int | None, int | None], *, vague: bool) -> DayMention:
    year, month, day = parts
    end = match.end()
    before = EARLIER.match(text, end) is not None
    if not _exists(year or 2000, month, day):
        return DayMention(match.start(), end, None, invalid=True, before=before)
    if year is None:
        return DayMention(match.start(), end, None, approximate=True, before=before)
    if vague:
        sure = None if LOOSE.fullmatch(match["vague"]) else f"{year}" + (f"-{month:02}" if month else "")
        return DayMention(match.start(), end, None, approximate=True, before=before, rough=sure)
    value = f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    return DayMention(match.start(), end, value, before=before)


def _exists(year: int, month: int | None, day: int | None) -> bool:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _year(match: re.Match[str], on: date | None) -> int | None:
    if match["relative"]:
        return None if on is None else on.year + SHIFT[match["relative"]]
    if match["short"]:
        short = _number(match["short"]) or 0
        return short + (2000 if short < 60 else 1900)
    said = match["year"].replace("两千零", "20") if match["year"].startswith("两千") else match["year"]
    return 2000 + (_number(said[2:]) or 0) if match["year"].startswith("两千") else _number(said.replace("两", "二"))


def _number(words: str | None) -> int | None:
    """12, 十二, 二十三, 零三, 二零二九."""
    if words is None:
        return None
    if words == "元":
        return 1
    tens, ten, ones = words.rpartition("十")
    if ten:
        return 10 * (_plain(tens) if tens else 1) + (_plain(ones) if ones else 0)
    return _plain(words)


def _plain(words: str) -> int:
    return int("".join(character if character.isascii() else str(SMALL_DIGITS[character]) for character in words))


def _inside(match: re.Match[str], found: list[DayMention]) -> bool:
    return any(each.start < match.end() and match.start() < each.end for each in found)
