"""By when an enterprise is contacted: an ordinary one within a working day, an urgent one within an office hour, over lunch, evening, weekend and holiday."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.office_calendar import Calendar
from gaoxing.office.aftercare import contacting
from gaoxing.office.aftercare.models import Request
from tests.office.aftercare.conftest import CALL, again

pytestmark = pytest.mark.django_db


def on(text):
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo("Asia/Shanghai"))


def made_at(request, moment):
    """The request as if it had been submitted then."""
    Request.objects.filter(pk=request.pk).update(made=on(moment))
    return again(request)


@pytest.mark.parametrize(
    ("submitted", "until"),
    [
        ("11-24 10:00", "11-24 11:00"),
        ("11-24 11:30", "11-24 12:30"),
        ("11-24 16:00", "11-24 17:00"),
        ("11-24 16:30", "11-25 09:30"),
        ("11-24 17:00", "11-25 10:00"),
        ("11-24 22:15", "11-25 10:00"),
        ("11-25 03:00", "11-25 10:00"),
        ("11-27 16:59", "11-30 09:59"),
        ("11-28 10:00", "11-30 10:00"),
        ("09-30 16:30", "10-08 09:30"),
    ],
)
def test_an_urgent_enterprise_is_contacted_within_an_office_hour(brought, submitted, until):
    assert contacting.due(made_at(brought(urgent=True), submitted)) == on(until)


def test_the_urgent_hour_runs_from_the_submission_whenever_it_is_taken_up(brought, press):
    request = press(made_at(brought(urgent=True), "11-24 10:00"), "receive", "steward", at=on("11-24 10:40"))
    assert contacting.due(request) == on("11-24 11:00")


@pytest.mark.parametrize(("taken", "until"), [("11-24 10:05", "11-25 17:00"), ("11-27 16:59", "11-30 17:00"), ("11-28 10:00", "11-30 17:00")])
def test_an_ordinary_enterprise_is_contacted_within_a_working_day_after_it_was_taken_up(brought, press, taken, until):
    assert contacting.due(press(brought(), "receive", "steward", at=on(taken))) == on(until)


@pytest.mark.parametrize(("submitted", "until"), [("11-24 10:00", "11-26 17:00"), ("11-27 16:59", "12-01 17:00")])
def test_before_it_is_taken_up_the_day_for_that_is_counted_in(brought, submitted, until):
    assert contacting.due(made_at(brought(), submitted)) == on(until)


def test_at_the_moment_itself_one_is_still_in_time(brought):
    request = made_at(brought(urgent=True), "11-24 10:00")
    assert contacting.late(request, now=on("11-24 11:00")) is False
    assert contacting.late(request, now=on("11-24 11:00") + timedelta(seconds=1)) is True


def test_whoever_was_contacted_waits_for_no_contact(brought, press):
    request = press(press(brought(urgent=True), "receive", "steward"), "contact", "steward", **CALL)
    assert contacting.due(request) is None
    assert contacting.late(request, now=on("12-31 10:00")) is False


def test_what_is_not_taken_up_or_merged_waits_for_no_contact(brought, press):
    main, follower = brought(), brought("车间还是老跳闸")
    merged = press(follower, "merge", "steward", main=main.pk)
    declined = press(brought("路灯不亮"), "not_accept", "steward", reason="elsewhere", note="请向所在地的单位提")
    assert [contacting.due(each) for each in (merged, declined)] == [None, None]


@pytest.mark.parametrize(
    ("made", "taken", "urgent", "until"),
    [
        ("11-24 10:00", "11-24 11:00", False, "11-25 17:00"),
        ("11-24 10:00", "11-26 11:00", False, "11-27 17:00"),
        ("11-24 10:00", None, False, "11-26 17:00"),
        ("11-27 10:00", None, False, "12-01 17:00"),
        ("11-24 10:00", "11-24 16:00", True, "11-24 11:00"),
        ("11-24 10:00", None, True, "11-24 11:00"),
    ],
)
def test_the_limit_of_a_contact_is_told_of_its_moments_alone(made, taken, urgent, until):
    assert contacting.limit(on(made), on(taken) if taken else None, Calendar(), urgent=urgent) == on(until)


def test_what_waits_is_due_at_its_limit(brought, press):
    request = press(brought(), "receive", "steward")
    taken = request.events.get(act="receive").at
    assert contacting.due(request) == contacting.limit(request.made, taken, Calendar(), urgent=False)
