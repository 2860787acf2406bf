"""Whom of the office a player meets (人员): by role on a day, in the order in which they came; and by which name their time is booked (`World.hands`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from random import Random

from django.db.models import Q

from gaoxing.office.people.models import Person
from gaoxing.office.people.remembering import remembering
from gaoxing.office.people.roles import Role
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.world import World

_LATER = "+"
_PATIENCE = timedelta(minutes=1)


def of_role(role: Role, *, on: date) -> tuple[Person, ...]:
    """Everybody who has a role on a day."""
    held = Q(assignments__role=role, assignments__since__lte=on) & (Q(assignments__until=None) | Q(assignments__until__gte=on))
    return tuple(Person.objects.filter(held, is_active=True).distinct().order_by("pk"))


def one_of(role: Role, chance: Random, *, on: date) -> Person:
    """Somebody of a role. Raises LookupError where nobody has it: the run was begun without its population."""
    found = of_role(role, on=on)
    if not found:
        raise LookupError(f"nobody is {role.value} on {on}: the population comes first")
    return chance.choice(found)


def busy(person: Person) -> str:
    """By which name somebody's time is booked."""
    return person.account


def attended(step: Planned, world: World, person: Person, minutes: int, act: Callable[[], Sequence[Planned]]) -> Sequence[Planned]:
    """Play an act of somebody who was at it for so many minutes up to now; where they are busy, the same step again when they are done with it."""
    done = world.hands(busy(person), step.at - timedelta(minutes=minutes), minutes) if not step.told.get("booked") else step.at
    if done <= step.at + _PATIENCE:
        with remembering():
            return act()
    return (Planned(done, step.key + _LATER, step.kind, {**step.told, "booked": True}),)


def working_moment(world: World, chance: Random, first: date, last: date) -> datetime | None:
    """A moment in office hours of a working day between two days, both included; None where the office does not work on any of them."""
    days = list(world.calendar.between(first - timedelta(days=1), last))
    if not days:
        return None
    day = chance.choice(days)
    open_for = world.calendar.closing(day) - world.calendar.opening(day)
    return world.calendar.opening(day) + timedelta(seconds=chance.randrange(int(open_for.total_seconds())))
