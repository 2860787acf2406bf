"""A move (一步): who does which act on a request or a part, and when they get to it. It is planned as a step of its own and done as it then stands.

What the office refuses is kept with its step, and whoever was refused looks again the next morning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from gaoxing.casework import working_hours
from gaoxing.casework.acting import Reason
from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.planned import Planned, Refused
from gaoxing.office.simulation.players.requests.lives import Life, life
from gaoxing.office.simulation.world import World

ACT, LOOK, PART = "request.act", "request.look", "request.part"
"""Kinds of steps: an act on the request, a look at how it stands, and what belongs to a part."""

MOST_REFUSALS = 4
"""So often in a row somebody is refused before they leave it."""

_WAKES, _SLEEPS = 8, 22


@dataclass(frozen=True)
class Move:
    """An act that somebody will do at a moment; `whole` on the request even where a part is looked at. Without an act it is only looked at again."""

    at: datetime
    act: str = ""
    by: Person | None = None
    reason: str = ""
    note: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = False


@dataclass(frozen=True)
class Scene:
    """What a move is thought of with: the world, the life, the request as it stands, its part where it is about one, the moment.

    `refusals` is how often in a row somebody was refused.
    """

    world: World
    life: Life
    request: Request
    part: Part | None
    now: datetime
    refusals: int = 0

    def chance(self, *about: object) -> Random:
        """The chance of something about this request or part, as often as it stood so before."""
        place = self.part.number if self.part else 0
        return self.world.chance("request", self.life.name, place, *about)

    def takes(self, turn: str, share: float, *about: object) -> bool:
        """Whether its life takes a turn here."""
        return self.life.takes(turn, share, self.chance(turn, *about))

    def worked(self, by: Person, hours: float, minutes: int) -> datetime:
        """When somebody of the staff has done what they come to after so many office hours and what takes so many minutes."""
        reached = working_hours.after(self.now, timedelta(hours=hours), self.world.calendar)
        return self.world.hands(by.account, reached, minutes)

    def lived(self, chance: Random, hours: float) -> datetime:
        """Some moment about so many hours on at which an enterprise may act."""
        return awake(self.now + timedelta(hours=hours), chance)


Think = Callable[[Scene], Move | None]


def awake(moment: datetime, chance: Random) -> datetime:
    """The moment itself by day; else some time of the next morning."""
    local = moment.astimezone(moment.tzinfo)
    if _WAKES <= local.hour < _SLEEPS:
        return local
    day = local.date() + timedelta(days=local.hour >= _SLEEPS)
    return datetime.combine(day, time(_WAKES), tzinfo=local.tzinfo) + timedelta(minutes=chance.randrange(240))


def scene(step: Planned, world: World) -> Scene:
    """How the request of a step stands now."""
    number, pk, part = step.told.get("part", 0), step.told["pk"], None
    if number:
        part = Part.objects.select_related("request__client", "request__owner", "lead", "handler", "force_lead").get(request=pk, number=number)
    request = part.request if part else Request.objects.select_related("client", "owner").get(pk=pk)
    return Scene(world, life(world, str(step.told["life"])), request, part, step.at, int(step.told.get("refusals", 0)))


def do(found: Scene, by: Person, told: Mapping[str, Any]) -> None:
    """The act that was planned, by whoever was to do it, on the record as it stands. Raises NotAllowed."""
    reasons = (Reason(told["reason"], told["note"] or "写明白了"),) if told["reason"] else ()

    def pressed(revision: int) -> Pressed:
        return Pressed(told["act"], reasons, told["note"], revision, details=told["details"])

    if told["whole"] or found.part is None:
        fire(found.request, pressed(found.request.revision), by, now=found.now)
    else:
        fire(found.part, pressed(found.part.revision), by, now=found.now)


def planned(move: Move, found: Scene, step: Planned, kind: str) -> Planned:
    """The step of a move: the next of its chain."""
    number = int(step.told.get("n", 0)) + 1
    told = {"life": found.life.name, "pk": found.request.pk, "n": number, "chain": step.told["chain"]}
    told |= {"part": found.part.number} if found.part else {}
    told |= {"refusals": found.refusals} if found.refusals else {}
    if move.act:
        state = found.part.state if found.part and not move.whole else found.request.state
        told["move"] = {"act": move.act, "by": move.by.pk if move.by else 0, "from": state, "reason": move.reason, "note": move.note}
        told["move"] |= {"details": dict(move.details), "whole": move.whole}
    return Planned(max(move.at, found.now), f"{step.told['chain']}/{number}", kind, told)


def refused(refusal: NotAllowed, found: Scene, step: Planned, kind: str) -> Refused:
    """The refusal, with a look the next morning as long as it is not the fourth."""
    count = found.refusals + 1
    if count >= MOST_REFUSALS:
        return Refused(refusal.reason, ())
    morning = found.world.calendar.opening(found.world.calendar.after(found.world.calendar.day(found.now), 1))
    again = planned(Move(morning), found, step, kind)
    return Refused(refusal.reason, (Planned(again.at, again.key, again.kind, {**again.told, "refusals": count}),))
