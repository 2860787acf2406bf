"""Two values offered for one blank (二者选一): «一百万或者两百万», «要么六成要么七成».

The words are read with either alone; what comes out otherwise is asked. Nothing is known here of any blank: a matter's own reader reads both, and
whatever is the same both times stands.

>>> from gaoxing.facts.fact import Certainty
>>> def read(transcript, on):
...     return tuple(Fact("funds", words, ()) for turn in transcript.turns for words in ("五万", "六万") if words in turn.said)
>>> [(str(each.certainty), each.readings) for each in weighed(read, Transcript.of("资金五万或者六万"), date(2026, 11, 25))]
[('unsure', ('五万', '六万'))]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.pieces import Pieces
from gaoxing.facts.token import Token, tokenise
from gaoxing.speech.transcript import LONGEST_TURN, Transcript
from gaoxing.standards.expression import expression

Read = Callable[[Transcript, date], tuple[Fact, ...]]
OR = expression(r"[，、]?(?:或者|或|要么)(?!许)(?:是|就|写|在|到)?")
FIRST = expression(r"要么(?:是|就|写|在|到)?$")
LAST_NAME = expression(r"[一-龥]{2,3}(?=[，。；、！？]|$)")
KINDS = frozenset({"money", "percent", "code", "day", "term", "address", "name"})
"""Pieces that fill one blank and of which two exclude each other; of two enterprise names the second is an alternative name."""

MOST = 3
"""Pairs that are weighed; a statement with more of them is no application."""


@dataclass(frozen=True)
class Pair:
    """Two alternatives in a turn's raw words: the spans to blot out so that only the first, or only the second, is left."""

    turn: int
    first: tuple[int, int]
    second: tuple[int, int]


def weighed(read: Read, transcript: Transcript, on: date) -> tuple[Fact, ...]:
    """What the reader makes of the words; a value that hangs on which of two alternatives is meant is unsure, with both readings."""
    pairs = [pair for number, turn in enumerate(transcript.turns) for pair in _pairs(number, turn.said[:LONGEST_TURN], on)][:MOST]
    if not pairs:
        return read(transcript, on)
    alone = transcript
    for pair in pairs:
        alone = _without(alone, pair.turn, pair.second)
    facts = read(alone, on)
    for place, pair in enumerate(pairs):
        other = _without(transcript, pair.turn, pair.first)
        for kept in (*pairs[:place], *pairs[place + 1 :]):
            other = _without(other, kept.turn, kept.second)
        facts = tuple(_both(facts, read(other, on)))
    return facts


def _both(one: Sequence[Fact], other: Sequence[Fact]) -> Iterator[Fact]:
    """What stands either way; two readings where they differ; of offices and other lists what they share. What was worked out from a choice is dropped."""
    values = {fact.field: fact for fact in other}
    for fact in one:
        against = values.get(fact.field)
        if against is not None and against.value == fact.value:
            yield fact
        elif against is None or fact.derived or fact.certainty is Certainty.UNSURE:
            continue
        elif isinstance(fact.value, tuple) and isinstance(against.value, tuple):
            shared = tuple(each for each in fact.value if each in against.value)
            yield from (replace(fact, value=each) for each in (shared,) if shared)
        else:
            evidence = tuple(dict.fromkeys((*fact.evidence, *against.evidence)))
            yield replace(fact, certainty=Certainty.UNSURE, readings=(fact.value, against.value), evidence=evidence)


def _pairs(number: int, said: str, on: date) -> Iterator[Pair]:
    if OR.search(said) is None:
        return
    pieces = Pieces.of(said, on)
    text, places = pieces.wording.text, pieces.wording.places
    tokens = _tokens(pieces, text)
    for found in OR.finditer(text):
        before = next((each for each in tokens if each.end == found.start()), None)
        end = _end(text, tokens, before, found.end()) if before is not None and before.kind in KINDS else None
        if before is None or end is None:
            continue
        lead = FIRST.search(text[: before.start])
        start = lead.start() if lead else before.start
        yield Pair(number, (places[start], places[found.end() - 1] + 1), (places[found.start()], places[end - 1] + 1))


def _end(text: str, tokens: Sequence[Token], before: Token, start: int) -> int | None:
    """Where the second alternative ends: a piece of the same kind; behind a name also a few characters that close their clause."""
    after = next((each for each in tokens if each.start == start), None)
    if after is not None and after.kind == before.kind:
        return after.end
    unknown = LAST_NAME.match(text, start) if before.kind == "name" else None
    return unknown.end() if unknown else None


def _tokens(pieces: Pieces, text: str) -> tuple[Token, ...]:
    names = [each for each in pieces.names(()) if OR.search(text[each.start : each.end]) is None]
    return tokenise(text, pieces.mentions(names))


def _without(transcript: Transcript, turn: int, span: tuple[int, int]) -> Transcript:
    """The words with a span blotted out; every character keeps its place."""
    start, end = span
    turns = [
        replace(each, said=each.said[:start] + " " * (end - start) + each.said[end:]) if number == turn else each
        for number, each in enumerate(transcript.turns)
    ]
    return Transcript(tuple(turns))
