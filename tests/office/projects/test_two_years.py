"""The two-year rule of filings: nothing lapses by itself; removed only after two silent years and a reminder since; restored to where it stood."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.office.notices.models import Notice
from gaoxing.office.projects import buttons, queries
from gaoxing.office.projects.ticking import remind_due
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
OVER = date(2028, 11, 24)


def at(day):
    return datetime(day.year, day.month, day.day, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def leader(staff):
    return staff("leader", "l-1")


def remove(row, leader, day):
    row.refresh_from_db()
    return press(row, "remove", leader, at(day), note="没有动静")


@pytest.mark.parametrize("days", [-400, -31, -1])
def test_before_two_years_nothing_is_removed(file, leader, days):
    row = file()
    remind_due(at(OVER + timedelta(days=days)))
    with pytest.raises(NotAllowed, match="还没有满两年"):
        remove(row, leader, OVER + timedelta(days=days))


@pytest.mark.parametrize("days", [0, 1, 400])
def test_after_two_years_and_a_reminder_it_is_removed(file, leader, owner, days):
    row, day = file(), OVER + timedelta(days=days)
    remind_due(at(day))
    assert remove(row, leader, day).state == "removed"
    assert Notice.objects.filter(person=owner.pk, event="project_went_on").count() == 2


def test_a_reminder_before_the_two_years_were_over_is_not_enough(file, leader):
    row = file()
    remind_due(at(date(2028, 5, 24)))
    remind_due(at(date(2028, 10, 24)))
    with pytest.raises(NotAllowed, match="满两年以后还没有提醒过"):
        remove(row, leader, OVER)
    remind_due(at(OVER))
    assert remove(row, leader, OVER).state == "removed"


def test_a_reminder_by_hand_after_the_two_years_is_enough(file, staff, leader):
    row, steward = file(), staff("steward", "s-1")
    press(row, "remind", steward, at(OVER))
    assert remove(row, leader, OVER + timedelta(days=1)).state == "removed"


def test_years_of_silence_remove_nothing_by_themselves(file):
    row = file()
    for years in range(1, 9):
        remind_due(at(date(2026 + years, 12, 1)))
    row.refresh_from_db()
    assert row.state == "filed"


def test_an_explanation_counts_two_years_again_and_wants_a_reminder_of_its_own(file, owner, leader):
    row = file()
    remind_due(at(OVER))
    row.refresh_from_db()
    row = press(row, "explain", owner, at(OVER), note="等土地")
    with pytest.raises(NotAllowed, match="说明了继续做"):
        remove(row, leader, date(2030, 11, 23))
    with pytest.raises(NotAllowed, match="先提醒"):
        remove(row, leader, date(2030, 11, 24))
    row = press(row, "remind", leader, at(date(2030, 11, 24)))
    assert remove(row, leader, date(2030, 11, 25)).state == "removed"


def test_a_procedure_keeps_it_for_good(file, owner, leader, now):
    row = press(file(), "report_procedure", owner, now, day="2026-11-20", note="用地手续")
    row = press(row, "remind", leader, at(OVER))
    with pytest.raises(NotAllowed, match="办了手续"):
        remove(row, leader, date(2032, 1, 1))


def test_what_is_under_way_is_not_removed_for_silence(file, owner, leader, now):
    row = press(file(), "report_start", owner, now, day="2026-11-24")
    with pytest.raises(NotAllowed):
        remove(row, leader, date(2030, 1, 1))
    assert "remove" not in {each.act for each in buttons.buttons(row, leader, now=at(date(2030, 1, 1)))}


@pytest.mark.parametrize(("act", "state"), [("report_start", "started"), ("report_procedure", "filed")])
def test_what_was_removed_by_mistake_comes_back_as_it_stood(file, owner, leader, now, act, state):
    row = press(file(), act, owner, now, day="2026-11-24", note="手续")
    row = press(row, "refer", leader, now, note="看错了", reason="elsewhere")
    row = press(row, "restore", leader, now, note="恢复")
    assert (row.state, row.number, row.versions.count()) == (state, f"P2026-{row.pk:06}", 1)


def test_what_came_back_under_way_goes_on_and_is_not_reminded_of(file, owner, leader, now):
    row = press(file(), "report_start", owner, now, day="2026-11-24")
    row = press(press(row, "refer", leader, now, note="错", reason="elsewhere"), "restore", leader, now, note="恢复")
    assert remind_due(at(OVER)) == 0
    row = press(row, "report_progress", owner, now, month="2026-11", invested="850万元")
    assert queries.invested(row) == 8_500_000


@pytest.mark.parametrize("act", ["change", "report_start", "explain", "withdraw", "give_code", "remind"])
def test_nothing_is_done_with_what_was_removed(file, owner, leader, now, act):
    row = press(file(), "refer", leader, now, note="在核准目录里", reason="for_approval")
    for person in (owner, leader):
        with pytest.raises(NotAllowed):
            press(row, act, person, now, note="说明", day="2026-11-24")
    row.refresh_from_db()
    assert row.state == "removed"


@pytest.mark.parametrize("act", ["refer", "restore"])
def test_removing_and_restoring_want_their_words(file, leader, now, act):
    row = file()
    if act == "restore":
        row = press(row, "refer", leader, now, note="错", reason="elsewhere")
    with pytest.raises(NotAllowed, match="写明"):
        press(row, act, leader, now, reason="elsewhere" if act == "refer" else "")


def test_a_removed_filing_no_longer_stands_in_the_way_of_a_new_one(file, leader, now):
    press(file(), "refer", leader, now, note="重复备案", reason="filed_twice")
    assert file().state == "filed"
