"""From bringing what does not get done to its confirmation, and a cause from its first record to its closing. Names and numbers are invented."""

from datetime import timedelta

import pytest

from gaoxing.office.escalations.models import Cause
from gaoxing.office.escalations.permissions import visible_to
from gaoxing.office.escalations.ticking import close_watched, take_over_waiting
from gaoxing.office.people import accounts
from gaoxing.office.refusal import NotAllowed
from tests.office.escalations.conftest import CALL, CAUSE, press

pytestmark = pytest.mark.django_db


def test_it_is_taken_over_at_once_by_whoever_has_the_fewest(staff, brought):
    first, second = staff("steward", "s-1"), staff("steward", "s-2")
    rows = [brought() for _ in range(4)]
    assert [each.handler for each in rows] == [first, second, first, second]
    assert all(each.state == "taken" and each.contact_due for each in rows)


def test_the_tick_tries_again_where_nobody_was_there(staff, brought, now):
    row = brought()
    assert (row.state, take_over_waiting(now)) == ("submitted", 0)
    staff("steward", "s-1")
    assert (take_over_waiting(now), take_over_waiting(now)) == (1, 0)


def test_it_is_concluded_and_confirmed_by_the_person(staff, brought, owner, now):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    row = press(row, "conclude", steward, now, outcome="done", **CAUSE)
    assert row.due > now
    row = press(row, "confirm", owner, now)
    assert (row.state, row.outcome, row.cause.name) == ("confirmed", "done", CAUSE["cause_name"])


def test_nobody_calls_back_on_what_they_handled(staff, brought, now):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    row = press(row, "conclude", steward, now, outcome="done", **CAUSE)
    with pytest.raises(NotAllowed, match="自己办的不能自己回访"):
        press(row, "call_back", steward, now, **CALL)
    colleague = staff("leader", "l-1")
    assert press(row, "call_back", colleague, now, **CALL).state == "confirmed"


@pytest.mark.parametrize("act", ["contact", "conclude"])
def test_a_leader_does_not_call_back_on_what_they_did_for_the_officer(staff, brought, now, act):
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    by = {"contact": steward, "conclude": steward, act: leader}
    row = press(brought(), "contact", by["contact"], now, **CALL)
    row = press(row, "conclude", by["conclude"], now, outcome="done", **CAUSE)
    assert (row.handler, row.events.get(act=act).role) == (steward, "leader")
    with pytest.raises(NotAllowed, match="自己办的不能自己回访"):
        press(row, "call_back", leader, now, **CALL)


def test_what_is_not_done_is_given_to_somebody_else_by_a_leader(staff, brought, owner, now):
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    row = press(brought(), "contact", steward, now, **CALL)
    row = press(row, "decline", steward, now, reason="law_forbids", **CAUSE)
    row = press(row, "reject", owner, now, reason="not_done")
    with pytest.raises(NotAllowed, match="不能还是原来接手的人"):
        press(row, "retake", leader, now, officer=steward.pk)
    row = press(row, "retake", leader, now, officer=leader.pk)
    assert (row.state, row.handler, row.rejections, row.outcome) == ("in_hand", leader, 1, "")


def test_an_extension_goes_no_further_than_the_rules_allow_and_once(staff, brought, now):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    due = row.due
    with pytest.raises(NotAllowed, match="最多再延长"):
        press(row, "extend", steward, now, reason="several_units", until=str(due.date() + timedelta(days=90)), **CALL)
    until = due.date() + timedelta(days=7)
    row = press(row, "extend", steward, now, reason="several_units", until=str(until), **CALL)
    assert row.due.date() == until
    with pytest.raises(NotAllowed, match="再延长要由领导"):
        press(row, "extend", steward, now, reason="several_units", until=str(until + timedelta(days=7)), **CALL)


def test_a_cause_recurs_only_by_what_was_brought_after_it_was_mended(staff, brought, now):
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    before = press(brought(), "contact", steward, now, **CALL)
    cause = press(press(brought(), "contact", steward, now, **CALL), "conclude", steward, now, outcome="done", **CAUSE).cause
    Cause.objects.filter(pk=cause.pk).update(state="fixed", fixed=now + timedelta(hours=1))
    later = now + timedelta(hours=2)
    cause = press(Cause.objects.get(), "watch", leader, later)
    press(before, "conclude", steward, later, outcome="partly", cause=cause.pk)
    assert Cause.objects.get().state == "watched"
    after = press(brought(later), "contact", steward, later, **CALL)
    press(after, "conclude", steward, later, outcome="done", cause=cause.pk)
    assert (Cause.objects.get().state, Cause.objects.get().recurrences) == ("recurred", 1)


def test_a_watched_cause_closes_once_its_days_are_over(now):
    Cause.objects.create(kind="rule", name="样例", state="watched", watched_until=now.date(), made=now, changed=now)
    assert [close_watched(now), close_watched(now + timedelta(days=2)), close_watched(now + timedelta(days=2))] == [0, 1, 0]


def test_the_office_sees_it_and_another_person_does_not(staff, brought, owner, now):
    row = brought()
    other = accounts.applicant_of("13900005678", language="zh-hans", now=now)
    assert list(visible_to(staff("steward", "s-1"), on=now.date())) == [row] == list(visible_to(owner, on=now.date()))
    assert not visible_to(other, on=now.date()).exists()
    assert not visible_to(None, on=now.date()).exists()
