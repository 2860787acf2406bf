"""The rules for names by number (名称规则表): instrument, article, days in force, and the verdict that one alone gives.

>>> rule_in_force("B1", date(2026, 11, 24)).basis
'《企业名称登记管理规定》第十七条'
>>> rule_in_force("B1", date(2020, 1, 1)) is None
True
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from gaoxing.names.judgement import Finding, Verdict
from gaoxing.names.name import Name

TABLE = Path(__file__).with_name("rules.toml")


@dataclass(frozen=True)
class NameRule:
    """A rule for names (名称规则). `until` is exclusive; date.max: still in force."""

    id: str
    verdict: Verdict
    basis: str
    since: date
    until: date = date.max

    def in_force(self, on: date) -> bool:
        """Whether it holds on that day."""
        return self.since <= on < self.until


@cache
def rule_book() -> Mapping[str, NameRule]:
    """Every rule by its number."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["rule"]
    return {row["id"]: NameRule(row["id"], Verdict(row["verdict"]), row["basis"], row["since"], row.get("until", date.max)) for row in rows}


def rule_in_force(rule_id: str, on: date) -> NameRule | None:
    """The rule, or None where it does not hold on that day. Raises KeyError for a number that no rule has."""
    found = rule_book()[rule_id]
    return found if found.in_force(on) else None


def found(rule_id: str, on: date, name: Name, span: tuple[int, int], message: str, remedy: str) -> tuple[Finding, ...]:
    """One finding under that rule about `name.text[start:end]`; none where the rule is not in force."""
    holding = rule_in_force(rule_id, on)
    if holding is None:
        return ()
    return (Finding(rule_id, holding.verdict, *span, name.text[slice(*span)], message, remedy, holding.basis),)
