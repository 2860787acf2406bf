"""The whole form read back (复述): one line a blank, the people of a list one after another, then what is unsure and what is still missing.

>>> from gaoxing.forms.field import Kind
>>> from gaoxing.forms.form import Answer, Source
>>> form = Form("company_registration", "2026", {"registered_capital": Answer({"amount": "1000000", "currency": "CNY"}, Source.SAID)})
>>> [line.text for part in read_back(form, (Field("registered_capital", "注册资本", Kind.MONEY),)) for line in part.lines]
['注册资本：一百万元。']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from gaoxing.facts.fact import Certainty
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Answer, Form
from gaoxing.forms.parties import Party, parties
from gaoxing.forms.voice import CHINESE
from gaoxing.standards.expression import expression

HAN = expression("[一-龥]")
NAMES = frozenset({"name", "transferor", "transferee", "applicant"})
"""Last steps of the paths at which persons' names stand."""


class Voice(Protocol):
    """How lines are worded in one language."""

    def value(self, field: Field, answer: object, form: Form, *, whole: bool) -> str:
        """The value of a blank as it is read aloud."""

    def name(self, name: str) -> str:
        """A person's name, told apart from others of its sound."""

    def line(self, label: str, value: str, *, likely: bool) -> str:
        """A blank and its value; `likely` where it wants a look."""

    def row(self, label: str, number: int, name: str) -> str:
        """The heading of a row."""

    def doubt(self, question: str) -> str:
        """A question of two readings that is open."""

    def left(self, several: int) -> str:
        """How many blanks are still empty."""


@dataclass(frozen=True)
class Line:
    """One line: the blank's path, empty for a closing remark, and what is read."""

    path: str
    text: str

    @property
    def in_chinese(self) -> bool:
        """Whether Chinese stands in it, so that a Chinese voice must read it."""
        return HAN.search(self.text) is not None


@dataclass(frozen=True)
class Part:
    """Some lines that belong together: `title` is empty for single blanks, else the heading of a row."""

    title: str
    lines: tuple[Line, ...]


def read_back(form: Form, fields: Sequence[Field], *, missing: int = 0, whole: bool = True, voice: Voice = CHINESE) -> tuple[Part, ...]:
    """The form as it is read aloud, in the order of the official form. `missing` is how many questions are open; without `whole` private numbers are cut."""
    single = tuple(_line(field, field.id, form, whole=whole, voice=voice) for field in fields if field.kind is not Kind.ROWS and field.id in form.answers)
    rows = tuple(part for field in fields if field.kind is Kind.ROWS for part in _rows(field, form, whole=whole, voice=voice))
    doubts = tuple(Line(ask.field, voice.doubt(ask.question)) for ask in form.asks)
    open_blanks = missing - len(form.asks)
    last = (*doubts, *((Line("", voice.left(open_blanks)),) if open_blanks > 0 else ()))
    return tuple(part for part in (Part("", single), *rows, Part("", last)) if part.lines or part.title)


def as_text(parts: Sequence[Part]) -> str:
    """All that is read, line by line."""
    return "\n".join(text for part in parts for text in (*((part.title,) if part.title else ()), *(line.text for line in part.lines)))


def _rows(field: Field, form: Form, *, whole: bool, voice: Voice) -> Iterator[Part]:
    for number, row in enumerate(parties(form, field.id), start=1):
        lines = (_line(column, row.at(column.id), form, whole=whole, voice=voice) for column in field.columns if _told(column, row, form))
        yield Part(voice.row(field.label, number, _heading(row, voice)), tuple(lines))


def _told(column: Field, row: Party, form: Form) -> bool:
    """Which blanks of a row are read: the name stands in the heading already, and what kind of party it is goes without saying for a person."""
    return row.at(column.id) in form.answers and column.id != "name" and not (column.id == "kind" and row.is_person)


def _heading(row: Party, voice: Voice) -> str:
    return row.name if not row.name or row.is_enterprise else voice.name(row.name)


def _line(field: Field, path: str, form: Form, *, whole: bool, voice: Voice) -> Line:
    answer: Answer = form.answers[path]
    shown = field.at(path, form)
    spelt = isinstance(answer.value, str) and _is_person(path, form)
    value = voice.name(str(answer.value)) if spelt else voice.value(shown, answer.value, form, whole=whole)
    return Line(path, voice.line(field.label, value, likely=answer.certainty is Certainty.LIKELY))


def _is_person(path: str, form: Form) -> bool:
    """Whether a person's name stands at this path: in a name's column, or in a change of who represents the enterprise."""
    head, dot, last = path.rpartition(".")
    return bool(dot) and (last in NAMES or (last in {"from", "to"} and form.value(f"{head}.item") == "legal_representative"))
