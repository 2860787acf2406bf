"""Which matter is wanted (意图): the last stated intent wins; where none is stated, what the words are about decides.

`cues` are the expressions by which people state an intent; `signs` the words that only belong to one matter's form. An intent denied (不注销, 不是来变更)
does not count, nor one inside an enterprise's own name.

>>> cues = {"company": ("注册公司",), "sole": ("个体户",)}
>>> wish = explained(Transcript.of("本来要办个体户,现在想注册公司"), cues, {})
>>> wish.matter, wish.evidence[0].words, wish.others
('company', '注册公司', ('sole',))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gaoxing.facts.enterprise import find_enterprises
from gaoxing.facts.fact import Evidence
from gaoxing.facts.wording import Wording
from gaoxing.speech.transcript import Transcript

DENIED = re.compile(r"(?:不是(?:来|要|想)?|并?不(?:想|要|办|打算|再)?|不用|没有?|别|留着不|暂不|取消|放弃)$")
Cues = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Intent:
    """A matter and why it was taken (办理意图): `evidence` the words that decided, in the raw turns.

    `stated` where an intent was said, else the words' subject decided. `others` are further matters said and not denied, the last said first.
    """

    matter: str
    evidence: tuple[Evidence, ...]
    stated: bool
    others: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """`{"matter", "evidence": […], "stated", "others": […]}`."""
        return {"matter": self.matter, "evidence": [each.to_json() for each in self.evidence], "stated": self.stated, "others": list(self.others)}


@dataclass(frozen=True)
class _Heard:
    """A turn as it is searched: its words cleaned, and the same with enterprises' names blotted out, character for character."""

    turn: int
    wording: Wording
    text: str

    def evidence(self, start: int, end: int) -> Evidence:
        return self.wording.evidence(self.turn, start, end)


@dataclass(frozen=True)
class _Wish:
    """An intent stated: where its words stand in the turn's text, and the matter."""

    turn: int
    start: int
    end: int
    matter: str

    @property
    def place(self) -> tuple[int, int]:
        return self.turn, self.end


def intended(transcript: Transcript, cues: Cues, signs: Cues) -> str | None:
    """The id of the matter that was asked for last; None where the words point nowhere."""
    found = explained(transcript, cues, signs)
    return found.matter if found else None


def explained(transcript: Transcript, cues: Cues, signs: Cues) -> Intent | None:
    """The matter that was asked for last, with the words that decided; None where the words point nowhere."""
    heard = tuple(_heard(number, turn.said) for number, turn in enumerate(transcript.turns))
    wishes = [_Wish(each.turn, *found) for each in heard for found in _stated(each.text, cues)]
    last = max((wish.place for wish in wishes), default=None)
    final = [wish for wish in wishes if wish.place == last]
    shown = {matter: _shown(heard, signs.get(matter, ())) for matter in dict.fromkeys([wish.matter for wish in final] or signs)}
    best = max(shown, key=lambda matter: len(shown[matter]), default=None)
    if best is None or not (final or shown[best]):
        return None
    said = tuple(heard[wish.turn].evidence(wish.start, wish.end) for wish in final if wish.matter == best)
    decided = said if len(shown) == 1 and said else (*said, *shown[best])
    return Intent(best, tuple(dict.fromkeys(decided)), bool(final), _others(wishes, best))


def _others(wishes: Sequence[_Wish], best: str) -> tuple[str, ...]:
    """The further matters stated, the last said first."""
    latest = sorted(wishes, key=lambda wish: wish.place, reverse=True)
    return tuple(matter for matter in dict.fromkeys(wish.matter for wish in latest) if matter != best)


def _shown(heard: Sequence[_Heard], signs: Sequence[str]) -> tuple[Evidence, ...]:
    """The first words of each of the matter's signs that the turns hold."""
    found = (next(((each, match) for each in heard if (match := re.search(sign, each.text)) and match[0]), None) for sign in signs)
    return tuple(each.evidence(*match.span()) for each, match in filter(None, found))


def _heard(turn: int, said: str) -> _Heard:
    """The turn with enterprises' names blotted out but for their last two characters: 注册 in a name is no intent."""
    wording = Wording.of(said)
    text = wording.text
    for each in find_enterprises(text):
        shown = 0 if each.role_hint in {"former", "neighbour"} else 2
        text = text[: each.start] + "某" * (each.end - each.start - shown) + text[each.end - shown : each.end] + text[each.end :]
    return _Heard(turn, wording, text)


def _stated(text: str, cues: Cues) -> Iterator[tuple[int, int, str]]:
    """The span of every intent stated and not denied, with its matter; of overlapping ones the longest, matters that share an expression all."""
    found = [(*match.span(), matter) for matter, each in cues.items() if each for match in _pattern(tuple(each)).finditer(text)]
    found.sort(key=lambda each: (each[0] - each[1], each[0]))
    kept: list[tuple[int, int, str]] = []
    taken: dict[int, tuple[int, int]] = {}
    for start, end, matter in found:
        if start < end and not DENIED.search(text[max(0, start - 6) : start]) and all(taken.get(at, (start, end)) == (start, end) for at in range(start, end)):
            kept.append((start, end, matter))
            taken |= dict.fromkeys(range(start, end), (start, end))
    yield from kept


@cache
def _pattern(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in expressions))
