"""Scores a reader of spoken figures against `ladder_said.jsonl` (leaf by leaf): F1, precision, what was filled that must not be, what was asked.

Rows go by their key, not their place: a year's figure is `years[2025].revenue`. Of a row of years the year itself is no leaf (it is the key); of a certificate
its kind is, of a round of financing its day. It imports nothing of `src`: a reader is handed in as a function from a case to (form, asked paths).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LADDER = Path(__file__).with_name("ladder_said.jsonl")
KEYS = {"years": "year", "certificates": "kind", "financing": "date"}
ROW_IS_KEY_ALONE = {"years"}
Read = Callable[[Mapping[str, Any]], tuple[Mapping[str, Any], Iterable[str]]]


@dataclass(frozen=True)
class Scored:
    """What came of one case: leaves that are right, wrong or beyond, lacking; forbidden ones that were filled; questions wanted and not asked."""

    id: str
    right: frozenset[str]
    wrong: frozenset[str]
    lacking: frozenset[str]
    forbidden: frozenset[str]
    unasked: frozenset[str]
    asked: frozenset[str]


@dataclass(frozen=True)
class Total:
    """The measures over all cases."""

    f1: float
    precision: float
    recall: float
    whole: float
    forbidden: int
    asked: float


def cases() -> list[dict[str, Any]]:
    """Every case of the file."""
    return [json.loads(line) for line in LADDER.read_text(encoding="utf-8").splitlines()]


def leaves(form: Mapping[str, Any]) -> dict[str, str]:
    """The form as leaf → value in JSON; rows by their key (`?` where the row has none)."""
    return dict(_leaves(form))


def _leaves(form: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in form.items():
        if name not in KEYS:
            yield name, _told(value)
            continue
        for row in value:
            key = row.get(KEYS[name], "?")
            columns = {column: each for column, each in row.items() if not (column == KEYS[name] and name in ROW_IS_KEY_ALONE)}
            yield from ((f"{name}[{key}].{column}", _told(each)) for column, each in columns.items())


def _told(value: Any) -> str:
    return json.dumps(sorted(value) if isinstance(value, list | tuple) else value, ensure_ascii=False, sort_keys=True)


def is_under(leaf: str, path: str) -> bool:
    """Whether a leaf is what a path of `must_not` or `ask` names: a blank, a row, a row's column, any row (`[*]`), a whole list."""
    pattern = re.escape(path).replace(r"\[\*\]", r"\[[^\]]*\]")
    return re.fullmatch(rf"{pattern}(?:\[[^\]]*\])?(?:\.[a-z_]+)?", leaf) is not None


def score(case: Mapping[str, Any], form: Mapping[str, Any], asked: Iterable[str]) -> Scored:
    """One case beside what was read of it. What `may` be read counts neither way if it has that value."""
    wanted, may, told, questions = leaves(case["form"]), leaves(case.get("may", {})), leaves(form), frozenset(asked)
    beside = {leaf for leaf, value in told.items() if leaf not in wanted and may.get(leaf) == value}
    right = frozenset(leaf for leaf, value in told.items() if wanted.get(leaf) == value)
    wrong = frozenset(told) - right - beside
    forbidden = frozenset(leaf for leaf in told for path in case.get("must_not", ()) if is_under(leaf, path))
    unasked = frozenset(path for path in case.get("ask", ()) if not any(is_under(leaf, path) or leaf == path for leaf in questions))
    return Scored(case["id"], right, wrong, frozenset(wanted) - right, forbidden, unasked, questions)


def total(scored: Iterable[Scored], wanted_questions: int) -> Total:
    """All cases together."""
    found = list(scored)
    right, wrong, lacking = (sum(len(getattr(each, name)) for each in found) for name in ("right", "wrong", "lacking"))
    precision, recall = right / max(right + wrong, 1), right / max(right + lacking, 1)
    whole = sum(not (each.wrong or each.lacking or each.forbidden or each.unasked) for each in found) / max(len(found), 1)
    unasked = sum(len(each.unasked) for each in found)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Total(f1, precision, recall, whole, sum(len(each.forbidden) for each in found), 1 - unasked / max(wanted_questions, 1))


def scored_all(read: Read) -> tuple[list[Scored], Total]:
    """Every case read by a reader, and the measures."""
    told = cases()
    found = [score(case, *read(case)) for case in told]
    return found, total(found, sum(len(case.get("ask", ())) for case in told))
