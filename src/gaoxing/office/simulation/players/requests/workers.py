"""Who of the staff does it (谁来办): a client's steward, somebody of a unit, a leader; the same one for the same thing, as long as they are there."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from random import Random

from gaoxing.office.aftercare.clients.serving import term_of
from gaoxing.office.aftercare.models import Client
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.roles import Role
from gaoxing.office.simulation.growing.cast import of_role
from gaoxing.office.simulation.units import UNITS
from gaoxing.office.simulation.world import World

_KEYS = {each.code: each.key for each in UNITS}


def steward_of(world: World, client: Client | None, now: datetime, number: int) -> Person:
    """The client's steward of the day; one of them all, by a number, where it has none."""
    term = term_of(client, on=world.calendar.day(now)) if client else None
    return term.steward if term else a_steward(world, now, number)


def a_steward(world: World, now: datetime, number: int) -> Person:
    """One of the stewards of the day, by a number that goes round. Raises LookupError where there is none: the run was begun without its population."""
    found = of_role(Role.STEWARD, on=world.calendar.day(now))
    if not found:
        raise LookupError(f"no steward on {now}: the population comes first")
    return found[number % len(found)]


def units() -> dict[str, Unit]:
    """The units of the zone that act, by the word that players call them."""
    return {_KEYS[each.code]: each for each in Unit.objects.filter(code__in=_KEYS, closed=None)}


def handler_of(world: World, unit: Unit, chance: Random) -> Person:
    """Somebody of a unit. Raises IndexError where nobody is there: the run was begun without its population."""
    return chance.choice(of_unit(world, unit))


def of_unit(world: World, unit: Unit) -> tuple[Person, ...]:
    """Everybody who handles what comes to a unit."""
    return world.people("unit_handler", _KEYS[unit.code])


def leader(world: World, chance: Random, but: Collection[int] = ()) -> Person | None:
    """A leader who is none of these; None where there is no other."""
    left = [each for each in world.people("leader") if each.pk not in but]
    return chance.choice(left) if left else None
