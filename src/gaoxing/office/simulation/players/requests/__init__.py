"""Requests of the year (企业诉求): brought, carried on step by step by whoever it is who does it, accepted by the enterprise; what runs on at the end runs on.

A request has one chain of steps until the units have it, a chain for each part while they do, and one again when everything is answered. Each step
is an act that was planned at the one before; where the record no longer stands as it then did, it is only looked at anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from gaoxing.office.aftercare.actions import Plan, plan
from gaoxing.office.aftercare.forces import forming, tasks
from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.forces.tasks import Minutes, Wanted
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.planned import Handler, Planned
from gaoxing.office.simulation.players.requests import bringing, leading, lives, moves
from gaoxing.office.simulation.players.requests.fronting import FRONT, SIT, sit, steward
from gaoxing.office.simulation.players.requests.judging import JUDGED, lead_missing
from gaoxing.office.simulation.players.requests.lives import Life
from gaoxing.office.simulation.players.requests.moves import ACT, LOOK, PART, Move, Scene, Think
from gaoxing.office.simulation.players.requests.parting import PARTS
from gaoxing.office.simulation.players.requests.workers import units
from gaoxing.office.simulation.world import World

SAYS, AGAIN = "request.says", "request.again"
"""Kinds of steps: a request is brought, and the same once more."""

WORKDAYS = 0.85
"""The share of what enterprises bring themselves that they bring on a working day; the staff bring nothing on others."""

_NIGHT = timedelta(days=1)
_THINK: Mapping[str, Think] = {**FRONT, **JUDGED}


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Every request of the span, and the leader's first morning."""
    yield from (_brought_at(world, lives.life(world, name)) for name in lives.names(world))
    yield leading.first(world)


def _brought_at(world: World, life: Life) -> Planned:
    """The moment of a life: any day or evening for the enterprise, office hours for the staff."""
    chance, calendar = world.chance("request", life.name, "when"), world.calendar
    at = world.moment(chance)
    if not calendar.works(calendar.day(at)) and (life.source != lives.ENTERPRISE or chance.random() < WORKDAYS):
        at = world.moment(chance, calendar.after(calendar.day(at), 1))
    if life.source != lives.ENTERPRISE:
        at = calendar.opening(calendar.day(at)) + timedelta(minutes=10 + chance.randrange(450))
    return Planned(at, f"request/{life.name}", SAYS, {"life": life.name})


def _bring(step: Planned, world: World) -> Iterable[Planned]:
    life = lives.life(world, str(step.told["life"]))
    brought = bringing.bring(world, life, bringing.client_of(world, life, step.at), step.at)
    told = {"life": life.name, "pk": brought.request.pk, "n": 0, "chain": f"request/{life.name}"}
    for blank, meant, read in brought.otherwise:
        world.note("misread", step.key, blank=blank, read=read, meant=meant, said=brought.said)
    yield Planned(step.at, f"request/{life.name}/0", LOOK, told)
    if "twice" in life.turns:
        yield Planned(step.at + _NIGHT, f"request/{life.name}/again", AGAIN, {"life": life.name, "pk": brought.request.pk})


def _again(step: Planned, world: World) -> Iterable[Planned]:
    """The same words once more: the office says how it stands and takes none of it."""
    life, client = lives.life(world, str(step.told["life"])), Request.objects.get(pk=step.told["pk"]).client
    bringing.bring(world, life, client, step.at)
    return ()


def _look(step: Planned, world: World) -> Iterable[Planned]:
    """What comes next, as it stands."""
    return [each for each in _next(moves.scene(step, world), step) if each is not None]


def _act(step: Planned, world: World) -> Iterable[Planned]:
    """Do what was planned where it still stands so, and think of what comes next."""
    found, told = moves.scene(step, world), step.told["move"]
    stands = found.request.state if told["whole"] or found.part is None else found.part.state
    if stands != told["from"]:
        return _look(step, world)
    try:
        _done(found, told)
    except NotAllowed as refusal:
        raise moves.refused(refusal, found, step, _kind(found)) from None
    return _look(replace(step, told={key: value for key, value in step.told.items() if key != "refusals"}), world)


def _part(step: Planned, world: World) -> Iterable[Planned]:
    return _act(step, world) if "move" in step.told else _look(step, world)


def _done(found: Scene, told: Mapping[str, Any]) -> None:
    by = Person.objects.get(pk=told["by"])
    if told["act"] in _OWN:
        _OWN[told["act"]](found, by, told)
    else:
        moves.do(found, by, told)


