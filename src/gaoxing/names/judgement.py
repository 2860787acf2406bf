"""What is said about a name (名称审查结论): one verdict, everything found in the name itself, every name it meets, and what would pass.

>>> max(Verdict.FREE, Verdict.SIMILAR, key=weight)
<Verdict.SIMILAR: '提示相近'>
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from gaoxing.names.name import Name


class Verdict(StrEnum):
    """The verdict (结论), as the page shows it."""

    FREE = "可用"
    SIMILAR = "提示相近"
    RESTRICTED = "限用"
    UNAVAILABLE = "不可用"
    FORBIDDEN = "禁用"


@dataclass(frozen=True)
class Finding:
    """What is to be said of the name itself (名称审查意见): the rule, how far it counts, the characters meant and what to do next.

    `words == judgement.name.text[start:end]`; both 0 where the whole name is meant. `verdict` is what this alone would give; FREE: a hint only.
    """

    rule: str
    verdict: Verdict
    start: int
    end: int
    words: str
    message: str
    remedy: str
    basis: str


@dataclass(frozen=True)
class Hit:
    """A name met in the pool (比对结果): which, under which rule, how far it counts; `free_from` is the day it stops counting, where known."""

    name: str
    rule: str
    verdict: Verdict
    state: str
    message: str
    basis: str
    free_from: date | None = None


@dataclass(frozen=True)
class Judgement:
    """The answer to one name: the heaviest verdict of all findings and hits; `suggestions` are checked against the same neighbours."""

    name: Name
    verdict: Verdict
    findings: tuple[Finding, ...]
    hits: tuple[Hit, ...]
    suggestions: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """`{"name", "verdict", "hits": [{"name", "rule", …}], "findings": […], "suggestions": […]}`; days as ISO text."""
        hits = [asdict(each) | {"free_from": each.free_from.isoformat() if each.free_from else None} for each in self.hits]
        return {
            "name": self.name.text,
            "verdict": str(self.verdict),
            "hits": hits,
            "findings": [asdict(each) for each in self.findings],
            "suggestions": list(self.suggestions),
        }


def weight(verdict: Verdict) -> int:
    """How heavy a verdict is: 0 可用 to 4 禁用."""
    return _WEIGHTS[verdict]


_WEIGHTS = {each: place for place, each in enumerate(Verdict)}
