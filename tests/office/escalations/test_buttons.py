"""What stands open on the page of a stuck matter or a cause: what is due first, each with what it asks for; what a page posted is read with care."""

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.office.escalations.buttons import LONGEST, buttons, may_withdraw, pressed
from gaoxing.office.escalations.facts import LONGEST_NAME
from gaoxing.office.escalations.models import Cause
from gaoxing.office.refusal import NotAllowed
from tests.office.escalations.conftest import CALL, CAUSE, press

pytestmark = pytest.mark.django_db


def acts(row, person, now):
    return [each.act for each in buttons(row, person, now=now)]


def one(row, person, act, now):
    return next(each for each in buttons(row, person, now=now) if each.act == act)


def test_the_contact_is_due_first_and_what_takes_it_elsewhere_stands_last(brought, staff, now):
    steward = staff("steward", "s-1")
    row = brought()
    assert acts(row, steward, now) == ["contact", "hand_over", "refer"]
    assert [each.act for each in buttons(row, steward, now=now) if each.due] == ["contact"]


def test_the_one_in_whose_hand_it_is_may_do_everything_and_a_colleague_little(brought, staff, now):
    steward, colleague = staff("steward", "s-1"), staff("steward", "s-2")
    row = press(brought(), "contact", steward, now, **CALL)
    assert acts(row, steward, now) == ["reply", "extend", "conclude", "decline", "hand_over", "refer"]
    assert acts(row, colleague, now) == []


@pytest.mark.parametrize(
    ("act", "asks"),
    [
        ("reply", {"note", "next_reply"}),
        ("extend", {"call", "note", "until"}),
        ("conclude", {"note", "outcome", "cause"}),
        ("decline", {"note", "cause"}),
        ("hand_over", {"officer"}),
        ("refer", {"note"}),
    ],
)
def test_every_act_asks_for_what_its_guards_want(brought, staff, now, act, asks):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    assert one(row, steward, act, now).asks == asks


@pytest.mark.parametrize(("act", "reason"), [("extend", "several_units"), ("decline", "law_forbids"), ("refer", "legal_dispute")])
def test_an_act_that_wants_a_reason_offers_the_typed_ones(brought, staff, now, act, reason):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    assert reason in [each.id for each in one(row, steward, act, now).reason.choices]
    assert one(row, steward, "reply", now).reason is None


def test_the_person_confirms_with_a_press_and_says_what_is_not_done_without_a_call(concluded, owner, now):
    row = concluded()
    assert acts(row, owner, now) == ["confirm", "reject"]
    assert (one(row, owner, "confirm", now).plain, one(row, owner, "confirm", now).due) == (True, True)
    assert one(row, owner, "reject", now).asks == {"note"}


def test_a_colleague_who_calls_back_says_whom_they_spoke_with(concluded, staff, now):
    row, leader = concluded(), staff("leader", "l-1")
    assert one(row, leader, "reject", now).asks == {"call", "note"}
    assert one(row, leader, "call_back", now).rests == ""
    assert "自己办的不能自己回访" in one(row, row.handler, "call_back", now).rests


def test_whoever_has_nothing_to_do_with_it_has_no_button(brought, other, staff, now):
    row = brought()
    assert acts(row, other, now) == acts(row, staff("examiner", "e-1"), now) == []


def test_it_is_taken_back_by_the_person_alone_and_before_the_result(brought, concluded, owner, other, staff, now):
    row = brought()
    assert [may_withdraw(row, each, now=now) for each in (owner, other, staff("leader", "l-1"))] == [True, False, False]
    assert may_withdraw(concluded(), owner, now=now) is False


def test_a_cause_is_first_given_to_a_unit_and_then_mended(staff, unit, now):
    leader, handler = staff("leader", "l-1"), staff("unit_handler", "u-1", unit)
    cause = Cause.objects.create(kind="rule", name="样例", made=now, changed=now)
    assert [each.act for each in buttons(cause, leader, now=now) if each.due] == ["assign"]
    assert one(cause, leader, "assign", now).asks == {"unit"}
    assert acts(cause, handler, now) == []
    cause = press(cause, "assign", leader, now, unit=unit.pk)
    assert [each.act for each in buttons(cause, handler, now=now) if each.due] == ["fix"]
    cause = press(cause, "fix", handler, now)
    assert acts(cause, leader, now) == ["watch", "unfixed"]
    assert one(cause, leader, "watch", now).plain
    assert acts(cause, handler, now) == []


def test_the_system_alone_closes_a_cause_or_opens_it_anew(staff, now):
    leader = staff("leader", "l-1")
    for state in ("watched", "closed"):
        cause = Cause.objects.create(kind="rule", name=state, state=state, made=now, changed=now)
        assert acts(cause, leader, now) == []
        for act in ("close", "recur"):
            with pytest.raises(NotAllowed):
                press(cause, act, leader, now)


def test_what_a_page_posted_is_read_with_its_reason_and_details():
    read = pressed({"act": "extend", "revision": "7", "note": " 要几家一起定 ", "reason": "several_units", "until": " 2026-12-01 ", "x": "y", "officer": ""})
    assert (read.act, read.revision, read.note, read.details) == ("extend", 7, "要几家一起定", {"until": "2026-12-01"})
    assert read.reasons == (Reason("several_units", "要几家一起定"),)


@pytest.mark.parametrize("revision", ["", "x", "-1", "٣", "1" * 10])
def test_a_post_that_is_not_from_the_page_is_refused(revision):
    with pytest.raises(NotAllowed, match="不完整"):
        pressed({"act": "contact", "revision": revision})


@pytest.mark.parametrize("field", [{"note": "长" * (LONGEST + 1)}, {"cause_name": "长" * (LONGEST_NAME + 1)}, {"whom": "长" * (LONGEST_NAME + 1)}])
def test_what_is_too_long_is_refused_with_how_long_it_may_be(field):
    with pytest.raises(NotAllowed, match="写得太长"):
        pressed({"act": "contact", "revision": "1", **field})


def test_a_reason_that_is_none_of_the_acts_is_refused(brought, staff, now):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    with pytest.raises(NotAllowed):
        press(row, "decline", steward, now, reason="petition", **CAUSE)
    with pytest.raises(NotAllowed):
        press(row, "decline", steward, now, **CAUSE)
