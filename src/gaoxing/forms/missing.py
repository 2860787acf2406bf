"""What is still missing (追问): the next questions in plain Chinese, the most useful first.

First what was said in a way that has two readings, then the blanks in the order of the matter's field list, then the blanks of each row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gaoxing.facts.fact import Value
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.parties import Party, parties


@dataclass(frozen=True)
class Question:
    """One thing to ask (追问): the blank's path, the question, why it is asked, an example, and the readings to choose from."""

    field: str
    text: str
    why: str = ""
    example: str = ""
    readings: tuple[Value, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """`{"field", "question", "why", "example", "readings"}`."""
        return {"field": self.field, "question": self.text, "why": self.why, "example": self.example, "readings": list(self.readings)}


def missing(form: Form, fields: Sequence[Field]) -> tuple[Question, ...]:
    """The questions that this form still needs answered, best first."""
    asks = tuple(Question(ask.field, ask.question, readings=ask.readings) for ask in form.asks)
    return asks + tuple(_questions(form, fields))


def _questions(form: Form, fields: Sequence[Field]) -> Iterator[Question]:
    asked = {ask.field for ask in form.asks}
    for each in fields:
        if not each.wanted(form) or each.id in asked:
            continue
        if each.kind is Kind.ROWS:
            yield from _row_questions(form, each)
        elif each.required and form.value(each.id) is None:
            yield Question(each.id, each.question, each.why, each.example)


def _row_questions(form: Form, rows: Field) -> Iterator[Question]:
    entries = form.rows(rows.id)
    if rows.required and not entries:
        yield Question(rows.id, rows.question, rows.why, rows.example)
    for lack in rows.lacks:
        if entries and lack.lacking(form):
            yield Question(f"{rows.id}.{lack.topic}" if lack.topic else rows.id, lack.question, lack.why, lack.example)
    for row in parties(form, rows.id):
        for column in rows.columns:
            if column.required and column.id not in row.answers and column.wanted(row_form(form, row)):
                yield Question(row.at(column.id), column.question.replace("{name}", row.called), column.why, column.example)


def row_form(form: Form, row: Party) -> Form:
    """The row seen as a form of its own, so that a column's `wanted` reads like any other."""
    return Form(form.matter, form.edition, {column: Answer(value, Source.SAID) for column, value in row.answers.items()})
