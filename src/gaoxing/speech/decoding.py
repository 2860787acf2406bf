"""Sounds to characters (音字转换): the cheapest words over a lattice of heard syllables, near sounds included, and the runners-up.

The cost of a reading is what its words cost in the lexicon and how far they are from what was heard; the surer the recogniser was of a syllable, the
dearer another one. Everything heard is written: a syllable that no word has stands as its letters.

>>> from gaoxing.speech.syllable import parse
>>> heard = [Sound(parse(each), 0.6) for each in "kun1 san1 shi4".split()]
>>> decode(heard, Lexicon.general().above({"昆山市": 6.0}))[0].text
'昆山市'
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from gaoxing.speech.confusion import segmental, tonal
from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import LONGEST, Layer, Lexicon, Word
from gaoxing.speech.syllable import Syllable, parse

SURE, HALF_SURE = 8.0, 3.0
"""Weight of a sound's distance where the recogniser was sure of it, and where it was not: the likelihood in between decides. Set on one half of the clips."""

NEAR = 2.4
"""Sounds farther apart than this are never taken for each other."""

FARTHEST = 11.0
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

CUE = 2.0
"""What a character costs where it spells one of the word before, however common it is: 莲花的莲."""

BESIDE = 3.0
"""What any other word costs more while digits are asked."""

_LAST = "\U0010ffff"


@dataclass(frozen=True)
class Sound:
    """A syllable as heard: how sure the recogniser was (a probability), when it began and ended, in seconds.

    `others` are what was heard here, this one included, with their costs, where it was heard in several ways (speech/hearings.py); `skipped` is what it
    costs to write nothing for it.
    """

    syllable: Syllable
    probability: float = 1.0
    start: float = 0.0
    end: float = 0.0
    others: tuple[tuple[Sound, float], ...] = ()
    skipped: float = math.inf

    @property
    def weight(self) -> float:
        """What a distance from it is multiplied by."""
        return HALF_SURE + (SURE - HALF_SURE) * self.probability

    def off(self, base: str, tone: int) -> float:
        """How far this syllable and tone are from what was heard, weighed; the cheapest of the ways it was heard."""
        return min(cost + each.weight * (_parted(each.syllable, base) + tonal(each.syllable.tone, tone)) for each, cost in self.others or ((self, 0.0),))


@dataclass(frozen=True)
class Reading:
    """A way to write what was heard: the text, its cost, and for each word the past-the-end places in text and sounds."""

    text: str
    cost: float
    words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Span:
    """The words that some sounds may be, all of one length: `plain` are cost and text, cheapest first; `others` text to distance and cost."""

    size: int
    plain: tuple[tuple[float, str], ...]
    others: Mapping[str, tuple[float, float]]


class Shelf:
    """The cheapest readings up to a place, no text twice."""

    def __init__(self, best: int) -> None:
        """An empty shelf for so many."""
        self.best = best
        self.readings: list[Reading] = []

    def takes(self, cost: float) -> bool:
        """Whether a reading of this cost would stay."""
        return len(self.readings) < self.best or cost < self.readings[-1].cost

    def put(self, before: Reading, text: str, cost: float, end: int) -> None:
        """A reading grown by a word."""
        written = before.text + text
        same = next((place for place, each in enumerate(self.readings) if each.text == written), None)
        if same is not None:
            if self.readings[same].cost <= cost:
                return
            del self.readings[same]
        insort(self.readings, Reading(written, cost, (*before.words, (len(written), end))), key=lambda each: each.cost)
        del self.readings[self.best :]


def decode(sounds: Sequence[Sound], lexicon: Lexicon, *, expected: Expected = Expected.ANYTHING, best: int = 5) -> tuple[Reading, ...]:
    """The `best` readings, cheapest first, no text twice. `expected` makes the words of that slot cheaper."""
    reached = [Shelf(best) for _ in range(len(sounds) + 1)]
    reached[0].readings.append(Reading("", 0.0))
    for place, sound in enumerate(sounds):
        letters, unknown = _letters(sound.syllable), _unknown(sound.syllable)
        for reading in reached[place].readings if sound.skipped < math.inf else ():
            if reached[place + 1].takes(reading.cost + sound.skipped):
                reached[place + 1].put(reading, "", reading.cost + sound.skipped, place + 1)
        spans = _words(tuple(sounds[place : place + LONGEST]), lexicon, expected)
        for reading in reached[place].readings:
            if reached[place + 1].takes(reading.cost + unknown):
                reached[place + 1].put(reading, letters, reading.cost + unknown, place + 1)
            for span in spans:
                _grow(reading, span, reached[place + span.size], lexicon, place + span.size)
    return tuple(reached[-1].readings)


def _grow(reading: Reading, span: Span, shelf: Shelf, lexicon: Lexicon, end: int) -> None:
    """Put the reading with each word of the span behind it on the shelf, as far as it stays there."""
    for cost, text in span.plain:
        if not shelf.takes(reading.cost + cost):
            break
        shelf.put(reading, text, reading.cost + cost, end)
    for text, cost in _led(reading.text, span, lexicon):
        if shelf.takes(reading.cost + cost):
            shelf.put(reading, text, reading.cost + cost, end)


