"""What the office holds of a person beside their account (个人资料): each app that holds something says how it is shown, handed out and deleted.

The apps above enter themselves when they start; this one, which lies below them, knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gaoxing.office.people.models import Person

Rows = list[dict[str, Any]]

Files = Iterable[tuple[str, Callable[[], bytes]]]
"""Paths within what a person takes along, each with the reading of its content, which may raise a Fault."""


@dataclass(frozen=True)
class Holding:
    """One kind of record: its word in the export, its official term, the records as JSON, their numbers as the audit knows them, their deletion,
    the official labels of what was shown whole of them, by the record's number and the moment, and the files that belong to them.
    """

    word: str
    term: str
    rows: Callable[[Person], Rows]
    numbers: Callable[[Person], list[int]]
    delete: Callable[[Person, datetime], int]
    shown: Callable[[Person], Mapping[tuple[int, datetime], str]] = lambda person: {}
    files: Callable[[Person], Files] = lambda person: ()


_HELD: dict[str, Holding] = {}


def enter(holding: Holding) -> None:
    """Enter a kind of record; entering it again changes nothing."""
    _HELD[holding.word] = holding


def held() -> tuple[Holding, ...]:
    """Every kind of record."""
    return tuple(_HELD.values())
