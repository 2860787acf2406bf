"""Who acts on what (操作人与对象), as the audit knows them: numbers and words of the code.

>>> Actor(7, "clerk"), Subject("cases.case", 3)
(Actor(number=7, role='clerk'), Subject(kind='cases.case', number=3))
>>> Actor(7, "王小明")
Traceback (most recent call last):
    ...
ValueError: the audit keeps words of the code alone
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Model

from gaoxing.office.audit.models import WORD

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_.-")


def require_word(text: str, *, empty: bool = False) -> None:
    """Raises ValueError where a text is no word of the code: small letters, digits, `_`, `.` and `-`, begun by a letter, 48 at most."""
    if not text and empty:
        return
    if not (0 < len(text) <= WORD and text[0].isalpha() and _LETTERS.issuperset(text)):
        raise ValueError("the audit keeps words of the code alone")


@dataclass(frozen=True)
class Actor:
    """Who acts: the number of their account, 0 for whoever has none, and the role in which they act."""

    number: int = 0
    role: str = "system"

    def __post_init__(self) -> None:
        """Refuse a role that is no word of the code."""
        require_word(self.role)


@dataclass(frozen=True)
class Subject:
    """The record acted on: its model and its number."""

    kind: str = ""
    number: int = 0

    def __post_init__(self) -> None:
        """Refuse a kind that is no word of the code."""
        require_word(self.kind, empty=True)

    @classmethod
    def of(cls, record: Model | Subject | None) -> Subject:
        """The subject that a stored record is; none where there is none. A record's key must be a number."""
        if record is None:
            return cls()
        return record if isinstance(record, Subject) else cls(record._meta.label_lower, int(record.pk))


APPLICANT, WINDOW = Actor(role="applicant"), Actor(role="window_clerk")
"""Somebody at the desk without an account: the applicant, or a clerk who helps under a declared name."""

OPERATOR, CLOCK = Actor(role="operator"), Actor(role="clock")
"""Whoever runs a command on the machine, and the minute's tick."""
