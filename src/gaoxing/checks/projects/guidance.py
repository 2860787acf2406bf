"""Guidance before filing (备案前辅导): blank by blank what people get wrong with a good sample, and what filing is not. Data of `guidance.toml`.

>>> blanks()[0].id, "许可" in after()[0].told
('enterprise', True)
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("guidance.toml")


@dataclass(frozen=True)
class Hint:
    """A blank's hint: what people get wrong, in both languages, a good sample, and where that is from."""

    id: str
    wrong: str
    wrong_english: str
    sample: str
    basis: str


@dataclass(frozen=True)
class Afterwards:
    """What still holds once a project is filed, in both languages, and its article."""

    told: str
    english: str
    basis: str


def blanks() -> tuple[Hint, ...]:
    """The hints in the order of the form. A blank without one has nothing that people often get wrong."""
    return tuple(Hint(**each) for each in _file()["blank"])


def after() -> tuple[Afterwards, ...]:
    """What filing is not, and what comes after it."""
    return tuple(Afterwards(**each) for each in _file()["after"])


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
