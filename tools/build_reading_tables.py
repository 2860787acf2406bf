"""Rebuild the reader's tables under src/gaoxing/facts/tables from openly licensed data.

- syllables.tsv: character → toneless syllables, from pypinyin's dictionary (MIT).
- not_names.tsv: everyday words that begin with a surname's character, from jieba's word list (MIT).

Run with both packages installed: `pip install pypinyin jieba && python tools/build_reading_tables.py`.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

import jieba
from pypinyin.constants import PINYIN_DICT

TABLES = Path(__file__).parents[1] / "src" / "gaoxing" / "facts" / "tables"
RARE_BELOW = 25
"""A word seen less often than this in the word list's corpus is left out."""

READINGS = 2
"""Syllables kept of a character: the commonest come first, rarer ones make chance homophones."""


def toneless(syllable: str) -> str:
    plain = "".join(mark for mark in unicodedata.normalize("NFD", syllable) if not "\u0300" <= mark <= "\u036f" or mark == "\u0308")
    return plain.replace("u\u0308", "v")


def in_gbk(character: str) -> bool:
    try:
        return len(character.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


def syllables() -> str:
    rows: dict[str, list[str]] = defaultdict(list)
    for code, readings in PINYIN_DICT.items():
        character = chr(code)
        if 0x4E00 <= code <= 0x9FFF and in_gbk(character):
            for syllable in list(dict.fromkeys(toneless(each) for each in readings.split(",")))[:READINGS]:
                rows[syllable].append(character)
    return "".join(f"{syllable}\t{''.join(characters)}\n" for syllable, characters in sorted(rows.items()))


def not_names() -> str:
    """One line a first character: it, a tab, and what follows it in each word."""
    surnames = set((TABLES / "surnames.txt").read_text(encoding="utf-8").splitlines()[1])
    kept: dict[str, list[str]] = defaultdict(list)
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split()
        if 2 <= len(word) <= 4 and word[0] in surnames and not kind.startswith("nr") and int(count) >= RARE_BELOW:
            kept[word[0]].append(word[1:])
    return "".join(f"{first}\t{' '.join(sorted(rests))}\n" for first, rests in sorted(kept.items()))


if __name__ == "__main__":
    (TABLES / "syllables.tsv").write_text(syllables(), encoding="utf-8")
    (TABLES / "not_names.tsv").write_text(not_names(), encoding="utf-8")
