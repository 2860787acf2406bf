"""What a language model proposes (拟填): a value for an open blank with the very words it rests on. A proposal is no answer: `supplement` takes it or drops it.

A model is plugged in from above behind `Proposer`; nothing here knows one.

>>> Proposal.from_json(Proposal("registered_capital", {"amount": "1000000", "currency": "CNY"}, "一百万").to_json()).words
'一百万'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from gaoxing.facts.fact import Value
from gaoxing.forms.correction import pattern
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.missing import row_form
from gaoxing.forms.parties import parties
from gaoxing.speech.transcript import Transcript

NAME = "name"
"""The column that names a row's person."""

PROPOSABLE = frozenset(
    {
        Kind.TEXT,
        Kind.MONEY,
        Kind.PERCENT,
        Kind.ADDRESS,
        Kind.SCOPE,
        Kind.TERM,
        Kind.DATE,
        Kind.INTEGER,
        Kind.CHOICE,
        Kind.CHOICES,
        Kind.TEXTS,
        Kind.ID_NUMBER,
        Kind.TELEPHONE,
    }
)
"""The kinds of blanks whose values our own readers can find again in the words; of no other a proposal is taken."""

SHAPED = frozenset({"from", "to"})
"""Columns whose shape another column of the row decides; left alone until it is known."""

NEW_ROWS = 3
"""Persons that nobody had heard of, so many may be proposed at once."""


@dataclass(frozen=True)
class Proposal:
    """A value for the blank at a path, and the stretch of what was said that holds it."""

    path: str
    value: Value
    words: str

    def to_json(self) -> dict[str, Any]:
        """`{"path", "value", "words"}` in plain JSON types."""
        plain = list(self.value) if isinstance(self.value, tuple) else dict(self.value) if isinstance(self.value, Mapping) else self.value
        return {"path": self.path, "value": plain, "words": self.words}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Proposal:
        """The inverse of `to_json`. Raises KeyError where a part is absent."""
        value = data["value"]
        return cls(data["path"], tuple(value) if isinstance(value, list) else value, data["words"])


@dataclass(frozen=True)
class Wanted:
    """What a model is asked for: the words, the matter, the blanks still open by path, and the rows already known by name."""

    transcript: Transcript
    matter: str
    matter_name: str
    blanks: Mapping[str, Field]
    rows: Mapping[str, str] = field(default_factory=dict)


class Proposer(Protocol):
    """Whoever proposes values, such as a language model."""

    def propose(self, wanted: Wanted) -> tuple[Proposal, ...]:
        """Values for open blanks. Raises what the engine raises (a Fault)."""


def open_blanks(form: Form, fields: Sequence[Field]) -> dict[str, Field]:
    """The contract's blanks that hold no answer, those with two readings too, and the columns of a few further rows of people."""
    empty = ((path, proposable(known, path, form)) for path, known in _every(form, fields) if path not in form.answers)
    return {path: known for path, known in empty if known is not None}


def proposable(known: Field, path: str, form: Form) -> Field | None:
    """The blank as it is at this path where a proposal may be taken for it: one of the contract's, its shape known, its kind one that our readers can find."""
    shaped = known.at(path, form)
    unshaped = known.id in SHAPED and shaped is known
    nested = any(each.startswith(f"{path}.") or path.startswith(f"{each}.") for each in form.answers)
    return shaped if known.contract and shaped.kind in PROPOSABLE and not unshaped and not nested else None


def needed(column: Field, row: str, form: Form) -> bool:
    """Whether a row that is no person needs this column: one that has to be filled in such a row."""
    found = next((each for each in parties(form, row.partition(".")[0]) if each.path == row), None)
    return found is not None and column.required and column.wanted(row_form(form, found))


def known_rows(form: Form, fields: Sequence[Field]) -> dict[str, str]:
    """Path and name of every row that the form has."""
    return {row.path: row.name for each in fields if each.kind is Kind.ROWS for row in parties(form, each.id)}


def row_of(path: str) -> str:
    """The path of the row that a blank stands in; empty outside lists.

    >>> row_of("parties.0.contribution.amount"), row_of("operator.name")
    ('parties.0', '')
    """
    return ".".join(path.split(".")[:2]) if ".*." in pattern(path) else ""


def _every(form: Form, fields: Sequence[Field]) -> Iterator[tuple[str, Field]]:
    for each in fields:
        if each.kind is not Kind.ROWS:
            yield from [(each.id, each)] if each.wanted(form) else []
            continue
        there = [row.path for row in parties(form, each.id)]
        if not each.lists_people:
            yield from ((f"{row}.{column.id}", column) for row in there for column in each.columns if needed(column, row, form))
            continue
        following = max((int(path.rpartition(".")[2]) for path in there), default=-1) + 1
        further = [f"{each.id}.{following + place}" for place in range(NEW_ROWS)]
        yield from ((f"{row}.{column.id}", column) for row in (*there, *further) for column in each.columns)
