"""The clerks' lists (待办、全部办件): the open cases, what is due first at the head, and all of them, the newest first; a page at a time by keyset.

A page goes on after the last row's place and number, so that the ten-thousandth page costs what the first does. No list opens a form or a paper: a row is what
its columns say, and its sealed title.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.cases.narrowing import Narrowed
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.keyset import EPOCH, dated, mark
from gaoxing.office.people.models import Person

PAGE, NEWEST_PAGE = 50, 100

LOOKED_THROUGH = 20_000
"""Submitted cases that a page of the narrowed list of all looks through: what is rare is not looked for among all years at once."""

MOST_COUNTED = 1_000
"""Further than this a list is not counted: it says that there are more."""

OPEN = (Case.State.SUBMITTED, Case.State.ACCEPTED, Case.State.REOPENED, Case.State.EXAMINED, Case.State.CORRECTION_ASKED)
"""The states in which something is still to be done."""

_COLUMNS = ("number", "title", "matter", "state", "rank", "yellow_from", "due", "filed", "changed", "handler_id", "unit_id")
_NEWEST = ("number", "title", "matter", "state", "rank", "yellow_from", "filed", "handler_id")
_TICKED = ("case_id", "number", "at", "clock", "days", "pause")


@dataclass(frozen=True)
class Waiting:
    """A page of a list: the cases in their order, and what the next page goes on after; empty on the last.

    `since`: those submitted since then were looked through, and held no whole page; older ones were not looked at.
    """

    cases: tuple[Case, ...]
    onward: str = ""
    since: datetime | None = None


def waiting(person: Person, *, now: datetime, after: str = "", states: Collection[str] = OPEN, wanted: Narrowed | None = None) -> Waiting:
    """The cases in these states that the person may handle, what is due first first; `after` is an earlier page's `onward`, anything else begins anew.

    What the clock was told is fetched with them, and nothing else that happened.
    """
    ticked = Prefetch("events", CaseEvent.objects.exclude(clock="").only(*_TICKED).order_by("number"))
    rows = list(waiting_rows(person, now=now, after=after, states=states, wanted=wanted).prefetch_related(ticked)[: PAGE + 1])
    return _page(rows, PAGE, "rank")


def newest(person: Person, *, now: datetime, after: str = "", wanted: Narrowed | None = None) -> Waiting:
    """Every case that the person may handle, decided or not, what was submitted last first; goes on as `waiting` does.

    A narrowed page looks through LOOKED_THROUGH cases, then goes on among the older ones.
    """
    last = edge(after) if wanted and wanted.asked else None
    found = _page(list(newest_rows(person, now=now, after=after, wanted=wanted, last=last)[: NEWEST_PAGE + 1]), NEWEST_PAGE, "filed")
    return found if found.onward or last is None else Waiting(found.cases, mark(last.filed, last.pk), last.filed)


def edge(after: str = "") -> Case | None:
    """The last of the LOOKED_THROUGH cases from a place on, whoever may handle them; None where there are no older ones."""
    rows = Case.objects.filter(_older_than(after)).only("filed").order_by("-filed", "-pk")
    found = list(rows[LOOKED_THROUGH - 1 : LOOKED_THROUGH + 1])
    return found[0] if len(found) > 1 else None


def waiting_rows(person: Person, *, now: datetime, after: str = "", states: Collection[str] = OPEN, wanted: Narrowed | None = None) -> QuerySet[Case]:
    """The same as one query, in order, from a place on."""
    found = _visible(person, now, wanted).filter(state__in=[*states], rank__isnull=False)
    if place := dated(after):
        rank, number = place
        found = found.filter(Q(rank__gt=rank) | Q(pk__gt=number), rank__gte=rank)
    return columns_alone(found).order_by("rank", "pk")


def newest_rows(person: Person, *, now: datetime, after: str = "", wanted: Narrowed | None = None, last: Case | None = None) -> QuerySet[Case]:
    """The same as one query, the newest first, from a place on, and no further than the case `last`."""
    found = _visible(person, now, wanted).filter(_older_than(after))
    if last is not None:
        found = found.filter(Q(filed__gt=last.filed) | Q(pk__gte=last.pk), filed__gte=last.filed)
    return found.only(*_NEWEST).order_by("-filed", "-pk")


def columns_alone(rows: QuerySet[Case]) -> QuerySet[Case]:
    """The same with what a list shows of a case, and nothing of its form and words."""
    return rows.only(*_COLUMNS)


def counted(rows: QuerySet[Case]) -> int:
    """How many there are, counted no further than one beyond MOST_COUNTED."""
    return rows.only("pk").order_by()[: MOST_COUNTED + 1].count()


def one(person: Person, number: str, *, now: datetime) -> Case | None:
    """The case of a number, where the person may handle it; None else, whether there is one or not."""
    return visible_to(person, on=localdate(now), act=HANDLE).select_related("owner", "handler").filter(number=number).first()


def _older_than(after: str) -> Q:
    """What was submitted, and stands behind a place in the list of the newest."""
    if place := dated(after):
        return Q(Q(filed__lt=place[0]) | Q(pk__lt=place[1]), filed__lte=place[0], filed__isnull=False)
    return Q(filed__isnull=False)


def _visible(person: Person, now: datetime, wanted: Narrowed | None) -> QuerySet[Case]:
    found = visible_to(person, on=localdate(now), act=HANDLE)
    return found.filter(wanted.condition(person, now=now)) if wanted else found


def _page(rows: list[Case], size: int, column: str) -> Waiting:
    shown = tuple(rows[:size])
    return Waiting(shown, mark(getattr(shown[-1], column) or EPOCH, shown[-1].pk) if len(rows) > size else "")
