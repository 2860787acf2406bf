"""The published figures that are shipped (公布数): read, checked, and loaded as a series; loaded again nothing is added, and what somebody entered stays."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Any

from gaoxing.office.indicators.actions import take_from_operator
from gaoxing.office.indicators.definitions import indicators
from gaoxing.office.indicators.models import Value
from gaoxing.office.indicators.periods import read
from gaoxing.office.indicators.weighing import Entry

_HEAD = {"source": str, "dated": date, "scope": str, "period": str, "values": dict}
_COLUMNS = frozenset({"value", "qualifier", "growth", "note", "told"})
REASON = "随系统提供的数有更新"


@dataclass(frozen=True)
class Loaded:
    """How many values were added, and how many stood already."""

    added: int
    known: int


@cache
def published() -> tuple[Entry, ...]:
    """The shipped values. Raises ValueError that says what is wrong with them."""
    return load(files("gaoxing.office.indicators").joinpath("published.toml").read_text(encoding="utf-8"))


def load(text: str) -> tuple[Entry, ...]:
    """The values of a text, checked against the definitions. Raises ValueError with everything that is wrong."""
    told = tomllib.loads(text)
    if wrong := [name for name, kind in _HEAD.items() if not isinstance(told.get(name), kind)]:
        raise ValueError(f"published: lacks {', '.join(wrong)}")
    if faults := [f"{id_}: {fault}" for id_, row in told["values"].items() if (fault := _fault(id_, row))]:
        raise ValueError("published: " + "; ".join(faults))
    period = read(told["period"])
    if period is None:
        raise ValueError(f"published: {told['period']!r} is no period")
    head = {"period": period, "source": told["source"], "dated": told["dated"], "origin": Value.Origin.PUBLISHED, "sure": True, "reason": REASON}
    return tuple(_entry(id_, row, head) for id_, row in told["values"].items())


def load_published(*, now: datetime) -> Loaded:
    """Take them in, each that does not stand yet. Raises NotAllowed where one is wrong."""
    made = [take_from_operator(each, now=now) for each in published() if not _restated(each)]
    added = sum(each is not None for each in made)
    return Loaded(added, len(published()) - added)


def _fault(id_: str, row: Mapping[str, Any]) -> str:
    if id_ not in indicators():
        return "is no indicator"
    if unknown := sorted(set(row) - _COLUMNS):
        return f"has unknown {', '.join(unknown)}"
    try:
        Decimal(row["value"]), Decimal(row.get("growth", "0"))
    except (KeyError, TypeError, InvalidOperation):
        return "has no value in digits"
    return "" if row.get("qualifier", "") in Value.Qualifier.values else "has an unknown qualifier"


def _entry(id_: str, row: Mapping[str, str], head: Mapping[str, Any]) -> Entry:
    growth = Decimal(row["growth"]) if "growth" in row else None
    note = "；".join(each for each in (row.get("note", ""), f"原文：{row['told']}" if "told" in row else "") if each)
    wanted = indicators()[id_]
    return Entry(id_, value=Decimal(row["value"]), unit=wanted.unit, scope=wanted.scope, qualifier=row.get("qualifier", ""), growth=growth, note=note, **head)


def _restated(entry: Entry) -> bool:
    """Whether somebody restated it here: then theirs stands."""
    rows = Value.objects.filter(indicator=entry.indicator, period=str(entry.period), source=entry.source, current=True)
    return rows.exclude(origin=Value.Origin.PUBLISHED).exists()
