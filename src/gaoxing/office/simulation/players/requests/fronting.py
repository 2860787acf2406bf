"""Before the units have it (受理、联系、分解): the steward takes it up, speaks with the enterprise, sorts the parts and sends them out."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.timezone import localtime

from gaoxing.office.aftercare.actions import Plan, plan
from gaoxing.office.aftercare.facts import MAINS
from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.simulation.players.requests.lives import graded
from gaoxing.office.simulation.players.requests.moves import Move, Scene, Think
from gaoxing.office.simulation.players.requests.statements import Trouble, troubles
from gaoxing.office.simulation.players.requests.workers import leader, steward_of, units

SIT = "decompose"
"""The act with which the steward's sitting at the plan begins."""

BY_ITSELF, SPLIT, LATE_CONTACT, WRONG_UNIT, MORE_UNITS = 0.02, 0.15, 0.06, 0.05, 0.08
"""Shares: nobody takes it up within its day, it is dispatched only later, contacted late; a part goes to the wrong unit, to one more than is needed."""

_MINUTES = {"receive": 6, "contact": 18, SIT: 25, "dispatch": 6, "merge": 10, "not_accept": 15}


def steward(found: Scene) -> Person:
    """Who serves the request on this day."""
    return steward_of(found.world, found.request.client, found.now, int(found.life.name))


def supplement(found: Scene) -> Move | None:
    """Something more comes to the enterprise's mind, once in a while."""
    state, request = found.request.state, found.request
    if not found.takes(f"supplement:{state}", 0.02) or request.events.filter(act="supplement").exists():
        return None
    chance = found.chance("supplement", "when")
    if request.owner is None:
        by = steward(found)
        return Move(found.worked(by, 1, 5), "supplement", by, note="企业打电话来补充：昨天又碰到一次。", whole=True)
    return Move(found.lived(chance, chance.uniform(0.2, 2)), "supplement", request.owner, note="昨天又碰到一次，照片我们留着。", whole=True)


def withdraw(found: Scene, turn: str) -> Move | None:
    """The enterprise takes it back."""
    if found.request.owner is None or not found.takes(turn, 0.002):
        return None
    chance = found.chance("withdraw", "when")
    return Move(found.lived(chance, chance.uniform(0.1, 1.5)), "withdraw", found.request.owner, whole=True)


def _aside(found: Scene) -> Move | None:
    return supplement(found) or withdraw(found, f"withdraw:{found.request.state}") or _elsewhere(found) or _merge(found)


def _elsewhere(found: Scene) -> Move | None:
    """What is not for this office goes where it belongs, mostly once somebody looked at it."""
    stray, state = found.life.stray, found.request.state
    if stray is None or state not in ("submitted", "received") or found.chance("stray", state).random() < 0.4:
        return None
    by = steward(found)
    return Move(found.worked(by, 1.5, _MINUTES["not_accept"]), "not_accept", by, stray.reason, stray.channel)


def _merge(found: Scene) -> Move | None:
    """It is the same trouble as another one that is open."""
    state, request = found.request.state, found.request
    if state not in ("submitted", "received", "contacted") or request.merged.exists() or not found.takes(f"merge:{state}", 0.008):
        return None
    same = Request.objects.filter(state__in=MAINS, main=None, parts__category__in=request.parts.values("category")).exclude(pk=request.pk)
    main, by = same.order_by("-pk").first(), steward(found)
    return Move(found.worked(by, 0.7, _MINUTES["merge"]), "merge", by, details={"main": main.pk}) if main else None


def _submitted(found: Scene) -> Move:
    if aside := _aside(found):
        return aside
    if found.takes("by itself", BY_ITSELF):
        return Move(found.world.calendar.opening(found.world.calendar.after(found.world.calendar.day(found.now), 2)))
    by, chance = steward(found), found.chance("receive")
    hours = 0.1 if found.request.urgent else min(chance.expovariate(1 / 1.2), 6)
    return Move(found.worked(by, hours, _MINUTES["receive"]), "receive", by)


def _received(found: Scene) -> Move:
    if aside := _aside(found):
        return aside
    by, chance = steward(found), found.chance("contact")
    hours = 0.1 if found.request.urgent else chance.uniform(9, 18) if chance.random() < LATE_CONTACT else min(chance.expovariate(1 / 2.5), 7)
    at = found.worked(by, hours, _MINUTES["contact"])
    call = {"whom": found.life.contact, "when": f"{localtime(at):%Y-%m-%d %H:%M}", "how": chance.choice(("电话", "电话", "上门", "微信"))}
    return Move(at, "contact", by, details=call)


def _contacted(found: Scene) -> Move:
    if aside := _aside(found):
        return aside
    by = steward(found)
    return Move(found.worked(by, min(found.chance(SIT).expovariate(1 / 2.0), 10), _MINUTES[SIT]), SIT, by)


def _decomposed(found: Scene) -> Move:
    if aside := supplement(found) or withdraw(found, "withdraw:decomposed"):
        return aside
    by = steward(found)
    return Move(found.worked(by, min(found.chance("dispatch").expovariate(1 / 2.0), 8), _MINUTES["dispatch"]), "dispatch", by)


FRONT: Mapping[str, Think] = {"submitted": _submitted, "received": _received, "contacted": _contacted, "decomposed": _decomposed}
"""What comes next, by the state in which it is."""


def sit(found: Scene, by: Person) -> Request:
    """The steward's sitting: each part gets its unit, the plan is confirmed and, mostly, sent out at once. Raises NotAllowed."""
    request = found.request
    known = units()
    plans = [_planned(found, each, known) for each in request.parts.select_related("request")]
    request = plan(request, plans, by, revision=request.revision, now=found.now)
    request = fire(request, Pressed(SIT, revision=request.revision), by, now=found.now)
    later = found.takes("split", SPLIT) or found.life.turns & {"withdraw:decomposed", "supplement:decomposed"}
    return request if later else fire(request, Pressed("dispatch", revision=request.revision), by, now=found.now)


def _planned(found: Scene, part: Part, known: Mapping[str, Unit]) -> Plan:
    """A part with the unit that leads; now and then it is the wrong one, or one more helps."""
    chance, trouble = found.chance("plan", part.number), _trouble(found, part)
    lead, wrong = known[trouble.lead], bool(found.life.turns & {"object", "late object"})
    others = [each for each in known.values() if each.pk != lead.pk]
    if wrong or chance.random() < WRONG_UNIT:
        lead = chance.choice(others)
    helping = [known[each].pk for each in trouble.helps]
    if chance.random() < MORE_UNITS:
        helping.append(chance.choice(others).pk)
    grade = graded(trouble, part.category) if trouble.category == part.category else ""
    return Plan(part.number, part.category, str(content_of(part).get("words", "")), grade, lead.pk, tuple(dict.fromkeys(helping)))


def _trouble(found: Scene, part: Part) -> Trouble:
    """What a part is about, as the steward understands it: the trouble that was meant, else one of its category."""
    own = [each for each in found.life.troubles if each.category == part.category]
    if own:
        return own[0]
    return next((each for each in troubles() if each.category == part.category), found.life.troubles[0])


def elsewhere_led(found: Scene) -> Person | None:
    """A leader who may have it done again: neither who had it redone before nor who handled a part of it."""
    before = {found.request.reviewer_id, *found.request.parts.values_list("handler", flat=True)}
    return leader(found.world, found.chance("leader", found.request.rejections), [each for each in before if each])
