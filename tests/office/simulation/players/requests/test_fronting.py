"""Before the units have it: taken up, contacted, sorted and sent out, or sent where it belongs."""

from dataclasses import replace

import pytest

from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.simulation.players.requests import fronting, statements
from gaoxing.office.simulation.players.requests.fronting import FRONT
from gaoxing.office.simulation.players.requests.statements import Trouble
from gaoxing.office.simulation.units import UNITS
from tests.office.simulation.cast import moment
from tests.office.simulation.players.requests.conftest import BEGINS


def think(found):
    return FRONT[found.request.state](found)


@pytest.mark.parametrize(("state", "act"), [("submitted", "receive"), ("received", "contact"), ("contacted", "decompose"), ("decomposed", "dispatch")])
def test_its_steward_does_what_comes_next(seen, zone, state, act):
    move = think(seen("lapse", state))
    assert (move.act, move.by) == (act, zone.people("steward")[0])
    assert move.at > BEGINS


def test_a_contact_says_with_whom_when_and_how(seen):
    assert set(think(seen("lapse", "received")).details) == {"whom", "when", "how"}


def test_what_is_urgent_is_taken_up_at_once(seen):
    assert think(seen("lapse", urgent=True)).at < moment("2024-03-04T10:00")


def test_what_nobody_takes_up_is_looked_at_two_days_later(seen):
    move = think(seen("by itself"))
    assert move.act == ""
    assert move.at == moment("2024-03-06T09:00")


@pytest.mark.parametrize("state", ["submitted", "received", "contacted", "decomposed"])
def test_an_enterprise_adds_something_in_every_state(seen, firm, state):
    move = think(seen(f"supplement:{state}", state))
    assert (move.act, move.by, move.whole) == ("supplement", firm.person, True)


def test_where_it_has_no_account_its_steward_adds_it(seen, zone):
    found = seen("supplement:received", "received", owner=None)
    assert (think(found).act, think(found).by) == ("supplement", zone.people("steward")[0])


@pytest.mark.parametrize("state", ["submitted", "received", "contacted", "decomposed"])
def test_an_enterprise_takes_it_back_in_every_state(seen, firm, state):
    move = think(seen(f"withdraw:{state}", state))
    assert (move.act, move.by) == ("withdraw", firm.person)


def test_nobody_takes_back_what_has_no_account(seen):
    assert think(seen("withdraw:received", "received", owner=None)).act == "contact"


def test_what_is_elsewhere_s_is_not_taken_up_and_told_where(seen):
    stray = statements.strays()[0]
    found = seen("lapse", "received")
    found = replace(found, life=replace(found.life, troubles=(stray,)))
    moves = {fronting.FRONT["received"](replace(found, life=replace(found.life, name=f"{number:05}"))).act for number in range(12)}
    assert moves == {"not_accept", "contact"}


def test_what_goes_on_already_takes_the_same_trouble_in(seen, brought, zone):
    main = brought("late").told["pk"]
    found = seen("merge:received", "received")
    Part.objects.update(category="utilities")
    move = think(found)
    assert (move.act, move.details) == ("merge", {"main": main})


def test_without_another_one_it_goes_its_own_way(seen):
    assert think(seen("merge:received", "received")).act == "contact"


@pytest.fixture
def sat(seen, zone):
    def made(turn="lapse"):
        found = seen(turn, "contacted")
        return fronting.sit(found, zone.people("steward")[0])

    return made


def test_at_the_sitting_every_part_gets_a_unit_and_is_sent(sat):
    request = sat()
    assert request.state in ("in_hand", "decomposed")
    assert all(each.lead is not None for each in request.parts.all())


def test_what_is_split_waits_to_be_sent(sat):
    assert sat("split").state == "decomposed"


def test_a_unit_that_is_wrong_is_wrong_on_purpose(seen, zone):
    found, keys = seen("object|redispatch", "contacted"), {each.code: each.key for each in UNITS}
    fronting.sit(found, zone.people("steward")[0])
    chosen = [keys[each.lead.code] for each in found.request.parts.all()]
    assert chosen[0] != found.life.troubles[0].lead


def test_another_leader_than_before_has_it_redone(seen, zone):
    first = zone.people("leader")[0]
    found = seen("reject", "redoing", reviewer=first)
    assert fronting.elsewhere_led(found).pk != first.pk


def test_where_every_leader_handled_it_nobody_is_left(seen, zone):
    found = seen("reject", "redoing", reviewer=zone.people("leader")[0])
    for number, each in enumerate(zone.people("leader"), 50):
        Part.objects.create(request=found.request, number=number, category="policy", handler=each, changed=BEGINS)
    assert fronting.elsewhere_led(found) is None


def test_a_part_of_another_class_goes_where_its_class_goes(seen):
    found = seen("lapse", "contacted")
    part = Part(request=found.request, number=9, category="amenities")
    found = replace(found, life=replace(found.life, troubles=(Trouble("跳闸", "utilities", "utilities"),)))
    assert fronting._trouble(found, part).category == "amenities"
    assert Request.objects.count() == 1
