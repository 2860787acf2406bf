"""Which of several ways to write a turn makes sense (择义): speech is heard, and what was meant is the reading that says more.

A reading is taken before the recogniser's first only where it makes more sense: an identity number whose check digit is right, a name that its cue
spells, more for what was asked, more known items of a scope. A check digit may choose between readings that were offered; it never changes a digit.
Evidence lies in the text that was chosen.

>>> told = Transcript((Turn("身份证三四零零零零一九九零零一零一零零一五", alternatives=("身份证三四零零零零一九九零零一零一零零一六",)),))
>>> chosen(told, lambda transcript: ()).turns[0].said[-1]
'六'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gaoxing.facts.cue import find_cues
from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.number_code import find_codes
from gaoxing.facts.wording import Wording
from gaoxing.speech.transcript import Transcript, Turn
from gaoxing.standards import resident_id

Read = Callable[[Transcript], tuple[Fact, ...]]
RIGHT_NUMBER, SPELT, FILLED = 8, 3, 1
"""What a right identity number, a character that a cue spells, and a blank that was asked for (or an item of a scope) weigh."""

SCOPE = "business_scope"

MARGIN = 1
"""How much more sense another reading must make than the first."""

MOST_TURNS = 12
"""Turns that are weighed, the last ones; the earlier ones stay as they are written."""


def chosen(transcript: Transcript, read: Read) -> Transcript:
    """The transcript, each turn written in the way that makes most sense; between equals the recogniser's order decides. `read` gives a transcript's facts."""
    for number, turn in list(enumerate(transcript.turns))[-MOST_TURNS:]:
        if turn.alternatives:
            transcript = _settled(transcript, number, turn, read)
    return transcript


def _settled(transcript: Transcript, number: int, turn: Turn, read: Read) -> Transcript:
    """The transcript with this turn as it makes most sense; the other ways stay beside it."""
    ways = (turn.said, *turn.alternatives)
    tried = [_with(transcript, number, replace(turn, said=said, alternatives=tuple(each for each in ways if each != said))) for said in ways]
    weights = [_weight(each, number, read(each)) for each in tried]
    best = max(weights)
    return tried[weights.index(best)] if best >= weights[0] + MARGIN else tried[0]


def _weight(transcript: Transcript, number: int, facts: tuple[Fact, ...]) -> int:
    """How much sense a turn makes among the others."""
    said = transcript.turns[number].said
    right = sum(resident_id.is_valid(each.value) for each in find_codes(said) if each.kind == "id_number")
    spelt = sum(said.count(cue.character) > 1 for cue in find_cues(Wording.of(said).text))
    filled = sum(_fills(each, transcript.turns[number].asked) for each in facts)
    return RIGHT_NUMBER * right + SPELT * spelt + FILLED * filled


def _fills(fact: Fact, asked: str | None) -> int:
    """What a fact tells for what was asked; of a scope its items are counted. What else is read may be chance."""
    if fact.certainty is Certainty.UNSURE or fact.derived:
        return 0
    if fact.field.rpartition(".")[2] == SCOPE and isinstance(fact.value, tuple):
        return len(fact.value)
    return int(asked is not None and (fact.field == asked or fact.field.startswith(f"{asked}.")))


def _with(transcript: Transcript, number: int, turn: Turn) -> Transcript:
    return Transcript((*transcript.turns[:number], turn, *transcript.turns[number + 1 :]))
