"""Puts names with their keys into the pool (入库): the one place where rows of it are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from gaoxing.names.composition import split
from gaoxing.names.keys import stored
from gaoxing.office.names.bulk import numbers, write
from gaoxing.office.names.entry import Entry
from gaoxing.office.names.models import NameKey, RegisteredName

_COLUMNS = ("id", "prefecture", "name", "region", "trade_name", "trade", "form", "state", "since", "until", "sole_trader")
_AT_ONCE = 800
"""Names looked up in one query."""

Place = tuple[int, str]
"""Prefecture and name: what a row is known by."""


@dataclass(frozen=True)
class Stored:
    """How many names were new and how many known ones changed."""

    added: int
    changed: int


@transaction.atomic
def store(entries: Iterable[Entry]) -> Stored:
    """Put names into the pool. Of two rows of one name the later state counts; the same day, the last one."""
    latest: dict[Place, Entry] = {}
    for entry in entries:
        place = (entry.prefecture, entry.name)
        if place not in latest or entry.since >= latest[place].since:
            latest[place] = entry
    known = _known(latest)
    new = [entry for place, entry in latest.items() if place not in known]
    later = [(known[place][0], entry) for place, entry in latest.items() if place in known and entry.since >= known[place][1]]
    _add(new)
    return Stored(len(new), _change(later))


def remove(name: RegisteredName) -> None:
    """Take a name with its keys out of the pool."""
    NameKey.objects.filter(prefecture=name.prefecture, key__in=stored(split(name.name)), name_id=name.pk).delete()
    name.delete()


def _known(places: Iterable[Place]) -> dict[Place, tuple[int, date]]:
    """The names of the pool among these: number and the day since which their state holds."""
    asked: dict[int, list[str]] = defaultdict(list)
    for prefecture, name in places:
        asked[prefecture].append(name)
    found: dict[Place, tuple[int, date]] = {}
    for prefecture, names in asked.items():
        for start in range(0, len(names), _AT_ONCE):
            rows = RegisteredName.objects.filter(prefecture=prefecture, name__in=names[start : start + _AT_ONCE])
            found |= {(prefecture, name): (number, since) for number, name, since in rows.values_list("pk", "name", "since")}
    return found


def _add(entries: Sequence[Entry]) -> None:
    rows: list[tuple[Any, ...]] = []
    keys: list[tuple[int, int, int]] = []
    for number, entry in zip(numbers(RegisteredName._meta.db_table, len(entries)), entries, strict=True):
        name = split(entry.name)
        parts = (name.region, name.trade_name, name.trade, name.form)
        rows.append((number, entry.prefecture, entry.name, *parts, str(entry.state), entry.since, entry.until, entry.sole_trader))
        keys += [(entry.prefecture, key, number) for key in stored(name)]
    keys.sort()
    write(RegisteredName._meta.db_table, _COLUMNS, rows)
    write(NameKey._meta.db_table, ("prefecture", "key", "name_id"), keys)


def _change(later: Sequence[tuple[int, Entry]]) -> int:
    """Give known names their new state; how many there were."""
    rows = [RegisteredName(pk=number, state=str(each.state), since=each.since, until=each.until, sole_trader=each.sole_trader) for number, each in later]
    return RegisteredName.objects.bulk_update(rows, ("state", "since", "until", "sole_trader"), batch_size=150) if rows else 0
