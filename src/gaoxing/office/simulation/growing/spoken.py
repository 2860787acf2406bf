"""Sums, areas and months as people say them (怎么说数): the same number comes in several guises.

>>> written(12_000), written(10_205), written(850), written(20)
('一万二千', '一万零二百零五', '八百五十', '二十')
"""

from __future__ import annotations

from datetime import date
from random import Random

_DIGITS, _PLACES = "零一二三四五六七八九", ("", "十", "百", "千")
_WAN = 10_000


def written(number: int) -> str:
    """A whole number below a hundred million in characters."""
    high, low = divmod(number, _WAN)
    if not high:
        return _below(low).removeprefix("一") if 10 <= low < 20 else _below(low)
    return f"{_below(high)}万" + (f"{'零' if low < 1_000 else ''}{_below(low)}" if low else "")


def wan(amount: int, chance: Random) -> str:
    """A sum in ten thousands of yuan: 12 000 is 一亿二千万, 1.2亿 or 12000万元."""
    whole, rest = divmod(amount, _WAN)
    said = (f"{_below(whole)}亿" if whole else "") + (f"{'零' if whole and rest < 1_000 else ''}{written(rest)}万" if rest else "")
    guises = [said, said + "元", f"{amount}万元", f"{amount}万"]
    if whole and amount % 100 == 0:
        guises += [f"{amount / _WAN:g}亿", f"{amount / _WAN:g}个亿"]
    if whole == 1 and not rest:
        guises.append("一个亿")
    return chance.choice(guises)


def area(metres: int, chance: Random) -> str:
    """Square metres."""
    return chance.choice((f"{written(metres)}平方米", f"{metres}平方米", f"{metres}平", f"{written(metres)}平米"))


def mu(count: int, chance: Random) -> str:
    """Land in mu."""
    return chance.choice((f"{written(count)}亩", f"{count}亩"))


def month(day: date, chance: Random) -> str:
    """A month of a year."""
    years = "".join(_DIGITS[int(each)] for each in str(day.year))
    figures, words = f"{day.year}年{day.month}月", f"{written(day.month)}月"
    return chance.choice((figures, f"{figures}份", f"{years[2:]}年{words}", f"{years}年{words}", f"{day.year}年{words}份"))


def _below(number: int) -> str:
    """A number below ten thousand: 205 is 二百零五."""
    said, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if gap and said else "") + _DIGITS[digit] + _PLACES[place]
        gap = not digit
    return said or _DIGITS[0]
