"""The limits of what does not get done (办不成事的时限): data of `limits.toml`, each with its source there, none of them confirmed [K].

>>> limits().contact_hours, limits().days["whole"], limits().watch_days
(1, 15, 90)
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_SOURCE = "limits.toml"
_DAYS = {"whole", "again", "extension_most", "call_back", "mend", "double_red"}
_SECTIONS = {"contact_hours", "watch_days", "days"}


@dataclass(frozen=True)
class Limits:
    """Every limit: `contact_hours` of office time, `watch_days` natural, `days` working days by name as in the file."""

    contact_hours: int
    watch_days: int
    days: Mapping[str, int]


def load(text: str) -> Limits:
    """The limits of a TOML text, checked. Raises ValueError that says what is missing, unknown or no number from 1."""
    told: Mapping[str, Any] = tomllib.loads(text)
    days = dict(told.get("days", {}))
    odd = sorted((set(told) ^ _SECTIONS) | (set(days) ^ _DAYS))
    if odd:
        raise ValueError(f"limits: unknown or missing: {', '.join(odd)}")
    counted = {**days, "contact_hours": told["contact_hours"], "watch_days": told["watch_days"]}
    if faults := [name for name, count in counted.items() if type(count) is not int or count < 1]:
        raise ValueError(f"limits: must be a whole number from 1: {', '.join(faults)}")
    return Limits(told["contact_hours"], told["watch_days"], days)


@cache
def limits() -> Limits:
    """The limits that lie in this folder."""
    return load(files("gaoxing.casework.escalations").joinpath(_SOURCE).read_text(encoding="utf-8"))
