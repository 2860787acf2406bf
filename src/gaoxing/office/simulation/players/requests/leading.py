"""The leader's morning (督办): every working day at ten somebody looks at what is red and supervises some of it; the answers come in a day or two."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from gaoxing.casework.acting import Reason
from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.models import Part, Request, RequestEvent
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players.requests.parting import PARTS
from gaoxing.office.simulation.players.requests.workers import leader, steward_of
from gaoxing.office.simulation.world import World

MORNING, ANSWER = "request.morning", "request.answer"
"""Kinds of steps: the leader's look, and the answer to a supervision."""

SUPERVISED, ANSWERED = 0.12, 0.85
"""The share of red parts that a leader takes up on a morning, and of supervisions that are answered while it goes on."""

_TEN = timedelta(hours=1)


def first(world: World) -> Planned:
    """The first morning."""
    return _morning(world, world.calendar.after(world.begins - timedelta(days=1), 1))


def _morning(world: World, day: date) -> Planned:
    at = world.calendar.opening(day) + _TEN
    return Planned(at, f"request/morning/{day}", MORNING)


def look(step: Planned, world: World) -> Iterable[Planned]:
    """Supervise some of what is red; plan the answers to what was supervised since the last morning; come again."""
    red = Part.objects.filter(state__in=PARTS, due__lt=step.at, request__state=Request.State.IN_HAND, request__supervised_until=None)
    for number in dict.fromkeys(red.order_by("request").values_list("request", flat=True)):
        _supervise(number, step, world)
    today = world.calendar.day(step.at)
    since = world.calendar.opening(max(day for day in _before(world, step.at))) + _TEN
    opened = RequestEvent.objects.filter(act="supervise", at__gt=since, at__lte=step.at).order_by("subject", "number").values_list("subject", "number")
    answers = [_answer(world, subject, number, step.at) for subject, number in opened]
    return [*(each for each in answers if each), _morning(world, world.calendar.after(today, 1))]


def answer(step: Planned, world: World) -> Iterable[Planned]:
    """The steward, or somebody of a unit, answers; nothing where it is answered already."""
    request = Request.objects.select_related("client").get(pk=step.told["pk"])
    if request.supervised_until is None:
        return ()
    part = request.parts.filter(state__in=PARTS).exclude(handler=None).select_related("handler").first()
    chance = world.chance(step.key)
    by = part.handler if part and part.handler and chance.random() < 0.4 else steward_of(world, request.client, step.at, request.pk)
    fire(request, Pressed("answer_supervision", note="原因查清了，这周内办好，进展每天报。", revision=request.revision), by, now=step.at)
    return ()


def _supervise(number: int, step: Planned, world: World) -> None:
    """One request, if the leader comes to it; what cannot be supervised is left."""
    request, chance = Request.objects.get(pk=number), world.chance(step.key, number)
    by = leader(world, chance)
    if chance.random() >= SUPERVISED or by is None or request.events.filter(act="supervise").exists():
        return
    try:
        fire(request, Pressed("supervise", (Reason("overdue", "超期了，请马上办。"),), "请说明为什么超期。", request.revision), by, now=step.at)
    except NotAllowed:
        return


def _answer(world: World, subject: int, number: int, now: datetime) -> Planned | None:
    chance = world.chance("supervision", subject, number)
    if chance.random() >= ANSWERED:
        return None
    request = Request.objects.select_related("client").get(pk=subject)
    by = steward_of(world, request.client, now, subject)
    at = world.hands(by.account, now + timedelta(hours=chance.uniform(1, 30)), 12)
    return Planned(at, f"request/supervision/{subject}/{number}", ANSWER, {"pk": subject})


def _before(world: World, now: datetime) -> Iterable[date]:
    """The last working day before, within a fortnight."""
    today = world.calendar.day(now)
    found = list(world.calendar.between(today - timedelta(days=20), today - timedelta(days=1)))
    return found or [today - timedelta(days=1)]


HANDLERS = {MORNING: look, ANSWER: answer}
