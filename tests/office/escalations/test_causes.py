"""The causes: listed with how often they held things up, given to a unit, mended, watched, gone only where they did not come back; opened again if they do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.casework.escalations.limits import limits
from gaoxing.office.escalations import causes
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.ticking import close_watched
from tests.office.escalations.conftest import CALL, press
from tests.office.escalations.test_pages import browser, read  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def cause(now):
    """Makes a cause with a name of its own."""

    def made(name="两个窗口互相要证明", **more):
        return Cause.objects.create(**{"kind": "process", "name": name, "made": now, "changed": now, **more})

    return made


def shown_of(person, now, **more):
    return causes.listed(person, **{"show": "", "kind": "", "after": 0, "now": now, **more})


def post(page, cause, act, **fields):
    cause.refresh_from_db()
    return page.post(f"/staff/stuck/causes/{cause.pk}", {"act": act, "revision": cause.revision, **fields})


def test_the_list_says_how_many_and_how_often_each_held_up(staff, cause, brought, now):
    found = cause()
    rows = [brought() for _ in range(3)]
    Escalation.objects.filter(pk__in=[each.pk for each in rows[:2]]).update(cause=found)
    cause("没有人", kind="people", state="watched")
    shown = shown_of(staff("steward", "s-1"), now)
    assert [(each.row, each.count) for each in shown.lines] == [(found, 2)]
    assert shown.counts == {"open": 1, "watched": 1, "gone": 0}


@pytest.mark.parametrize(("show", "state"), [("open", "open"), ("open", "fixed"), ("open", "recurred"), ("watched", "watched"), ("gone", "closed")])
def test_every_state_stands_in_one_list(staff, cause, now, show, state):
    found = cause(state=state)
    leader = staff("leader", "l-1")
    lists = {each: [line.row for line in shown_of(leader, now, show=each).lines] for each in ("open", "watched", "gone")}
    assert lists == {**{"open": [], "watched": [], "gone": []}, show: [found]}


def test_the_list_is_narrowed_to_a_kind_and_what_is_none_narrows_nothing(staff, cause, now):
    cause("甲"), cause("乙", kind="rule")
    leader = staff("leader", "l-1")
    assert [each.row.name for each in shown_of(leader, now, kind="rule").lines] == ["乙"]
    assert len(shown_of(leader, now, kind="x", show="y").lines) == 2


def test_the_list_goes_on_page_by_page(staff, cause, now, monkeypatch):
    monkeypatch.setattr(causes, "PAGE", 2)
    rows = [cause(name) for name in "甲乙丙"]
    leader = staff("leader", "l-1")
    first = shown_of(leader, now)
    assert ([each.row for each in first.lines], first.onward) == ([rows[2], rows[1]], rows[1].pk)
    second = shown_of(leader, now, after=first.onward)
    assert ([each.row for each in second.lines], second.onward) == ([rows[0]], 0)


@pytest.mark.parametrize(
    ("state", "days", "late"), [("open", -1, True), ("open", 0, False), ("recurred", -1, True), ("fixed", -1, False), ("watched", -1, False)]
)
def test_what_was_not_mended_by_its_day_is_late(staff, cause, now, state, days, late):
    found = cause(state=state, mend_by=now.date() + timedelta(days=days))
    counted = causes.counted(Cause.objects.filter(pk=found.pk)).get()
    assert causes.line(counted, on=now.date()).late is late


def test_a_unit_sees_its_own_causes_alone_and_none_of_what_they_held_up(browser, staff, cause, unit, brought):  # noqa: F811
    own, theirs = cause(unit=unit), cause("别家的")
    row = brought()
    Escalation.objects.update(cause=own)
    page = browser(staff("unit_handler", "u-1", unit))
    shown = read(page.get("/staff/stuck/causes"))
    assert "卡住过 1 件" in shown
    assert theirs.name not in shown
    one = read(page.get(f"/staff/stuck/causes/{own.pk}"))
    assert "/staff/stuck?" not in shown + one
    assert row.number not in one
    assert page.get(f"/staff/stuck/causes/{theirs.pk}").status_code == 404
    assert page.get("/staff/stuck/report").status_code == 403


@pytest.mark.parametrize("number", ["999999", "9" * 30])
def test_a_cause_that_is_none_is_not_found(browser, staff, number):  # noqa: F811
    assert browser(staff("leader", "l-1")).get(f"/staff/stuck/causes/{number}").status_code == 404


def test_a_window_clerk_comes_to_no_cause(browser, staff, cause):  # noqa: F811
    page = browser(staff("window_clerk", "w-1"))
    assert page.get("/staff/stuck/causes").status_code == 403
    assert page.get(f"/staff/stuck/causes/{cause().pk}").status_code == 403


def test_the_unit_finds_its_causes_from_its_start_page(browser, staff, unit):  # noqa: F811
    assert 'href="/staff/stuck/causes"' in read(browser(staff("unit_handler", "u-1", unit)).get("/staff"))


def test_a_cause_goes_from_its_unit_to_its_closing_by_the_pages(browser, staff, cause, unit, now):  # noqa: F811
    found = cause()
    leader, handler = browser(staff("leader", "l-1")), browser(staff("unit_handler", "u-1", unit))
    assert "还没有责任单位" in read(leader.get(f"/staff/stuck/causes/{found.pk}"))
    assert post(leader, found, "assign", unit=unit.pk, note="").status_code == 302
    shown = read(handler.get(f"/staff/stuck/causes/{found.pk}"))
    assert all(each in shown for each in ("样例供电服务站", "2026-12-22", "怎么改的"))
    assert post(handler, found, "fix", note="两边的表合成一张").status_code == 302
    assert "两边的表合成一张" in read(leader.get(f"/staff/stuck/causes/{found.pk}"))
    assert post(leader, found, "watch").status_code == 302
    found.refresh_from_db()
    assert found.watched_until == now.date() + timedelta(days=limits().watch_days)
    assert close_watched(now + timedelta(days=limits().watch_days + 1)) == 1
    assert "已销号" in read(leader.get(f"/staff/stuck/causes/{found.pk}"))


def test_what_was_not_mended_goes_back_to_the_unit(browser, staff, cause, unit):  # noqa: F811
    found = cause(state="fixed", unit=unit)
    assert post(browser(staff("leader", "l-1")), found, "unfixed", note="还是要证明").status_code == 302
    found.refresh_from_db()
    assert found.state == "open"


def test_a_refusal_stays_on_the_page_with_what_was_typed(browser, staff, cause, unit):  # noqa: F811
    found = cause()
    answer = post(browser(staff("leader", "l-1")), found, "assign", unit=unit.pk, mend_by="2026-11-01")
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ("今天以后的日子", 'value="2026-11-01"', f'value="{unit.pk}" selected'))


@pytest.mark.parametrize("state", ["fixed", "watched", "closed"])
def test_the_same_cause_again_opens_it_anew(staff, cause, brought, unit, now, state):
    """Also one that was closed: it is gone only as long as nobody is stuck for it."""
    steward, found = staff("steward", "s-1"), cause(state=state, unit=unit, fixed=now - timedelta(days=9), watched_until=now.date())
    row = press(brought(), "contact", steward, now, **CALL)
    press(row, "conclude", steward, now, outcome="done", cause=found.pk)
    found.refresh_from_db()
    assert (found.state, found.recurrences, found.watched_until) == ("recurred", 1, None)
    assert close_watched(now + timedelta(days=400)) == 0


def test_the_dates_of_a_cause_are_told_only_where_they_are_known(cause, now):
    assert causes.tracked(cause(), late=False) == ()
    full = cause("都有", mend_by=now.date(), fixed=now, watched_until=now.date(), recurrences=2)
    assert [word for word, _value in causes.tracked(full, late=True)] == ["整改期限", "报告整改", "观察到", "整改后又发生"]
    assert "已经过了" in causes.tracked(full, late=True)[0][1]
