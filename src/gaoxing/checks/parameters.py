"""The figures of law in force on a day (法定数字): limits, periods and lists, each with the date it holds from and its article.

A table is TOML: a figure is a list of its versions, `[[figure]]` with `value`, `from`, `basis` and, where it ended, `until` (exclusive).

>>> table = {"limit": [{"value": 50, "from": date(2006, 1, 1), "basis": "…"}, {"value": 60, "from": date(2030, 1, 1), "basis": "…"}]}
>>> in_force(table, date(2026, 11, 24)), in_force(table, date(2030, 1, 1)), in_force(table, date(2000, 1, 1))
({'limit': 50}, {'limit': 60}, {})
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gaoxing.checks.rule import Figures
from gaoxing.standards.dated import Table, in_force, load

__all__ = ["SHARED", "Table", "in_force", "load", "merged"]

SHARED = Path(__file__).parent / "registration.toml"
"""The figures that several registrations need."""


def merged(tables: Sequence[Path], on: date) -> Figures:
    """The figures of several tables; a later table overrides an earlier one."""
    return {name: value for table in tables for name, value in in_force(table, on).items()}
