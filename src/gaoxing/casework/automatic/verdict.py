"""The verdict of an examination at once (自动审查结论): conditions and facts in, a verdict out that names every condition that held and every one that did not.

A verdict only ever says yes; where it does not, a clerk decides. The conditions are data (`conditions.toml`).

>>> known = {each.fact: each.must for each in conditions()}
>>> verdict(known).decided
True
>>> [each.id for each in verdict({**known, "uploads": 2}).unmet]
['nothing_uploaded']
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gaoxing.casework.table import Facts, Guard

_SOURCE = "conditions.toml"


@dataclass(frozen=True)
class Condition(Guard):
    """What must hold (自动审查条件): `term` says that it does, `sentence` what it means where it does not; `basis` cites."""

    term: str
    term_english: str
    basis: str


@dataclass(frozen=True)
class Verdict:
    """What came of an examination: the conditions that held, and those that did not, in the order of the rules."""

    met: tuple[Condition, ...]
    unmet: tuple[Condition, ...]

    @property
    def decided(self) -> bool:
        """Whether the case may be decided at once."""
        return not self.unmet


def verdict(facts: Facts) -> Verdict:
    """Every condition against the facts. A fact that nobody worked out holds nothing: its condition is unmet."""
    held = [(each, each.fact in facts and each.holds(facts)) for each in conditions()]
    return Verdict(tuple(each for each, holds in held if holds), tuple(each for each, holds in held if not holds))


@cache
def conditions() -> tuple[Condition, ...]:
    """The conditions in the order in which they are told. Raises ValueError where `conditions.toml` is not written rightly."""
    rows = _data()["conditions"]
    try:
        return tuple(Condition(id=name, **row) for name, row in rows.items())
    except TypeError as fault:
        raise ValueError(f"{_SOURCE}: {fault}") from fault


def condition(name: str) -> Condition | None:
    """The condition of that id; None where the rules no longer have it."""
    return next((each for each in conditions() if each.id == name), None)


@cache
def harmless() -> frozenset[str]:
    """The warnings (ids of rules) that send nothing to a clerk."""
    return frozenset(_data()["harmless"])


@cache
def covered() -> frozenset[str]:
    """The matters that may be decided so."""
    return frozenset(_data()["matters"])


@cache
def version() -> str:
    """By which conditions something was decided: the first sixteen digits of the SHA-256 of their text."""
    return hashlib.sha256(_text().encode()).hexdigest()[:16]


@cache
def _text() -> str:
    return (files("gaoxing.casework.automatic") / _SOURCE).read_text(encoding="utf-8")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_text())
