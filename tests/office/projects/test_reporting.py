"""Start, progress, completion, procedures and the two-year rule, with what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.checks.projects.due import Standing
from gaoxing.office.notices.models import Notice
from gaoxing.office.projects import queries
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.ticking import remind_due
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
CODE = "2611-320583-89-01-123456"


@pytest.fixture
def started(file, owner, now):
    return press(file(), "report_start", owner, now, day="2026-11-24")


def later(now, months):
    return now + timedelta(days=round(months * 30.5) + 1)


def test_the_start_is_reported_once(started, owner, now):
    assert (started.state, started.started) == ("started", date(2026, 11, 24))
    with pytest.raises(NotAllowed):
        press(started, "report_start", owner, now, day="2026-11-24")


@pytest.mark.parametrize("day", ["", "2026-11", "2026-11-25", "明天", "2026-02-30"])
def test_a_start_without_a_day_or_in_the_future_is_refused(file, owner, now, day):
    with pytest.raises(NotAllowed, match="哪一天"):
        press(file(), "report_start", owner, now, day=day)


def test_a_start_before_the_filing_is_taken_as_it_was(file, owner, now):
    assert press(file(), "report_start", owner, now, day="2026-11-01").started == date(2026, 11, 1)


def test_progress_is_kept_by_month_and_told_again_it_is_the_new_figure(started, owner, now):
    row = press(started, "report_progress", owner, now, month="2026-11", invested="850万元")
    row = press(row, "report_progress", owner, now, month="2026-11", invested="900万元")
    assert queries.invested(row) == 9_000_000
    assert row.progress.count() == 1


@pytest.mark.parametrize("month", ["", "2026-10", "2026-12", "十一月", "2026-13"])
def test_a_month_outside_the_work_is_refused(started, owner, now, month):
    with pytest.raises(NotAllowed, match="哪个月"):
        press(started, "report_progress", owner, now, month=month, invested="850万元")


@pytest.mark.parametrize("invested", ["", "850", "很多", "100万美元", "-5万元"])
def test_a_sum_without_its_unit_is_asked_for(started, owner, now, invested):
    with pytest.raises(NotAllowed, match="连单位一起写"):
        press(started, "report_progress", owner, now, month="2026-11", invested=invested)


def test_a_sum_far_above_the_total_asks_for_the_unit_and_is_taken_when_sure(started, owner, now):
    with pytest.raises(NotAllowed, match="元还是万元"):
        press(started, "report_progress", owner, now, month="2026-11", invested="8500000万元")
    row = press(started, "report_progress", owner, now, month="2026-11", invested="15000万元", sure="yes")
    assert queries.invested(row) == Decimal(150_000_000)


def test_nothing_done_in_a_month_may_be_reported(started, owner, now):
    assert queries.invested(press(started, "report_progress", owner, now, month="2026-11", invested="0元")) == 0


def test_the_completion_ends_it(started, owner, now):
    row = press(started, "report_completion", owner, now, day="2026-11-24")
    assert (row.state, row.completed) == ("completed", date(2026, 11, 24))


@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-25", ""])
def test_a_completion_before_the_start_or_in_the_future_is_refused(started, owner, now, day):
    with pytest.raises(NotAllowed, match="竣工"):
        press(started, "report_completion", owner, now, day=day)


@pytest.mark.parametrize(("act", "details"), [("report_start", {"day": "2026-11-24"}), ("explain", {})])
def test_nobody_else_reports(file, other, now, act, details):
    with pytest.raises(NotAllowed):
        press(file(), act, other, now, note="说明", **details)


def test_the_platforms_code_takes_the_provisional_ones_place(file, staff, now):
    row = press(file(), "give_code", staff("examiner", "e-1"), now, code=" 2611－320583-89-01-123456 ")
    assert row.code == CODE


@pytest.mark.parametrize("code", ["", "123", "2611-320583-89-01-12345*", "2613-320583-89-01-123456"])
def test_a_code_of_another_shape_is_refused(file, staff, now, code):
    with pytest.raises(NotAllowed, match="24位"):
        press(file(), "give_code", staff("examiner", "e-1"), now, code=code)


def test_a_code_of_another_project_is_refused(file, staff, now):
    clerk = staff("window_clerk", "w-1")
    press(file(), "give_code", clerk, now, code=CODE)
    with pytest.raises(NotAllowed, match="另一个项目"):
        press(file(another=True), "give_code", clerk, now, code=CODE)


def test_reminders_come_after_eighteen_twentythree_and_twentyfour_months(file, owner, now):
    row = file()
    counts = [remind_due(later(now, months)) for months in (17, 18.1, 18.2, 23.1, 24.1, 30)]
    assert counts == [0, 1, 0, 1, 1, 0]
    assert [each.months for each in row.reminders.all()] == [18, 23, 24]
    assert Notice.objects.filter(person=owner.pk, event="project_two_years").count() == 3


def test_a_reminder_that_was_missed_is_not_sent_behind_a_later_one(file, now):
    row = file()
    assert remind_due(later(now, 30)) == 1
    assert [each.months for each in row.reminders.all()] == [24]


def test_whoever_explained_began_or_took_a_step_is_left_in_peace(file, owner, now):
    first, second, third = file(), file(another=True), file(another=True)
    press(first, "explain", owner, now, note="等土地")
    press(second, "report_start", owner, now, day="2026-11-24")
    press(third, "report_procedure", owner, now, day="2026-11-24", note="施工许可")
    assert remind_due(later(now, 24.5)) == 0


def test_one_of_the_staff_reminds_by_hand(file, staff, now):
    row = press(file(), "remind", staff("steward", "s-1"), now)
    assert [each.months for each in row.reminders.all()] == [0]


def test_a_filing_is_removed_only_after_two_silent_years_and_a_reminder(file, staff, now):
    row, leader, then = file(), staff("leader", "l-1"), later(now, 25)
    with pytest.raises(NotAllowed, match="还没有满两年"):
        press(row, "remove", leader, now, note="没有动静")
    with pytest.raises(NotAllowed, match="先提醒"):
        press(row, "remove", leader, then, note="没有动静")
    remind_due(then)
    row.refresh_from_db()
    assert press(row, "remove", leader, then, note="没有动静").state == "removed"


def test_an_explanation_keeps_a_filing(file, owner, staff, now):
    row, then = file(), later(now, 25)
    remind_due(then)
    row.refresh_from_db()
    row = press(row, "explain", owner, then, note="设备在路上")
    assert queries.two_years(row, on=then.date()) is Standing.EXPLAINED
    with pytest.raises(NotAllowed, match="不能移除"):
        press(row, "remove", staff("leader", "l-1"), then, note="没有动静")


def test_what_should_not_have_been_filed_is_removed_with_a_reason_and_restored(file, staff, owner, now):
    leader = staff("leader", "l-1")
    row = press(file(), "refer", leader, now, note="在核准目录里", reason="for_approval")
    assert row.state == "removed"
    assert press(row, "restore", leader, now, note="看错了").state == "filed"
    assert Notice.objects.filter(person=owner.pk).count() == 3


def test_a_filing_nobody_looked_for_is_not_looked_at(file, staff, now):
    with pytest.raises(NotAllowed, match="没有要人工看"):
        press(file(), "look", staff("examiner", "e-1"), now)


def test_an_enterprise_that_withdraws_says_why(file, owner, now):
    row = file()
    with pytest.raises(NotAllowed, match="写明"):
        press(row, "withdraw", owner, now)
    assert press(row, "withdraw", owner, now, note="不做了").state == "withdrawn"


def test_of_two_at_once_the_second_is_told_who_was_quicker(file, owner, now):
    row = file()
    stale = Project.objects.get(pk=row.pk)
    press(row, "explain", owner, now, note="等土地")
    with pytest.raises(NotAllowed, match="说明继续做"):
        press(stale, "explain", owner, now, note="等土地")
