"""How characters sound (读音): toneless syllables, for homophones that a recogniser confuses.

The table `tables/syllables.tsv` is built by `tools/build_reading_tables.py` (source and licence in NOTICE).

>>> alike("伟", "维"), alike("澜", "兰"), alike("张", "李")
(True, True, False)
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "tables" / "syllables.tsv"
NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"))
"""Initials that speakers of Wu and many migrants do not part."""


@cache
def _characters() -> dict[str, str]:
    rows = (line.partition("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {syllable: characters for syllable, _, characters in rows}


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for syllable, characters in _characters().items():
        for character in characters:
            found.setdefault(character, set()).add(syllable)
    return {character: frozenset(each) for character, each in found.items()}


def syllables(character: str) -> frozenset[str]:
    """The toneless syllables of one character; empty for what is no common Chinese character."""
    return _table().get(character, frozenset())


@cache
def alike(one: str, other: str) -> bool:
    """Whether two characters share a syllable, letting n/ng, zh/z, ch/c, sh/s and l/n pass for each other."""
    return one == other or not syllables(one).isdisjoint(syllables(other)) or not _broad(one).isdisjoint(_broad(other))


def same(one: str, other: str) -> bool:
    """Whether two characters share a toneless syllable exactly."""
    return one == other or not syllables(one).isdisjoint(syllables(other))


@cache
def homophones(character: str) -> str:
    """All common characters that share a toneless syllable with this one, itself first."""
    return character + "".join(_characters()[syllable] for syllable in sorted(syllables(character)))


def _broad(character: str) -> frozenset[str]:
    return frozenset(_merge(syllable) for syllable in syllables(character))


def _merge(syllable: str) -> str:
    for initial, merged in NEAR:
        if syllable.startswith(initial):
            syllable = merged + syllable[len(initial) :]
            break
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable
