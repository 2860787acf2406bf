"""Plays a run (演): one step after the other in the order of time, each whole or not at all together with what it plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from heapq import heapify, heappop, heappush

from django.db import IntegrityError, transaction

from gaoxing.office.people.remembering import remembering
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.models import Run, Step
from gaoxing.office.simulation.planned import Handler, Planned, Refused
from gaoxing.office.simulation.world import World

TOGETHER = 40
"""Steps of one transaction: a stop costs so many at most, and the disk is asked once for all of them."""

Players = Mapping[str, Handler]
Openings = Iterable[Callable[[World], Iterable[Planned]]]


@transaction.atomic
def begin(run: Run, openings: Openings) -> None:
    """Plan what every player opens with; a run that has steps has begun and stays as it is."""
    if not run.steps.exists():
        world = World(run)
        _keep(run, within(world, (each for opening in openings for each in opening(world))))


def within(world: World, planned: Iterable[Planned]) -> list[Planned]:
    """Those that come before the span ends: what would come later is another year's."""
    return [each for each in planned if world.calendar.day(each.at) <= world.ends]


def play(run: Run, players: Players, told: Callable[[Run, Planned], object] = lambda _run, _step: None, *, until: datetime | None = None) -> None:
    """Play what is left of a run, or what of it comes no later than a moment; `told` hears of every step when it is done.

    So many steps are written at once (`TOGETHER`): whoever stops the run in between plays those anew, and they come to the same.
    A refusal of the office (NotAllowed) is kept with its step and the run goes on. Raises KeyError for a kind that nobody plays, and whatever else falls.
    """
    world, queue = World(run), [Planned(*row) for row in run.steps.filter(done=False).values_list("at", "key", "kind", "told")]
    heapify(queue)
    while _comes(queue, until):
        with transaction.atomic():
            for step in _next_steps(queue, until):
                for following in _played(step, world, players[step.kind]):
                    heappush(queue, following)
                told(run, step)
            run.save(update_fields=["played", "at"])


def _comes(queue: list[Planned], until: datetime | None) -> bool:
    return bool(queue) and (until is None or queue[0].at <= until)


def _next_steps(queue: list[Planned], until: datetime | None) -> Iterator[Planned]:
    """The next in time, so many as are written at once; what follows from one may come before the others."""
    for _ in range(TOGETHER):
        if not _comes(queue, until):
            return
        yield heappop(queue)


def _played(step: Planned, world: World, handler: Handler) -> list[Planned]:
    """One step and all that belongs to it, wholly or not at all."""
    run = world.run
    with transaction.atomic():
        handled, refused = _handled(step, world, handler)
        run.steps.filter(key=step.key).update(done=True, refused=refused)
        following = _kept(run, handled)
        world.settle()
        run.played, run.at = run.played + 1, step.at
    return following


def _handled(step: Planned, world: World, handler: Handler) -> tuple[list[Planned], str]:
    try:
        with transaction.atomic(), remembering():
            return within(world, handler(step, world)), ""
    except NotAllowed as refusal:
        world.forget()
        return within(world, refusal.following if isinstance(refusal, Refused) else ()), refusal.reason


def _kept(run: Run, planned: list[Planned]) -> list[Planned]:
    """Write what is planned; a key stands once in a run, so what was planned already (a case decided for the second time) stays as it was."""
    try:
        with transaction.atomic():
            _keep(run, planned)
    except IntegrityError:
        known = set(run.steps.filter(key__in=[each.key for each in planned]).values_list("key", flat=True))
        planned = [each for each in planned if each.key not in known]
        _keep(run, planned)
    return planned


def _keep(run: Run, planned: list[Planned]) -> None:
    Step.objects.bulk_create(Step(run=run, key=each.key, kind=each.kind, at=each.at, told=dict(each.told)) for each in planned)
