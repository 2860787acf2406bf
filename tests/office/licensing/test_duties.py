"""What comes after the opening: duties of 15, 20 and 30 days with their reminders, and the checks of what was granted on a commitment."""

from datetime import date, timedelta

import pytest

from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.licensing import duties
from gaoxing.office.licensing.models import OpeningDuty
from gaoxing.office.notices.queries import inbox
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import item
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SPANS = (15, 20, 30)


@pytest.fixture
def by(owner):
    return Actor(owner.pk, "applicant")


@pytest.fixture
def owed(sent_case):
    """A case that owes something after 15, 20 and 30 days."""
    case = sent_case()
    for days in SPANS:
        OpeningDuty.objects.create(case=case, licence=f"drill_{days}", name=f"样例义务{days}", authority="样例单位", basis="样例", days=days)
    return case


def told_of(owner):
    """The duties that the applicant was reminded of."""
    return sorted(days for days in SPANS for each in inbox(owner.pk) if f"样例义务{days}" in each.text)


def test_nothing_is_due_before_the_day_of_opening_is_known(owed, owner, now):
    assert set(owed.duties.values_list("due", flat=True)) == {None}
    assert duties.apply_due(now=now + 90 * DAY) == 0
    assert told_of(owner) == []


def test_each_duty_is_counted_in_natural_days_from_the_opening(owed, by, now):
    duties.open_shop(owed, date(2026, 12, 1), by=by, now=now)
    assert {each.days: each.due.isoformat() for each in owed.duties.all()} == {15: "2026-12-16", 20: "2026-12-21", 30: "2026-12-31"}


@pytest.mark.parametrize(("after", "told"), [(7, []), (8, [15]), (12, [15]), (13, [15, 20]), (22, [15, 20]), (23, [15, 20, 30])])
def test_a_duty_is_reminded_of_a_week_before_its_last_day(owed, owner, by, now, after, told):
    duties.open_shop(owed, now.date(), by=by, now=now)
    duties.apply_due(now=now + after * DAY)
    assert told_of(owner) == told


def test_each_duty_is_reminded_of_once_however_often_the_clock_ticks(owed, owner, by, now):
    duties.open_shop(owed, now.date(), by=by, now=now)
    assert [duties.apply_due(now=now + days * DAY) for days in (8, 8, 9, 13, 14, 23, 24, 60)] == [1, 0, 0, 1, 0, 1, 0, 0]
    assert told_of(owner) == list(SPANS)


def test_what_was_done_is_not_reminded_of(owed, owner, by, now):
    duties.open_shop(owed, now.date(), by=by, now=now)
    duties.finish(owed.duties.get(days=20), by=by, now=now)
    duties.apply_due(now=now + 40 * DAY)
    assert told_of(owner) == [15, 30]


def test_a_later_opening_counts_anew_and_reminds_anew(owed, owner, by, now):
    duties.open_shop(owed, now.date(), by=by, now=now)
    duties.apply_due(now=now + 8 * DAY)
    duties.open_shop(owed, now.date() + 30 * DAY, by=by, now=now + 9 * DAY)
    assert duties.apply_due(now=now + 10 * DAY) == 0
    assert owed.duties.get(days=15).due == now.date() + 45 * DAY
    assert owed.duties.get(days=15).told is None


def test_a_later_opening_leaves_what_was_done_as_it_was(owed, by, now):
    duties.open_shop(owed, now.date(), by=by, now=now)
    duty = owed.duties.get(days=15)
    duties.finish(duty, by=by, now=now)
    duties.open_shop(owed, now.date() + 30 * DAY, by=by, now=now)
    assert OpeningDuty.objects.get(pk=duty.pk).due == now.date() + 15 * DAY


def test_an_opening_within_a_year_is_taken(owed, by, now):
    for days in (-366, -1, 0, 1, 366):
        duties.open_shop(owed, now.date() + days * DAY, by=by, now=now)
        owed.joint.refresh_from_db()
        assert owed.joint.opens == now.date() + days * DAY


def test_an_opening_far_off_is_asked_about(owed, by, now):
    for days in (-367, 367, 4000):
        with pytest.raises(NotAllowed, match="前后一年里"):
            duties.open_shop(owed, now.date() + days * DAY, by=by, now=now)
    assert owed.joint.opens is None


def test_a_day_that_is_none_is_told_on_the_page(owed, owner, signed_in):  # noqa: F811
    mine = signed_in(owner)
    for day in ("", "明天", "2026-02-30", "2026/12/01", "9999-99-99"):
        answer = mine.post(f"/cases/{owed.number}/licences/opening", {"day": day})
        assert (answer.status_code, "开业日期要写成 2026-12-25 这样" in answer.content.decode()) == (409, True)


def test_a_duty_of_another_case_is_not_done_by_this_one(owed, owner, sent_case, signed_in):  # noqa: F811
    other = sent_case("开家书店，两百平方，招牌要挂")
    signed_in(owner).post(f"/cases/{owed.number}/licences/opening", {"done": other.duties.get().licence})
    assert other.duties.get().done is None


def test_a_duty_done_twice_keeps_its_first_moment(owed, by, now):
    duty = owed.duties.get(days=15)
    for later in (0, 5):
        duties.finish(duty, by=by, now=now + later * DAY)
    assert OpeningDuty.objects.get(pk=duty.pk).done == now


def test_the_day_of_opening_and_a_done_duty_stand_in_the_audit(owed, by, now):
    duties.open_shop(owed, now.date(), by=by, now=now)
    duties.finish(owed.duties.get(days=15), by=by, now=now)
    acts = list(Entry.objects.filter(act__in=("joint.opening_told", "duty.done")).values_list("act", "role"))
    assert acts == [("joint.opening_told", "applicant"), ("duty.done", "applicant")]


def test_commitments_come_up_for_their_check_in_the_order_of_their_days(registered, now):
    case = registered()
    for licence, days in (("fire_check", 20), ("food_operation", 5)):
        found = item(case, licence)
        type(found).objects.filter(pk=found.pk).update(state="granted", committed=now, verify_by=now.date() + days * DAY)
    assert [each.licence for each in duties.checks_due(on=now.date())] == ["food_operation", "fire_check"]


def test_what_was_granted_without_a_commitment_is_not_checked(registered, now):
    registered()
    assert not duties.checks_due(on=now.date() + 90 * DAY).exists()


def test_an_account_that_was_closed_is_not_reminded(owed, owner, by, now):
    duties.open_shop(owed, now.date(), by=by, now=now)
    type(owner).objects.filter(pk=owner.pk).update(is_active=False)
    assert duties.apply_due(now=now + 8 * DAY) == 0
