"""A deed's wording beside the words it came from (逐条对照): every value in a clause leads to what was said for it, and back.

Only papers of running text have clauses; what an official form holds is seen on the sheet of the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gaoxing.documents.document import Layout
from gaoxing.office.frontdesk.addresses import editor
from gaoxing.office.frontdesk.marks import origins
from gaoxing.office.frontdesk.masking import mask, mask_numbers
from gaoxing.office.frontdesk.origin import note
from gaoxing.office.frontdesk.queries import Desk
from gaoxing.office.frontdesk.sheet import label_at

Runs = list[dict[str, str]]


@dataclass(frozen=True)
class Part:
    """A stretch of a clause: its text, and the number of its origin where it is a value (0 for the wording itself). Empty text is a blank to write in."""

    text: str
    origin: int = 0
    first: bool = False


@dataclass(frozen=True)
class Clause:
    """A block of the deed (条款): `kind` and `number` as the deed has them, the rule it rests on, its stretches, and the cells of a table or of signatures."""

    kind: str
    number: str
    basis: str
    parts: tuple[Part, ...]
    head: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[Part, ...], ...], ...] = ()


@dataclass(frozen=True)
class Origin:
    """Where a value came from (出处): the blank's label and value, the words quoted or the note beside it, where it is changed, and what else on the paper
    was worked out from it, such as a sum in words or how many there are.
    """

    number: int
    label: str
    text: str
    quote: str
    note: str
    change: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deed:
    """The page: the deed's title and basis, its clauses, and the origin of each value in the order in which it first stands."""

    title: str
    basis: str
    clauses: tuple[Clause, ...]
    origins: tuple[Origin, ...]


def has_clauses(layout: Layout) -> bool:
    """Whether the paper is one of running text."""
    return "blocks" in layout.values


def deed(layout: Layout, shown: Desk) -> Deed | None:
    """The deed beside its words; None for a paper without clauses, or where there is no form."""
    if not has_clauses(layout) or shown.form is None or shown.matter is None:
        return None
    found = _Origins(shown)
    clauses = tuple(_clause(block, found) for block in layout.values["blocks"])
    return Deed(layout.title, layout.basis, clauses, tuple(found.listed()))


class _Origins:
    """The blanks met so far, each with its number."""

    def __init__(self, shown: Desk) -> None:
        self._shown = shown
        self._numbers: dict[str, int] = {}
        self._texts: dict[str, list[str]] = {}
        self._quoted = origins(shown.matter, shown.form, shown.words) if shown.matter and shown.form else {}

    def parts(self, runs: Runs) -> tuple[Part, ...]:
        return tuple(self._part(each["text"], each["path"]) for each in runs)

    def _part(self, text: str, path: str) -> Part:
        if not path or not text or self._shown.form is None or path not in self._shown.form.answers:
            return Part(mask_numbers(text))
        first = path not in self._numbers
        number = self._numbers.setdefault(path, len(self._numbers) + 1)
        hidden = mask(text) if self._private(path) else mask_numbers(text)
        drawn = self._texts.setdefault(path, [])
        if hidden not in drawn:
            drawn.append(hidden)
        return Part(hidden, number, first)

    def listed(self) -> Iterator[Origin]:
        for path, number in self._numbers.items():
            text, *also = self._texts[path]
            quote, change = self._quoted.get(path, ""), editor(path, onward="check")
            yield Origin(number, self._label(path), text, quote, self._note(path), change, tuple(also))

    def _label(self, path: str) -> str:
        matter, form = self._shown.matter, self._shown.form
        return label_at(matter, form, path) if matter and form else path

    def _note(self, path: str) -> str:
        by_hand = self._shown.taken.by_hand
        return note(self._shown.form, path, self._shown.words, by_hand, private=self._private(path)) if self._shown.form else ""

    def _private(self, path: str) -> bool:
        known = self._shown.matter.blank(path) if self._shown.matter else None
        return known is not None and known.private


def _clause(block: Mapping[str, Any], found: _Origins) -> Clause:
    rows = tuple(_cells(row, found) for row in block["rows"])
    return Clause(block["kind"], block["number"], block["basis"], found.parts(block["runs"]), tuple(block["head"]), rows)


def _cells(row: Iterable[Runs], found: _Origins) -> tuple[tuple[Part, ...], ...]:
    return tuple(found.parts(cell) for cell in row)