def _next(found: Scene, step: Planned) -> list[Planned | None]:
    """The step of the next move; the chains that begin where this one ends."""
    if found.part is not None:
        return _next_of_part(found, found.part, step)
    if found.request.state == Request.State.IN_HAND:
        return [_chain_of(found, each) for each in found.request.parts.all() if each.state == Part.State.DISPATCHED]
    move = _thought(_THINK.get(found.request.state), found)
    return [moves.planned(move, found, step, ACT if move.act else LOOK)] if move else []


def _next_of_part(found: Scene, part: Part, step: Planned) -> list[Planned | None]:
    if found.request.state == Request.State.ANSWERED and part.state not in PARTS:
        return [_judged(found)]
    move = _thought(PARTS.get(part.state), found) if found.request.state == Request.State.IN_HAND else None
    return [moves.planned(move, found, step, PART)] if move else []


def _thought(think: Think | None, found: Scene) -> Move | None:
    return think(found) if think else None


def _chain_of(found: Scene, part: Part) -> Planned | None:
    """The chain of a part begins, once a round."""
    rounds = part.events.filter(act__in=("dispatch", "redo")).count()
    chain = f"request/{found.life.name}/{part.number}.{rounds}"
    return _once(found, Planned(found.now, f"{chain}/0", PART, {"life": found.life.name, "pk": found.request.pk, "part": part.number, "n": 0, "chain": chain}))


def _judged(found: Scene) -> Planned | None:
    """The chain of the request goes on, once each time that everything is answered."""
    chain = f"request/{found.life.name}/j{found.request.events.filter(act='answer').count()}"
    return _once(found, Planned(found.now, f"{chain}/0", LOOK, {"life": found.life.name, "pk": found.request.pk, "n": 0, "chain": chain}))


def _once(found: Scene, wanted: Planned) -> Planned | None:
    return None if found.world.run.steps.filter(key=wanted.key).exists() else wanted


def _kind(found: Scene) -> str:
    return PART if found.part is not None else LOOK


def _sits(found: Scene, by: Person, _told: Mapping[str, Any]) -> None:
    sit(found, by)


def _redoes(found: Scene, by: Person, told: Mapping[str, Any]) -> None:
    """What nobody leads gets a unit first."""
    if missing := lead_missing(found):
        plans = [Plan(each.number, each.category, str(content_of(each).get("words", "")), each.grade, each.lead_id or units()["park"].pk) for each in missing]
        rest = [
            Plan(
                each.number,
                each.category,
                str(content_of(each).get("words", "")),
                each.grade,
                each.lead_id or 0,
                tuple(each.co_units.values_list("unit", flat=True)),
            )
            for each in found.request.parts.all()
            if each.lead_id
        ]
        plan(found.request, [*plans, *rest], steward(found), revision=found.request.revision, now=found.now)
        found.request.refresh_from_db()
    moves.do(found, by, told)


def _convenes(found: Scene, by: Person, told: Mapping[str, Any]) -> None:
    if found.part is not None:
        details = {"lead": told["details"]["lead"]}
        forming.convene(found.part, Pressed("convene", revision=found.part.revision, details=details), told["details"]["units"], by, now=found.now)


def _minutes(found: Scene, by: Person, told: Mapping[str, Any]) -> None:
    """The meeting gives a task to the lead unit, and one to a unit that helps."""
    if found.part is not None:
        today = found.world.calendar.day(found.now)
        due = found.world.calendar.after(today, 3)
        members = forming.member_units(found.part)[:2]
        wanted = tuple(Wanted(words, unit.pk, 0, due) for words, unit in zip(("查现场，拿出方案", "配合施工，清出场地"), members, strict=False))
        tasks.minute(found.part, Minutes(today, told["note"], wanted), by, revision=found.part.revision, now=found.now)


def _finishes_task(found: Scene, by: Person, told: Mapping[str, Any]) -> None:
    task = ForceTask.objects.select_related("part", "unit").get(pk=told["details"]["task"])
    if task.state == ForceTask.State.OPEN:
        tasks.finish(task, told["note"], by, now=found.now)


_OWN = {SIT: _sits, "redo": _redoes, "convene": _convenes, "minute": _minutes, "task": _finishes_task}
"""Acts that are more than one press."""

HANDLERS: Mapping[str, Handler] = {SAYS: _bring, AGAIN: _again, LOOK: _look, ACT: _act, PART: _part, **leading.HANDLERS}
