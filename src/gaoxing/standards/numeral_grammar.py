"""Reads one exact Chinese numeral (中文数字) at a given place: units, magnitudes, shortened endings, mixed Arabic figures.

The rule of speech: after a unit the next figure is one unit lower (一万二 = 12,000), unless 零 stands between (一万零二). Where neither holds
(一万五十), the numeral ends, and is `ambiguous` if nothing counted follows.

>>> exact("三百二十万零五千元", 0).value
Decimal('3205000')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import AFTER_ONE, COUNTED, FORMAL_DIGITS, MAGNITUDES, MEASURES, NO_SHARE, SHARE_SIGNS, SMALL_DIGITS, UNITS, ZEROS

ARABIC = expression(r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
POINT = expression(r"点([零〇一二三四五六七八九]+)(?=(?:个?[万亿]|千万)|[^十百千]|$)")
LARGEST_HEAD = 200_000
"""一万七千万 is 170 million; of 三百二十万五千万 nobody knows."""
SMALLER = expression("零?(?P<figure>[1-9一二两三四五六七八九])(?P<unit>[十百千])")
"""3千5百万: further places behind figures with a unit."""
A_LITTLE = expression("[差多早快有少高低大小了]一$")
ONE_YUAN = expression("一块(?:钱|[，。整]|$)")
TO_THE_TEN = expression("[万亿][零一二两三四五六七八九百千]*百[一二两三四五六七八九]十$")
"""So exact an amount goes on with its last figure."""
DOUBTFUL_COMMA = expression(r"[0-9]{1,3}，(?!000)[0-9]{3}")
MAGNITUDE = expression(r"个?([万萬亿億])(?:[亿億]|(?<=[万萬])[万萬])?|[Ww](?![A-Za-z])")


@dataclass(frozen=True)
class Figure:
    """An exact numeral: `value` of `text[start:end]`; `scaled` where 万 or 亿 was said; `unit` where any unit was."""

    end: int
    value: Decimal
    scaled: bool
    unit: bool
    ambiguous: bool = False


@dataclass(frozen=True)
class Section:
    """Up to four places (零 to 九千九百九十九): the exponent of its first and of its last figure; `round` where its last word is a unit."""

    end: int
    value: Decimal
    top: int
    low: int
    arabic: bool = False

    @property
    def has_unit(self) -> bool:
        """Whether 十, 百 or 千 was said."""
        return self.top > 0 and not self.arabic


def exact(text: str, at: int) -> Figure | None:
    """The longest numeral that begins at `at`, or None. Full-width figures must be half-width already."""
    section = read_section(text, at)
    if section is None:
        return None
    section = _with_point(text, section)
    total, end, floor, scaled = Decimal(0), section.end, 16, False
    doubtful = DOUBTFUL_COMMA.fullmatch(text[at : section.end]) is not None
    while True:
        power, after = read_magnitude(text, section.end)
        if power is None or power >= floor:
            total += section.value
            end, floor = section.end, section.low
            break
        total, end, floor, scaled = total + section.value * 10**power, after, min(power, 8), True
        if floor == 4 and (nested := _ten_thousands_of(text, end, total)):
            return nested
        following = _next_section(text, end, floor)
        if following is None:
            break
        section = following if following.arabic or read_magnitude(text, following.end)[0] else _with_point(text, following)
    shortened, end = _shortened(text, end, floor)
    return Figure(end, _plain(total + shortened), scaled, scaled or section.has_unit, doubtful or _runs_on(text, end, floor))


def _ten_thousands_of(text: str, at: int, total: Decimal) -> Figure | None:
    """一万七千八百四十五点一万, 两万零三百万: a figure above ten thousand that counts ten thousands."""
    zero = at < len(text) and text[at] in ZEROS
    section = read_section(text, at + zero) if text[at - 1] in "万萬" else None
    if section is None or section.arabic or not (zero or section.top == 3) or total > LARGEST_HEAD:
        return None
    section = _with_point(text, section)
    power, end = read_magnitude(text, section.end)
    return Figure(end, _plain((total + section.value) * 10**4), scaled=True, unit=True) if power == 4 else None


def _plain(value: Decimal) -> Decimal:
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def read_section(text: str, at: int) -> Section | None:
    """A section in Arabic figures, in small or in formal numerals."""
    if written := ARABIC.match(text, at):
        return _arabic_section(text, written)
    if at >= len(text) or (text[at] == "拾" and text[at + 1 : at + 2] not in FORMAL_DIGITS and text[at + 1 : at + 2] not in ("万", "亿", "元", "圆", "")):
        return None
    digits = FORMAL_DIGITS if _is_formal(text, at) else SMALL_DIGITS
    value, top, low, place, zero = 0, -1, 4, at, False
    while place < len(text):
        character = text[place]
        if character in ZEROS and 0 < low < 4 and not zero:
            zero, place = True, place + 1
            continue
        figure, exponent, width = _figure(text, place, digits)
        if figure is None or exponent >= low or not (top < 0 or zero or exponent == low - 1):
            break
        value, low, place, zero = value + figure * 10**exponent, exponent, place + width, False
        top = exponent if top < 0 else top
        if low == 0:
            break
    place -= zero
    return Section(place, Decimal(value), top, low) if top >= 0 else None


def read_magnitude(text: str, at: int) -> tuple[int | None, int]:
    """The exponent of 万, 亿, 万亿 (with 个 before it: 两个亿) at `at`, and where it ends."""
    found = MAGNITUDE.match(text, at)
    if found is None or (found[0] in "Ww" and (not at or text[at - 1] not in "0123456789十百千")):
        return None, at
    if found[0].startswith("个") and found[1] in "万萬" and text[found.end() : found.end() + 1] not in ("", "元", "块", "，", "。"):
        return None, at
    return sum(MAGNITUDES[character] for character in found[0] if character != "个"), found.end()


def _arabic_section(text: str, written: re.Match[str]) -> Section:
    value, end = Decimal(re.sub("[,，]", "", written[0])), written.end()
    unit = UNITS.get(text[end : end + 1])
    if unit is None or text[end + 1 : end + 2] == "分":
        whole = len(str(int(value))) - 1
        return Section(end, value, whole, 0, arabic=True)
    total, end, low = value * 10**unit, end + 1, unit
    while (step := SMALLER.match(text, end)) and UNITS[step["unit"]] < low:
        low, end = UNITS[step["unit"]], step.end()
        total += (int(step["figure"]) if step["figure"].isascii() else SMALL_DIGITS[step["figure"]]) * 10**low
    return Section(end, total, unit, low)


def _figure(text: str, place: int, digits: dict[str, int]) -> tuple[int | None, int, int]:
    """A digit with its unit, 十 alone (十五), or a digit alone: value, exponent, characters."""
    character, following = text[place], text[place + 1 : place + 2]
    if character in "十拾":
        return 1, 1, 1
    figure = digits.get(character)
    if figure is None or (figure == 0 and following in UNITS):
        return None, 0, 0
    if following in UNITS:
        return figure, UNITS[following], 2
    ends_a_word = character == "一" and following in AFTER_ONE and place and text[place - 1] in "十零" and not _one_yuan(text, place)
    shares = following in SMALL_DIGITS and text[place + 2 : place + 3] in ("开", "分") and place and text[place - 1] == "十"
    return (None, 0, 0) if ends_a_word or shares else (figure, 0, 1)


def _one_yuan(text: str, place: int) -> bool:
    """一块 that is money, not 'together': 五万零一块, 八十一块钱, …六千六百八十一块; not 三十一块做."""
    if not text.startswith("一块", place):
        return False
    return text[place - 1] == "零" or bool(ONE_YUAN.match(text, place) or TO_THE_TEN.search(text[:place]))


def _is_formal(text: str, at: int) -> bool:
    """陆 and 伍 are surnames: a formal digit counts only before a unit."""
    if text[at] == "拾":
        return True
    following = text[at + 1 : at + 2]
    ends = following == "" and (at == 0 or text[at - 1] in "零拾佰仟万亿")
    return text[at] in FORMAL_DIGITS and text[at] not in SMALL_DIGITS and (ends or (following != "" and following in "拾佰仟万亿萬億元圆角分"))


def _with_point(text: str, section: Section) -> Section:
    """一点五, 三十三点三三; 一点二千万 too. A time of day (三点五十) is left alone."""
    point = POINT.match(text, section.end) if not section.arabic else None
    if point is None or A_LITTLE.search(text[max(0, section.end - 2) : section.end]):
        return section
    value = section.value + Decimal("0." + "".join(str(SMALL_DIGITS[character]) for character in point[1]))
    end, unit = point.end(), UNITS.get(text[point.end() : point.end() + 1])
    if unit is not None:
        return Section(end + 1, value * 10**unit, unit, unit)
    return Section(end, value, section.top, -len(point[1]))


def _next_section(text: str, at: int, floor: int) -> Section | None:
    """The section after a magnitude: one unit lower (亿 → 千万), or after 零; None where another word begins."""
    zero = at < len(text) and text[at] in ZEROS
    section = read_section(text, at + zero)
    if section is None:
        return None
    power, _ = read_magnitude(text, section.end)
    if power is None and (pointed := _with_point(text, section)).end > section.end and read_magnitude(text, pointed.end)[0]:
        section, power = pointed, read_magnitude(text, pointed.end)[0]
    height = section.top + (power or 0)
    explicit = section.arabic and power is not None
    joined = zero or explicit or height == floor - 1
    lower = (power or 0) < floor and height < floor
    plain_digit = section.top == 0 and power is None and not zero
    digits_follow = section.low == 0 and text[section.end : section.end + 1] in SMALL_DIGITS
    dated = section.arabic and power is None and COUNTED.match(text, section.end) is not None
    return section if joined and lower and not plain_digit and not dated and not (zero and digits_follow) else None


def _shortened(text: str, at: int, floor: int) -> tuple[Decimal, int]:
    """The last figure without its unit (一万二, 两千五, 一亿五): its value and the numeral's end."""
    if floor < 2 or at >= len(text) or not at:
        return Decimal(0), at
    character = text[at]
    figure = int(character) if character in "123456789" else SMALL_DIGITS.get(character, 0)
    if not figure or character == "两" or _belongs_to_next(text, at):
        return Decimal(0), at
    return Decimal(figure) * 10 ** (floor - 1), at + 1


