"""A cause is mended (整改): given to its unit, reported as mended, looked at, watched; what comes back is mended anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.models import Cause
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players.requests.workers import a_steward
from gaoxing.office.simulation.players.stuck import matters
from gaoxing.office.simulation.players.stuck.pace import worked
from gaoxing.office.simulation.world import World

MEND = "stuck.mend"
"""The kind of step: something is done about a cause."""

NOT_MENDED, UNOWNED, ELSEWHERE = 0.2, 0.05, 0.3
"""Shares: what was reported is not mended when it is looked at; what nobody gives to a unit for weeks; what is given out anew when it recurred."""


def begun(world: World, cause: Cause, step: Planned) -> list[Planned]:
    """The mending of a cause that is open: planned once each time that it opens."""
    if cause.state not in (Cause.State.OPEN, Cause.State.RECURRED):
        return []
    key = f"stuck/cause/{cause.pk}/{cause.recurrences}"
    if world.run.steps.filter(key=f"{key}/0").exists():
        return []
    by = _office(world, cause, step.at)
    hours = 90.0 if world.chance(key, "owner").random() < UNOWNED else world.chance(key, "owner").uniform(3, 24)
    return [Planned(worked(world, by, step.at, hours, 20), f"{key}/0", MEND, {"pk": cause.pk, "chain": key, "n": 0, "by": by.pk, "office": True})]


def mend(step: Planned, world: World) -> Iterable[Planned]:
    """What its state asks for: assign, mend, look at."""
    cause = Cause.objects.select_related("unit").get(pk=step.told["pk"])
    by = _office(world, cause, step.at) if step.told["office"] else Person.objects.get(pk=step.told["by"])
    found = next((each for each in matters.reasons() if (each.kind, each.name) == (cause.kind, cause.name)), None)
    chance = world.chance(step.key)
    if found is None or cause.state in (Cause.State.WATCHED, Cause.State.CLOSED):
        return ()
    if cause.state == Cause.State.FIXED:
        bad = chance.random() < NOT_MENDED and not cause.events.filter(act="unfixed").exists()
        _press(cause, "unfixed" if bad else "watch", by, step, note=matters.unfixed() if bad else "")
        return [_next(world, step, _handler(world, found.unit, step), chance.uniform(16, 60))] if bad else ()
    again = cause.state == Cause.State.RECURRED and chance.random() < ELSEWHERE and cause.events.latest("number").act == "recur"
    if cause.unit_id is None or again:
        _press(cause, "assign", by, step, unit=str(world.unit(found.unit).pk))
        return [_next(world, step, _handler(world, found.unit, step), chance.uniform(20, 130))]
    _press(cause, "fix", by, step, note=matters.mended(chance))
    return [_next(world, step, _office(world, cause, step.at), chance.uniform(4, 70), office=True)]


def _press(cause: Cause, act: str, by: Person, step: Planned, *, note: str = "", **details: str) -> None:
    fire(cause, Pressed(act, note=note, revision=cause.revision, details=details), by, now=step.at)


def _next(world: World, step: Planned, by: Person, hours: float, *, office: bool = False) -> Planned:
    """What comes next; whoever it is of the office is asked for on its day."""
    number = int(step.told["n"]) + 1
    told = {**step.told, "n": number, "by": by.pk, "office": office}
    return Planned(worked(world, by, step.at, hours, 40), f"{step.told['chain']}/{number}", MEND, told)


def _office(world: World, cause: Cause, now: datetime) -> Person:
    return a_steward(world, now, cause.pk)


def _handler(world: World, unit: str, step: Planned) -> Person:
    return world.person("unit_handler", int(step.told["pk"]), unit)
