"""What comes of a criterion (判断): met, not met, a datum missing, or for experts; and how much is missing, in the unit that people count in.

>>> better(Verdict.UNMET, Verdict.MISSING)
<Verdict.MISSING: 'missing'>
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any


class Verdict(StrEnum):
    """What comes of a criterion, the best first: 满足, 需专家, 缺数据, 不满足."""

    MET = "met"
    EXPERT = "expert"
    MISSING = "missing"
    UNMET = "unmet"


TERMS = {Verdict.MET: "满足", Verdict.EXPERT: "需专家", Verdict.MISSING: "缺数据", Verdict.UNMET: "不满足"}
"""Verdict → its official Chinese term."""

_RANK = {each: place for place, each in enumerate(Verdict)}


def better(*verdicts: Verdict) -> Verdict:
    """The best of several: what a choice among ways comes to. Raises ValueError where there is none."""
    return min(verdicts, key=_RANK.__getitem__)


@dataclass(frozen=True)
class Gap:
    """How much is missing (差距): `amount` in `unit` of the input `key`; `share` is the amount over what it stands at, by which gaps compare.

    `sentence` tells it in plain Chinese; `share` is None where it stands at nothing. No effort closes one that is not `closable`: what is too large for
    the rung, what a year that is over did not bring.
    """

    key: str
    amount: Decimal
    unit: str
    sentence: str
    share: Fraction | None = None
    closable: bool = True

    @property
    def effort(self) -> tuple[bool, Fraction]:
        """By what gaps are put in order: the smallest beside what there is first, those that stand at nothing last."""
        return self.share is None, self.share or Fraction(0)

    def to_json(self) -> dict[str, Any]:
        """`{"input", "amount", "unit", "sentence"}`."""
        return {"input": self.key, "amount": str(self.amount), "unit": self.unit, "sentence": self.sentence}


@dataclass(frozen=True)
class Judged:
    """A criterion judged (判断结果): verdict, the value and the threshold as shown, the gap, the inputs that are missing, and a note."""

    verdict: Verdict
    value: str = ""
    threshold: str = ""
    gap: Gap | None = None
    wants: tuple[str, ...] = ()
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{"verdict", "term", "value", "threshold", "gap", "wants", "note"}`."""
        gap = self.gap.to_json() if self.gap else None
        told = {"verdict": str(self.verdict), "term": TERMS[self.verdict], "value": self.value, "threshold": self.threshold}
        return {**told, "gap": gap, "wants": list(self.wants), "note": self.note}


@dataclass(frozen=True)
class Step:
    """The next band of a score (升档): the gap to it and how many points it brings."""

    gap: Gap
    points: Decimal


@dataclass(frozen=True)
class Scored:
    """A scored item (得分): between `worst` and `best` points of `most`, what was judged, and the cheapest step to the next band."""

    worst: Decimal
    best: Decimal
    most: Decimal
    value: str = ""
    step: Step | None = None
    wants: tuple[str, ...] = ()
    expert: bool = False
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{"worst", "best", "most", "value", "step", "wants", "expert", "note"}`; points as strings."""
        step = {**self.step.gap.to_json(), "points": str(self.step.points)} if self.step else None
        points = {"worst": str(self.worst), "best": str(self.best), "most": str(self.most)}
        return {**points, "value": self.value, "step": step, "wants": list(self.wants), "expert": self.expert, "note": self.note}
