"""Opening the records of a figure (数字的明细): each kind of record by its own room's permission, so that nobody sees through a number what they may not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from gaoxing.office.people.models import Person

WHOLE: Mapping[str, Callable[[Person, date], bool]] = {}
"""Kind of record → whether somebody sees all of that kind."""


def opens(kind: str, person: Person, *, on: date) -> bool:
    """Whether somebody sees every record of a kind: only then a number leads to them."""
    return kind in WHOLE and WHOLE[kind](person, on)
