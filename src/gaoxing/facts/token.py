"""Tokens (词元): a turn as a row of typed pieces (persons, enterprises, posts, amounts, shares, verbs, stops) for the discourse model.

Every reader's mentions and a small closed vocabulary (`tables/vocabulary.toml`) are laid over the cleaned text; where two overlap, the kind named
earlier in `ORDER` wins, then the longer.
What nothing claims is a `text` token.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gaoxing.standards.expression import expression

TABLE = Path(__file__).parent / "tables" / "vocabulary.toml"
CLOSED = tuple(tomllib.loads(TABLE.read_text(encoding="utf-8")).items())
PATTERNS = tuple((kind, expression("|".join(expressions))) for kind, expressions in CLOSED)
ORDER = (
    "code", "enterprise", "address", "name", "cue", "relation", "day", "term", "money", "percent", "role", "share", "self", "pronoun", "method",
    *(kind for kind, _ in CLOSED),
)  # fmt: skip


@dataclass(frozen=True)
class Token:
    """One piece of a turn: kind, place in the cleaned text, its words, and a reader's mention where it came from one."""

    kind: str
    start: int
    end: int
    words: str
    mention: Any = None
    who: int = -1
    """The person or enterprise meant: a number in the roster; -1 where the token means nobody."""
    others: tuple[int, ...] = ()
    """Whom else a pronoun may mean, the last spoken of first."""


def tokenise(text: str, mentions: Iterable[tuple[str, Any]]) -> tuple[Token, ...]:
    """The whole text as tokens by position. `mentions` are (kind, mention) with `start` and `end`."""
    found = [Token(kind, each.start, each.end, text[each.start : each.end], each) for kind, each in mentions]
    found += [Token(kind, match.start(), match.end(), match[0]) for kind, pattern in PATTERNS for match in pattern.finditer(text)]
    rank = {kind: number for number, kind in enumerate(ORDER)}
    kept: list[Token] = []
    taken = bytearray(len(text))
    for token in sorted(found, key=lambda each: (rank[each.kind], each.start, each.start - each.end)):
        if token.start < token.end and not any(taken[token.start : token.end]):
            taken[token.start : token.end] = b"\1" * (token.end - token.start)
            kept.append(token)
    return tuple(_filled(text, sorted(kept, key=lambda each: each.start)))


def _filled(text: str, kept: list[Token]) -> Iterator[Token]:
    place = 0
    for token in kept:
        if place < token.start:
            yield Token("text", place, token.start, text[place : token.start])
        yield token
        place = token.end
    if place < len(text):
        yield Token("text", place, len(text), text[place:])
