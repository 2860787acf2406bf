"""The words that speech may consist of (词表): how each sounds and how much it costs to say it, the common ones less. Handed in, never fetched.

The general table words.tsv.gz is made by tools/build_speech_lexicon.py; a matter's own words are laid above it.

>>> lexicon = Lexicon.general().above({"昆山市": 6.0})
>>> lexicon.spell("昆山市")
(Syllable(initial='k', final='un', tone=1), Syllable(initial='sh', final='an', tone=1), Syllable(initial='sh', final='i', tone=4))
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from gaoxing.speech.expected import Expected
from gaoxing.speech.syllable import Syllable, parse

TABLE = Path(__file__).with_name("words.tsv.gz")
LONGEST = 9
"""Characters of the longest word that is looked up."""

LONGEST_LEAD = 5
"""Characters of the longest text behind which words are likelier."""


@dataclass(frozen=True)
class Word:
    """A word (词): its characters, how they are read, and its cost (minus the natural logarithm of its probability)."""

    text: str
    tones: tuple[int, ...]
    cost: float


@dataclass(frozen=True, eq=False)
class Layer:
    """Readings sorted by their syllables: `keys` such as `gong.si.`, and beside each its row, tab-separated."""

    keys: Sequence[str]
    rows: Sequence[str]

    @cached_property
    def readings(self) -> Mapping[str, tuple[float, str]]:
        """Word to its cheapest reading: the cost, and toned syllables with a blank between. Made once for all lexicons that share the layer."""
        found: dict[str, tuple[float, str]] = {}
        for row in self.rows:
            key, tones, text, cost = row.split("\t")
            if text not in found or float(cost) < found[text][0]:
                found[text] = (float(cost), " ".join(f"{base}{tone}" for base, tone in zip(key.split("."), tones, strict=False)))
        return found


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Layers of words, the general one first; words that are commoner in some slots."""

    layers: tuple[Layer, ...]
    slots: Mapping[Expected, Mapping[str, float]] = field(default_factory=dict)
    """What words cost while an answer of that kind is awaited."""

    behind: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """What words cost right behind a text that ends so: a surname behind 我叫."""

    @classmethod
    def general(cls) -> Lexicon:
        """The general table. Raises OSError where it is missing."""
        return cls((_general(),))

    def above(self, words: Mapping[str, float]) -> Lexicon:
        """The lexicon with words and their costs laid above; one that cannot be spelt is left out."""
        spelt = ((text, cost, self.spell(text)) for text, cost in words.items() if len(text) <= LONGEST)
        rows = sorted(_row(text, cost, syllables) for text, cost, syllables in spelt if syllables)
        return replace(self, layers=(*self.layers, _layer(rows)))

    def awaiting(self, expected: Expected, words: Mapping[str, float]) -> Lexicon:
        """The lexicon in which words cost this while an answer of that kind is awaited; they must be words of a layer."""
        return replace(self, slots={**self.slots, expected: {**self.slots.get(expected, {}), **words}})

    def following(self, leads: Iterable[str], words: Mapping[str, float]) -> Lexicon:
        """The lexicon in which words cost this right behind each of the leads (of at most LONGEST_LEAD characters); they must be words of a layer."""
        return replace(self, behind={**self.behind, **{lead: {**self.behind.get(lead, {}), **words} for lead in leads}})

    def here(self, text: str) -> tuple[Mapping[str, float], ...]:
        """What words cost behind this text, for each lead it ends with."""
        ends = (text[-size:] for size in range(1, min(LONGEST_LEAD, len(text)) + 1))
        return tuple(self.behind[each] for each in ends if each in self.behind)

    def knows(self, text: str) -> bool:
        """Whether this is a word of some layer."""
        return any(text in layer.readings for layer in self.layers)

    @cached_property
    def led(self) -> frozenset[str]:
        """Every word that is likelier somewhere than elsewhere."""
        return frozenset(word for words in (*self.behind.values(), *self.slots.values()) for word in words)

    def spell(self, text: str) -> tuple[Syllable, ...]:
        """How a text is read, by its longest known words; empty where a character is unknown."""
        found: list[Syllable] = []
        at = 0
        while at < len(text):
            size = next((size for size in range(min(LONGEST, len(text) - at), 0, -1) if self.knows(text[at : at + size])), 0)
            if not size:
                return ()
            found.extend(parse(each) for each in self._reading(text[at : at + size]).split(" "))
            at += size
        return tuple(found)

    @cached_property
    def syllables(self) -> tuple[Syllable, ...]:
        """Every syllable that the lexicon has, without its tone (neutral)."""
        bases = {base for layer in self.layers for key in layer.keys for base in key.split(".")[:-1]}
        return tuple(parse(base) for base in sorted(bases))

    def _reading(self, word: str) -> str:
        """The cheapest reading of a word of some layer, of the lowest layer where several cost the same."""
        return min((layer.readings[word] for layer in self.layers if word in layer.readings), key=lambda each: each[0])[1]


def _row(text: str, cost: float, syllables: Iterable[Syllable]) -> str:
    given = tuple(syllables)
    return "\t".join(("".join(f"{each.base}." for each in given), "".join(str(each.tone) for each in given), text, f"{cost:.2f}"))


def _layer(rows: Sequence[str]) -> Layer:
    return Layer([row[: row.index("\t")] for row in rows], rows)


@cache
def _general() -> Layer:
    with gzip.open(TABLE, "rt", encoding="utf-8") as file:
        return _layer(file.read().splitlines())
