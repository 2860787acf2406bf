"""Reminders after 18, 23 and 24 months: the day before, on the day, the day after; by day only, each once, and only where nothing was reported."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.notices.models import Notice
from gaoxing.office.people.models import Person
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.ticking import remind_due
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
TERMS = {18: date(2028, 5, 24), 23: date(2028, 10, 24), 24: date(2028, 11, 24)}
"""When a filing of 2026-11-24 is reminded of."""


def at(day, clock="10:30"):
    """A moment of the zone."""
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


def sent(row):
    return list(row.reminders.values_list("months", flat=True))


@pytest.mark.parametrize("months", list(TERMS))
@pytest.mark.parametrize(("days", "due"), [(-1, False), (0, True), (1, True)])
def test_a_reminder_goes_out_on_its_day_and_not_before(file, months, days, due):
    row = file()
    for each in (term for term in TERMS if term < months):
        row.reminders.create(months=each, at=at(TERMS[each]))
    assert remind_due(at(TERMS[months] + timedelta(days=days))) == due
    assert (months in sent(row)) is due


@pytest.mark.parametrize("months", list(TERMS))
@pytest.mark.parametrize("clock", ["00:00", "03:15", "06:59", "23:30", "23:59"])
def test_nobody_is_reminded_at_night(file, months, clock):
    row = file()
    assert remind_due(at(TERMS[months], clock)) == 0
    assert sent(row) == []


@pytest.mark.parametrize("clock", ["09:00", "12:00", "17:30"])
def test_the_first_tick_of_the_day_makes_up_for_the_night(file, clock):
    row = file()
    remind_due(at(TERMS[18], "00:00"))
    assert [remind_due(at(TERMS[18], clock)), remind_due(at(TERMS[18], "18:00"))] == [1, 0]
    assert sent(row) == [18]


def test_every_tick_of_two_years_reminds_three_times(file, owner):
    row, day, told = file(), date(2028, 5, 1), []
    while day < date(2028, 12, 10):
        told += [day] if remind_due(at(day)) else []
        day += timedelta(days=1)
    assert (told, sent(row)) == (list(TERMS.values()), list(TERMS))
    assert Notice.objects.filter(person=owner.pk, event="project_two_years").count() == 3


@pytest.mark.parametrize(
    ("filed", "day"), [(date(2026, 8, 31), date(2028, 2, 29)), (date(2026, 1, 31), date(2027, 7, 31)), (date(2026, 5, 31), date(2027, 11, 30))]
)
def test_the_last_day_of_a_month_is_reminded_of_on_the_last_day_of_a_shorter_one(file, filed, day):
    file()
    Project.objects.update(filed=filed)
    assert [remind_due(at(day - timedelta(days=1))), remind_due(at(day))] == [0, 1]


@pytest.mark.parametrize(
    ("act", "fields"),
    [("report_start", {"day": "2026-11-24"}), ("report_procedure", {"day": "2026-11-24"}), ("explain", {}), ("withdraw", {})],
)
def test_whoever_told_something_is_left_in_peace_at_every_term(file, owner, now, act, fields):
    row = press(file(), act, owner, now, note="土地手续", **fields)
    assert [remind_due(at(day)) for day in TERMS.values()] == [0, 0, 0]
    assert sent(row) == []


def test_a_change_alone_is_no_step_and_is_reminded_of(file, alter):
    alter(file(), start="2027-05")
    assert remind_due(at(TERMS[18])) == 1


def test_a_removed_filing_is_not_reminded_of(file, staff, now):
    press(file(), "refer", staff("leader", "l-1"), now, note="在核准目录里", reason="for_approval")
    assert remind_due(at(TERMS[24])) == 0


def test_a_reminder_by_hand_does_not_take_a_term_s_place(file, staff, now):
    row = press(file(), "remind", staff("steward", "s-1"), now)
    assert remind_due(at(TERMS[18])) == 1
    assert sent(row) == [0, 18]


def test_an_enterprise_without_an_account_is_written_down_all_the_same(file, staff):
    row = file(staff("window_clerk", "w-1"))
    assert remind_due(at(TERMS[18])) == 1
    assert (sent(row), Notice.objects.filter(event="project_two_years").count()) == ([18], 0)


def test_a_reminder_is_of_the_system_audited_and_in_the_language_of_its_reader(file, owner):
    Person.objects.filter(pk=owner.pk).update(language="en")
    row = file()
    remind_due(at(TERMS[18]))
    assert (row.events.latest("number").role, Entry.objects.filter(act="project.remind").count()) == ("system", 1)
    assert Notice.objects.get(event="project_two_years").language == "en"


def test_several_are_reminded_of_in_one_tick(file):
    for _ in range(3):
        file(another=True)
    assert [remind_due(at(TERMS[23])), remind_due(at(TERMS[23], "11:00"))] == [3, 0]
