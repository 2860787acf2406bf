"""Numbers as people say them (数的说法): sums, shares, and digits read out one by one. Written anew here, so that it is no mirror of what reads it.

>>> chinese(2_000_000), chinese(360), chinese(105_000)
('二百万', '三百六十', '十万五千')
"""

from __future__ import annotations

from random import Random

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_TEN_THOUSAND = 10_000


def chinese(number: int) -> str:
    """A whole number below a hundred million in Chinese numerals."""
    if number >= _TEN_THOUSAND:
        rest = number % _TEN_THOUSAND
        gap = "零" if 0 < rest < _TEN_THOUSAND // 10 else ""
        return f"{chinese(number // _TEN_THOUSAND)}万{gap}{chinese(rest) if rest else ''}"
    text = ""
    for place, digit in enumerate(reversed(str(number))):
        text = (_DIGITS[int(digit)] + _UNITS[place] if digit != "0" else "零") + text
    while "零零" in text:
        text = text.replace("零零", "零")
    text = text.rstrip("零") or "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def sum_of(chance: Random, yuan: int) -> str:
    """A sum of money."""
    words = chinese(yuan)
    if words.startswith("二") and yuan >= 200 and words[1] in "百千万":
        words = chance.choice(("两", "二")) + words[1:] if words[1] != "万" else "两" + words[1:]
    ways = [f"{words}{chance.choice(('', '元', '块钱', '块'))}"]
    if yuan % _TEN_THOUSAND == 0:
        ways += [f"{yuan // _TEN_THOUSAND}万{chance.choice(('', '元', '块钱'))}"] * 2
    ways.append(f"{yuan}元")
    return chance.choice(ways)


def share_of(chance: Random, percent: int) -> str:
    """A share of a whole."""
    ways = [f"{percent}%", f"百分之{chinese(percent)}"]
    if percent % 10 == 0 and percent < 100:
        ways += [f"{_DIGITS[percent // 10]}成".replace("二成", "两成")] * 2
    if percent % 10 == 5 and percent > 20:
        ways.append(f"{_DIGITS[percent // 10]}成五")
    return chance.choice(ways)


def digits(chance: Random, number: str) -> str:
    """A number read out digit by digit, or in groups, or just written."""
    way = chance.random()
    if way < 0.5:
        return number
    if way < 0.75 and len(number) == 11:
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    one = chance.choice(("一", "幺"))
    return "".join("X" if each == "X" else one if each == "1" else _DIGITS[int(each)] for each in number)
