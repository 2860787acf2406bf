"""A blank of an official form (栏目): the contract's id, the official label, what may stand in it and how it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaoxing.forms.form import Form


class Kind(StrEnum):
    """What a blank holds (类型). An open choice is one of its choices or, where none fits, words of one's own."""

    TEXT = "text"
    MONEY = "money"
    PERCENT = "percent"
    ADDRESS = "address"
    SCOPE = "scope"
    TERM = "term"
    DATE = "date"
    INTEGER = "integer"
    CHOICE = "choice"
    CHOICES = "choices"
    OPEN_CHOICE = "open_choice"
    BOOLEAN = "boolean"
    NUMBER = "number"
    AREA = "area"
    TEXTS = "texts"
    ID_NUMBER = "id_number"
    TELEPHONE = "telephone"
    ROWS = "rows"


FOUNDING = "成立"
"""From what a term in years counts (自成立之日起), unless a blank says otherwise."""

TRUE_FALSE = (("true", "是"), ("false", "否"))
"""The choices of a yes-or-no blank: stored as true and false, never as words."""


def stored(value: object) -> str:
    """A value as the list of choices has it.

    >>> stored(True), stored("cash")
    ('true', 'cash')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


def always(form: Form) -> bool:
    """The blank concerns every form of its matter."""
    return form is not None


@dataclass(frozen=True)
class Lack:
    """Something that the rows of a list as a whole still lack (尚缺), such as a person for an office: when, and the question that mends it."""

    lacking: Callable[[Form], bool]
    question: str
    why: str = ""
    example: str = ""
    topic: str = ""
    """What is asked about, such as a post: the question's path is the rows' id, a dot and this."""


@dataclass(frozen=True)
class Field:
    """One blank. `columns` are the blanks of one row where `kind` is rows; `choices` maps stored value to official label.

    `question`, `why` and `example` are plain Chinese for the applicant; `wanted` says whether this form needs the blank at
    all; `lacks` are questions about the rows as a whole; `contract` is false for blanks beyond the recogniser's contract; `private` blanks
    are masked; `verified` is false where the label of the 2026 edition was not seen in the official layout.
    """

    id: str
    label: str
    kind: Kind
    question: str = ""
    why: str = ""
    example: str = ""
    required: bool = False
    private: bool = False
    contract: bool = True
    verified: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    columns: tuple[Field, ...] = ()
    lacks: tuple[Lack, ...] = ()
    wanted: Callable[[Form], bool] = always
    own_reader: bool = False
    """Whether the matter's own reader takes every answer to its question, so that no bare one is taken besides."""

    since: str = FOUNDING
    """Of a date that may be a term in years: from what the years count."""

    like: Callable[[str, Form], Field | None] | None = None
    """For a blank whose shape its row decides (变更后的内容): the blank it is like at this path, None where that is not known yet."""

    def at(self, path: str, form: Form) -> Field:
        """The blank as it is at this path of this form: shaped like the blank that its row names, under its own id, label and question."""
        found = self.like(path, form) if self.like else None
        return self if found is None else replace(self, kind=found.kind, choices=found.choices, private=found.private, columns=found.columns)

    def label_of(self, value: object) -> str:
        """The official label of a stored choice; the value itself where it has none."""
        return dict(self.choices).get(stored(value), str(value))

    @property
    def head(self) -> Field:
        """Of a list: the column that its rows are known by, the name where there is one. Raises IndexError where the blank is no list."""
        return next((each for each in self.columns if each.id == "name"), self.columns[0])

    @property
    def lists_people(self) -> bool:
        """Whether the rows are persons or enterprises, known by their names."""
        return bool(self.columns) and self.head.id == "name"

    def column(self, column_id: str) -> Field:
        """A blank of this blank's rows. Raises KeyError where there is none."""
        found = next((each for each in self.columns if each.id == column_id), None)
        if found is None:
            raise KeyError(column_id)
        return found
