"""Licences, permits and filings (许可、备案事项): what each is called, who decides, how long the law gives; which ones an item of the business scope needs.

The table `licences.toml` holds the facts as of 2026-11-23; where `verified` is false they rest in part on knowledge [K] and are only shown.
What each asks for, and in which order, is the joint window's (matters/joint_licence/permits), which reads this table.

>>> licence("food_operation").document, licence("hazchem").before
('食品经营许可证', True)
>>> [each.name for each in licences_of(business_scope.item("住宿服务"))]
['旅馆业特种行业许可', '公共场所卫生许可']
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.standards import business_scope

TABLE = Path(__file__).with_name("licences.toml")

UNITS = {"working_day": "{}个工作日", "day": "{}日", "month": "{}个月", "on_the_spot": "当场"}
"""How a time is said, by its unit."""


@dataclass(frozen=True)
class Licence:
    """A licence or filing (许可、备案事项): what is handed out, who decides, `stage` (pre: before registration, registration, post), `days` of a `unit`
    (working_day, day, month, on_the_spot) that the law gives, the articles.
    """

    id: str
    name: str
    document: str
    authority: str
    stage: str
    days: int
    unit: str
    basis: str
    verified: bool

    @property
    def before(self) -> bool:
        """Whether it is decided before registration (前置)."""
        return self.stage == "pre"

    @property
    def time(self) -> str:
        """The statutory time in words.

        >>> licence("food_operation").time, licence("md2_filing").time, licence("printing").time
        ('10个工作日', '当场', '60日')
        """
        return UNITS[self.unit].format(self.days)

    @property
    def wanted(self) -> str:
        """What one has to get, in a word: the certificate, or for a filing the filing itself.

        >>> licence("food_operation").wanted, licence("md2_filing").wanted
        ('食品经营许可证', '第二类医疗器械经营备案')
        """
        return self.document if "许可证" in self.document else self.name

    def to_json(self) -> dict[str, Any]:
        """Every attribute in plain JSON types, and `before`, `time` and `wanted`."""
        return {**vars(self), "before": self.before, "time": self.time, "wanted": self.wanted}


def licence(licence_id: str) -> Licence:
    """The licence of this id. Raises KeyError where there is none."""
    return _table()[licence_id]


def licences() -> tuple[Licence, ...]:
    """Every licence of the table, in its order."""
    return tuple(_table().values())


def licences_of(item: business_scope.Item) -> tuple[Licence, ...]:
    """The licences that the item needs, in the catalogue's order; empty where it needs none or only one that the table does not describe."""
    return tuple(licence(each) for each in item.permits)


@cache
def _table() -> dict[str, Licence]:
    return {key: Licence(key, **row) for key, row in tomllib.loads(TABLE.read_text(encoding="utf-8")).items()}
