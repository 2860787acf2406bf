"""Rebuild src/gaoxing/speech/words.tsv.gz: how words sound and how common they are, from jieba's word list and pypinyin's dictionary (both MIT).

A line a reading: its syllables, each followed by a full stop, the tones, the word, its cost (minus the natural logarithm of its share of the list's
corpus); sorted by the syllables.
A rarer reading of a single character costs more. Run with both packages installed: `pip install jieba pypinyin && python tools/build_speech_lexicon.py`.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from pathlib import Path

import jieba
from pypinyin import Style, lazy_pinyin, pinyin

TABLE = Path(__file__).parents[1] / "src" / "gaoxing" / "speech" / "words.tsv.gz"
LONGEST = 6
RARE_BELOW = 5
RARER_READING = 4.0


def words() -> dict[str, int]:
    """Word to count, of Chinese characters alone."""
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    counted = {word: int(count) for word, count, _ in (line.split(" ") for line in lines)}
    return {word: count for word, count in counted.items() if len(word) <= LONGEST and all("\u4e00" <= each <= "\u9fff" for each in word)}


def readings(word: str) -> Iterator[tuple[list[str], float]]:
    """How a word is read, and what a reading costs beyond the word."""
    if len(word) > 1:
        yield lazy_pinyin(word, style=Style.TONE3, neutral_tone_with_five=True), 0.0
        return
    for place, each in enumerate(dict.fromkeys(pinyin(word, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)[0])):
        yield [each], RARER_READING if place else 0.0


def whole(spelt: str) -> bool:
    """Whether this is a syllable, not an interjection without a vowel."""
    return bool(set(spelt) & set("aeiouv")) and spelt.isascii()


def table() -> str:
    counted = words()
    total = sum(counted.values())
    rows = [
        (
            "".join(f"{each[:-1].replace('v', 'ü')}." for each in spelt),
            "".join(each[-1] for each in spelt),
            word,
            f"{-math.log((count + 1) / total) + more:.2f}",
        )
        for word, count in counted.items()
        if len(word) == 1 or count >= RARE_BELOW
        for spelt, more in readings(word)
        if all(map(whole, spelt))
    ]
    return "".join("\t".join(row) + "\n" for row in sorted(rows))


if __name__ == "__main__":
    with TABLE.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, compresslevel=9) as packed:
        packed.write(table().encode())
