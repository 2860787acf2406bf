"""The list of clients (服务对象清单): searched by name, code or credit code, narrowed, a page at a time by keyset; how many there are is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gaoxing.office.aftercare.clients import quarters
from gaoxing.office.aftercare.clients.quarters import quarter_of
from gaoxing.office.aftercare.clients.standing import (
    CONTACTED,
    RED,
    SERVED,
    SILENT,
    UNSERVED,
    YELLOW,
    Standing,
    View,
    narrowed,
    of_steward,
    seen,
    standings,
)
from gaoxing.office.aftercare.models import Client
from gaoxing.office.people.models import Person
from gaoxing.standards import credit_code

PAGE, NOBODY, NOWHERE = 50, "none", "none"
"""Rows of a page; the words by which an address names clients without a steward or a town."""

STANDINGS = (SERVED, UNSERVED, CONTACTED, SILENT, RED, YELLOW)
_LONGEST, _DIGITS = 80, 12


@dataclass(frozen=True)
class Wanted:
    """What is looked for; empty: everything. `steward` a number or `none`, `quarter` such as 2026Q4."""

    q: str = ""
    kind: str = ""
    steward: str = ""
    town: str = ""
    standing: str = ""
    quarter: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, nothing that is empty."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True)
class Found:
    """A page of the list: its rows, how many there are in all, and what the next page goes on after; empty on the last."""

    rows: tuple[Standing, ...]
    count: int
    onward: str = ""


def read(given: Mapping[str, str]) -> tuple[Wanted, bool]:
    """What an address asks for, and whether all of it was understood: what nobody knows is left out."""
    told = {each.name: " ".join(given.get(each.name, "").split())[:_LONGEST] for each in fields(Wanted)}
    known = {name: value for name, value in told.items() if value and _known(name, value)}
    return Wanted(**known), len(known) == sum(map(bool, told.values()))


def view_of(wanted: Wanted, *, now: datetime) -> View:
    """From where the list is looked at: this quarter, where the address names none."""
    return View.of(quarters.read(wanted.quarter) or quarter_of(localdate(now)), now=now)


def matching(person: Person, wanted: Wanted, *, now: datetime) -> QuerySet[Client]:
    """The clients that are looked for, among those that the person sees."""
    view = view_of(wanted, now=now)
    found = narrowed(seen(person, view, on=localdate(now)), wanted.standing, view)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.town:
        found = found.filter(town="" if wanted.town == NOWHERE else wanted.town)
    if wanted.steward:
        found = of_steward(found, 0 if wanted.steward == NOBODY else int(wanted.steward), view)
    if wanted.q:
        code = credit_code.compact(wanted.q)
        found = found.filter(Q(name__icontains=wanted.q) | Q(code__iexact=wanted.q) | (Q(uscc=code) if code else Q()))
    return found


def page(person: Person, wanted: Wanted, *, now: datetime, after: str = "") -> Found:
    """A page of them by kind and code; `after` is an earlier page's `onward`, anything else begins anew."""
    found = matching(person, wanted, now=now)
    kind, _, code = after.partition(".")
    onward = found.filter(Q(kind__gt=kind) | Q(kind=kind, code__gt=code)) if kind in Client.Kind.values else found
    rows = standings(onward.order_by("kind", "code")[: PAGE + 1], view_of(wanted, now=now))
    shown = rows[:PAGE]
    return Found(shown, found.count(), f"{shown[-1].kind}.{shown[-1].code}" if len(rows) > PAGE else "")


def _known(name: str, value: str) -> bool:
    number = value.isascii() and value.isdecimal() and len(value) < _DIGITS
    known = {
        "kind": value in Client.Kind.values,
        "standing": value in STANDINGS,
        "steward": number or value == NOBODY,
        "quarter": quarters.read(value) is not None,
    }
    return known.get(name, True)
