"""What does not get done in the year: brought, seen through, confirmed or brought back."""

from datetime import timedelta

import pytest

from gaoxing.casework.tables import table
from gaoxing.office.escalations import ticking
from gaoxing.office.escalations.models import Cause, Escalation, EscalationEvent
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.planned import Planned, Refused
from gaoxing.office.simulation.players import stuck
from gaoxing.office.simulation.proving import stuck as proving
from tests.office.simulation.cast import moment, played
from tests.office.simulation.players.stuck.conftest import BEGINS, number_of

PLAYED = ("refer taken", "withdraw taken", "hand over", "reply", "add", "extend", "decline", "reject", "reject by call", "add taken", "")
CHECKS = (proving.planned, proving.confirmed, proving.clocks, proving.causes)


def think(found):
    return stuck._THINK[found.row.state](found)


def happened(row, act, number=50):
    EscalationEvent.objects.create(subject=row, number=number, act=act, source="", target=row.state, role="officer", at=BEGINS)


@pytest.fixture
def whole(zone):
    """Some of them, played over half a year."""
    steps = [
        Planned(BEGINS + timedelta(hours=place), f"stuck/{number_of(turn):04}", stuck.BRING, {"number": number_of(turn)}) for place, turn in enumerate(PLAYED)
    ]
    played(zone, steps, stuck.HANDLERS, (ticking.close_watched,))
    return zone


def test_they_take_their_turns_and_everything_holds(whole):
    acts = set(EscalationEvent.objects.values_list("act", flat=True))
    assert {"take_over", "contact", "hand_over", "refer", "withdraw", "add", "reply", "extend", "conclude", "decline", "reject", "retake"} <= acts
    assert [(check.__name__, check(whole.run)[1]) for check in CHECKS if check(whole.run)[1]] == []
    assert set(Escalation.objects.values_list("state", flat=True)) <= {"confirmed", "referred", "withdrawn"}
    assert set(Cause.objects.values_list("state", flat=True)) <= {"watched", "closed"}


def test_the_openings_plan_every_one_on_working_days(zone):
    planned = list(stuck.OPENING(zone))
    assert planned
    assert all(zone.calendar.works(each.at.date()) and 9 <= each.at.hour < 17 for each in planned)


def test_it_is_taken_over_at_once_and_somebody_calls(zone, brought):
    step = brought()
    row = Escalation.objects.get(pk=step.told["pk"])
    assert (row.state, step.told["move"]["act"]) == ("taken", "contact")
    assert row.handler in zone.people("steward")


def test_most_are_contacted_within_the_hour(brought):
    step = brought()
    assert step.at <= Escalation.objects.get(pk=step.told["pk"]).contact_due


def test_who_was_sent_to_be_late_is(brought):
    step = brought("late contact")
    assert step.at > Escalation.objects.get(pk=step.told["pk"]).contact_due


@pytest.mark.parametrize(("turn", "act"), [("hand over", "hand_over"), ("refer taken", "refer"), ("withdraw taken", "withdraw"), ("add taken", "add")])
def test_before_the_contact_it_takes_its_turn(scene, turn, act):
    assert think(scene(turn, "taken"))[1]["act"] == act


@pytest.mark.parametrize("turn", ["hand over", "add taken"])
def test_it_takes_its_turn_once(scene, turn):
    found = scene(turn, "taken")
    for act in ("hand_over", "add"):
        happened(found.row, act, 60 + len(act))
    again = stuck.Scene(found.world, found.row, found.told, BEGINS)
    assert think(again)[1]["act"] == "contact"


def test_it_is_handed_to_somebody_else(scene):
    found = scene("hand over", "taken")
    assert think(found)[1]["details"]["officer"] != found.row.handler_id


@pytest.mark.parametrize(("turn", "act"), [("refer in hand", "refer"), ("withdraw in hand", "withdraw"), ("hand over in hand", "hand_over"), ("add", "add")])
def test_in_hand_it_takes_its_turn(scene, owner, turn, act):
    assert think(scene(turn, "in_hand", owner=owner))[1]["act"] == act


def test_a_reply_by_stage_names_a_later_day(scene):
    move = think(scene("reply"))[1]
    assert move["act"] == "reply"
    assert move["details"]["next_reply"] > f"{BEGINS.date()}"


def test_an_extension_names_a_day_behind_the_one_before(scene):
    found = scene("extend")
    happened(found.row, "reply")
    move = think(stuck.Scene(found.world, found.row, found.told, BEGINS))[1]
    assert (move["act"], move["details"]["until"] > f"{found.row.due.date()}") == ("extend", True)


