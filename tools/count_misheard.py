"""Rebuild src/gaoxing/speech/misheard.tsv: which initials and finals the small model takes for which, counted instead of guessed.

The test voice (tests/speech/voice.py) speaks one sentence in six of our own cases (tests/cases/*.jsonl), by turns quiet and noisy; what is heard is
aligned with what was said. Nothing is read from recordings of people or from the contract's worked cases. A line a pair: part, heard, meant, cost. Needs
the model and the voice beside the checkout: `python tools/count_misheard.py`.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import speech as bench  # noqa: E402

from gaoxing.speech.syllable import Syllable, parse  # noqa: E402
from tests.speech.voice import HALL, QUIET, as_spoken, syllables  # noqa: E402

TABLE = ROOT / "src" / "gaoxing" / "speech" / "misheard.tsv"
SHORTEST, LONGEST = 8, 110
EVERY = 6
"""One sentence of so many is spoken; the others are there to measure with."""

SEEN = 3
"""Pairs seen less often may be chance."""

SCALE, LEAST = 0.2, 0.3
"""Cost of one nat, as sounds are weighed in speech/decoding.py (set on other sentences than those that are counted), and the least cost."""


def sentences() -> list[str]:
    cases = [json.loads(line) for path in sorted((ROOT / "tests" / "cases").glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    said = [turn["said"] for case in cases for turn in case["turns"]]
    return [each for each in said if SHORTEST < len(each) < LONGEST and not re.search("[A-Za-z]", each)][::EVERY]


def meant(sentence: str) -> list[Syllable]:
    clauses = [each for each in re.split(r"[^\u4e00-\u9fff]+", as_spoken(sentence)) if each]
    return [parse(each) for clause in clauses for each in syllables(clause)]


def pairs(sentence: str, number: int) -> list[tuple[Syllable, Syllable]]:
    """What was heard and what was meant, where the two stand in the same place."""
    sound = bench.speaker().pcm16(sentence.replace(*bench.HUM), noise=HALL if number % 2 else QUIET, seed=number)
    letters = [chr(0x6000 + place) for place in range(3_000)]
    code: dict[str, str] = {}
    told, heard = meant(sentence), [each.syllable for each in bench.sounds_of(sound) if not each.syllable.is_letter]
    coded = ["".join(code.setdefault(each.base, letters[len(code)]) for each in line) for line in (heard, told)]
    found, at, place = [], 0, 0
    for said, written in bench.edits(*coded):
        if said and written:
            found.append((heard[place], told[at]))
        at, place = at + len(said), place + len(written)
    return found


def table() -> str:
    heard: Counter[tuple[str, str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for number, sentence in enumerate(sentences()):
        for one, other in pairs(sentence, number):
            for part in ("initial", "final"):
                mistaken, right = getattr(one, part), getattr(other, part)
                heard[part, mistaken, right] += 1
                total[part, right] += 1
    rows = sorted(
        (*pair, max(LEAST, -SCALE * math.log(count / total[pair[0], pair[2]]))) for pair, count in heard.items() if pair[1] != pair[2] and count >= SEEN
    )
    return "".join(f"{part}\t{mistaken}\t{right}\t{cost:.2f}\n" for part, mistaken, right, cost in rows)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
