"""The pages of what does not get done: said by the person or the window, handled at the desk, confirmed; every refusal stays with what was typed."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.notices.templatetags.notified import linked, to_stuck
from gaoxing.office.people.models import Person
from tests.office.escalations.conftest import CALL, CAUSE, press
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
TOLD = {"tried": "办食品许可", "blocked_by": "要别处先开证明", "where": "东窗口", "times": "三次", "contact": "王某", "mobile": "13900001234"}


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands ten minutes after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=10))


@pytest.fixture
def browser(signed_in):  # noqa: F811
    def made(person):
        Person.objects.filter(pk=person.pk).update(password_due=False)
        return signed_in(Person.objects.get(pk=person.pk))

    return made


def read(answer):
    return answer.content.decode()


def post(browser, row, act, *, at="/staff/stuck", **fields):
    """Press a button by the page as it stands now."""
    row.refresh_from_db()
    return browser.post(f"{at}/{row.number}", {"act": act, "revision": row.revision, **fields})


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get("/stuck/new").status_code == 302
    assert client.get("/staff/stuck").status_code == 302


def test_what_is_stuck_is_brought_and_taken_over_at_once(browser, owner, staff):
    staff("steward", "s-1")
    answer = browser(owner).post("/stuck/new", TOLD, follow=True)
    row = Escalation.objects.get()
    assert answer.redirect_chain == [(f"/stuck/{row.number}", 302)]
    assert all(each in read(answer) for each in ("已接手", "2026-11-24 11:40 以前联系", "办食品许可", "东窗口", "139****1234", "谁能看，为什么"))


def test_a_refusal_stays_on_the_page_with_what_was_typed(browser, owner):
    answer = browser(owner).post("/stuck/new", {**TOLD, "blocked_by": " "})
    assert (answer.status_code, Escalation.objects.count()) == (409, 0)
    assert all(each in read(answer) for each in ("请写明要办什么事、卡在哪一步", "办食品许可", "东窗口", "三次"))


def test_the_page_takes_the_number_of_what_is_stuck_from_where_one_comes(browser, owner):
    assert 'value="R2026-000001"' in read(browser(owner).get("/stuck/new?number=R2026-000001"))


def test_one_finds_again_what_one_brought(browser, owner, brought):
    shown = read(browser(owner).get("/stuck/new"))
    assert "提过的" not in shown
    row = brought()
    shown = read(browser(owner).get("/stuck/new"))
    assert "提过的 1 件" in shown
    assert f"/stuck/{row.number}" in shown


@pytest.mark.parametrize("number", ["E2026-999999", "%00", "x"])
def test_what_is_not_there_or_not_theirs_is_not_found(browser, other, brought, number):
    mine = browser(other)
    assert mine.get(f"/stuck/{brought().number}").status_code == 404
    assert mine.get(f"/stuck/{number}").status_code == 404


def test_the_window_brings_it_for_somebody_without_an_account(browser, staff):
    clerk = browser(staff("window_clerk", "w-1"))
    answer = clerk.post("/stuck/new", TOLD, follow=True)
    assert "还没有人接手" in read(answer)
    assert "139****1234" in read(answer)
    assert Escalation.objects.get().owner is None


def test_whoever_may_not_bring_it_is_told_so(browser, staff):
    answer = browser(staff("examiner", "e-1")).post("/stuck/new", TOLD)
    assert answer.status_code == 409
    assert "只能由" in read(answer)


@pytest.mark.parametrize("role", ["window_clerk", "examiner"])
def test_the_desk_is_the_offices_alone(browser, staff, role):
    assert browser(staff(role, "x-1")).get("/staff/stuck").status_code == 403


def test_the_desk_says_how_many_and_shows_mine_all_and_what_is_over(browser, staff, brought, owner, now):
    first = staff("steward", "s-1")
    own, over = brought(), brought()
    second = staff("steward", "s-2")
    theirs = brought()
    press(over, "withdraw", owner, now)
    mine = browser(first)
    shown = read(mine.get("/staff/stuck"))
    assert "2 件没有办完" in shown
    assert shown.index(own.number) < shown.index(theirs.number)
    assert over.number not in shown
    assert theirs.number not in read(mine.get("/staff/stuck?show=mine"))
    assert over.number in read(mine.get("/staff/stuck?show=over"))
    assert own.number not in read(browser(second).get("/staff/stuck?show=mine"))


def test_the_desk_goes_on_page_by_page(browser, staff, brought, monkeypatch):
    monkeypatch.setattr("gaoxing.office.escalations.desk.PAGE", 2)
    rows = [brought() for _ in range(3)]
    mine = browser(staff("steward", "s-1"))
    shown = read(mine.get("/staff/stuck"))
    assert rows[2].number not in shown
    after = re.search(r"after=(\d+)", shown)[1]
    assert rows[2].number in read(mine.get(f"/staff/stuck?after={after}"))


@pytest.mark.parametrize("query", ["after=x", "after=٣", "show=everything", "after=" + "9" * 30])
def test_a_strange_address_gives_the_desk(browser, staff, brought, query):
    assert brought().number in read(browser(staff("steward", "s-1")).get(f"/staff/stuck?{query}"))


def test_words_that_were_deleted_leave_a_sentence(browser, staff, brought):
    row = brought()
    Escalation.objects.filter(pk=row.pk).update(content=b"")
    assert "内容已经删去" in read(browser(staff("steward", "s-1")).get("/staff/stuck"))


def test_an_hour_that_passed_without_a_contact_is_red(browser, staff, brought, now, monkeypatch):
    steward = staff("steward", "s-1")
    row = brought()
    assert "还没有联系本人" not in read(browser(steward).get("/staff/stuck"))
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=1, minutes=1))
    assert "还没有联系本人" in read(browser(steward).get(f"/staff/stuck/{row.number}"))


def test_it_is_seen_through_from_the_contact_to_the_persons_word(browser, staff, brought, owner, now):
    mine = browser(staff("steward", "s-1"))
    row = brought(mobile="13900001234")
    assert "tel:13900001234" in read(mine.get(f"/staff/stuck/{row.number}"))
    assert post(mine, row, "contact", **CALL).status_code == 302
    assert post(mine, row, "reply", note="正在问另一家", next_reply="2026-11-27").status_code == 302
    assert post(mine, row, "conclude", note="办好了", outcome="done", **CAUSE).status_code == 302
    theirs = browser(owner)
    shown = read(theirs.get(f"/stuck/{row.number}"))
    assert all(each in shown for each in ("待本人确认", "办成了", "正在问另一家", "办好了"))
    assert CAUSE["cause_name"] not in shown
    assert post(theirs, row, "confirm", at="/stuck").status_code == 302
    assert Escalation.objects.get().state == "confirmed"


def test_a_guard_that_does_not_hold_says_why_and_keeps_what_was_typed(browser, staff, brought, now):
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    answer = post(browser(steward), row, "conclude", note="办好了", outcome="done", cause_name="新的一条")
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ("请写清为什么会办不成", "新的一条", "办好了", '<details class="act-form" open>'))


def test_a_reason_is_chosen_and_shown(browser, staff, concluded, owner):
    row = concluded()
    theirs = browser(owner)
    assert "没有办成的地方" in read(theirs.get(f"/stuck/{row.number}"))
    post(theirs, row, "reject", at="/stuck", reason="not_done", note="还是要证明")
    shown = read(theirs.get(f"/stuck/{row.number}"))
    assert all(each in shown for each in ("换人再办", "事情还是没办成", "还是要证明"))


def test_whoever_handled_it_reads_why_they_do_not_call_back(browser, concluded):
    row = concluded()
    assert "自己办的不能自己回访" in read(browser(row.handler).get(f"/staff/stuck/{row.number}"))


def test_what_is_told_to_the_person_stands_on_the_persons_page_alone(browser, staff, brought, owner):
    steward, told = staff("steward", "s-1"), "一个工作小时内联系您"
    row = brought()
    assert told in read(browser(owner).get(f"/stuck/{row.number}"))
    assert told not in read(browser(steward).get(f"/staff/stuck/{row.number}"))


def test_a_colleague_sees_the_number_masked(browser, staff, brought):
    staff("steward", "s-1")
    row = brought(mobile="13900001234")
    shown = read(browser(staff("leader", "l-1")).get(f"/staff/stuck/{row.number}"))
    assert "139****1234" in shown
    assert "13900001234" not in shown


@pytest.mark.parametrize("fields", [{"revision": "x"}, {"revision": ""}, {"note": "长" * 2_001}, {"whom": "长" * 201}])
def test_a_strange_post_is_refused_with_a_sentence_and_does_nothing(browser, staff, brought, fields):
    mine = browser(staff("steward", "s-1"))
    row = brought()
    answer = mine.post(f"/staff/stuck/{row.number}", {"act": "contact", "revision": row.revision, **CALL, **fields})
    assert answer.status_code == 409
    assert 'role="alert"' in read(answer)
    assert Escalation.objects.get().state == "taken"


def test_whoever_is_slower_is_told_what_was_done(browser, staff, brought, owner, now):
    mine = browser(staff("steward", "s-1"))
    row = brought()
    press(row, "withdraw", owner, now)
    answer = mine.post(f"/staff/stuck/{row.number}", {"act": "contact", "revision": row.revision - 1, **CALL})
    assert "已经有人办了“撤回”" in read(answer)


def test_the_person_takes_it_back_and_it_is_in_the_audit(browser, brought, owner):
    row = brought()
    theirs = browser(owner)
    assert "确定，撤回" in read(theirs.get(f"/stuck/{row.number}"))
    post(theirs, row, "withdraw", at="/stuck")
    assert Escalation.objects.get().state == "withdrawn"
    assert Entry.objects.filter(act="stuck.withdraw", subject=row.pk).count() == 1
    assert "确定，撤回" not in read(theirs.get(f"/stuck/{row.number}"))


def test_what_the_office_wrote_for_itself_is_not_shown_to_the_person(browser, staff, brought, owner, now):
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    row = press(brought(), "hand_over", leader, now, note="内部的话", officer=leader.pk)
    assert "内部的话" not in read(browser(owner).get(f"/stuck/{row.number}"))
    assert "内部的话" in read(browser(steward).get(f"/staff/stuck/{row.number}"))


@pytest.mark.parametrize(("role", "places"), [("steward", {"/staff/stuck", "/stuck/new"}), ("window_clerk", {"/stuck/new"}), ("examiner", set())])
def test_the_staff_find_it_from_their_start_page(browser, staff, role, places):
    shown = read(browser(staff(role, "x-1")).get("/staff"))
    body = shown[shown.index("<main") : shown.index("</main>")]
    assert {each for each in ("/staff/stuck", "/stuck/new") if f'href="{each}"' in body} == places


def test_every_page_leads_to_it(client):
    assert 'href="/stuck/new"' in read(client.get("/"))


def test_a_notice_leads_to_what_it_tells_of(browser, owner, staff, brought):
    steward = staff("steward", "s-1")
    row = brought()
    for each in (owner, steward):
        assert f'<a href="/stuck/{row.number}">{row.number}</a>' in read(browser(each).get("/notices"))


@pytest.mark.parametrize("told", ["AE2026-000007", "/stuck/E2026-000007", "E2026-00000"])
def test_what_only_looks_like_a_number_is_no_link(told):
    assert to_stuck(linked(told)) == told


def test_the_pages_are_there_in_english(browser, other, staff, brought):
    mine = browser(other)
    shown = read(mine.post("/comfort", {"language": "en", "next": "/stuck/new"}, follow=True))
    assert "What you want to get done" in shown
    assert "要办什么事" not in shown
