"""The clerks' queue (待办): the cases that a person may handle, what is due first at the head, a page at a time by keyset.

A page goes on after the last row's rank and number, so that the thousandth page costs what the first does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.people.models import Person

PAGE = 50

OPEN = (Case.State.SUBMITTED, Case.State.ACCEPTED, Case.State.REOPENED, Case.State.EXAMINED, Case.State.CORRECTION_ASKED)
"""The states in which something is still to be done."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Waiting:
    """A page of the queue: the cases in their order, and what the next page goes on after; empty on the last."""

    cases: tuple[Case, ...]
    onward: str = ""


def waiting(person: Person, *, now: datetime, after: str = "", states: Collection[str] = OPEN) -> Waiting:
    """The cases in these states that the person may handle, what is due first first; `after` is an earlier page's `onward`, anything else begins anew."""
    found = visible_to(person, on=localdate(now), act=HANDLE).filter(state__in=[*states], rank__isnull=False)
    if place := _place(after):
        rank, number = place
        found = found.filter(Q(rank__gt=rank) | Q(rank=rank, pk__gt=number))
    rows = list(found.prefetch_related("events").order_by("rank", "pk")[: PAGE + 1])
    shown = tuple(rows[:PAGE])
    return Waiting(shown, _mark(shown[-1]) if len(rows) > PAGE else "")


def one(person: Person, number: str, *, now: datetime) -> Case | None:
    """The case of a number, where the person may handle it; None else, whether there is one or not."""
    return visible_to(person, on=localdate(now), act=HANDLE).select_related("owner", "handler").filter(number=number).first()


def _mark(case: Case) -> str:
    """A row's place as an address holds it: microseconds and number.

    >>> _mark(Case(pk=7, rank=_EPOCH + timedelta(seconds=1)))
    '1000000.7'
    """
    return f"{((case.rank or _EPOCH) - _EPOCH) // _MICROSECOND}.{case.pk}"


def _place(mark: str) -> tuple[datetime, int] | None:
    moment, _, number = mark.partition(".")
    if not (moment.isascii() and moment.isdecimal() and number.isascii() and number.isdecimal() and len(mark) < 40):
        return None
    try:
        return _EPOCH + int(moment) * _MICROSECOND, int(number)
    except OverflowError:
        return None