def test_a_second_extension_is_a_leader_s(scene, zone):
    found = scene("extend twice")
    happened(found.row, "reply")
    happened(found.row, "extend", 51)
    move = think(stuck.Scene(found.world, found.row, found.told, BEGINS))[1]
    assert (move["act"], move["by"]) == ("extend", zone.people("leader")[0].pk)


def test_it_is_concluded_with_its_cause(scene):
    found = scene()
    happened(found.row, "reply")
    move = think(stuck.Scene(found.world, found.row, found.told, BEGINS))[1]
    assert move["act"] in ("conclude", "decline")
    assert (move["details"]["cause_kind"], move["details"]["cause_name"]) == tuple(found.told["reason"])


def test_what_cannot_be_done_says_why(scene):
    found = scene("decline")
    happened(found.row, "reply")
    move = think(stuck.Scene(found.world, found.row, found.told, BEGINS))[1]
    assert move["reason"] in {each.id for each in table("escalation").reasons["impossible"].choices}


def test_what_was_sent_to_be_late_is_concluded_behind_its_day(scene):
    found = scene("late")
    happened(found.row, "reply")
    assert think(stuck.Scene(found.world, found.row, found.told, BEGINS))[0] > found.row.due


def test_somebody_else_calls_back(scene):
    found = scene("silent", "concluded", owner=None)
    move = think(found)[1]
    assert (move["act"], move["by"] != found.row.handler_id) == ("call_back", True)


@pytest.mark.parametrize("turn", ["reject|withdraw unsatisfied", "reject by call"])
def test_some_say_that_it_is_still_not_done(scene, owner, turn):
    move = think(scene(turn, "concluded", owner=owner))[1]
    assert move["act"] == "reject"
    assert move["reason"] in {each.id for each in table("escalation").reasons["dissatisfied"].choices}


def test_nobody_says_so_twice(scene, owner):
    found = scene("reject by call", "concluded", owner=owner)
    happened(found.row, "reject")
    assert think(stuck.Scene(found.world, found.row, found.told, BEGINS))[1]["act"] in ("confirm", "call_back")


@pytest.mark.parametrize(("turn", "act"), [("reject", "retake"), ("reject|withdraw unsatisfied", "withdraw"), ("reject|add unsatisfied", "add")])
def test_what_is_still_not_done_goes_on(scene, owner, turn, act):
    assert think(scene(turn, "unsatisfied", owner=owner))[1]["act"] == act


def test_a_leader_gives_it_to_somebody_else(scene, zone):
    found = scene("reject", "unsatisfied")
    move = think(found)[1]
    assert move["by"] in [each.pk for each in zone.people("leader")]
    assert move["details"]["officer"] != found.row.handler_id


def test_what_nobody_took_over_is_looked_at_the_next_morning(scene):
    at, move = think(scene("", "submitted"))
    assert (at, move) == (moment("2024-03-05T09:00"), {})


def test_a_person_acts_by_day(scene, owner):
    found = scene("", "in_hand", owner=owner)
    assert 8 <= found.person("add", 14)[0].hour < 22


def test_what_is_refused_is_looked_at_again(zone, brought):
    step = brought()
    move = {**step.told["move"], "act": "conclude", "details": {}}
    with pytest.raises(Refused) as refused:
        stuck.HANDLERS[stuck.GO](Planned(BEGINS, step.key, stuck.GO, {**step.told, "move": move}), zone)
    (again,) = refused.value.following
    assert (again.at, again.told["refusals"]) == (moment("2024-03-05T09:00"), 1)


def test_after_the_fourth_refusal_nobody_tries_again(zone, brought):
    step = brought()
    move = {**step.told["move"], "act": "conclude", "details": {}}
    with pytest.raises(NotAllowed) as refused:
        stuck.HANDLERS[stuck.GO](Planned(BEGINS, step.key, stuck.GO, {**step.told, "move": move, "refusals": 3}), zone)
    assert refused.value.following == ()


def test_where_it_went_on_meanwhile_it_is_looked_at_anew(zone, brought):
    step = brought()
    Escalation.objects.update(state="in_hand")
    following = stuck.HANDLERS[stuck.GO](step, zone)
    assert [each.told["move"]["from"] for each in following] == ["in_hand"]


def test_what_is_over_has_nothing_to_come(zone, brought):
    step = brought()
    Escalation.objects.update(state="withdrawn")
    assert stuck.HANDLERS[stuck.GO](step, zone) == []
