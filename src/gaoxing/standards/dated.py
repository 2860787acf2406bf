"""Figures of law with the days they hold (法定数字的施行日期): each figure is a list of versions with `value`, `from`, `basis` and, where it ended, `until`.

>>> table = {"limit": [{"value": 50, "from": date(2006, 1, 1), "basis": "…"}, {"value": 60, "from": date(2030, 1, 1), "basis": "…"}]}
>>> in_force(table, date(2026, 11, 24)), in_force(table, date(2030, 1, 1)), in_force(table, date(2000, 1, 1))
({'limit': 50}, {'limit': 60}, {})
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

Table = Mapping[str, Sequence[Mapping[str, Any]]]
"""A figure's name → its versions."""


def in_force(table: Path | Table, on: date) -> Mapping[str, Any]:
    """The value of every figure of a table (or of a TOML file) that holds on the day; one that holds no more or not yet is left out.

    Raises KeyError where a version lacks `value`, `from` or `basis`, OSError or ValueError where the file cannot be read.
    """
    versions = load(table) if isinstance(table, Path) else table
    return {name: value for name, rows in versions.items() if (value := _value(rows, on)) is not None}


@cache
def load(path: Path) -> Table:
    """The table in a TOML file, read once."""
    table: Table = tomllib.loads(path.read_text(encoding="utf-8"))
    return table


def _value(rows: Sequence[Mapping[str, Any]], on: date) -> Any:
    """The value of the newest version in force; each version must name its article."""
    holding = [row for row in rows if row["basis"] and row["from"] <= on and on < row.get("until", date.max)]
    return max(holding, key=_since)["value"] if holding else None


def _since(row: Mapping[str, Any]) -> date:
    since: date = row["from"]
    return since
