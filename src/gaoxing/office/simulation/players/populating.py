"""Who opens first (人口): builds the zone's units, its staff and its applicants at once; nothing of it is a step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from gaoxing.office.simulation import population
from gaoxing.office.simulation.planned import Handler, Planned
from gaoxing.office.simulation.world import World


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Everybody is there from the first morning on."""
    population.build(world, now=datetime.combine(world.begins, time(0), tzinfo=world.calendar.zone))
    return ()


HANDLERS: Mapping[str, Handler] = {}
