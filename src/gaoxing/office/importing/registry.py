"""The kinds of lists that can be imported (导入的种类): each app enters its own when it starts; this room knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gaoxing.engines.workbook import MOST, Column, Value
from gaoxing.office.importing.models import ImportLine
from gaoxing.office.people.models import Person

Verdict = ImportLine.Verdict


@dataclass(frozen=True)
class Given:
    """A row as it was read: its number in the file and its values by column; `kept` is what judging it left for the taking in."""

    number: int
    values: Mapping[str, Value]
    kept: Mapping[str, Any] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """The text of a column; empty where the row has none."""
        return str(self.values.get(column, ""))


@dataclass(frozen=True)
class Judged:
    """What taking a row in would do, with sentences for people; `kept` (JSON) is handed back when it is taken in, `subject` the record it is about."""

    verdict: Verdict
    told: tuple[str, ...] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)
    subject: int | None = None


Judge = Callable[[Sequence[Given], Person, datetime], Sequence[Judged]]
"""Judges some rows, in their order, one answer each; changes nothing."""

Apply = Callable[[Given, Person, datetime], int | None]
"""Takes one row in; the number of its record. Raises NotAllowed with a sentence: then nothing of this row is done."""


@dataclass(frozen=True)
class Importer:
    """A kind of list: its word in addresses, what it is called and for, its columns, and the act of the policy table that importing it needs.

    `key`: columns that together may not come twice in a file; `alone`: columns none of whose values may, where a row has one.
    `judge` is handed rows whose cells are all sound, `at_once` at a time; `apply` those that are new or changed. `after` is the route
    to which the page leads on when it is done; `masked` are columns whose telephones and identity numbers no page shows whole.
    """

    kind: str
    title: Any
    told: Any
    columns: tuple[Column, ...]
    act: str
    judge: Judge
    apply: Apply
    key: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    most: int = MOST
    at_once: int = 200
    after: str = ""
    masked: tuple[str, ...] = ()


_ENTERED: dict[str, Importer] = {}


def enter(importer: Importer) -> None:
    """Enter a kind of list; entering it again changes nothing."""
    _ENTERED[importer.kind] = importer


def importers() -> tuple[Importer, ...]:
    """Every kind, in the order in which they were entered."""
    return tuple(_ENTERED.values())


def importer(kind: str) -> Importer | None:
    """The kind of a word; None where there is none."""
    return _ENTERED.get(kind)
