"""Coverage (服务覆盖): of all clients on the list how many have a steward, were contacted in the quarter, are silent, are red; by kind, steward and town."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as translated

from gaoxing.office.aftercare.clients.standing import Standing, View, seen, standings
from gaoxing.office.aftercare.models import Client
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person


@dataclass(frozen=True)
class Line:
    """The figures of some clients: `key` as an address names them, and what they are called."""

    key: str
    name: str
    listed: int
    served: int
    contacted: int
    silent: int
    red: int

    @property
    def unserved(self) -> int:
        """How many have no steward."""
        return self.listed - self.served


@dataclass(frozen=True)
class Covered:
    """The figures: of each kind, of all, and broken down by steward and by town; `longest` those silent for longest."""

    kinds: tuple[Line, ...]
    whole: Line
    stewards: tuple[Line, ...]
    towns: tuple[Line, ...]
    longest: tuple[Standing, ...] = field(default=())


LONGEST = 10
"""Silent clients that the page names."""


def covered(person: Person, view: View, *, now: datetime) -> Covered:
    """The figures of the clients that a person sees."""
    rows = standings(seen(person, view, on=localdate(now)), view)
    names = {each.pk: name_of(each) for each in Person.objects.filter(pk__in={row.steward for row in rows})}
    kinds = tuple(line(kind.value, translated(str(kind.label)), [row for row in rows if row.kind == kind.value]) for kind in Client.Kind)
    silent = sorted((row for row in rows if row.silent), key=lambda row: (-row.days, row.number))
    return Covered(
        kinds,
        line("", "", rows),
        _broken_down(rows, lambda row: row.steward, lambda key: names.get(int(str(key)), "")),
        _broken_down(rows, lambda row: row.town, str),
        tuple(silent[:LONGEST]),
    )


def line(key: str, name: str, rows: Iterable[Standing]) -> Line:
    """The figures of these rows."""
    found = list(rows)
    contacted = sum(row.contacted for row in found)
    return Line(key, name, len(found), sum(row.steward > 0 for row in found), contacted, len(found) - contacted, sum(row.red for row in found))


def _broken_down(rows: Iterable[Standing], key: Callable[[Standing], Hashable], name: Callable[[Hashable], str]) -> tuple[Line, ...]:
    """The figures by what the rows have in common, most clients first; those that have nothing of it last."""
    groups: dict[Hashable, list[Standing]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    found = [line(str(each or ""), name(each) if each else "", members) for each, members in groups.items()]
    return tuple(sorted(found, key=lambda each: (not each.key, -each.listed, each.name)))
