"""When everything is answered: accepted, rejected or left; redone by another leader, called back, archived, brought back."""

from datetime import timedelta

import pytest

from gaoxing.casework.tables import table
from gaoxing.office.aftercare.models import Part, RequestEvent
from gaoxing.office.simulation.players.requests import judging
from gaoxing.office.simulation.players.requests.judging import JUDGED
from tests.office.simulation.cast import moment
from tests.office.simulation.players.requests.conftest import BEGINS


@pytest.fixture
def judged(seen):
    """A scene in a state after the units, with the outcome of its parts."""

    def made(turn="late", state="answered", outcome="solved", **columns):
        found = seen(turn, state, **columns)
        Part.objects.filter(request=found.request).update(outcome=outcome, state="done")
        return found

    return made


def think(found):
    return JUDGED[found.request.state](found)


def happened(request, act, source="answered", target="accepted", number=90):
    RequestEvent.objects.create(subject=request, number=number, act=act, source=source, target=target, role="applicant", at=BEGINS)


def test_an_enterprise_that_is_content_accepts(judged, firm, zone):
    move = think(judged("supervise:in_hand"))
    assert move.act == "accept"
    assert move.by in (firm.person, zone.people("steward")[0])
    assert move.details["rating"] in range(1, 6)


def test_the_steward_who_asks_writes_down_the_call(judged, zone):
    move = think(judged("supervise:in_hand", owner=None))
    assert move.by == zone.people("steward")[0]
    assert {"whom", "when", "how"} <= set(move.details)


def test_who_was_sent_to_rate_it_badly_does(judged):
    move = think(judged("bad"))
    assert (move.details["rating"] < 3, move.details["solved"]) == (True, "no")


def test_what_was_not_solved_is_not_called_solved(judged):
    assert think(judged("supervise:in_hand", outcome="explained")).details["solved"] == "no"


def test_who_says_nothing_is_looked_at_when_it_lapsed(judged):
    move = think(judged("lapse"))
    assert move.act == ""
    assert move.at.date() == moment("2024-03-14T00:00").date()


def test_who_is_not_content_says_why(judged):
    move = think(judged("reject"))
    assert move.act == "reject"
    assert move.reason in {each.id for each in table("request").reasons["dissatisfied"].choices}


def test_who_was_sent_to_say_no_twice_does(judged):
    assert think(judged("reject|reject again", rejections=1)).act == "reject"


def test_nobody_says_no_for_ever(judged):
    assert think(judged("reject|reject again", rejections=judging.MOST_TIMES)).act != "reject"


def test_nobody_says_no_where_no_leader_is_left(judged, zone):
    found = judged("reject")
    for number, each in enumerate(zone.people("leader"), 50):
        Part.objects.create(request=found.request, number=number, category="policy", handler=each, outcome="solved", changed=BEGINS)
    assert think(found).act == "accept"


def test_a_leader_has_it_redone(judged, zone):
    move = think(judged("reject", "redoing", rejections=1))
    assert (move.act, move.by in zone.people("leader")) == ("redo", True)


def test_a_leader_supervises_it_before(judged):
    found = judged("reject|supervise:redoing", "redoing", rejections=1)
    happened(found.request, "supplement", "in_hand", "in_hand")
    assert think(found).act == "supervise"


def test_the_supervision_is_answered_before_it_goes_on(judged, zone):
    found = judged("reject|supervise:redoing|answer_supervision:redoing", "redoing", rejections=1, supervised_until=BEGINS + timedelta(days=2))
    happened(found.request, "supervise", "redoing", "redoing")
    assert (think(found).act, think(found).by) == ("answer_supervision", zone.people("steward")[0])


@pytest.mark.parametrize("state", ["answered", "accepted"])
def test_a_supervision_is_answered_late(judged, state):
    turn = f"very late|answer_supervision:{state}"
    assert think(judged(turn, state, supervised_until=BEGINS)).act == "answer_supervision"


@pytest.mark.parametrize("turn", ["supplement:redoing|reject", "withdraw:redoing|reject"])
def test_the_enterprise_speaks_up_while_it_is_redone(judged, turn):
    assert think(judged(turn, "redoing")).act == turn.partition(":")[0]


def test_nobody_has_it_redone_where_no_leader_is_left(judged, zone):
    found = judged("reject", "redoing")
    for number, each in enumerate(zone.people("leader"), 50):
        Part.objects.create(request=found.request, number=number, category="policy", handler=each, changed=BEGINS)
    assert think(found) is None


def test_what_is_accepted_is_archived(judged, zone):
    move = think(judged("late", "accepted", rating=5))
    assert (move.act, move.by) == ("archive", zone.people("steward")[0])


def test_a_bad_rating_is_called_back_before(judged):
    move = think(judged("late", "accepted", rating=1))
    assert (move.act, set(move.details)) == ("call_back", {"whom", "when", "how"})


def test_what_was_called_back_is_archived(judged):
    assert think(judged("late", "accepted", rating=1, called_back=BEGINS)).act == "archive"


@pytest.mark.parametrize("state", ["accepted", "archived"])
def test_the_trouble_comes_back(judged, firm, state):
    move = think(judged(f"reopen:{state}", state))
    assert (move.act, move.by) == ("reopen", firm.person)
    assert move.reason in {each.id for each in table("request").reasons["reopening"].choices}


def test_it_comes_back_too_late(judged):
    move = think(judged("late reopen", "archived"))
    assert move.act == "reopen"
    assert (move.at - BEGINS).days >= 36


@pytest.mark.parametrize("state", ["accepted", "archived"])
def test_it_comes_back_once(judged, state):
    found = judged(f"reopen:{state}", state)
    happened(found.request, "reopen", state, "redoing")
    move = think(found)
    assert move is None or move.act != "reopen"


def test_most_that_is_archived_stays_so(judged):
    assert think(judged("late", "archived")) is None


@pytest.mark.parametrize(("turn", "act"), [("merge:received|supplement:merged", "supplement"), ("merge:submitted|withdraw:merged", "withdraw")])
def test_the_enterprise_speaks_up_while_it_is_merged(judged, turn, act):
    assert think(judged(turn, "merged")).act == act


def test_what_is_merged_is_looked_at_now_and_then(judged):
    assert think(judged("late", "merged")).at.date() == moment("2024-03-06T00:00").date()


def test_a_part_that_nobody_leads_is_found(judged):
    found = judged("reject", "redoing")
    assert judging.lead_missing(found) == list(found.request.parts.all())
