"""Rebuild src/gaoxing/facts/scope_readings.tsv: how the words of the business scope sound, from pypinyin's dictionaries (MIT).

A row of one character is the reading it has most often in these words; a longer row is a pair of characters, one of which is read otherwise there (银行).
Run: `pip install pypinyin && python tools/build_scope_readings.py`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from pypinyin import Style, lazy_pinyin

from gaoxing.facts import scope_index

FORCED = {"重": "zhong"}
"""Where pypinyin's usual reading misleads: 载重."""


def heard(words: str) -> list[tuple[str, str]]:
    sounds = lazy_pinyin(words, style=Style.NORMAL, v_to_u=False, errors=lambda each: list(each))
    return [(character, sound) for character, sound in zip(words, sounds, strict=True) if "\u4e00" <= character <= "\u9fff"]


def rows(words: list[str]) -> str:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in words:
        for character, sound in heard(each):
            counts[character][sound] += 1
    usual = {character: FORCED.get(character) or sounds.most_common(1)[0][0] for character, sounds in counts.items()}
    pairs: dict[str, Counter[str]] = defaultdict(Counter)
    for each in words:
        told = heard(each)
        for (left, one), (right, other) in pairwise(told):
            if left + right in each:
                pairs[left + right][f"{one} {other}"] += 1
    apart = {pair: sounds.most_common(1)[0][0] for pair, sounds in pairs.items()}
    told_apart = {pair: sounds for pair, sounds in apart.items() if sounds != " ".join(usual[each] for each in pair)}
    return "".join(f"{key}\t{sound}\n" for key, sound in (*sorted(usual.items()), *sorted(told_apart.items())))


if __name__ == "__main__":
    scope_index.READINGS.touch()
    scope_index.READINGS.write_text(rows([each.words for each in scope_index.entries()]), encoding="utf-8")
