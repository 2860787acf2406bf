"""Writes numbers as Chinese numerals (中文数字): small ones for speech, formal ones (大写) for papers.

>>> write(1050000), write_formal(1200000), write(Decimal("1.5"))
('一百零五万', '壹佰贰拾万', '一点五')
"""

from __future__ import annotations

from decimal import Decimal

SMALL = "零一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
LARGEST = Decimal(10) ** 12


def write(value: Decimal | int) -> str:
    """Small numerals: 一百零五万. Raises ValueError below 0 and from 10^12 on."""
    words = _written(Decimal(value), SMALL, ("", "十", "百", "千"))
    return words[1:] if words.startswith("一十") else words


def write_formal(value: Decimal | int) -> str:
    """Formal numerals without 元: 壹佰零伍万. Raises ValueError below 0 and from 10^12 on."""
    return _written(Decimal(value), FORMAL, ("", "拾", "佰", "仟"))


def digits(text: str) -> str:
    """Arabic digits one by one: 2029 → 二零二九."""
    return "".join(SMALL[int(character)] for character in text)


def _written(value: Decimal, figures: str, units: tuple[str, ...]) -> str:
    if not 0 <= value < LARGEST:
        raise ValueError(f"{value} 不在可写的范围内（0 至一万亿以下）")
    whole, _, fraction = f"{value:f}".partition(".")
    fraction = fraction.rstrip("0")
    words = _whole(int(whole), figures, units) or figures[0]
    return words + ("点" + "".join(figures[int(figure)] for figure in fraction) if fraction else "")


def _whole(value: int, figures: str, units: tuple[str, ...]) -> str:
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if value >= size:
            high, low = divmod(value, size)
            gap = figures[0] if 0 < low < size // 10 else ""
            return _whole(high, figures, units) + name + gap + _whole(low, figures, units)
    return _section(value, figures, units)


def _section(value: int, figures: str, units: tuple[str, ...]) -> str:
    words, zero = "", False
    for exponent in (3, 2, 1, 0):
        figure = value // 10**exponent % 10
        if figure == 0:
            zero = bool(words)
            continue
        words += (figures[0] if zero else "") + figures[figure] + units[exponent]
        zero = False
    return words
