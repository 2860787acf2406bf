"""Rebuild src/gaoxing/names/readings.tsv: toneless syllables of characters, from pypinyin's dictionaries (MIT).

A polyphone keeps its first reading and every other one that at least two words and one in fifty of the words with that character use; old readings,
which dictionaries list and nobody says, would make strangers sound alike. Run: `pip install pypinyin && python tools/build_name_readings.py`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TABLE = Path(__file__).parents[1] / "src" / "gaoxing" / "names" / "readings.tsv"
WORDS, SHARE = 2, 0.02
SURNAMES = {"单": "shan", "区": "ou", "查": "zha", "解": "xie", "仇": "qiu", "朴": "piao", "曾": "zeng", "盖": "ge", "缪": "miao", "覃": "qin", "员": "yun"}
"""Readings that words do not show but people of that name do."""


def toneless(syllable: str) -> str:
    plain = "".join(mark for mark in unicodedata.normalize("NFD", syllable) if not "\u0300" <= mark <= "\u036f" or mark == "\u0308")
    return plain.replace("u\u0308", "v")


def used() -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        for character, reading in zip(phrase, readings, strict=False):
            found[character][toneless(reading[0])] += 1
    return found


def kept(character: str, listed: list[str], counts: Counter[str]) -> list[str]:
    total = sum(counts[each] for each in listed)
    first = max(listed, key=lambda each: (counts[each] > SHARE * total, -listed.index(each)))
    others = [each for each in listed if counts[each] >= WORDS and counts[each] >= SHARE * total]
    return list(dict.fromkeys([first, *others, *([SURNAMES[character]] if character in SURNAMES else [])]))


def rows() -> str:
    counts = used()
    table: dict[str, list[str]] = defaultdict(list)
    for code, readings in sorted(PINYIN_DICT.items()):
        character = chr(code)
        listed = [each for each in dict.fromkeys(toneless(each) for each in readings.split(",")) if each.isascii() and each.isalpha()]
        if listed and unicodedata.category(character) == "Lo":
            for syllable in kept(character, listed, counts[character]):
                table[syllable].append(character)
    return "".join(f"{syllable}\t{''.join(characters)}\n" for syllable, characters in sorted(table.items()))


if __name__ == "__main__":
    TABLE.write_text(rows(), encoding="utf-8")
