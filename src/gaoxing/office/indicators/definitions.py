"""The indicators by name (指标定义): what each is called, means, how it is reckoned, in which unit, from where, who answers for it, how long it stays fresh.

Data of `tables/`, a file a group. A number is never shown without these.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from gaoxing.office.indicators.periods import KINDS, MOMENT
from gaoxing.office.indicators.units import UNITS
from gaoxing.office.language import in_english

COMPUTED, ENTERED = "computed", "entered"
ID_LENGTH = 64
"""Characters of an indicator's id at most."""

_HEAD = ("group", "term", "english")


@dataclass(frozen=True)
class Group:
    """Indicators that belong together: id, official term and English."""

    id: str
    term: str
    english: str

    @property
    def name(self) -> str:
        """What it is called in the language of the page."""
        return self.english if in_english() else self.term


@dataclass(frozen=True)
class Indicator:
    """An indicator (指标). `period`: month, quarter, year, or moment for what is as it stands on the last day of any of them.

    `freshness`: so many days after the last day of its period a value is stale. `how`: computed (by the function `computed_by`, with `argument`) or
    entered. `unconfirmed`: its definition rests on memory alone [K]. `lower_is_better`: of a rank.
    """

    id: str
    group: Group
    term: str
    english: str
    unit: str
    definition: str
    formula: str
    source: str
    owner: str
    period: str
    scope: str
    freshness: int
    how: str
    computed_by: str = ""
    argument: str = ""
    unconfirmed: bool = False
    lower_is_better: bool = False

    @property
    def name(self) -> str:
        """What it is called in the language of the page."""
        return self.english if in_english() else self.term

    @property
    def computed(self) -> bool:
        """Whether the system computes it from its records."""
        return self.how == COMPUTED

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of periods that it may have a figure for: its own and, of what is computed, the longer ones; a moment stands at the end of any."""
        if self.period == MOMENT:
            return KINDS
        return KINDS[KINDS.index(self.period) :]


_REQUIRED = frozenset(each.name for each in fields(Indicator)) - {"id", "group", "computed_by", "argument", "unconfirmed", "lower_is_better"}
_OPTIONAL = frozenset({"computed_by", "argument", "unconfirmed", "lower_is_better"})


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every indicator by id, group by group. Raises ValueError that says what is wrong with which table."""
    found = dict[str, Indicator]()
    for name in _ORDER:
        for each in load(files("gaoxing.office.indicators").joinpath("tables", f"{name}.toml").read_text(encoding="utf-8")):
            if each.id in found:
                raise ValueError(f"indicators: {each.id} is defined twice")
            found[each.id] = each
    return MappingProxyType(found)


def groups() -> tuple[tuple[Group, tuple[Indicator, ...]], ...]:
    """The groups in their order, each with its indicators."""
    found = dict[Group, list[Indicator]]()
    for each in indicators().values():
        found.setdefault(each.group, []).append(each)
    return tuple((group, tuple(members)) for group, members in found.items())


def indicator(id_: str) -> Indicator:
    """The indicator of an id. Raises KeyError for one that is none."""
    return indicators()[id_]


def load(text: str) -> tuple[Indicator, ...]:
    """The indicators of a table's text, checked. Raises ValueError with everything that is wrong with it."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise ValueError(f"indicators: not a table: {trouble}") from trouble
    if lacking := [each for each in _HEAD if not isinstance(told.get(each), str)]:
        raise ValueError(f"indicators: the table lacks {', '.join(lacking)}")
    group = Group(*(told.pop(each) for each in _HEAD))
    if faults := [f"{id_}: {fault}" for id_, row in told.items() for fault in _faults(id_, row)]:
        raise ValueError("indicators: " + "; ".join(faults))
    return tuple(Indicator(id=id_, group=group, **row) for id_, row in told.items())


def _faults(id_: str, row: Any) -> Iterator[str]:
    """What is wrong with one row, a sentence each."""
    if not isinstance(row, dict):
        yield "is no table of its own"
        return
    if lacking := sorted(_REQUIRED - set(row)):
        yield f"lacks {', '.join(lacking)}"
        return
    if unknown := sorted(set(row) - _REQUIRED - _OPTIONAL):
        yield f"has unknown {', '.join(unknown)}"
    if empty := sorted(each for each in _REQUIRED - {"freshness"} if not isinstance(row[each], str) or not row[each].strip()):
        yield f"{', '.join(empty)} must be a text"
        return
    yield from _unfit(id_, row)


def _unfit(id_: str, row: Mapping[str, Any]) -> Iterator[str]:
    if not (id_.isascii() and id_.isidentifier() and len(id_) <= ID_LENGTH):
        yield f"the id must be of letters, digits and _, at most {ID_LENGTH}"
    if type(row["freshness"]) is not int or row["freshness"] < 1:
        yield "freshness must be a whole number of days from 1"
    if row["unit"] not in UNITS:
        yield f"unit {row['unit']!r} is none of {', '.join(sorted(UNITS))}"
    if row["period"] not in (*KINDS, MOMENT):
        yield f"period {row['period']!r} is none of {', '.join((*KINDS, MOMENT))}"
    if row["how"] not in (COMPUTED, ENTERED):
        yield f"how {row['how']!r} is neither {COMPUTED} nor {ENTERED}"
    elif (row["how"] == COMPUTED) != bool(row.get("computed_by")):
        yield "what is computed names computed_by, what is entered does not"


_ORDER = ("economy", "registration", "licensing", "service", "stuck", "projects", "cultivation", "evaluation")
"""The tables in the order in which the page shows them."""
