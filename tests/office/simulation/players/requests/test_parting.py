"""A part with its units: signed for or returned, asked, advised on, extended, met on, answered."""

from dataclasses import replace

import pytest

from gaoxing.casework.table import Table
from gaoxing.casework.tables import table
from gaoxing.office.aftercare.models import CoUnit, Part, PartEvent, Request
from gaoxing.office.people.models import Unit
from gaoxing.office.simulation.players.requests import parting
from gaoxing.office.simulation.players.requests.parting import PARTS, Round
from gaoxing.office.simulation.units import UNITS
from tests.office.simulation.cast import moment
from tests.office.simulation.players.requests.conftest import BEGINS

DUE = moment("2024-03-11T17:00")


@pytest.fixture
def part(seen, zone):
    """A scene of a part that was sent to the unit that was meant, in a state."""

    def made(turn="lapse", state="in_hand", acts=("dispatch", "sign"), **columns):
        found = seen(turn, "in_hand")
        lead = zone.unit(found.life.troubles[0].lead)
        row = found.request.parts.first()
        told = {"state": state, "lead": lead, "sent": BEGINS, "due": DUE, "category": found.life.troubles[0].category, **columns}
        Part.objects.filter(pk=row.pk).update(**told)
        happened = {"source": "planned", "target": "dispatched", "role": "system", "at": BEGINS}
        PartEvent.objects.bulk_create(PartEvent(subject=row, number=number, act=act, **happened) for number, act in enumerate(acts, 1))
        row = Part.objects.select_related("request__client", "request__owner", "lead", "handler", "force_lead").get(pk=row.pk)
        return replace(found, part=row, request=row.request)

    return made


def think(found):
    return PARTS[found.part.state](found)


def test_a_unit_signs_for_what_is_its_own(part, zone):
    move = think(part("lapse", "dispatched", ("dispatch",)))
    assert move.act == "sign"
    assert move.by in [who for each in UNITS for who in zone.people("unit_handler", each.key)]


def test_a_unit_returns_what_it_was_sent_to_return(part):
    move = think(part("object|redispatch", "dispatched", ("dispatch",)))
    assert (move.act, bool(move.reason)) == ("object", True)


def test_who_objects_too_late_tries_it_once(part):
    found = part("late object", "dispatched", ("dispatch",))
    assert think(found).at.date() > BEGINS.date()
    assert think(replace(found, refusals=1)).act == "sign"


def test_nobody_returns_what_they_were_designated_to_do(part):
    assert think(part("object|redispatch", "dispatched", ("dispatch", "object", "designate"), designated=True)).act == "sign"


@pytest.mark.parametrize("act", ["redispatch", "designate"])
def test_a_leader_decides_on_what_was_returned(part, zone, act):
    found = part(f"object|{act}", "objected", ("dispatch", "object"))
    move = think(found)
    assert (move.act, move.details["unit"]) == (act, found.part.lead_id)
    assert move.by in zone.people("leader")


@pytest.mark.parametrize("state", ["dispatched", "in_hand", "waiting", "extension_asked"])
def test_an_enterprise_takes_it_back_wherever_its_part_is(part, firm, state):
    move = think(part(f"end:{state}", state))
    assert (move.act, move.by, move.whole) == ("withdraw", firm.person, True)


def test_an_enterprise_takes_back_what_was_returned(part):
    assert think(part("end:objected|object", "objected", ("dispatch", "object"))).act == "withdraw"


def test_a_unit_asks_the_enterprise_once(part):
    move = think(part("ask|supply"))
    assert (move.act, move.details["needs"] != []) == ("ask_enterprise", True)


def test_a_unit_that_asked_asks_no_more(part):
    assert think(part("ask|supply", acts=("dispatch", "sign", "ask_enterprise", "supply"))).act != "ask_enterprise"


def test_the_enterprise_or_its_steward_sends_what_was_asked(part, firm, zone):
    assert think(part("ask|supply", "waiting")).by in (firm.person, *zone.people("steward"))


def test_who_sends_nothing_is_looked_for_when_it_is_over(part):
    move = think(part("ask|give_up", "waiting"))
    assert move.act == ""
    assert move.at == moment("2024-03-20T09:00")


def test_a_unit_asks_for_an_extension_in_good_time(part):
    move = think(part("extend|grant"))
    assert (move.act, move.details) == ("ask_extension", {"days": 2})
    assert move.at < DUE


