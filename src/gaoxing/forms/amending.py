"""«改一下注册资本，两百万», «法人改一下» — «苏小云» (改口令): the words behind the command, or the next turn, answer the question about that blank.

>>> from gaoxing.forms.field import Kind
>>> fields = (Field("registered_capital", "注册资本", Kind.MONEY),)
>>> [turn.asked for turn in amended(Transcript.of("开公司", "改一下注册资本", "两百万"), Form("company_registration", "2026"), fields).turns]
[None, None, 'registered_capital']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gaoxing.facts.command import AMEND, command
from gaoxing.facts.number_code import find_tail_corrections
from gaoxing.forms.calling import called
from gaoxing.forms.field import Field
from gaoxing.forms.form import Form
from gaoxing.speech.transcript import Transcript, Turn


def amends(transcript: Transcript) -> bool:
    """Whether a turn behind the first names a blank to be amended."""
    return any((said := command(turn.said)) is not None and said.kind == AMEND and said.subject for turn in transcript.turns[1:])


def amended(transcript: Transcript, form: Form, fields: Sequence[Field]) -> Transcript:
    """The transcript with each such command carried out; `form` is what was read before. Every turn keeps its number and every word its place.

    «身份证后一位报错了,是幺» mends figures of the number and is left as said.
    """
    turns = list(transcript.turns)
    for number, turn in enumerate(transcript.turns[1:], start=1):
        said = command(turn.said)
        paths = called(said.subject, form, fields) if said is not None and said.kind == AMEND and said.subject else ()
        if said is None or len(paths) != 1 or find_tail_corrections(turn.said):
            continue
        if said.rest:
            turns[number] = Turn(" " * (len(turn.said) - len(said.rest)) + said.rest, paths[0])
        elif number + 1 < len(turns) and turns[number + 1].asked is None and command(turns[number + 1].said) is None:
            turns[number + 1] = replace(turns[number + 1], asked=paths[0])
    return Transcript(tuple(turns))
