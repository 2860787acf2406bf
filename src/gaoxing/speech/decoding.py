"""Sounds to characters (音字转换): the cheapest words over a lattice of heard syllables, near sounds included, and the runners-up.

The cost of a reading is what its words cost in the lexicon and how far they are from what was heard; the surer the recogniser was of a syllable, the
dearer another one. Everything heard is written: a syllable that no word has stands as its letters.

>>> from gaoxing.speech.syllable import parse
>>> heard = [Sound(parse(each)) for each in "kun1 san1 si4".split()]
>>> decode(heard, Lexicon.general().above({"昆山市": 6.0}))[0].text
'昆山市'
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gaoxing.speech.confusion import segmental, tonal
from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import LONGEST, Layer, Lexicon, Word
from gaoxing.speech.syllable import Syllable

SURE, HALF_SURE = 6.5, 2.5
"""Weight of a sound's distance where the recogniser was sure of it, and where it was not: the likelihood in between decides. Set on one half of the clips."""

NEAR = 2.4
"""Sounds farther apart than this are never taken for each other."""

FARTHEST = 8.0
"""The weighted distance that a word's sounds may be off altogether."""

UNKNOWN = 20.0
"""What a syllable costs that no word has."""

WIDTH = 24
"""Words that are followed up from a place, for each length."""

DIGITS: Mapping[str, float] = dict.fromkeys("零一二三四五六七八九幺", 2.5) | {"两": 4.0, "叉": 4.0}
"""What digits cost while a number is asked."""

NUMERALS: Mapping[str, float] = dict.fromkeys("零一二三四五六七八九十百千万亿两点", 4.5)
"""What numerals cost while an amount is asked."""

SLOTS: Mapping[Expected, Mapping[str, float]] = {Expected.DIGITS: DIGITS, Expected.AMOUNT: NUMERALS}

BESIDE = 3.0
"""What any other word costs more while digits are asked."""

_LAST = "\U0010ffff"


@dataclass(frozen=True)
class Sound:
    """A syllable as heard: how sure the recogniser was (a probability), when it began and ended, in seconds."""

    syllable: Syllable
    probability: float = 1.0
    start: float = 0.0
    end: float = 0.0

    @property
    def weight(self) -> float:
        """What a distance from it is multiplied by."""
        return HALF_SURE + (SURE - HALF_SURE) * self.probability


@dataclass(frozen=True)
class Reading:
    """A way to write what was heard: the text, its cost, and for each word the past-the-end places in text and sounds."""

    text: str
    cost: float
    words: tuple[tuple[int, int], ...] = ()


def decode(sounds: Sequence[Sound], lexicon: Lexicon, *, expected: Expected = Expected.ANYTHING, best: int = 5) -> tuple[Reading, ...]:
    """The `best` readings, cheapest first, no text twice. `expected` makes the words of that slot cheaper."""
    reached: list[list[Reading]] = [[] for _ in range(len(sounds) + 1)]
    reached[0] = [Reading("", 0.0)]
    for place, sound in enumerate(sounds):
        reached[place] = _cheapest(reached[place], best)
        window = tuple(sounds[place : place + LONGEST])
        for size, text, cost in (*_words(window, lexicon, expected), (1, _letters(sound.syllable), _unknown(sound.syllable))):
            reached[place + size].extend(_longer(each, text, cost, place + size) for each in reached[place])
    return tuple(_cheapest(reached[-1], best))


@lru_cache(maxsize=4_096)
def _words(sounds: tuple[Sound, ...], lexicon: Lexicon, expected: Expected) -> tuple[tuple[int, str, float], ...]:
    """Size, text and cost of the words that these sounds may begin with, for each size the cheapest. Kept: while one speaks, what was said stays."""
    found: dict[int, list[tuple[float, str]]] = {}
    for layer in lexicon.layers:
        for size, word, far in _spans(sounds, layer, lexicon):
            found.setdefault(size, []).append((far + _cost(word, lexicon, expected), word.text))
    return tuple((size, text, cost) for size, words in found.items() for cost, text in heapq.nsmallest(WIDTH, words))


def _spans(sounds: Sequence[Sound], layer: Layer, lexicon: Lexicon) -> Iterator[tuple[int, Word, float]]:
    """Words of a layer whose syllables are near to what was heard first."""
    opened = [("", 0, 0.0, 0, len(layer.keys))]
    while opened:
        key, at, far, low, high = opened.pop()
        if key:
            yield from _spoken(sounds[:at], layer, key, far, low)
        if at == len(sounds) or sounds[at].syllable.is_letter:
            continue
        heard = sounds[at]
        for base, apart in _near(heard.syllable.initial, heard.syllable.final, lexicon.syllables):
            cost = far + apart * heard.weight
            if cost > FARTHEST:
                break
            longer = f"{key}{base}."
            first = bisect_left(layer.keys, longer, low, high)
            if first < high and layer.keys[first].startswith(longer):
                opened.append((longer, at + 1, cost, first, bisect_left(layer.keys, longer + _LAST, first, high)))


def _spoken(sounds: Sequence[Sound], layer: Layer, key: str, far: float, low: int) -> Iterator[tuple[int, Word, float]]:
    """The words of exactly this key, their tones weighed."""
    high = low
    while high < len(layer.keys) and layer.keys[high] == key:
        high += 1
    for row in layer.rows[low:high]:
        word = _word(row)
        off = sum(tonal(sound.syllable.tone, tone) * sound.weight for sound, tone in zip(sounds, word.tones, strict=True))
        yield len(sounds), word, far + off


def _cost(word: Word, lexicon: Lexicon, expected: Expected) -> float:
    """What the word costs here; beside digits other words are dear while digits are asked."""
    usual = word.cost + (BESIDE if expected is Expected.DIGITS else 0.0)
    return min(usual, SLOTS.get(expected, {}).get(word.text, usual), lexicon.slots.get(expected, {}).get(word.text, usual))


def _letters(syllable: Syllable) -> str:
    return syllable.initial if syllable.is_letter else syllable.marked


def _unknown(syllable: Syllable) -> float:
    return 0.0 if syllable.is_letter else UNKNOWN


def _longer(reading: Reading, text: str, cost: float, end: int) -> Reading:
    written = reading.text + text
    return Reading(written, reading.cost + cost, (*reading.words, (len(written), end)))


def _cheapest(readings: Sequence[Reading], best: int) -> list[Reading]:
    """The cheapest, no text twice."""
    found: dict[str, Reading] = {}
    for each in sorted(readings, key=lambda each: each.cost):
        if len(found) == best:
            break
        found.setdefault(each.text, each)
    return list(found.values())


@lru_cache(maxsize=200_000)
def _word(row: str) -> Word:
    _, tones, text, cost = row.split("\t")
    return Word(text, tuple(map(int, tones)), float(cost))


@lru_cache(maxsize=2_000)
def _near(initial: str, final: str, syllables: tuple[Syllable, ...]) -> tuple[tuple[str, float], ...]:
    """Syllables that may have been meant, the nearest first."""
    apart = ((each.base, segmental(initial, final, each.initial, each.final)) for each in syllables)
    return tuple(sorted((each for each in apart if each[1] <= NEAR), key=lambda each: each[1]))
