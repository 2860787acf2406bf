r"""What a zone's table does to whole plans (算例): the fifteen worked examples, each reckoned by the one catalogue and by the other.

>>> from datetime import date
>>> from gaoxing.matters.joint_licence.permits.loading import shipped
>>> from gaoxing.matters.joint_licence.zone_tables.editing import known_with
>>> found = rippled(shipped(), known_with("[licence.tobacco_retail]\npromised = 7"), date(2026, 11, 25))
>>> [(each.trade, each.days) for each in found][:2]
[('餐饮店', (20, 10)), ('便利店', (20, 7))]
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.matters.joint_licence.bundle.papers import Way, papers
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue
from gaoxing.matters.joint_licence.planning.plan import plan
from gaoxing.matters.joint_licence.trades import licences

TABLE = Path(__file__).with_name("examples.toml")


@dataclass(frozen=True)
class Example:
    """A worked example (算例): a trade and what was answered."""

    trade: str
    answers: Answers


@dataclass(frozen=True)
class Reckoned:
    """What an example comes to: working days until the opening, its licences and what the applicant brings, by id with the names."""

    days: int
    licences: Mapping[str, str]
    papers: Mapping[str, str]


@dataclass(frozen=True)
class Ripple:
    """An example that comes to something else: its trade and answers in words, working days before and after, what comes and goes by name."""

    trade: str
    told: str
    days: tuple[int, int]
    licences_more: tuple[str, ...]
    licences_fewer: tuple[str, ...]
    papers_more: tuple[str, ...]
    papers_fewer: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Every attribute in plain JSON types."""
        return {word: list(value) if isinstance(value, tuple) else value for word, value in vars(self).items()}


@cache
def examples() -> tuple[Example, ...]:
    """The worked examples, in the table's order."""
    return tuple(Example(**row) for row in tomllib.loads(TABLE.read_text(encoding="utf-8"))["example"])


def rippled(old: Catalogue, new: Catalogue, on: date) -> tuple[Ripple, ...]:
    """The examples that come to something else by the new catalogue, applied for on the day; one of a trade that it no longer has is left out."""
    found = ((each, reckoned(each, old, on), reckoned(each, new, on)) for each in examples() if each.trade in new.trades and each.trade in old.trades)
    return tuple(_ripple(each, before, after, new) for each, before, after in found if before != after)


def reckoned(example: Example, known: Catalogue, on: date) -> Reckoned:
    """An example by a catalogue, applied for on the day. Raises KeyError where the catalogue does not know its trade."""
    wanted = licences(example.trade, example.answers, known)
    brought = [each.material for each in papers(wanted, example.answers, known) if each.way is Way.UPLOAD]
    days = plan(wanted, example.answers, on, known=known).working_days
    return Reckoned(days, {each: known.licences[each].name for each in wanted}, {each.id: each.name for each in brought})


def _ripple(example: Example, before: Reckoned, after: Reckoned, known: Catalogue) -> Ripple:
    told = "，".join(known.questions[key].told(value) for key, value in example.answers.items() if value is not False and key in known.questions)
    return Ripple(
        known.trades[example.trade].plain,
        told,
        (before.days, after.days),
        _gone(after.licences, before.licences),
        _gone(before.licences, after.licences),
        _gone(after.papers, before.papers),
        _gone(before.papers, after.papers),
    )


def _gone(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for key, name in one.items() if key not in other)
