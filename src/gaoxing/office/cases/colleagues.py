"""Who works with whom (同事): the staff who handle cases in one's unit and its offices; everybody who does where one's role names no unit."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from gaoxing.office.cases.roles import HANDLE, unit_of
from gaoxing.office.people.models import Person, RoleAssignment
from gaoxing.office.people.policy import table


def colleagues(person: Person, *, now: datetime) -> tuple[Person, ...]:
    """The staff who may handle the same cases, the person among them, by account."""
    on, unit = localdate(now), unit_of(person, now=now)
    held = RoleAssignment.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on, role__in=list(table()[HANDLE].conditions))
    if unit is not None:
        held = held.filter(Q(unit=unit) | Q(unit__parent=unit))
    return tuple(Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("account"))


def reach(person: Person, *, now: datetime) -> Q:
    """The cases of the person's unit and its offices, and those that no unit has yet, as a condition; all of them where the role names no unit."""
    unit = unit_of(person, now=now)
    return Q() if unit is None else Q(unit=None) | Q(unit=unit) | Q(unit__parent=unit)
