"""The five levels, the reasons and the terms of the ratings (好差评的等级): data of `scale.toml`.

>>> [each.id for each in levels().values() if each.low]
['dissatisfied', 'very_dissatisfied']
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gaoxing.office.language import in_english


@dataclass(frozen=True)
class Choice:
    """A level or a reason: its id, its term and English; `low` is a level that is called back."""

    id: str
    term: str
    english: str
    low: bool = False

    @property
    def spoken(self) -> str:
        """The term in the language of the page."""
        return self.english if in_english() else self.term


@dataclass(frozen=True)
class Days:
    """Terms in days; `call_back` counts working days."""

    change: int
    link: int
    call_back: int
    kept: int


@cache
def levels() -> Mapping[str, Choice]:
    """Every level by its id, the best first."""
    return _choices("levels")


@cache
def reasons() -> Mapping[str, Choice]:
    """Every reason for a low level by its id."""
    return _choices("reasons")


@cache
def days() -> Days:
    """The terms."""
    return Days(**_stored()["days"])


def low() -> tuple[str, ...]:
    """The ids of the levels that are called back."""
    return tuple(each.id for each in levels().values() if each.low)


def _choices(kind: str) -> Mapping[str, Choice]:
    return {name: Choice(name, **row) for name, row in _stored()[kind].items()}


def _stored() -> dict[str, Any]:
    return tomllib.loads((files("gaoxing.office.ratings") / "scale.toml").read_text(encoding="utf-8"))