def _belongs_to_next(text: str, at: int) -> bool:
    """Whether the digit at `at` begins another word: a counted thing, a share, a run of digits."""
    character, following = text[at], text[at + 1 : at + 2]
    if following == "":
        return False
    if COUNTED.match(text, at + 1) or following in UNITS or following in MAGNITUDES or following in "%.点":
        return True
    if following in SHARE_SIGNS and text[at + 1 : at + 3] not in NO_SHARE:
        return True
    if character == "一" and following in AFTER_ONE:
        return text[at + 1 : at + 3] != "块钱"
    if following in SMALL_DIGITS or following == "幺":
        after = text[at + 2 : at + 3]
        own = after in UNITS or after in MAGNITUDES or after in MEASURES or (following == "一" and after in AFTER_ONE)
        return not own or after == "" or (SMALL_DIGITS.get(following, 0) == SMALL_DIGITS.get(character, 9) + 1 and after in UNITS)
    return following.isascii() and following.isalnum()


def _runs_on(text: str, end: int, floor: int) -> bool:
    """一万五十: another figure with a unit stands right behind, and nothing says that it counts something else."""
    if floor < 2:
        return False
    zero = floor == 4 and text[end : end + 1] in tuple(ZEROS)
    rest = read_section(text, end + zero)
    if rest is None or (zero and text[rest.end : rest.end + 1] not in tuple("万萬")) or rest.top < 1 or rest.top >= floor:
        return False
    after = text[rest.end : rest.end + 1]
    if floor == 4 and (zero or rest.top == 3) and after in tuple("万萬"):
        return True
    return after not in MAGNITUDES and (after in "元块圆" or after not in MEASURES)
