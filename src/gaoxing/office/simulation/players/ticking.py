"""What the office does by itself (例行): every evening of the span, everything that any room says is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.core.management import call_command

from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.world import World

KIND = "tick"
_EVENING = time(18)


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """The first evening."""
    return (_on(datetime.combine(world.begins, _EVENING, tzinfo=world.calendar.zone)),)


def _tick(step: Planned, world: World) -> Iterable[Planned]:
    call_command("tick", verbosity=0, now=step.at)
    following = step.at + timedelta(days=1)
    return () if world.calendar.day(following) > world.ends else (_on(following),)


def _on(moment: datetime) -> Planned:
    return Planned(moment, f"tick/{moment.date()}", KIND)


HANDLERS = {KIND: _tick}
