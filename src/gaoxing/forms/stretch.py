"""A stretch of words (原话片段) that a proposal rests on, found again in what was heard, with the readers' own tokens inside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from gaoxing.facts.fact import Evidence, Value
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.forms.field import Field

LONGEST_STRETCH = 200
"""Characters of words that a proposal may rest on."""

NAMES = frozenset({"enterprise", "name", "address"})
"""Tokens whose inner words speak of nothing else."""


@dataclass(frozen=True)
class Stretch:
    """Words in a turn: their place in the cleaned text of what was heard."""

    heard: Heard
    start: int
    end: int

    @property
    def text(self) -> str:
        """The cleaned words."""
        return self.heard.text[self.start : self.end]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens that lie wholly inside."""
        return tuple(each for each in self.heard.tokens if self.start <= each.start and each.end <= self.end)

    def of(self, kind: str) -> list[Token]:
        """The tokens of one kind inside, each with the mention that a reader made of it."""
        return [token for token in self.tokens if token.kind == kind and token.mention is not None]

    def named(self, start: int, end: int) -> bool:
        """Whether a place shares a character with a name or an address."""
        return any(token.start < end and start < token.end for token in self.heard.tokens if token.kind in NAMES)

    def holds(self, start: int, end: int) -> bool:
        """Whether a place of the cleaned text lies wholly inside."""
        return self.start <= start < end <= self.end

    def evidence(self, start: int, end: int) -> Evidence:
        """The raw words at a place of the cleaned text."""
        return self.heard.wording.evidence(self.heard.turn, start, end)


@dataclass(frozen=True)
class Found:
    """A value that a reader found, and where."""

    value: Value
    start: int
    end: int


@dataclass(frozen=True)
class Blank:
    """The blank that a value is proposed for, the currency of its form, and the value."""

    field: Field
    path: str
    value: Value
    currency: str = "CNY"

    @property
    def in_row(self) -> bool:
        """Whether an amount is bare there, as in a row of shares; a blank shaped like another (变更后的内容) holds it whole."""
        return self.path != self.field.id and self.field.like is None

    @property
    def column(self) -> str:
        """The last step of the path."""
        return self.path.rpartition(".")[2]


def stretches(statement: Statement, words: str) -> Iterator[Stretch]:
    """Every place where exactly these words were said, the last one first."""
    if not words.strip() or len(words) > LONGEST_STRETCH:
        return
    for heard in reversed(statement.turns):
        places = heard.wording.places
        for match in reversed([*re.finditer(re.escape(words), heard.wording.said)]):
            start, end = bisect_left(places, match.start()), bisect_left(places, match.end())
            if start < end:
                yield Stretch(heard, start, end)
