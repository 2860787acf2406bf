"""The office's hours and days: 调休, the zone's own days, years without a calendar, and no reminder at night."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.office_calendar import Calendar

HERE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("day", "works"),
    [("2026-11-24", True), ("2026-11-28", False), ("2026-10-10", True), ("2026-10-05", False), ("2027-10-04", True), ("2027-10-09", False)],
)
def test_exchanged_days_are_worked_and_years_without_a_calendar_go_by_the_week(day: str, works: bool):
    assert CALENDAR.works(date.fromisoformat(day)) is works


def test_a_zone_has_days_of_its_own():
    own = Calendar(off=frozenset({date(2026, 11, 25)}), worked=frozenset({date(2026, 11, 28)}))
    assert [own.works(date(2026, 11, day)) for day in (24, 25, 28, 29)] == [True, False, True, False]


def test_a_zone_cannot_close_and_work_on_one_day():
    with pytest.raises(ValueError, match="closed and worked at once: 2026-11-25"):
        Calendar(off=frozenset({date(2026, 11, 25)}), worked=frozenset({date(2026, 11, 25)}))


def test_an_office_cannot_close_before_it_opens():
    with pytest.raises(ValueError, match="closes before it opens"):
        Calendar(opens=time(17), closes=time(9))


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="2026-11-24T10:00:00 has no time zone"):
        CALENDAR.local(datetime.fromisoformat("2026-11-24T10:00"))


def test_a_day_is_the_zones_day():
    assert CALENDAR.day(datetime(2026, 11, 24, 18, tzinfo=UTC)) == date(2026, 11, 25)


@pytest.mark.parametrize(("count", "day"), [(-1, "2026-09-30"), (0, "2026-09-30"), (1, "2026-10-08"), (2, "2026-10-09"), (3, "2026-10-10"), (4, "2026-10-12")])
def test_working_days_are_counted_over_holidays(count: int, day: str):
    assert CALENDAR.after(date(2026, 9, 30), count).isoformat() == day


def test_the_days_between_leave_the_first_out_and_take_the_last_in():
    assert [day.day for day in CALENDAR.between(date(2026, 11, 26), date(2026, 12, 1))] == [27, 30, 1]
    assert list(CALENDAR.between(date(2026, 11, 26), date(2026, 11, 25))) == []


@pytest.mark.parametrize(
    ("moment", "closing"),
    [
        ("2026-11-24T09:00", "2026-11-24T17:00"),
        ("2026-11-24T17:00", "2026-11-25T17:00"),
        ("2026-11-27T18:00", "2026-11-30T17:00"),
        ("2026-11-28T10:00", "2026-11-30T17:00"),
    ],
)
def test_the_next_end_of_office_hours_is_later_than_the_moment(moment: str, closing: str):
    assert CALENDAR.next_closing(at(moment)) == at(closing)


def test_the_office_has_the_hours_that_the_zone_gives_it():
    assert Calendar(closes=time(17, 30)).closing(date(2026, 11, 24)) == at("2026-11-24T17:30")
    assert Calendar(opens=time(8, 30)).opening(date(2026, 11, 24)) == at("2026-11-24T08:30")


def test_years_without_a_calendar_are_named():
    assert CALENDAR.unpublished(date(2026, 12, 30), date(2028, 1, 4)) == (2027, 2028)
    assert CALENDAR.unpublished(date(2025, 12, 30), date(2026, 1, 4)) == ()


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        ("2026-11-24T08:00", "2026-11-24T08:00"),
        ("2026-11-24T20:59:59", "2026-11-24T20:59:59"),
        ("2026-11-24T21:00", "2026-11-25T08:00"),
        ("2026-11-24T23:59", "2026-11-25T08:00"),
        ("2026-11-25T00:00", "2026-11-25T08:00"),
        ("2026-11-25T07:59:59", "2026-11-25T08:00"),
        ("2026-11-28T10:00", "2026-11-28T10:00"),
    ],
)
def test_nobody_is_reminded_at_night(moment: str, allowed: str):
    assert CALENDAR.may_remind(at(moment)) == at(allowed)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        ("2026-11-27T22:00", "2026-11-30T08:00"),
        ("2026-11-28T10:00", "2026-11-30T08:00"),
        ("2026-10-09T22:00", "2026-10-10T08:00"),
        ("2026-11-24T10:00", "2026-11-24T10:00"),
    ],
)
def test_staff_are_reminded_on_working_days_only(moment: str, allowed: str):
    assert CALENDAR.may_remind(at(moment), office_days=True) == at(allowed)


def test_quiet_hours_may_lie_within_one_day():
    siesta = Calendar(quiet_from=time(12), quiet_until=time(14))
    assert siesta.may_remind(at("2026-11-24T12:30")) == at("2026-11-24T14:00")
    assert siesta.may_remind(at("2026-11-24T23:30")) == at("2026-11-24T23:30")


def test_no_moment_of_a_year_leads_to_a_reminder_at_night_or_before_it_was_due():
    for hour in range(0, 366 * 24, 5):
        moment = at("2026-01-01T00:30") + timedelta(hours=hour)
        allowed = CALENDAR.may_remind(moment, office_days=True)
        assert allowed >= moment
        assert time(8) <= allowed.timetz().replace(tzinfo=None) < time(21)
        assert CALENDAR.works(allowed.date())
