"""The measures of a chart (尺寸): how wide words are, where a number lies on a scale, which marks a scale has, which labels have room.

Widths are guesses from the kind of character, on the wide side; a picture has no way to ask the reader's font.

>>> wide("诉求", 10), [str(each) for each in ticks(Decimal(0), Decimal(87))]
(20.0, ['0', '25', '50', '75', '100'])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from unicodedata import east_asian_width

WIDTH = 360
"""A chart is as wide as a telephone, in its own units; a page shows it larger where there is room."""

SIZE, SMALL = 14, 12
"""The two sizes of its words."""

_NARROW, _CAPITAL = 0.58, 0.75
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MARKS = 4
_AIR = 4


@dataclass(frozen=True)
class Scale:
    """A straight scale: the number `low` lies at `start`, `high` at `end` (which may be the smaller one)."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal | int) -> float:
        """Where a number lies, to the hundredth."""
        if self.high == self.low:
            return self.start
        return round(self.start + float((value - self.low) / (self.high - self.low)) * (self.end - self.start), 2)


@dataclass(frozen=True)
class Placed:
    """A label with its middle; the number of its column."""

    column: int
    x: float
    words: str


def wide(words: str, size: int = SIZE) -> float:
    """How wide words are at a size."""
    return round(sum((_share(each) for each in words), start=0.0) * size, 2)


def fitted(words: str, room: float, size: int = SIZE) -> str:
    """The words, cut with … where they are wider than the room."""
    if wide(words, size) <= room:
        return words
    while words and wide(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def span(values: Sequence[Decimal | int]) -> tuple[Decimal, Decimal]:
    """The least and the greatest of the numbers and 0."""
    return Decimal(min(0, *values, 0)), Decimal(max(0, *values, 0))


def ticks(low: Decimal, high: Decimal, *, whole: bool = False) -> tuple[Decimal, ...]:
    """About four even marks from at or below the one to at or above the other, in steps of 1, 2, 2.5 or 5 with zeros; `whole`: whole numbers alone."""
    if low == high:
        return (low, low + 1)
    rough = (high - low) / _MARKS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(each * power for each in _STEPS if each * power >= rough)
    if whole and step != step.to_integral_value():
        step = Decimal(1) if step < 1 else step.to_integral_value(ROUND_CEILING)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    return tuple(_bare((first + number) * step) for number in range(int(last - first) + 1))


def thinned(labels: Sequence[str], middles: Sequence[float], left: float, right: float) -> tuple[Placed, ...]:
    """The labels below columns, each within the picture; every second, third … of them where all would touch each other."""
    for every in range(1, len(labels) + 1):
        found = [_placed(number, labels[number], middles[number], left, right) for number in range(0, len(labels), every)]
        if all(_end(one) + _AIR <= _begin(other) for one, other in pairwise(found)):
            return tuple(found)
    return ()


def apart(wanted: Sequence[float], room: float, top: float, bottom: float) -> tuple[float, ...]:
    """Heights as near as they can be to those wanted, none nearer than `room` to the next, between top and bottom where they fit."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    found, last = dict[int, float](), top - room
    for number in order:
        last = found[number] = max(wanted[number], last + room)
    last = bottom + room
    for number in reversed(order):
        last = found[number] = min(found[number], last - room)
    return tuple(found[number] for number in range(len(wanted)))


def _placed(column: int, words: str, middle: float, left: float, right: float) -> Placed:
    words = fitted(words, right - left, SMALL)
    half = wide(words, SMALL) / 2
    return Placed(column, round(min(max(middle, left + half), right - half), 2), words)


def _begin(each: Placed) -> float:
    return each.x - wide(each.words, SMALL) / 2


def _end(each: Placed) -> float:
    return each.x + wide(each.words, SMALL) / 2


def _bare(value: Decimal) -> Decimal:
    """Without zeros behind the point."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _share(character: str) -> float:
    if east_asian_width(character) in "WFA":
        return 1
    return _CAPITAL if character.isupper() or character in "%mw@" else _NARROW
