"""How far one sound is from another (混淆代价), by confusions.toml and misheard.tsv.

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
COUNTED = Path(__file__).with_name("misheard.tsv")


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
    """What was heard and what was meant → cost, the smallest that is told or was counted."""
    told = [(part, pair, float(cost)) for part in ("initial", "final") for cost, pairs in _table()[part].items() for each in pairs for pair in _ways(each)]
    found: dict[str, dict[tuple[str, str], float]] = {"initial": {}, "final": {}}
    for part, pair, cost in sorted((*told, *_counted()), key=lambda row: -row[2]):
        found[part][pair] = cost
    return found


def _ways(told: str) -> tuple[tuple[str, str], ...]:
    """`zh z`: either as the other. `_` is none."""
    one, _, other = told.replace("_", "").partition(" ")
    return ((one, other), (other, one))


def _counted() -> list[tuple[str, tuple[str, str], float]]:
    """What was counted by tools/count_misheard.py: the part, what was heard and what was meant, the cost."""
    rows = (line.split("\t") for line in COUNTED.read_text(encoding="utf-8").splitlines())
    return [(part, (heard, meant), float(cost)) for part, heard, meant, cost in rows]
