"""The rows that a tour shows (导览的例子): of what a person may see the newest that is still running, else the newest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from gaoxing.office.aftercare import permissions as aftercare
from gaoxing.office.aftercare.models import Request
from gaoxing.office.cases import permissions as cases
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.cultivation import permissions as cultivation
from gaoxing.office.licensing import permissions as licensing
from gaoxing.office.people.models import Person
from gaoxing.office.projects import permissions as projects

Arguments = Mapping[str, Any]
"""What the address of a page is made of."""

Finder = Callable[[Person, date], Arguments | None]

_REQUEST_OVER = (Request.State.ACCEPTED, Request.State.ARCHIVED, Request.State.MERGED, Request.State.WITHDRAWN, Request.State.NOT_ACCEPTED)
_CASE_OVER = (Case.State.REGISTERED, Case.State.REFUSED, Case.State.COMPLETED, Case.State.WITHDRAWN, Case.State.ARCHIVED)


def example(kind: str, person: Person, *, now: datetime) -> Arguments | None:
    """The row of a kind for somebody, as its page's address wants it; None where they have none. Raises KeyError for a kind that nobody finds."""
    return _FINDERS[kind](person, localdate(now))


def kinds() -> frozenset[str]:
    """The kinds of row that can be found."""
    return frozenset(_FINDERS)


def _own_case(person: Person, on: date) -> Arguments | None:
    return _newest(cases.visible_to(person, on=on))


def _case(person: Person, on: date) -> Arguments | None:
    return _newest(cases.visible_to(person, on=on, act=HANDLE), *_CASE_OVER)


def _joint_case(person: Person, on: date) -> Arguments | None:
    found = licensing.visible_to(person, on=on).select_related("case").order_by("-pk").first()
    return {"number": found.case.number} if found else None


def _item(person: Person, on: date) -> Arguments | None:
    found = licensing.desk(person, on=on).select_related("case").order_by("-pk").first()
    return {"number": found.case.number, "licence": found.licence} if found else None


def _request(person: Person, on: date) -> Arguments | None:
    return _newest(aftercare.visible_to(person, on=on), *_REQUEST_OVER)


def _part(person: Person, on: date) -> Arguments | None:
    found = aftercare.parts_visible_to(person, on=on).select_related("request").order_by("-pk").first()
    return {"number": found.request.number, "place": found.number} if found else None


def _client(person: Person, on: date) -> Arguments | None:
    asked = Exists(Request.objects.filter(client=OuterRef("pk")))
    found = aftercare.clients_visible_to(person, on=on).annotate(asked=asked).order_by("-asked", "pk").first()
    return {"number": found.pk} if found else None


def _project(person: Person, on: date) -> Arguments | None:
    return _newest(projects.visible_to(person, on=on))


def _ladder(person: Person, on: date) -> Arguments | None:
    return _newest(cultivation.visible_to(person, on=on))


def _newest(rows: QuerySet[Any], *over: str) -> Arguments | None:
    """The newest that has a number: first of what is in none of these states."""
    numbered = rows.exclude(number=None).order_by("-pk")
    running = numbered.exclude(state__in=over).first() if over else None
    found = running or numbered.first()
    return {"number": found.number} if found else None


_FINDERS: Mapping[str, Finder] = {
    "own_case": _own_case,
    "case": _case,
    "joint_case": _joint_case,
    "item": _item,
    "request": _request,
    "part": _part,
    "client": _client,
    "project": _project,
    "ladder": _ladder,
}
