"""How the characters of a name sound (读音): toneless syllables, more than one for a polyphone (多音字).

The table readings.tsv is built by tools/build_name_readings.py (source and licence in NOTICE).

>>> readings("重庆") == (frozenset({"chong", "zhong"}), frozenset({"qing"}))
True
>>> same_sound("沐禾", "木合"), same_sound("音乐", "因月"), same_sound("沐禾", "禾沐")
(True, True, False)
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("readings.tsv")


def readings(text: str) -> tuple[frozenset[str], ...]:
    """The toneless syllables of each character, one set a character; a character without a known reading stands for its own sound."""
    table = _table()
    return tuple(table.get(character) or frozenset((character,)) for character in text)


def same_sound(one: str, other: str) -> bool:
    """Whether two texts can be read alike, character by character, tones aside (字音相同)."""
    return len(one) == len(other) and all(not mine.isdisjoint(theirs) for mine, theirs in zip(readings(one), readings(other), strict=True))


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        syllable, _, characters = line.partition("\t")
        alone = frozenset((syllable,))
        for character in characters:
            found[character] = found[character] | alone if character in found else alone
    return found