def _led(before: str, span: Span, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """The words that are likelier behind this text, and what they cost there."""
    for likelier in lexicon.here(before):
        yield from ((text, far + likelier[text]) for text, (far, _) in span.others.items() if text in likelier)
    if span.size == 1 and before[-1:] == "的":
        spelt = ((text, span.others[text]) for text in before[-4:-1] if text in span.others)
        yield from ((text, far + CUE) for text, (far, _) in spelt)


def _words(sounds: tuple[Sound, ...], lexicon: Lexicon, expected: Expected) -> Iterator[Span]:
    """What these sounds may begin with, for each length."""
    for size in range(1, len(sounds) + 1):
        if not any(_begun(sounds[:size], layer, lexicon) for layer in range(len(lexicon.layers))):
            return
        yield _span(sounds[:size], lexicon, expected)


@lru_cache(maxsize=16_384)
def _span(sounds: tuple[Sound, ...], lexicon: Lexicon, expected: Expected) -> Span:
    """The words that these sounds may be. Kept: while one speaks, what was said stays."""
    words: dict[str, tuple[float, float]] = {}
    for number, layer in enumerate(lexicon.layers):
        for key, off, low, _ in _begun(sounds, number, lexicon):
            for word, far in _spoken(sounds, layer, key, off, low):
                cost = _cost(word, lexicon, expected)
                if word.text not in words or far + cost < sum(words[word.text]):
                    words[word.text] = far, cost
    cheapest = heapq.nsmallest(WIDTH, ((far + cost, text) for text, (far, cost) in words.items()))
    return Span(len(sounds), tuple(cheapest), {text: costs for text, costs in words.items() if len(sounds) == 1 or text in lexicon.led})


@lru_cache(maxsize=32_768)
def _begun(sounds: tuple[Sound, ...], number: int, lexicon: Lexicon) -> tuple[tuple[str, float, int, int], ...]:
    """Beginnings of a layer's keys that are near to all these sounds: the beginning, its distance, and which keys begin so."""
    layer, heard = lexicon.layers[number], sounds[-1]
    if heard.syllable.is_letter:
        return ()
    before = _begun(sounds[:-1], number, lexicon) if len(sounds) > 1 else (("", 0.0, 0, len(layer.keys)),)
    near = _meant(heard, lexicon.syllables)
    return tuple(each for begun in before for each in _longer(begun, near, layer))


def _longer(begun: tuple[str, float, int, int], near: Sequence[tuple[str, float]], layer: Layer) -> Iterator[tuple[str, float, int, int]]:
    """A beginning grown by one syllable."""
    key, far, low, high = begun
    for base, apart in near:
        if far + apart > FARTHEST:
            return
        longer = f"{key}{base}."
        first = bisect_left(layer.keys, longer, low, high)
        if first < high and layer.keys[first].startswith(longer):
            yield longer, far + apart, first, bisect_left(layer.keys, longer + _LAST, first, high)


def _spoken(sounds: Sequence[Sound], layer: Layer, key: str, far: float, low: int) -> Iterator[tuple[Word, float]]:
    """The words of exactly this key, their tones weighed."""
    high = low
    while high < len(layer.keys) and layer.keys[high] == key:
        high += 1
    several = [sound.others for sound in sounds if sound.others]
    bases = key.split(".")
    for row in layer.rows[low:high]:
        word = _word(row)
        if several:
            yield word, sum(sound.off(base, tone) for sound, base, tone in zip(sounds, bases, word.tones, strict=False))
        else:
            yield word, far + sum(tonal(sound.syllable.tone, tone) * sound.weight for sound, tone in zip(sounds, word.tones, strict=True))


def _cost(word: Word, lexicon: Lexicon, expected: Expected) -> float:
    """What the word costs here; beside digits other words are dear while digits are asked."""
    usual = word.cost + (BESIDE if expected is Expected.DIGITS else 0.0)
    return min(usual, SLOTS.get(expected, {}).get(word.text, usual), lexicon.slots.get(expected, {}).get(word.text, usual))


def _letters(syllable: Syllable) -> str:
    return syllable.initial if syllable.is_letter else syllable.marked


def _unknown(syllable: Syllable) -> float:
    return 0.0 if syllable.is_letter else UNKNOWN


@lru_cache(maxsize=200_000)
def _word(row: str) -> Word:
    _, tones, text, cost = row.split("\t")
    return Word(text, tuple(map(int, tones)), float(cost))


@lru_cache(maxsize=2_000)
def _meant(heard: Sound, syllables: tuple[Syllable, ...]) -> tuple[tuple[str, float], ...]:
    """Syllables that may have been meant, and how far each is from what was heard, weighed; the nearest first."""
    found: dict[str, float] = {}
    for each, cost in heard.others or ((heard, 0.0),):
        for base, apart in _near(each.syllable.initial, each.syllable.final, syllables):
            found[base] = min(found.get(base, math.inf), cost + apart * each.weight)
    return tuple(sorted(found.items(), key=lambda each: each[1]))


@cache
def _parted(heard: Syllable, base: str) -> float:
    """How far initial and final are from those of a syllable that is spelt so."""
    meant = parse(base)
    return segmental(heard.initial, heard.final, meant.initial, meant.final)


@lru_cache(maxsize=2_000)
def _near(initial: str, final: str, syllables: tuple[Syllable, ...]) -> tuple[tuple[str, float], ...]:
    """Syllables that may have been meant, the nearest first."""
    apart = ((each.base, segmental(initial, final, each.initial, each.final)) for each in syllables)
    return tuple(sorted((each for each in apart if each[1] <= NEAR), key=lambda each: each[1]))