def test_nobody_asks_for_an_extension_when_it_is_nearly_due(part):
    assert think(part("extend|grant", due=moment("2024-03-05T17:00"))).act == "finish"


@pytest.mark.parametrize(("turn", "act"), [("extend|grant", "grant_extension"), ("extend|refuse", "refuse_extension")])
def test_a_leader_decides_on_an_extension(part, zone, turn, act):
    move = think(part(turn, "extension_asked"))
    assert (move.act, move.by in zone.people("leader")) == (act, True)


def test_what_is_overdue_is_not_extended(part):
    assert think(part("extend|grant", "extension_asked", due=BEGINS)).act == "refuse_extension"


def test_a_task_force_is_formed_with_a_lead_and_units(part, zone):
    move = think(part("convene"))
    assert (move.act, move.details["lead"]) == ("convene", zone.people("task_force_lead")[0].pk)
    assert len(move.details["units"]) == 2


def test_its_lead_keeps_the_minutes(part, zone):
    lead = zone.people("task_force_lead")[0]
    move = think(part("convene", acts=("dispatch", "sign", "convene"), force_lead=lead))
    assert (move.act, move.by) == ("minute", lead)


def test_its_lead_answers_where_it_was_sent_to(part, zone):
    lead = zone.people("task_force_lead")[0]
    move = think(part("convene|force finishes", acts=("dispatch", "sign", "convene", "minute"), force_lead=lead))
    assert (move.act, move.by) == ("finish", lead)


def test_a_unit_that_helps_is_heard_first(part):
    found = part()
    CoUnit.objects.create(part=found.part, unit=Unit.objects.exclude(pk=found.part.lead_id).first())
    assert think(found).act == "advise"


def test_a_reply_by_stage_names_a_working_day(part, zone):
    move = think(part("reply"))
    assert move.act == "reply"
    assert zone.calendar.works(moment(move.details["next_reply"] + "T00:00").date())


def test_who_cannot_do_it_says_why(part):
    move = think(part("decline"))
    assert (move.act, bool(move.note)) == ("decline", True)
    assert move.reason in {each.id for each in rows().reasons["impossible"].choices}


def rows() -> Table:
    return table("request_part")


def test_most_is_answered_in_time(part):
    found = part()
    assert think(found).act == "finish"
    assert BEGINS < think(found).at < DUE


@pytest.mark.parametrize(("turn", "days"), [("late", 0), ("very late", 4)])
def test_what_is_sent_to_be_late_is(part, turn, days):
    move = think(part(turn, acts=("dispatch", "sign", "reply", "ask_extension", "refuse_extension")))
    assert (move.at.date() - DUE.date()).days >= days
    assert move.at > DUE


def test_the_second_time_nothing_is_late(part):
    assert think(part("very late", acts=("dispatch", "sign", "finish", "redo", "sign", "reply", "ask_extension", "refuse_extension"))).at < DUE


def test_what_is_finished_says_what_came_of_it(part):
    found = think(part())
    assert found.details["outcome"] in Part.Outcome.values
    assert found.note


def test_what_was_merged_into_it_gets_words_of_its_own(part, brought):
    found = part()
    other = Request.objects.exclude(pk=found.request.pk)
    assert not other.exists()
    step = brought("late")
    Request.objects.filter(pk=step.told["pk"]).update(state="merged", main=found.request, client=None, owner=None)
    Part.objects.filter(request=step.told["pk"]).update(category=found.part.category)
    assert set(think(found).details["answers"]) == {str(step.told["pk"])}


def test_a_leader_supervises_what_was_sent_to_be(part, zone):
    move = think(part("supervise:in_hand"))
    assert (move.act, move.whole, move.by in zone.people("leader")) == ("supervise", True, True)


def test_a_round_is_what_was_done_since_it_was_last_sent(part):
    found = part(acts=("dispatch", "sign", "finish", "redo", "sign"))
    assert Round.of(found.part) == Round(("sign",), 2)


def test_a_scene_without_a_part_is_none_of_a_unit_s(seen):
    with pytest.raises(TypeError, match="without a part"):
        parting.part_of(seen())


def test_what_is_over_has_nothing_to_come():
    assert set(PARTS) == {each for each in rows().states if each not in ("planned", "done", "impossible", "ended")}
