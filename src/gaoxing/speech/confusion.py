"""How far one sound is from another (混淆代价), by confusions.toml.

>>> from gaoxing.speech.syllable import parse
>>> distance(parse("zhang1"), parse("zhang1")), distance(parse("zan1"), parse("zhang1")), distance(parse("zhang3"), parse("zhang1"))
(0.0, 1.4, 0.8)
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.speech.syllable import NEUTRAL, Syllable

TABLE = Path(__file__).with_name("confusions.toml")


def distance(heard: Syllable, meant: Syllable) -> float:
    """How much it costs to take the one for the other: 0 for the same sound and tone."""
    return round(segmental(heard.initial, heard.final, meant.initial, meant.final) + tonal(heard.tone, meant.tone), 6)


@cache
def segmental(initial: str, final: str, other_initial: str, other_final: str) -> float:
    """The cost of initial and final without the tone."""
    costs = _costs()
    return _of(costs["initial"], initial, other_initial) + _of(costs["final"], final, other_final)


@cache
def tonal(tone: int, other: int) -> float:
    """The cost of another tone; the neutral tone is the cheaper."""
    told = _table()["tone"]
    return 0.0 if tone == other else float(told["neutral"] if NEUTRAL in (tone, other) else told["other"])


def _of(costs: dict[frozenset[str], float], one: str, other: str) -> float:
    return 0.0 if one == other else costs.get(frozenset((one, other)), float(_table()["unlike"]))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def _costs() -> dict[str, dict[frozenset[str], float]]:
    return {part: {_pair(pair): float(cost) for cost, pairs in _table()[part].items() for pair in pairs} for part in ("initial", "final")}


def _pair(told: str) -> frozenset[str]:
    """Two sounds; `_` is none."""
    return frozenset(told.replace("_", "").split(" "))
