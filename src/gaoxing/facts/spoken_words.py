"""What is said at the counter (口头词): words of registration talk, standard items, towns and roads, with their costs for writing sounds.

Costs are minus the natural logarithm of a share, as in the speech lexicon. Nothing is taken from recordings.

>>> spoken_words()["注册资本"], "前进西路" in spoken_words()
(6.5, True)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from gaoxing.facts.place_name import place_names
from gaoxing.standards import business_scope

TABLES = Path(__file__).with_name("tables")
ROADS = Path(__file__).with_name("kunshan_roads.tsv")
ITEM, LOOSE_ITEM, PLACE, SURNAME = 8.0, 10.0, 9.0, 7.0
"""Costs of a standard item, of what people call it, of a town or road, and of a surname where a name is awaited."""


@cache
def spoken_words() -> Mapping[str, float]:
    """Word to cost; where a word has several, the smallest."""
    table = tomllib.loads((TABLES / "spoken_words.toml").read_text(encoding="utf-8"))
    given = [
        *((float(cost), words.split()) for cost, groups in table.items() for words in groups.values()),
        (ITEM, [each.name for each in business_scope.items()]),
        (LOOSE_ITEM, business_scope.loose_names()),
        (PLACE, [*place_names(), *_roads()]),
    ]
    return {word: cost for cost, words in sorted(given, key=lambda each: -each[0]) for word in words if _writable(word)}


@cache
def surnames() -> Mapping[str, float]:
    """Surnames with their cost while a name is awaited; elsewhere they are no commoner than in general talk."""
    single, compound = (TABLES / "surnames.txt").read_text(encoding="utf-8").splitlines()[1:3]
    return dict.fromkeys((*single, *compound.split()), SURNAME)


def listened_for() -> Iterable[str]:
    """The words worth listening for (热词), those that are more than one character."""
    return [word for word in spoken_words() if len(word) > 1]


def _roads() -> list[str]:
    """Kunshan's roads and villages by name."""
    rows = ROADS.read_text(encoding="utf-8").splitlines()[1:]
    return [row.partition("\t")[0] for row in rows]


def _writable(word: str) -> bool:
    return all("\u4e00" <= each <= "\u9fff" for each in word)
