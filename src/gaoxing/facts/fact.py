"""A fact (要素): a value for one blank of a form, with the exact words it came from.

`field` is the path of a blank: `registered_capital`, `parties.0.contribution.amount`. Rows of a list are numbered in the
order in which they were first mentioned. A value is a contract value (text, integer, money as a mapping, a list of scope items or roles).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | Mapping[str, object] | tuple[str, ...]
"""What a blank may hold; a float stands only in a number that is no money (an area), true and false in a yes-or-no blank.
Lists are tuples of text; money is `{"amount": "5000000", "currency": "CNY"}`."""


class Certainty(StrEnum):
    """How sure the reader is (把握): an `unsure` fact is asked about, never filled in."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Evidence:
    """Where the words stand (依据): `transcript.turns[turn].said[start:end] == words`."""

    turn: int
    start: int
    end: int
    words: str

    def to_json(self) -> dict[str, object]:
        """`{"turn", "start", "end", "words"}`."""
        return {"turn": self.turn, "start": self.start, "end": self.end, "words": self.words}


@dataclass(frozen=True)
class Fact:
    """One value read from the words; `readings` holds the choices where `certainty` is unsure; `derived` where it was worked out."""

    field: str
    value: Value
    evidence: tuple[Evidence, ...]
    certainty: Certainty = Certainty.CERTAIN
    readings: tuple[Value, ...] = ()
    derived: bool = False

    def to_json(self) -> dict[str, object]:
        """Every attribute, plain JSON types."""
        return {
            "field": self.field,
            "value": _plain(self.value),
            "evidence": [each.to_json() for each in self.evidence],
            "certainty": str(self.certainty),
            "readings": [_plain(each) for each in self.readings],
            "derived": self.derived,
        }


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value
