"""Which matter is wanted (意图): the last stated intent wins; where none is stated, what the words are about decides.

`cues` are the expressions by which people state an intent; `signs` the words that only belong to one matter's form. An intent denied (不注销, 不是来变更)
does not count, nor one inside an enterprise's own name.

>>> intended(Transcript.of("本来要办个体户,现在想注册公司"), {"company": ("注册公司",), "sole": ("个体户",)}, {})
'company'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from gaoxing.facts.enterprise import find_enterprises
from gaoxing.facts.wording import Wording
from gaoxing.speech.transcript import Transcript

DENIED = re.compile(r"(?:不是(?:来|要|想)?|并?不(?:想|要|办|打算|再)?|不用|没有?|别|留着不|暂不|取消|放弃)$")
Cues = Mapping[str, Sequence[str]]


def intended(transcript: Transcript, cues: Cues, signs: Cues) -> str | None:
    """The id of the matter that was asked for last; None where the words point nowhere."""
    texts = [_plain(turn.said) for turn in transcript.turns]
    stated = [(turn, end, matter) for turn, text in enumerate(texts) for end, matter in _stated(text, cues)]
    last = max((each[:2] for each in stated), default=None)
    wanted = [matter for turn, end, matter in stated if (turn, end) == last] or list(signs)
    weights = {matter: _weight(texts, signs.get(matter, ())) for matter in dict.fromkeys(wanted)}
    best = max(weights, key=lambda matter: weights[matter], default=None)
    return best if best is not None and (stated or weights[best]) else None


def _weight(texts: Sequence[str], signs: Sequence[str]) -> int:
    """How many of the matter's signs the words hold."""
    return sum(any(re.search(sign, text) for text in texts) for sign in signs)


def _plain(said: str) -> str:
    """The cleaned words with enterprises' names blotted out but for their last two characters: 注册 in a name is no intent."""
    text = Wording.of(said).text
    for each in find_enterprises(text):
        shown = 0 if each.role_hint in {"former", "neighbour"} else 2
        text = text[: each.start] + "某" * (each.end - each.start - shown) + text[each.end - shown : each.end] + text[each.end :]
    return text


def _stated(text: str, cues: Cues) -> Iterator[tuple[int, str]]:
    """The end of every intent stated and not denied, with its matter; of overlapping ones the longest, matters that share an expression all."""
    found = [(*match.span(), matter) for matter, each in cues.items() if each for match in _pattern(tuple(each)).finditer(text)]
    found.sort(key=lambda each: (each[0] - each[1], each[0]))
    kept: list[tuple[int, int, str]] = []
    for start, end, matter in found:
        if start < end and not DENIED.search(text[max(0, start - 6) : start]) and all(_apart(start, end, other) for other in kept):
            kept.append((start, end, matter))
    yield from ((end, matter) for _, end, matter in kept)


def _apart(start: int, end: int, other: tuple[int, int, str]) -> bool:
    return end <= other[0] or other[1] <= start or (start, end) == other[:2]


@cache
def _pattern(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in expressions))
