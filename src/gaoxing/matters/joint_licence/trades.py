"""Trades, their questions and their licences (行业、情形问题、所需许可): the facts of `trades.toml`, and what follows from the answers.

>>> licences("freight_co", {"vehicle_over_4500kg": True})
('business_licence', 'seal_filing', 'road_freight')
>>> open_questions("restaurant", {"area": 80, "has_sign": True, "sells_tobacco": False})
('to_sewer',)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("trades.toml")

Answers = Mapping[str, bool | int | float]
"""A question's id to yes, no or a number; only what was said."""

Condition = Mapping[str, Any]
"""`{question, is}`, `{question, over}`, `{all}`, `{any}` or `{not}`."""


@dataclass(frozen=True)
class Trade:
    """A trade (行业): the licences it may need, in the catalogue's order, and the conditions of those that are not always needed."""

    id: str
    name: str
    licences: tuple[str, ...]
    conditions: Mapping[str, Condition]


@dataclass(frozen=True)
class Licence:
    """A licence, permit or filing (许可事项): what it is called, what is handed out, who decides, before or after registration, by what law."""

    id: str
    name: str
    result: str
    authority: str
    stage: str
    basis: str


@dataclass(frozen=True)
class Question:
    """A question about the business (情形问题): its words, and whether the answer is yes or no (`bool`) or a `number`."""

    id: str
    text: str
    kind: str


@cache
def trades() -> Mapping[str, Trade]:
    """Every trade by its id, in the table's order."""
    return {key: Trade(key, each["name"], tuple(each["licences"]), each.get("if", {})) for key, each in _table()["trade"].items()}


@cache
def all_licences() -> Mapping[str, Licence]:
    """Every licence by its id, in the table's order."""
    return {key: Licence(key, **each) for key, each in _table()["licence"].items()}


@cache
def questions() -> Mapping[str, Question]:
    """Every question by its id, in the table's order."""
    return {key: Question(key, **each) for key, each in _table()["question"].items()}


def licences(trade: str, answers: Answers) -> tuple[str, ...]:
    """The licences that this trade needs by these answers; a question not answered counts as no. Raises KeyError for an unknown trade."""
    known = trades()[trade]
    return tuple(each for each in known.licences if _holds(known.conditions.get(each, {}), answers, unknown=False))


def open_questions(trade: str, answers: Answers) -> tuple[str, ...]:
    """The unanswered questions on which a licence of this trade still hangs, in the order of its conditions. Raises KeyError for an unknown trade."""
    known = trades()[trade]
    hanging = (each for each in known.conditions.values() if _holds(each, answers, unknown=None) is None)
    return tuple(dict.fromkeys(asked for each in hanging for asked in _asked(each) if asked not in answers))


def deciding(trade: str, licence: str) -> tuple[str, ...]:
    """The questions on whose answers this licence hangs; nothing where it is always needed. Raises KeyError for an unknown trade."""
    return tuple(_asked(trades()[trade].conditions.get(licence, {})))


def _holds(condition: Condition, answers: Answers, *, unknown: bool | None) -> bool | None:
    """Whether the condition holds, an unanswered question being `unknown`; None where that leaves it open."""
    if not condition:
        return True
    if "not" in condition:
        inner = _holds(condition["not"], answers, unknown=unknown)
        return None if inner is None else not inner
    for word, settling in (("all", False), ("any", True)):
        if word in condition:
            parts = [_holds(each, answers, unknown=unknown) for each in condition[word]]
            return settling if settling in parts else None if None in parts else not settling
    value = answers.get(condition["question"])
    if value is None:
        return unknown
    return value > condition["over"] if "over" in condition else value is condition["is"]


def _asked(condition: Condition) -> Iterator[str]:
    if "question" in condition:
        yield condition["question"]
    for word in ("all", "any"):
        for each in condition.get(word, ()):
            yield from _asked(each)
    if "not" in condition:
        yield from _asked(condition["not"])


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
