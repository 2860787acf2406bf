"""Whole lives: each takes the turn it was sent to take, day by day, and at the end everything that must hold does."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare import ticking
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.simulation.models import Noted, Run, Step
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import requests
from gaoxing.office.simulation.players.requests import lives
from gaoxing.office.simulation.playing import play
from gaoxing.office.simulation.proving import requests as proving
from gaoxing.office.simulation.world import World
from tests.office.simulation.cast import moment, played
from tests.office.simulation.players.requests.conftest import BEGINS, name_of

DAILY = (ticking.receive_due, ticking.lapse_due, ticking.remind_of_supplies)
TURNS = ("object|redispatch", "ask|give_up|reject", "extend|grant", "convene|force finishes", "decline|reject", "lapse", "bad", "twice", "reopen:archived")
TURNS += ("withdraw:decomposed", "end:in_hand")


def said(turn, day=0):
    name = name_of(turn)
    return Planned(BEGINS + timedelta(days=day), f"request/{name}", requests.SAYS, {"life": name})


@pytest.fixture
def whole(zone, firm):
    """Lives played to their ends in two months."""
    played(zone, [said(turn, number % 3) for number, turn in enumerate(TURNS)], requests.HANDLERS, DAILY)
    return zone


def acts(model):
    return set(model.objects.values_list("act", flat=True))


def test_lives_take_their_turns_and_everything_holds(whole):
    wanted = {"receive", "contact", "decompose", "dispatch", "answer", "accept", "lapse", "reject", "redo", "call_back", "archive", "reopen", "withdraw"}
    assert wanted <= acts(RequestEvent)
    parts = {"sign", "object", "redispatch", "ask_enterprise", "decline", "give_up", "ask_extension", "grant_extension", "convene", "minute", "finish"}
    assert parts <= acts(PartEvent)
    assert [(check.__name__, check(whole.run)[1]) for check in CHECKS if check(whole.run)[1]] == []
    assert not Request.objects.filter(state__in=("submitted", "received", "contacted")).exists()
    assert Step.objects.filter(refused__contains="同样的诉求已经提过").count() == 1


CHECKS = (proving.planned, proving.closed, proving.clocks, proving.merged, proving.parts)


def test_a_run_that_was_stopped_goes_on_as_it_would_have(zone, firm):
    """Stopped by something that falls, and begun anew with nothing but what is stored."""
    calls = []

    def falls(step, world):
        calls.append(step.key)
        if len(calls) == 5:
            raise RuntimeError("power cut")
        return requests.HANDLERS[step.kind](step, world)

    with pytest.raises(RuntimeError, match="power cut"):
        played(zone, [said("supervise:in_hand")], dict.fromkeys(requests.HANDLERS, falls))
    run = Run.objects.get(pk=zone.run.pk)
    play(run, {**requests.HANDLERS, "evening": lambda _step, _world: ()})
    assert Request.objects.get().state in ("archived", "accepted")
    assert not run.steps.filter(done=False).exists()


def test_at_the_end_of_the_span_what_runs_stays_running(zone, firm):
    late = Planned(moment("2024-04-29T15:00"), "request/00006", requests.SAYS, {"life": name_of("supervise:in_hand")})
    played(zone, [late], requests.HANDLERS)
    assert Request.objects.get().state not in ("archived", "accepted", "answered")
    assert not Step.objects.filter(at__gt=moment("2024-05-01T00:00")).exists()


def test_the_openings_plan_every_life_of_the_span(zone):
    planned = list(requests.OPENING(zone))
    assert len(planned) == len(list(lives.names(zone))) + 1
    assert {each.kind for each in planned} == {requests.SAYS, "request.morning"}


def test_the_staff_bring_nothing_on_a_day_off(zone):
    found = [requests._brought_at(zone, lives.life(zone, f"{number:05}")) for number in range(1, 200)]
    staff = [each.at for each in found if lives.life(zone, each.told["life"]).source != lives.ENTERPRISE]
    assert all(zone.calendar.works(at.date()) and 9 <= at.hour < 17 for at in staff)


def test_what_was_read_otherwise_is_noted_with_the_step(zone, firm, monkeypatch):
    monkeypatch.setattr(requests.bringing, "differences", lambda *_: (("categories", "market", "utilities"),))
    played(zone, [said("supervise:in_hand")], {**requests.HANDLERS, requests.LOOK: lambda *_: ()})
    told = Noted.objects.get(kind="misread").told
    assert (told["blank"], told["meant"], told["read"]) == ("categories", "market", "utilities")
    assert told["said"]


def test_a_step_whose_record_went_on_is_looked_at_anew(zone, brought):
    step = brought("supervise:in_hand")
    move = {"act": "contact", "by": zone.people("steward")[0].pk, "from": "received", "reason": "", "note": "", "details": {}, "whole": False}
    following = requests.HANDLERS[requests.ACT](Planned(BEGINS, step.key, requests.ACT, {**step.told, "move": move}), zone)
    assert [each.told["move"]["act"] for each in following] == ["receive"]


def test_what_nobody_leads_gets_a_unit_before_it_is_redone(zone, seen):
    found = seen("reject", "redoing", rejections=1)
    Part.objects.filter(request=found.request).update(state="done")
    requests._redoes(found, zone.people("leader")[0], {"act": "redo", "reason": "", "note": "", "details": {}, "whole": False})
    assert {each.lead.code for each in Part.objects.filter(request=found.request)} == {"S10"}
    assert World(zone.run).unit("park").code == "S10"
