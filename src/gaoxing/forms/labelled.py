"""Answers that no reader took (直接作答): a choice answered by its official label, and a bare answer to a blank beyond the recogniser's contract.

What a button says is that choice, whatever the matter's readers make of it.

>>> from gaoxing.forms.field import Kind
>>> debts = Field("debts", "债权债务清理情况", Kind.CHOICE, choices=(("none", "未发生债权债务"), ("settled", "已清理完毕")))
>>> [(fact.field, fact.value) for fact in labelled((), (debts,), Transcript.of("公司要注销", ("debts", "已清理完毕。")))]
[('debts', 'settled')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Evidence, Fact, Value
from gaoxing.facts.statement import hear
from gaoxing.forms.answering import READ_AS, SPECIAL
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.shape import blank
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

CHOSEN = frozenset({Kind.CHOICE, Kind.BOOLEAN, Kind.OPEN_CHOICE})
_MARKS = expression(r"[\s，。；、！？,.;!?]+")
_BOOLEANS: dict[str, Value] = {"true": True, "false": False}


def labelled(facts: Sequence[Fact], fields: Sequence[Field], transcript: Transcript) -> tuple[Fact, ...]:
    """The facts, and one for each turn that answers its question and was not read, nor overtaken by a later turn."""
    latest: dict[str, int] = {}
    for fact in facts:
        latest[fact.field] = max([latest.get(fact.field, -1), *(each.turn for each in fact.evidence)])
    found = list(facts)
    for number, turn in enumerate(transcript.turns):
        known = blank(fields, turn.asked) if turn.asked else None
        if known is None or latest.get(turn.asked or "", -1) >= number:
            continue
        value = _chosen(known, turn.said)
        if value is not None:
            found.append(Fact(turn.asked or "", value, (Evidence(number, 0, len(turn.said), turn.said),)))
        elif not known.contract and not known.own_reader:
            found += _bare(known, number, transcript)
    return tuple(found)


def _bare(known: Field, number: int, transcript: Transcript) -> Iterator[Fact]:
    """What the turn answers, read by the kind of its blank; the other turns are left out."""
    asked = transcript.turns[number].asked or ""
    alone = Transcript(tuple(turn if place == number else replace(turn, said="") for place, turn in enumerate(transcript.turns)))
    kind = SPECIAL.get(known.id) or READ_AS.get(known.kind)
    if kind is not None:
        yield from answered(hear(alone), {re.sub(r"\.\d+\.", ".*.", asked): (kind, known.choices)})


def _chosen(known: Field, said: str) -> Value | None:
    if known.kind not in CHOSEN:
        return None
    bare = _MARKS.sub("", said)
    stored = next((stored for stored, label in known.choices if _MARKS.sub("", label) == bare), None)
    return stored if known.kind is not Kind.BOOLEAN or stored is None else _BOOLEANS.get(stored)
