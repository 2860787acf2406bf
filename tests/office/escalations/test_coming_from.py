"""The page of saying what is stuck: it knows from where one comes, for whom it may be, asks once, and takes a post that comes twice once."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.office.aftercare.actions import Problem
from gaoxing.office.aftercare.actions import Told as Asked
from gaoxing.office.aftercare.actions import bring as ask
from gaoxing.office.escalations import origin
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.queries import content_of
from gaoxing.office.people.delegating import Span, empower
from tests.office.escalations.test_pages import TOLD, browser, read  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands ten minutes after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=10))


@pytest.fixture
def asked(owner, now):
    """A request of the person who is stuck."""
    return ask(Asked("昆山样例公司", "车间老是跳闸", (Problem("other", "车间老是跳闸"),), "王某", "13900001234", owner=owner), owner, now=now)


def token(page):
    return re.search(r'name="once" value="([^"]+)"', page)[1]


def test_the_request_one_comes_from_says_what_was_tried(browser, owner, asked):  # noqa: F811
    shown = read(browser(owner).get(f"/stuck/new?number={asked.number}"))
    assert f'value="{asked.number}"' in shown
    assert re.search(r'<textarea id="tried"[^>]*>车间老是跳闸</textarea>', shown)


def test_the_staff_read_the_numbers_in_the_request_masked(browser, owner, staff, now):  # noqa: F811
    words = "车间跳闸，" + "急" * 185 + "请打13812345678"
    row = ask(Asked("昆山样例公司", words, (Problem("other", words),), "王某", "13900001234", owner=owner), owner, now=now)
    shown = read(browser(staff("leader", "l-1")).get(f"/stuck/new?number={row.number}"))
    assert "车间跳闸" in shown
    assert "请打138" in shown
    assert "13812" not in shown


def test_the_request_of_somebody_else_says_nothing(browser, other, asked):  # noqa: F811
    shown = read(browser(other).get(f"/stuck/new?number={asked.number}"))
    assert "车间老是跳闸" not in shown


@pytest.mark.parametrize(("query", "words"), [("matter=company_registration", "公司设立登记"), ("page=licence_find", "查执照真假"), ("page=x&matter=y", "")])
def test_the_page_one_comes_from_says_what_was_tried(browser, owner, query, words):  # noqa: F811
    assert re.search(rf'<textarea id="tried"[^>]*>{words}</textarea>', read(browser(owner).get(f"/stuck/new?{query}")))


def test_a_long_or_strange_address_gives_the_empty_page(browser, owner):  # noqa: F811
    answer = browser(owner).get("/stuck/new", {"number": "9" * 500, "matter": "x" * 500, "page": "%00"})
    assert answer.status_code == 200


def test_what_is_stuck_and_the_request_lead_to_each_other(browser, owner, asked, staff):  # noqa: F811
    mine = browser(owner)
    mine.post("/stuck/new", {**TOLD, "blocked": asked.number})
    row = Escalation.objects.get()
    assert f'<a href="/requests/{asked.number}">{asked.number}</a>' in read(mine.get(f"/stuck/{row.number}"))
    shown = read(mine.get(f"/requests/{asked.number}"))
    assert f'<a href="/stuck/{row.number}">' in shown
    assert f'href="/stuck/new?number={asked.number}"' in shown
    leader = browser(staff("leader", "l-1"))
    assert f'<a href="/staff/stuck/{row.number}">' in read(leader.get(f"/staff/requests/{asked.number}"))
    assert f'<a href="/staff/requests/{asked.number}">' in read(leader.get(f"/staff/stuck/{row.number}"))


def test_whoever_may_not_see_the_request_reads_its_number_alone(owner, other, asked, now):
    assert origin.stuck_of(asked.number, owner, now=now).about == "车间老是跳闸"
    assert origin.stuck_of(asked.number, other, now=now) is None
    assert origin.stuck_of("R2026-999999", owner, now=now) is None
    assert origin.stuck_of("\x00", owner, now=now) is None


def test_an_agent_chooses_whose_matter_it_is(browser, owner, other, now):  # noqa: F811
    mine = browser(other)
    assert "是谁的事" not in read(mine.get("/stuck/new"))
    empower(owner, other, acts=["submit_case"], matters=[], span=Span(now.date(), now.date()), now=now)
    assert "是谁的事" in read(mine.get("/stuck/new"))
    mine.post("/stuck/new", {**TOLD, "owner": owner.pk})
    row = Escalation.objects.get()
    assert (row.owner, row.brought_by) == (owner, other)


def test_nobody_is_chosen_who_gave_no_power(browser, owner, other):  # noqa: F811
    answer = browser(other).post("/stuck/new", {**TOLD, "owner": owner.pk})
    assert (answer.status_code, Escalation.objects.count()) == (409, 0)
    assert "委托了您的人" in read(answer)
    assert "东窗口" in read(answer)


def test_a_page_posted_twice_brings_one(browser, owner):  # noqa: F811
    mine = browser(owner)
    once = token(read(mine.get("/stuck/new")))
    for _ in range(2):
        answer = mine.post("/stuck/new", {**TOLD, "once": once})
        assert answer["Location"] == f"/stuck/{Escalation.objects.get().number}"


def test_what_seems_to_belong_elsewhere_is_shown_and_brought_on_insisting(browser, owner):  # noqa: F811
    mine, told = browser(owner), {**TOLD, "blocked_by": "已经起诉了，等开庭"}
    shown = read(mine.post("/stuck/new", told))
    assert all(each in shown for each in ("还没有提交", "听起来可能要走诉讼", "12368", "条文没有核对过", "已经起诉了，等开庭"))
    assert Escalation.objects.count() == 0
    assert mine.post("/stuck/new", {**told, "insist": "yes"}).status_code == 302


def test_many_things_are_pointed_to_the_requests_of_enterprises(browser, owner):  # noqa: F811
    shown = read(browser(owner).post("/stuck/new", {**TOLD, "tried": "1、电 2、水 3、路 4、贷款"}))
    assert "听起来有 4 件事" in shown
    assert 'href="/requests/new"' in shown


def test_the_channel_is_proposed_to_whoever_refers_it(browser, staff, owner):  # noqa: F811
    steward = browser(staff("steward", "s-1"))
    browser(owner).post("/stuck/new", {**TOLD, "blocked_by": "已经起诉了", "insist": "yes"})
    shown = read(steward.get(f"/staff/stuck/{Escalation.objects.get().number}"))
    assert re.search(r'value="legal_dispute" required checked', shown)
    assert "12368" in shown
    assert "请核对、改好再告知" in shown


def test_the_same_again_leads_to_the_first(browser, owner):  # noqa: F811
    mine = browser(owner)
    mine.post("/stuck/new", TOLD)
    answer = mine.post("/stuck/new", TOLD)
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ("同样的事提过了", f'href="/stuck/{Escalation.objects.get().number}"'))


def test_the_window_brings_it_for_a_visitor_from_a_case_page(browser, staff):  # noqa: F811
    clerk = browser(staff("window_clerk", "w-1"))
    assert "替到窗口来的人提" in read(clerk.get("/stuck/new?number=320583-2026-000001"))
    clerk.post("/stuck/new", {**TOLD, "mobile": "13800001111", "blocked": "320583-2026-000001"})
    row = Escalation.objects.get()
    assert (row.blocked, content_of(row)["mobile"], row.owner) == ("320583-2026-000001", "13800001111", None)
