"""Who handles the parts of a unit (单位经办人): its handlers on a day, as they are told of things and as a task force's lists offer them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.roles import Role


@dataclass(frozen=True)
class Choice:
    """A unit, or one of its handlers, as a list offers it: `u3` is a unit, `u3p7` its handler number 7."""

    value: str
    word: str


def handlers(units: Iterable[int], *, on: date) -> dict[int, list[Person]]:
    """The handlers of these units who have an account on a day, by unit; a unit without one has no entry."""
    rows = _assigned(Role.UNIT_HANDLER, on).filter(unit__in=set(units)).select_related("person").order_by("unit", "person")
    found: dict[int, list[Person]] = {}
    for each in rows:
        if each.unit_id is not None and each.person not in found.get(each.unit_id, []):
            found.setdefault(each.unit_id, []).append(each.person)
    return found


def force_leads(*, on: date) -> list[tuple[int, str]]:
    """Everybody who may lead a task force on a day: number and name."""
    rows = _assigned(Role.TASK_FORCE_LEAD, on).select_related("person").order_by("person")
    return list({each.person_id: (each.person_id, name_of(each.person)) for each in rows}.values())


def open_units(*, on: date) -> list[Unit]:
    """The units that act on a day."""
    return list(Unit.objects.filter(Q(closed=None) | Q(closed__gt=on)))


def offered(units: Iterable[Unit], *, on: date) -> tuple[Choice, ...]:
    """These units to choose from, each followed by its handlers."""
    listed = list(units)
    people = handlers((each.pk for each in listed), on=on)
    rows: list[Choice] = []
    for unit in listed:
        rows.append(Choice(f"u{unit.pk}", unit.name))
        rows += [Choice(f"u{unit.pk}p{each.pk}", f"{unit.name} · {name_of(each)}") for each in people.get(unit.pk, ())]
    return tuple(rows)


def chosen(value: str) -> tuple[int, int]:
    """The unit and the person of a choice as it was posted; 0 for what is none."""
    unit, _, person = value.removeprefix("u").partition("p")
    return _number(unit) if value.startswith("u") else 0, _number(person)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0


def _assigned(role: Role, on: date) -> QuerySet[RoleAssignment]:
    return RoleAssignment.objects.filter(Q(until=None) | Q(until__gte=on), role=role, since__lte=on, person__is_active=True)
