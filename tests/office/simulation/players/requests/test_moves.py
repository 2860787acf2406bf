"""A move: planned as a step, done as the record then stands, and looked at again where the office refuses it."""

from datetime import timedelta
from random import Random

import pytest

from gaoxing.office.aftercare.models import Request
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players.requests import moves
from gaoxing.office.simulation.players.requests.moves import Move
from tests.office.simulation.cast import moment
from tests.office.simulation.players.requests.conftest import BEGINS


@pytest.mark.parametrize(("hour", "awake"), [("08:00", "2024-03-04T08:00"), ("21:59", "2024-03-04T21:59")])
def test_an_enterprise_is_awake_by_day(hour, awake):
    assert moves.awake(moment(f"2024-03-04T{hour}"), Random(1)) == moment(awake)


@pytest.mark.parametrize(("at", "day"), [("2024-03-04T23:10", "2024-03-05"), ("2024-03-05T03:00", "2024-03-05")])
def test_what_falls_into_the_night_waits_for_the_morning(at, day):
    found = moves.awake(moment(at), Random(1))
    assert f"{found.date()}" == day
    assert 8 <= found.hour < 12


def test_a_scene_shows_the_request_as_it_stands(seen):
    found = seen("reject")
    assert found.request.state == "submitted"
    assert (found.part, found.refusals) == (None, 0)
    assert "reject" in found.life.turns


def test_the_chance_of_a_scene_is_always_the_same(seen):
    found = seen()
    assert found.chance("a").random() == found.chance("a").random()
    assert found.chance("a").random() != found.chance("b").random()


def test_the_staff_work_in_office_hours_alone(seen, zone):
    found = seen(at=moment("2024-03-08T16:50"))
    by = zone.people("steward")[0]
    assert found.worked(by, 1, 10) == moment("2024-03-11T10:00")


def test_who_is_busy_does_the_next_thing_later(seen, zone):
    found, by = seen(), zone.people("steward")[1]
    first = found.worked(by, 0, 30)
    assert found.worked(by, 0, 30) == first + timedelta(minutes=30)


def test_a_move_becomes_the_next_step_of_its_chain(seen, brought, zone):
    found, step = seen(), brought("late")
    by = zone.people("steward")[0]
    made = moves.planned(Move(BEGINS, "receive", by), found, Planned(BEGINS, "k", "request.look", {**step.told, "n": 3}), moves.ACT)
    assert made.key == f"{step.told['chain']}/4"
    assert made.told["move"] == {"act": "receive", "by": by.pk, "from": "submitted", "reason": "", "note": "", "details": {}, "whole": False}


def test_a_look_has_no_move(seen, brought):
    found, step = seen(), brought("late")
    assert "move" not in moves.planned(Move(BEGINS), found, step, moves.LOOK).told


def test_no_step_lies_before_the_moment_at_which_it_is_thought_of(seen, brought):
    found, step = seen(), brought("late")
    assert moves.planned(Move(BEGINS - timedelta(days=1)), found, step, moves.LOOK).at == found.now


def test_a_move_is_done_on_the_record(seen, zone):
    found = seen()
    moves.do(found, zone.people("steward")[0], {"act": "receive", "reason": "", "note": "", "details": {}, "whole": False})
    assert Request.objects.get(pk=found.request.pk).state == "received"


def test_what_the_office_refuses_is_looked_at_the_next_morning(seen, brought):
    found, step = seen(), brought("late")
    refused = moves.refused(NotAllowed("不行"), found, step, moves.LOOK)
    again = refused.following[0]
    assert (refused.reason, again.kind) == ("不行", moves.LOOK)
    assert again.at == moment("2024-03-05T09:00")
    assert again.told["refusals"] == 1


def test_after_the_fourth_refusal_nobody_tries_again(zone, brought):
    step = brought("late")
    found = moves.scene(Planned(BEGINS, step.key, step.kind, {**step.told, "refusals": moves.MOST_REFUSALS - 1}), zone)
    assert moves.refused(NotAllowed("不行"), found, step, moves.LOOK).following == ()
