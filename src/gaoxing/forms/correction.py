"""Corrections by hand (手工更正): a blank set right on the sheet, bound to the row's name and not to its number.

Rows are numbered in the order of the words; when a sentence goes, the numbers move. So a correction in a list names the person it was made for, as
the words call them, and follows that person.

>>> words = Form("company_registration", "2026", {"parties.0.name": Answer("丁大宝", Source.SAID), "parties.1.name": Answer("苏小云", Source.SAID)})
>>> by_hand = Correction("parties.*.mobile", "苏小云", "13800001234")
>>> corrected(words, (by_hand,), (0,)).form.value("parties.1.mobile")
'13800001234'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gaoxing.facts.fact import Value
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.parties import parties

NEW = "+"
"""A row added by hand is called `+1`, `+2`, … until it has a name."""


@dataclass(frozen=True)
class Correction:
    """One blank corrected by hand.

    `path` is the blank, a row's number written `*`; the path of a list alone stands for the whole row. `row` is the row's name as the words have it (the
    second of two rows of that name is `丁大宝#2/2`, the only row without a name `#`, one added by hand `+1`). `value` None empties the blank, or takes
    the row out. `said` is what the words gave when the hand set it right; `after` the number of the last turn heard by then: what is said later overrules.
    """

    path: str
    row: str = ""
    value: Value | None = None
    said: Value | None = None
    after: int = 0
    author: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """What tells one blank from another: path and row."""
        return self.path, self.row

    def to_json(self) -> dict[str, Any]:
        """Every attribute in plain JSON types."""
        return {
            "path": self.path,
            "row": self.row,
            "value": _plain(self.value),
            "said": _plain(self.said),
            "after": self.after,
            "author": self.author,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Correction:
        """The inverse of `to_json`. Raises KeyError or TypeError where the shape is another one."""
        return cls(**{**data, "value": _frozen(data["value"]), "said": _frozen(data["said"])})


@dataclass(frozen=True)
class Corrected:
    """A form with its corrections laid on.

    `heard` is the form as read from the words alone. `placed` maps the path in this form to the correction that stands there; `clashing` those whose
    words have changed since, with what the words say now; `overruled` those that later words replaced, by path; `homeless` those whose row is no longer in the
    words.
    """

    form: Form
    heard: Form
    placed: Mapping[str, Correction]
    clashing: Mapping[str, Value | None]
    overruled: Mapping[str, Correction]
    homeless: tuple[Correction, ...] = ()


def corrected(form: Form, corrections: Iterable[Correction], numbers: Sequence[int]) -> Corrected:
    """The form with the corrections laid over what was read. `numbers` names the turns that the form was read from, in their order."""
    places = _rows_by_name(form, corrections := tuple(corrections))
    placed: dict[str, Correction] = {}
    overruled: dict[str, Correction] = {}
    homeless = []
    for each in corrections:
        path = _path(each, places)
        if path is None:
            homeless.append(each)
        elif _said_later(form, path, each, numbers):
            overruled[path] = each
        else:
            placed[path] = each
    clashing = {path: form.value(path) for path, each in placed.items() if not whole_row(each) and form.value(path) not in (each.said, each.value)}
    return Corrected(_laid(form, placed), form, placed, clashing, overruled, tuple(homeless))


def row_names(form: Form, prefix: str) -> dict[str, str]:
    """The rows of a list as the words call them: path of the row to its name, as `Correction.row` has it.

    Of several rows of one name each bears its place and their number: when one of them goes, a correction made for it is homeless and lands on no other.
    """
    found = parties(form, prefix)
    alike = {row.path: [other.path for other in found if other.key == row.key] for row in found}
    return {row.path: _row_name(row.key, alike[row.path].index(row.path) + 1, len(alike[row.path])) for row in found}


def rows(form: Form, corrections: Iterable[Correction], prefix: str) -> dict[str, str]:
    """Every row of a list, those of the words (`form` as read from them) and behind them those added by hand: path to name."""
    names = row_names(form, prefix)
    following = max((int(path.rpartition(".")[2]) for path in names), default=-1) + 1
    added = sorted({each.row for each in corrections if each.row.startswith(NEW) and each.path.split(".")[0] == prefix}, key=lambda row: int(row[1:]))
    return {**names, **{f"{prefix}.{following + place}": row for place, row in enumerate(added)}}


def next_row(corrections: Iterable[Correction], prefix: str) -> str:
    """The name of a row that is added by hand now.

    >>> next_row([Correction("parties.*.name", "+2", "李四")], "parties")
    '+3'
    """
    taken = [int(each.row[1:]) for each in corrections if each.row.startswith(NEW) and each.path.split(".")[0] == prefix]
    return f"{NEW}{max(taken, default=0) + 1}"


def whole_row(correction: Correction) -> bool:
    """Whether the correction is about a row itself, not about a blank of it."""
    return bool(correction.row) and correction.path.partition(".")[2] in {"", "*"}


def pattern(path: str) -> str:
    """A path with its row's number written `*`.

    >>> pattern("parties.0.contribution.amount"), pattern("name")
    ('parties.*.contribution.amount', 'name')
    """
    return ".".join("*" if step.isdecimal() else step for step in path.split("."))


def _rows_by_name(form: Form, corrections: Iterable[Correction]) -> dict[tuple[str, str], str]:
    """List and row name to the row's path."""
    given = tuple(corrections)
    prefixes = {each.path.split(".")[0] for each in given if each.row}
    return {(prefix, name): path for prefix in prefixes for path, name in rows(form, given, prefix).items()}


def _row_name(name: str, place: int, several: int) -> str:
    return f"{name}#{place}/{several}" if several > 1 else name or "#"


def _path(correction: Correction, places: Mapping[tuple[str, str], str]) -> str | None:
    if not correction.row:
        return correction.path
    head, _, rest = correction.path.partition(".")
    row = places.get((head, correction.row))
    column = rest.removeprefix("*").removeprefix(".")
    return row if row is None or not column else f"{row}.{column}"


def _said_later(form: Form, path: str, correction: Correction, numbers: Sequence[int]) -> bool:
    """Whether a turn after the correction speaks of this blank itself; what is only worked out overrules no hand."""
    answer = form.answers.get(path)
    spoken = [*(answer.evidence if answer and answer.source is Source.SAID else ()), *(each for ask in form.asks if ask.field == path for each in ask.evidence)]
    return any(each.turn < len(numbers) and numbers[each.turn] > correction.after for each in spoken)


def _laid(form: Form, placed: Mapping[str, Correction]) -> Form:
    removed = [path for path, each in placed.items() if whole_row(each) and each.value is None]
    emptied = {path for path, each in placed.items() if each.value is None and not whole_row(each)}
    gone = emptied | {path for path in form.answers for row in removed if path.startswith(f"{row}.")}
    typed = {
        path: Answer(each.value, Source.TYPED)
        for path, each in placed.items()
        if each.value is not None and not whole_row(each) and not any(path.startswith(f"{row}.") for row in removed)
    }
    left = tuple(ask for ask in form.asks if ask.field not in emptied and not any(ask.field.startswith(f"{row}.") for row in removed))
    return replace(form.without(gone), asks=left).with_answers(typed)


def _plain(value: Value | None) -> Any:
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value


def _frozen(value: Any) -> Value | None:
    return tuple(value) if isinstance(value, list) else value
