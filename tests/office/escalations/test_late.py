"""What the tick says of what is late: a missed hour, an overdue step, a promised reply, a cause not mended; to the next leader, once, and only by day."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare import leaders
from gaoxing.office.aftercare.models import NamedLeader
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.ticking import tell_of_contacts, tell_of_due
from gaoxing.office.notices.models import Notice
from tests.office.escalations.conftest import CALL, press
from tests.office.escalations.test_telling import told

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1, minutes=1)


def test_a_missed_hour_is_told_to_the_leader_and_to_whoever_has_it_once(staff, brought, now):
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    row = brought()
    assert tell_of_contacts(now) == 0
    assert [tell_of_contacts(now + HOUR), tell_of_contacts(now + HOUR + timedelta(minutes=1))] == [2, 0]
    for each in (steward, leader):
        [words] = told("stuck_contact_late", each)
        assert row.number in words
        assert "2026-11-24 11:30" in words
        assert "食品" not in words


def test_whoever_was_contacted_in_time_is_told_of_to_nobody(staff, brought, now):
    steward = staff("steward", "s-1")
    press(brought(), "contact", steward, now, **CALL)
    assert tell_of_contacts(now + HOUR) == 0


def test_what_nobody_took_over_within_the_hour_is_told_to_the_leader(staff, brought, now):
    leader = staff("leader", "l-1")
    assert brought().state == "submitted"
    assert tell_of_contacts(now + HOUR) == 1
    assert "已提交" in told("stuck_contact_late", leader)[0]


def test_the_named_leader_is_told_before_the_others(staff, brought, now):
    first, second = staff("leader", "l-1"), staff("leader", "l-2")
    leaders.name(NamedLeader.Rung.values[0], second, first, now=now)
    brought()
    assert tell_of_contacts(now + HOUR) == 1
    assert [len(told("stuck_contact_late", each)) for each in (first, second)] == [0, 1]


def test_nobody_is_told_at_night(staff, brought, now):
    staff("steward", "s-1")
    brought()
    night = now.replace(hour=23)
    assert (tell_of_contacts(night), tell_of_due(night + timedelta(days=60))) == (0, 0)


def test_an_hour_that_begins_before_closing_ends_the_next_morning(staff, brought, now):
    staff("steward", "s-1")
    row = brought(now.replace(hour=16, minute=30))
    assert row.contact_due > now.replace(hour=23)
    assert tell_of_contacts(row.contact_due - timedelta(minutes=1)) == 0
    assert tell_of_contacts(row.contact_due + timedelta(minutes=1)) == 1


def test_an_overdue_step_is_told_once_a_due_moment(staff, brought, now):
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    row = press(brought(), "contact", steward, now, **CALL)
    late = (row.due + timedelta(days=1)).replace(hour=10)
    assert [tell_of_due(late), tell_of_due(late + timedelta(minutes=1))] == [2, 0]
    assert row.number in told("stuck_overdue", leader)[0]


def test_a_result_that_nobody_confirmed_or_called_about_is_told_after_its_days(staff, concluded, now):
    leader = staff("leader", "l-1")
    row = concluded()
    assert tell_of_due(now) == 0
    assert tell_of_due((row.due + timedelta(days=3)).replace(hour=10)) == 2
    assert "待本人确认" in told("stuck_overdue", leader)[0]


def test_the_day_of_a_promised_reply_is_told_to_whoever_promised_it(staff, brought, now):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    press(row, "reply", steward, now, next_reply="2026-11-27")
    assert tell_of_due(now + timedelta(days=2)) == 0
    assert [tell_of_due(now + timedelta(days=3)), tell_of_due(now + timedelta(days=3, hours=1))] == [1, 0]
    assert "2026-11-27" in told("stuck_reply_due", steward)[0]


def test_what_is_over_is_told_of_no_more(staff, brought, owner, now):
    staff("steward", "s-1")
    press(brought(), "withdraw", owner, now)
    Escalation.objects.update(due=now, next_reply=now.date())
    assert (tell_of_contacts(now + HOUR), tell_of_due(now + timedelta(days=2))) == (0, 0)


def test_a_cause_that_was_not_mended_by_its_day_is_told_to_its_unit_and_the_leader(staff, unit, now):
    handler, leader = staff("unit_handler", "u-1", unit), staff("leader", "l-1")
    Cause.objects.create(kind="rule", name="样例", unit=unit, mend_by=now.date(), made=now, changed=now)
    assert tell_of_due(now) == 0
    assert [tell_of_due(now + timedelta(days=1)), tell_of_due(now + timedelta(days=1, hours=1))] == [2, 0]
    assert all("“样例”" in told("cause_overdue", each)[0] for each in (handler, leader))


@pytest.mark.parametrize("state", ["fixed", "watched", "closed"])
def test_a_cause_that_is_mended_is_not_pressed_for(staff, unit, now, state):
    staff("leader", "l-1")
    Cause.objects.create(kind="rule", name="样例", unit=unit, state=state, mend_by=now.date(), made=now, changed=now)
    assert tell_of_due(now + timedelta(days=1)) == 0
    assert not Notice.objects.exists()


def test_the_deputy_of_a_leader_who_is_away_is_told_too(staff, brought, away, now):
    leader, deputy = staff("leader", "l-1"), staff("examiner", "e-1")
    away(leader, deputy)
    brought()
    assert tell_of_contacts(now + HOUR) == 2
    assert len(told("stuck_contact_late", deputy)) == 1
