"""The policy table (权限表): which role may do which act, under which condition. It is data (`policy.toml`); this module reads it and answers.

>>> table()["see_case"].conditions["applicant"]
'own'
>>> sorted(table()["add_person"].conditions)
['system_administrator']
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from gaoxing.office.language import in_english
from gaoxing.office.people.roles import ADMINISTRATORS, Role

ALWAYS = "always"
"""The condition that asks nothing further."""


@dataclass(frozen=True)
class Act:
    """An act (事权): its name in code, its official term, the condition by role, whether it may be passed on, and its English."""

    name: str
    term: str
    conditions: Mapping[str, str]
    delegable: bool = False
    english: str = ""

    @property
    def spoken(self) -> str:
        """What the act is called in the language of the page."""
        return self.english if in_english() else self.term


@cache
def table() -> Mapping[str, Act]:
    """Every act by name. Raises ValueError where a role is unknown, or an administration's act could be passed on."""
    stored = tomllib.loads(files("gaoxing.office.people").joinpath("policy.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: _act(name, dict(row)) for name, row in stored.items()})


def conditions(act: str, roles: Iterable[str]) -> frozenset[str]:
    """The conditions under which somebody in these roles may do the act; none where they may not. Raises KeyError for an unknown act."""
    known = table()[act].conditions
    return frozenset(known[role] for role in roles if role in known)


def delegable() -> tuple[Act, ...]:
    """The acts that may be passed on."""
    return tuple(act for act in table().values() if act.delegable)


def _act(name: str, row: dict[str, object]) -> Act:
    term, passed_on, english = str(row.pop("term")), bool(row.pop("delegable", False)), str(row.pop("english", ""))
    unknown = set(row) - set(Role.values)
    if unknown or (passed_on and ADMINISTRATORS & set(row)):
        raise ValueError(f"policy.toml [{name}]: {sorted(unknown) or 'an administration is not passed on'}")
    return Act(name, term, MappingProxyType({role: str(condition) for role, condition in row.items()}), passed_on, english)
