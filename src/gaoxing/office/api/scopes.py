"""What a token may be given to do (接口权限): `scopes.toml`. A scope only narrows what its person may do; it never adds to it.

>>> scopes()["handle"].acts
('handle_case',)
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from gaoxing.office.language import in_english
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may


@dataclass(frozen=True)
class Scope:
    """One scope: its word, official term and English, and the acts of the policy table of which its person needs one."""

    name: str
    term: str
    english: str
    acts: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """What it is called in the language of the page."""
        return self.english if in_english() else self.term


@cache
def scopes() -> Mapping[str, Scope]:
    """Every scope by its word, in the order of the file."""
    rows = tomllib.loads((files("gaoxing.office.api") / "scopes.toml").read_text(encoding="utf-8"))
    return {name: Scope(name, row["term"], row["english"], tuple(row.get("acts", ()))) for name, row in rows.items()}


def within(person: Person, name: str, *, on: date) -> bool:
    """Whether the person may do today what a scope stands for; a token keeps its scopes when its person loses a role, and may no more than they."""
    known = scopes().get(name)
    return known is not None and _able(person, known, on)


def open_to(person: Person, *, on: date) -> tuple[Scope, ...]:
    """The scopes that a person may give to a token on a day."""
    return tuple(each for each in scopes().values() if _able(person, each, on))


def _able(person: Person, scope: Scope, on: date) -> bool:
    return not scope.acts or any(may(person, act, on=on) for act in scope.acts)
