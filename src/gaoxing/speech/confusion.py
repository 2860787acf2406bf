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


def _of(costs: dict[tuple[str, str], float], heard: str, meant: str) -> float:
    return 0.0 if heard == meant else costs.get((heard, meant), float(_table()["unlike"]))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def _costs() -> dict[str, dict[tuple[str, str], float]]:
    """What was heard and what was meant → cost, the cheapest that is told."""
    told = {part: [(pair, float(cost)) for cost, pairs in _table()[part].items() for pair in pairs] for part in ("initial", "final")}
    return {part: {each: cost for pair, cost in sorted(rows, key=lambda row: -row[1]) for each in _ways(pair)} for part, rows in told.items()}


def _ways(told: str) -> tuple[tuple[str, str], ...]:
    """`m > l`: m is heard as l; `zh z`: either as the other. `_` is none."""
    one, directed, other = told.replace("_", "").partition(" > ")
    if directed:
        return ((other, one),)
    one, _, other = told.replace("_", "").partition(" ")
    return ((one, other), (other, one))
