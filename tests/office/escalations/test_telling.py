"""Who is told of what does not get done: the person, whoever has it in hand, the leaders, the unit that mends; once, in their language, no content."""

from datetime import timedelta

import pytest

from gaoxing.office.escalations import telling
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.notices.models import Notice
from gaoxing.office.notices.queries import content_of
from tests.office.escalations.conftest import CALL, press

pytestmark = pytest.mark.django_db


def told(event, person=None):
    """The words of the notices of a kind, the oldest first."""
    found = Notice.objects.filter(event=event).order_by("pk")
    return [content_of(each)[1] for each in (found.filter(person=person.pk) if person else found)]


def test_the_person_is_told_that_it_came_in_and_who_took_it_over(staff, brought, owner):
    staff("steward", "s-1")
    row = brought()
    words = told("stuck_went_on", owner)
    assert [state in each for state, each in zip(("“已提交”", "“已接手”"), words, strict=True)] == [True, True]
    assert all(row.number in each and "食品" not in each for each in words)


def test_they_are_told_in_their_own_language(staff, brought, other):
    staff("steward", "s-1")
    brought()
    Escalation.objects.update(owner=other)
    row = Escalation.objects.get()
    assert telling.tell_person(row, about=7, now=row.made) == 1
    assert "is now “Taken over”" in told("stuck_went_on", other)[0]


def test_nobody_is_told_where_there_is_no_account(staff, brought):
    row = brought()
    before = Notice.objects.count()
    row.owner = None
    assert telling.tell_person(row, about=99, now=row.made) == 0
    assert Notice.objects.count() == before


def test_whoever_takes_it_over_is_told_by_when_to_contact(staff, brought):
    steward = staff("steward", "s-1")
    brought()
    [words] = told("stuck_with_you", steward)
    assert "期限是 2026-11-24 11:30" in words


def test_the_same_event_is_told_once(staff, brought, now):
    steward = staff("steward", "s-1")
    row = brought()
    about = row.events.get(act="take_over").number
    assert telling.tell_officer(row, about=about, now=now, by=None) == 0
    assert len(told("stuck_with_you", steward)) == 1


def test_the_deputy_of_whoever_is_on_leave_is_told_too(staff, brought, away):
    steward, colleague = staff("steward", "s-1"), staff("examiner", "e-1")
    away(steward, colleague)
    brought()
    assert [len(told("stuck_with_you", each)) for each in (steward, colleague)] == [1, 1]


def test_whoever_takes_it_themselves_is_not_told_what_they_did(staff, brought, now):
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    row = press(brought(), "hand_over", leader, now, officer=leader.pk)
    assert (row.handler, told("stuck_with_you", leader)) == (leader, [])
    assert len(told("stuck_with_you", steward)) == 1


def test_once_contacted_the_day_is_that_of_the_whole(staff, brought, owner, now):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    row = press(row, "add", owner, now, note="又去了一次")
    assert f"{row.due:%Y-%m-%d}" in told("stuck_with_you", steward)[-1]


def test_the_leaders_are_told_that_somebody_says_it_is_not_done(staff, concluded, owner, now):
    leaders = [staff("leader", "l-1"), staff("leader", "l-2")]
    row = press(concluded(), "reject", owner, now, reason="not_done")
    assert [len(told("stuck_not_done", each)) for each in leaders] == [1, 1]
    assert row.number in told("stuck_not_done")[0]


def test_a_leader_who_recorded_it_is_not_told_of_it(staff, concluded, now):
    first, second = staff("leader", "l-1"), staff("leader", "l-2")
    press(concluded(), "reject", first, now, reason="not_done", **CALL)
    assert (told("stuck_not_done", first), len(told("stuck_not_done", second))) == ([], 1)


def test_the_unit_is_told_of_a_cause_with_its_day(staff, concluded, unit, now):
    handler, stranger = staff("unit_handler", "u-1", unit), staff("unit_handler", "u-2", type(unit).objects.create(code="x", name="另一个单位"))
    leader = staff("leader", "l-1")
    cause = press(concluded().cause, "assign", leader, now, unit=unit.pk, mend_by="2026-12-09")
    [words] = told("cause_to_mend", handler)
    assert cause.name in words
    assert "2026-12-09" in words
    assert told("cause_to_mend", stranger) == []


def test_a_cause_of_no_unit_is_told_to_nobody(now):
    cause = Cause.objects.create(kind="rule", name="样例", made=now, changed=now)
    assert telling.tell_unit(cause, about=1, now=now) == 0


def test_a_handler_whose_time_at_the_unit_is_over_is_not_told(staff, unit, now):
    handler = staff("unit_handler", "u-1", unit)
    handler.assignments.update(since=now.date() - timedelta(days=9), until=now.date() - timedelta(days=1))
    cause = Cause.objects.create(kind="rule", name="样例", unit=unit, made=now, changed=now)
    assert telling.tell_unit(cause, about=1, now=now) == 0


def test_a_unit_is_told_again_where_it_was_not_mended(staff, unit, now):
    handler, leader = staff("unit_handler", "u-1", unit), staff("leader", "l-1")
    cause = Cause.objects.create(kind="rule", name="样例", unit=unit, state="fixed", fixed=now, made=now, changed=now)
    press(cause, "unfixed", leader, now)
    assert len(told("cause_to_mend", handler)) == 1
