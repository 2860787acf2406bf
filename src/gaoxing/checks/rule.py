"""A rule (审查规则) and what it finds (审查意见).

A rule is a plain function of a form, a date and the figures of the law in force on that date. It gives a Finding or None; it never raises
for an applicant's mistake, asks no clock and reads no database. About what was not said it gives no finding: `missing()` asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from gaoxing.forms.form import Form

Figures = Mapping[str, Any]
"""The figures of the law in force on the day: `parameters.in_force(table, on)`."""


class Level(StrEnum):
    """How much a finding weighs (等级): no final form, a clerk looks, shown and passed, or only good to know: nothing on the form is wrong."""

    REJECT = "reject"
    MANUAL = "manual"
    WARN = "warn"
    INFORM = "inform"


@dataclass(frozen=True)
class Finding:
    """What a rule found: the blanks it concerns (first the one to mend), and a sentence that says what is wrong and what to do."""

    rule: str
    fields: tuple[str, ...]
    level: Level
    message: str
    basis: str

    @property
    def informs(self) -> bool:
        """Whether it only informs (供参考): what the law wants afterwards or beside the form; nothing has to be mended."""
        return self.level is Level.INFORM

    @property
    def field(self) -> str:
        """The blank to mend first; empty where the form as a whole is meant."""
        return self.fields[0] if self.fields else ""

    def to_json(self) -> dict[str, Any]:
        """`{"rule", "field", "fields", "level", "message", "basis"}`."""
        return {
            "rule": self.rule,
            "field": self.field,
            "fields": list(self.fields),
            "level": str(self.level),
            "message": self.message,
            "basis": self.basis,
        }


Told = tuple[str, *tuple[str, ...]]
"""What a rule's function returns: the message, then the paths of the blanks it concerns."""


@dataclass(frozen=True)
class Rule:
    """A rule of the law: its number, instrument and article, level, and the dates in force (`until` exclusive, None: still)."""

    id: str
    basis: str
    level: Level
    since: date
    until: date | None
    judge: Callable[[Form, date, Figures], Told | None]

    def in_force(self, on: date) -> bool:
        """Whether the rule holds on that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def apply(self, form: Form, on: date, figures: Figures) -> Finding | None:
        """The finding, or None where the form is in order or the rule is not in force."""
        told = self.judge(form, on, figures) if self.in_force(on) else None
        return None if told is None else Finding(self.id, tuple(told[1:]), self.level, told[0], self.basis)


def rule(rule_id: str, *, basis: str, level: Level, since: date, until: date | None = None) -> Callable[[Callable[[Form, date, Figures], Told | None]], Rule]:
    """Make a rule of a function; its docstring is the article in plain words."""

    def made(judge: Callable[[Form, date, Figures], Told | None]) -> Rule:
        return Rule(rule_id, basis, level, since, until, judge)

    return made


def check(form: Form, rules: Iterable[Rule], on: date, figures: Figures) -> tuple[Finding, ...]:
    """All findings at once, the heaviest first, in the rules' order."""
    found = [finding for each in rules if (finding := each.apply(form, on, figures)) is not None]
    weight = tuple(Level)
    return tuple(sorted(found, key=lambda finding: weight.index(finding.level)))
