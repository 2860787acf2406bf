"""Search of the business scope (经营范围检索) as one types: by characters, plain words, full pinyin or its initials, or both mixed (模具zz).

Every hit says why it was found. Where nothing holds the words, the nearest wordings are given and said to be that.

>>> day = date(2026, 11, 24)
>>> [each.item.name for each in search("mjzz", day)][:1], [each.item.name for each in search("模具zhizao", day)][:1]
(['模具制造'], ['模具制造'])
>>> search("开饭店", day)[0].reason
'说“开饭店”，就是这一项'
>>> search("模具制照", day)[0].near
True
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from gaoxing.facts.scope_index import Entry, entries, syllables
from gaoxing.standards import business_scope
from gaoxing.standards.business_scope import Item

LONGEST = 120
"""Characters of a search that are looked at."""
MOST = 20
_FALLBACK = 3
"""Nearest wordings that are offered where nothing holds the words."""
_ALIKE = 0.5
"""Share of pairs of characters in common from which a wording counts as near."""
_LETTER, _TOKEN, _MARKS = "[a-z]", "[^a-z \n（）、，.]", "(?: [（）、，.])*"
"""In the laid text: a letter of a sound, a character, and the marks that nobody types."""
_EXCLUDING = ("不含", "限", "仅", "除")


@dataclass(frozen=True)
class Hit:
    """An item that a search found: `reason` says in a sentence why; `near` where nothing held the words and it is only the nearest."""

    item: Item
    reason: str
    near: bool = False

    def to_json(self) -> dict[str, Any]:
        """Name, code, whether licensed, approval, licence, reason and `near`."""
        each = self.item
        told = {"item": each.name, "code": each.code, "licensed": each.licensed, "approval": each.approval, "licence": each.permit}
        return {**told, "reason": self.reason, "near": self.near}


@dataclass(frozen=True)
class _Text:
    """All entries as one text to search in: a line an entry, each character followed by its sound; `starts` are the lines' places."""

    text: str
    starts: tuple[int, ...]


def search(query: str, on: date, most: int = MOST) -> tuple[Hit, ...]:
    """The items that the words lead to on that day, the best first, at most `most`. Words parted by blanks must all lead to an item."""
    terms = _terms(query)
    if not terms:
        return ()
    found = _ranked(terms)
    offered = {each.name: each for each in business_scope.items(on)}
    hits = [Hit(offered[name], _reason(query.strip(), entry)) for name, entry in found if name in offered][:most]
    return tuple(hits) or tuple(Hit(offered[name], "没有完全对得上的，这一项写法最接近", near=True) for name in nearest("".join(terms), on))


def nearest(words: str, on: date, most: int = _FALLBACK) -> tuple[str, ...]:
    """The wordings offered on that day that have most pairs of characters in common with the words; empty where none is near."""
    mine = _pairs(words)
    if not mine:
        return ()
    rated = [
        (_likeness(mine, _pairs(bare)), -abs(len(bare) - len(words)), each.name) for each in business_scope.items(on) if (bare := each.name.split("（")[0])
    ]
    near = sorted((each for each in rated if each[0] >= _ALIKE), key=lambda each: (-each[0], -each[1]))
    return tuple(name for _, _, name in near[:most])


@lru_cache(maxsize=512)
def _ranked(terms: tuple[str, ...]) -> tuple[tuple[str, Entry], ...]:
    """Items that every term leads to, with the entry that told best."""
    found: dict[str, tuple[tuple[int, ...], Entry]] = {}
    for number, term in enumerate(terms):
        rated = _rated(term)
        found = rated if not number else {name: min(both, rated[name], key=_weight) for name, both in found.items() if name in rated}
    return tuple((name, entry) for name, (_, entry) in sorted(found.items(), key=lambda each: _weight(each[1])))


def _weight(rated: tuple[tuple[int, ...], Entry]) -> tuple[int, ...]:
    return rated[0]


def _rated(term: str) -> dict[str, tuple[tuple[int, ...], Entry]]:
    """Item to its best entry for one term: whole before beginning before within, official wordings before plain words, short ones first."""
    best: dict[str, tuple[tuple[int, ...], Entry]] = {}
    for number, at, end in _places(term):
        entry = entries()[number]
        weight = (_grade(entry, at, end, spelt=term.isascii()), len(entry.words.split("（")[0]), len(entry.words), number)
        if entry.item not in best or weight < best[entry.item][0]:
            best[entry.item] = (weight, entry)
    return best


def _grade(entry: Entry, at: int, end: int, *, spelt: bool) -> int:
    """How well an entry answers, 0 best: whole before beginning before within; letters tell less of what people say; last what a bracket excludes."""
    bare = entry.words.split("（")[0]
    if at >= len(bare) and any(each in entry.words[len(bare) :] for each in _EXCLUDING):
        return 7
    if at == 0 and end >= len(bare):
        return 0 if entry.official else 3 if spelt else 1
    return (2 if entry.official else 4) if at == 0 else (5 if entry.official else 6)


def _places(term: str) -> Iterable[tuple[int, int, int]]:
    """Every entry that holds the term, by number, with the places of the characters where it begins and ends."""
    laid = _laid()
    seen: set[int] = set()
    for match in _pattern(term).finditer(laid.text):
        number = bisect_right(laid.starts, match.start()) - 1
        if number not in seen:
            seen.add(number)
            at = laid.text.count(" ", laid.starts[number], match.start())
            yield number, at, at + match.group().count(" ") + 1


@lru_cache(maxsize=512)
def _pattern(term: str) -> re.Pattern[str]:
    """The term as a pattern over the laid text: a letter goes on in its syllable or begins the next, a character stands for itself."""
    parts: list[str] = []
    for before, each in zip(("", *term), term, strict=False):
        letter = "a" <= each <= "z"
        own = re.escape(each)
        if not before:
            parts.append(f"{_TOKEN}{own}" if letter else own)
        elif not letter:
            parts.append(f"{_LETTER}*{_MARKS} {own}")
        elif "a" <= before <= "z":
            parts.append(f"(?:{_LETTER}*{_MARKS} {_TOKEN})?{own}")
        else:
            parts.append(f"{_LETTER}*{_MARKS} {_TOKEN}{own}")
    return re.compile("".join(parts))


@cache
def _laid() -> _Text:
    lines = [" ".join(_token(character, sound) for character, sound in zip(each.words, syllables(each.words), strict=True)) for each in entries()]
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return _Text("\n".join(lines), tuple(starts)[: len(lines)])


def _token(character: str, sound: str) -> str:
    """A character and its sound; a Latin letter is its own sound behind a mark."""
    small = character.lower()
    if "a" <= small <= "z":
        return f"﹟{small}"
    return character + (sound if sound != small and sound.isascii() and sound.isalpha() else "")


def _terms(query: str) -> tuple[str, ...]:
    """The words of a search: half-width, small, ü as v, without marks."""
    plain = unicodedata.normalize("NFKC", query[:LONGEST]).lower().replace("ü", "v")
    kept = "".join(each if each.isalnum() else " " if each.isspace() else "" for each in plain)
    return tuple(dict.fromkeys(kept.split()))


def _reason(query: str, entry: Entry) -> str:
    if entry.official:
        return f"规范名称里有“{query}”" if all("\u4e00" <= each <= "\u9fff" for each in query) else "规范名称对得上"
    return f"说“{entry.words}”，就是这一项"


@lru_cache(maxsize=8192)
def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Pairs in common by all of the shorter side's and a little of the longer's."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
