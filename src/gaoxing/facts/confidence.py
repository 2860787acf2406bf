"""How sure a value is (把握): what was heard only by its sound, or in a word that had to be mended, is likely and wants a look; nothing is raised.

A recogniser's output bears no punctuation; the characters of a name in it are guesses where no cue (弓长张) spells them. A reader that is less sure by
itself says so; a value with two readings is unsure and a question, not likely.

>>> from gaoxing.facts.fact import Evidence
>>> heard = Transcript.of("我要开公司嗯懂事是丁大宝他也占六成剩下的归苏小云")
>>> [str(each.certainty) for each in graded((Fact("parties.0.name", "丁大宝", (Evidence(0, 9, 12, "丁大宝"),)),), heard)]
['likely']
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.wording import PUNCTUATED, Wording
from gaoxing.speech.transcript import LONGEST_TURN, Transcript
from gaoxing.standards.expression import expression

SPELT = frozenset({"name", "enterprise", "applicant", "transferor", "transferee"})
"""Blanks whose characters cannot be told from their sound."""

SHORTEST_TALK = 20
"""Characters: a shorter turn without a stop may be typed as well as spoken."""

_CHARACTERS_A_STOP = 25
_HAN = expression("[一-龥]")


def graded(facts: Iterable[Fact], transcript: Transcript) -> tuple[Fact, ...]:
    """The facts, those that are only likely marked so."""
    said = [turn.said[:LONGEST_TURN] for turn in transcript.turns]
    spoken = frozenset(number for number, words in enumerate(said) if recognised(words))
    mended = {(number, place) for number, words in enumerate(said) for place in _mended(words)}
    return tuple(replace(each, certainty=Certainty.LIKELY) if _likely(each, spoken, mended) else each for each in facts)


def recognised(said: str) -> bool:
    """Whether a turn looks like a recogniser's output: long, and hardly a stop in it."""
    return len(said) >= SHORTEST_TALK and len(PUNCTUATED.findall(said)) * _CHARACTERS_A_STOP < len(said)


def _likely(fact: Fact, spoken: frozenset[int], mended: Collection[tuple[int, int]]) -> bool:
    if fact.certainty is not Certainty.CERTAIN or fact.derived:
        return False
    return _by_sound(fact, spoken) or any((each.turn, place) in mended for each in fact.evidence for place in range(each.start, each.end))


def _by_sound(fact: Fact, spoken: frozenset[int]) -> bool:
    """A name heard once and never spelt: its one evidence lies in a recogniser's words."""
    return fact.field.rpartition(".")[2] in SPELT and len(fact.evidence) == 1 and fact.evidence[0].turn in spoken and _HAN.search(str(fact.value)) is not None


def _mended(said: str) -> Iterator[int]:
    """The places of the characters that were put right: 懂 of 懂事."""
    wording = Wording.of(said)
    yield from (place for character, place in zip(wording.text, wording.places, strict=True) if character != said[place] and _HAN.match(said[place]))
