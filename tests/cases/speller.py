"""Values put into spoken words: this test's own writers of figures, which take nothing from the house. Each draws from the random source it is given."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

FIGURES = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
LARGE = ((10**8, "亿"), (10**4, "万"), (1, ""))


def group(count: int) -> str:
    """A number below ten thousand, every unit said: 一千零五, 一十五."""
    words, gap = "", False
    for size, unit in PLACES:
        figure = count // size % 10
        if figure:
            words += ("零" if gap and words else "") + FIGURES[figure] + unit
            gap = False
        else:
            gap = True
    return words


def spelt(count: int) -> str:
    """A whole number in full: 三千万零五百."""
    words, before = "", count
    for size, unit in LARGE:
        part = count // size % 10_000
        if part:
            gap = words and (part < 1000 or before % 10 == 0)
            words += ("零" if gap else "") + group(part) + unit
        before = part or 10
    return words


def smoothed(words: str, draw: Random) -> str:
    """As people say it: 十五 for 一十五, 两百 and 两千 and 两万 where a coin says so."""
    words = words[1:] if words.startswith("一十") else words
    return re.sub("(?<!十)二(?=[百千万亿])", lambda _: draw.choice("二两两"), words)


def shortened(count: int) -> str | None:
    """一万二千 → 一万二, 一亿五千万 → 一亿五, 三千五百 → 三千五; None where the figure has no such form."""
    words = spelt(count)
    for unit, low in (("亿", "千万"), ("万", "千"), ("千", "百")):
        if words.endswith(low) and words[: -len(low)][-2:-1] == unit:
            return words[: -len(low)]
    return None


def pointed(value: Decimal) -> str:
    """十五点二三: a decimal read out."""
    whole, _, rest = format(value.normalize(), "f").partition(".")
    said = (spelt(int(whole)) if int(whole) else "零") + ("点" + "".join(FIGURES[int(each)] for each in rest) if rest else "")
    return said[1:] if said.startswith("一十") else said


def digits(code: str, draw: Random, *, one: str | None = None) -> str:
    """Figures one by one: 幺 or 一 for 1 throughout, runs of zeros counted now and then, X as 叉."""
    one = one or draw.choice("幺一")
    words, place = "", 0
    while place < len(code):
        run = len(code[place:]) - len(code[place:].lstrip(code[place]))
        if run in (3, 4) and code[place].isdigit() and draw.random() < 0.5:
            words += f"{FIGURES[run]}个{one if code[place] == '1' else FIGURES[int(code[place])]}"
            place += run
            continue
        words += figure(code[place], one, draw)
        place += 1
    return words


def plain_digits(code: str) -> str:
    """Figures one by one, every one said: 三零幺."""
    return "".join(FIGURES[int(each)] if each != "1" else "幺" for each in code)


def figure(character: str, one: str, draw: Random) -> str:
    if character == "1":
        return one
    if character == "X":
        return draw.choice(("X", "叉", "x"))
    return FIGURES[int(character)] if character.isdigit() else character


def grouped(code: str, sizes: tuple[int, ...], draw: Random, gap: str) -> str:
    """The figures in groups with a gap between them."""
    parts: list[str] = []
    place, one = 0, draw.choice("幺一")
    for size in (*sizes, len(code)):
        part = code[place : place + size]
        place += size
        if part:
            parts.append(digits(part, draw, one=one))
    return gap.join(parts)


def birthday(year: int, month: int, day: int, draw: Random) -> str:
    """一九八六年三月四号, 一九八六年零三月零四日."""
    spoken_year = "".join(FIGURES[int(each)] for each in str(year))
    return f"{spoken_year}年{_counted(month)}月{_counted(day)}{draw.choice('号日')}"


def year(count: int, draw: Random) -> str:
    """二零二九年, 2029年, 二九年, 两千零二十九年."""
    spoken = "".join(FIGURES[int(each)] for each in str(count))
    return draw.choice((spoken, spoken.replace("零", "〇"), str(count), spoken)) + "年"


def _counted(count: int) -> str:
    words = group(count)
    return words[1:] if words.startswith("一十") else words


def counted(count: int) -> str:
    """十二, 三十一, 一百零五: a counting number as said."""
    return _counted(count) if count < 10_000 else spelt(count)


def check_digit(seventeen: str) -> str:
    """The eighteenth figure of an identity number (GB 11643)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(weight * int(figure) for weight, figure in zip(weights, seventeen, strict=True)) % 11]
