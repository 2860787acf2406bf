"""A small linear model over pairs and triples of characters (归类模型): the chance of each class for a problem's words.

Its weights, `model.tsv`, are made by tools/build_request_model.py from invented sentences. It weighs in where no listed word decides.

>>> likely = chances("厂里的变压器太小了")
>>> max(likely, key=likely.get)
'utilities'
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gaoxing.standards.expression import expression

_NOT_WORDS = expression(r"[^一-龥A-Za-z0-9]+")
_HEAD = expression(r"# classes: ([a-z ]+);.*1/(\d+)")
_SIZES = (2, 3)


@cache
def _model() -> tuple[tuple[str, ...], Mapping[str, tuple[float, ...]]]:
    head, *rows = Path(__file__).with_name("model.tsv").read_text(encoding="utf-8").splitlines()
    told = _HEAD.match(head)
    assert told is not None
    parts = (row.split("\t") for row in rows)
    return tuple(told[1].split()), {feature: tuple(int(each) / int(told[2]) for each in weights.split()) for feature, weights in parts}


def chances(text: str) -> dict[str, float]:
    """The chance of each class, together 1; all alike where nothing of the words is known."""
    classes, weights = _model()
    known = [weights[each] for each in _features(text) if each in weights]
    sums = [sum(row[place] for row in known) for place in range(len(classes))]
    raised = [math.exp(each - max(sums)) for each in sums]
    return {name: each / sum(raised) for name, each in zip(classes, raised, strict=True)}


def _features(text: str) -> frozenset[str]:
    """The pairs and triples of characters of the words, each once."""
    plain = _NOT_WORDS.sub(" ", text)
    return frozenset(plain[place : place + size] for size in _SIZES for place in range(len(plain) - size + 1))
