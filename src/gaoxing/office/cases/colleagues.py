"""Who works with whom (同事): the staff who handle cases in one's unit and its offices; everybody who does where one's role names no unit."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gaoxing.office.cases.roles import HANDLE, unit_of
from gaoxing.office.compiled import Compiled, columns, record
from gaoxing.office.people.models import Person, RoleAssignment
from gaoxing.office.people.policy import table


def colleagues(person: Person, *, now: datetime) -> tuple[Person, ...]:
    """The staff who may handle the same cases, the person among them, by account."""
    unit, on = unit_of(person, now=now), localdate(now)
    rows = _ANYWHERE(on=on) if unit is None else _AT_UNIT(on=on, unit=unit)
    return tuple(record(Person, each) for each in rows)


def reach(person: Person, *, now: datetime) -> Q:
    """The cases of the person's unit and its offices, and those that no unit has yet, as a condition; all of them where the role names no unit."""
    unit = unit_of(person, now=now)
    return Q() if unit is None else Q(unit=None) | Q(unit=unit) | Q(unit__parent=unit)


def _handling(on: date, place: Q) -> QuerySet[Person, tuple[Any, ...]]:
    held = RoleAssignment.objects.filter(place, Q(until=None) | Q(until__gte=on), since__lte=on, role__in=list(table()[HANDLE].conditions))
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("account").values_list(*columns(Person))


_ANYWHERE = Compiled(lambda on: _handling(on, Q()), {"on": date.min})
_AT_UNIT = Compiled(lambda on, unit: _handling(on, Q(unit=unit) | Q(unit__parent=unit)), {"on": date.min, "unit": 0})
