"""A spoken draft becomes what does not get done: told, set right, brought once; and every page leads to it with the number or the matter it bears."""

import re

import pytest
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import handed_on
from gaoxing.office.cases.models import Case
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.queries import content_of
from gaoxing.office.frontdesk import kept
from gaoxing.office.frontdesk.templatetags.stuck import NUMBER
from tests.office.frontdesk.casting import *  # noqa: F403

pytestmark = pytest.mark.django_db
SAID = "我来反映办不成事，我叫丁小样，变更登记跑了四趟都没办下来，窗口说地址库里没有我们的门牌，电话13900001234"


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def said(mine):
    """Says something of this matter in the applicant's browser, or another."""

    def made(words=SAID, browser=mine, matter="stuck_matter"):
        browser.post("/consent")
        browser.post("/drafts/new", {"words": words, "matter": matter})
        return browser

    return made


def text(answer):
    return answer.content.decode()


def carried(browser, **more):
    """What the page of submitting carries, as it stands."""
    page = text(browser.get("/draft/stuck"))
    found = {name: re.search(rf'name="{name}"[^>]* value="([^"]*)"', page) for name in ("draft", "case", "revision", "times", "contact", "mobile")}
    areas = {name: re.search(rf'<textarea id="{name}"[^>]*>([^<]*)</textarea>', page)[1] for name in ("tried", "blocked_by")}
    return {**{name: each[1] for name, each in found.items() if each}, **areas, **more}


def test_what_was_said_stands_in_the_blanks(said):
    found = carried(said())
    assert (found["tried"], found["times"], found["contact"], found["mobile"]) == ("变更登记", "跑了 4 趟", "丁小样", "13900001234")
    assert "地址库里没有我们的门牌" in found["blocked_by"]


def test_a_draft_of_this_matter_is_submitted_here(said):
    assert said().get("/draft/submit")["Location"] == "/draft/stuck"


def test_the_spoken_statement_becomes_a_stuck_matter(said, staff):
    staff("steward")
    browser = said()
    answer = browser.post("/draft/stuck", carried(browser, where="二楼窗口"))
    row = Escalation.objects.get()
    assert answer["Location"] == f"/stuck/{row.number}"
    assert (row.state, row.owner.is_staff_member, content_of(row)["where"], content_of(row)["mobile"]) == ("taken", False, "二楼窗口", "13900001234")
    assert Entry.objects.filter(act="draft.handed_on", subject=row.case).count() == 1


def test_the_draft_is_no_longer_one_and_is_no_case_either(said):
    browser = said()
    browser.post("/draft/stuck", carried(browser))
    case = Case.objects.get(pk=Escalation.objects.get().case)
    assert case in handed_on.handed_on()
    assert case.reference not in browser.session.get("drafts", [])
    assert browser.get("/draft/stuck").status_code == 409


def test_the_same_page_posted_twice_brings_one(said):
    browser = said()
    fields = carried(browser)
    answers = [browser.post("/draft/stuck", fields)["Location"] for _ in range(2)]
    assert answers == [f"/stuck/{Escalation.objects.get().number}"] * 2


def test_a_draft_that_changed_meanwhile_is_not_handed_on(said):
    browser = said()
    answer = browser.post("/draft/stuck", carried(browser, revision="0"))
    assert answer.status_code == 409
    assert "草稿又改过" in text(answer)
    assert not Escalation.objects.exists()


def test_a_refusal_keeps_what_was_typed_and_the_draft(said):
    browser = said()
    answer = browser.post("/draft/stuck", carried(browser, tried="。", where="二楼窗口"))
    assert answer.status_code == 409
    assert all(each in text(answer) for each in ("还看不出是什么事没有办成", "二楼窗口"))
    assert browser.get("/draft/stuck").status_code == 200


def test_a_legal_dispute_is_told_its_channel_and_brought_on_insisting(said):
    browser = said("我来反映办不成事，供应商欠款我们已经起诉了，跑了三趟，电话13900001234")
    fields = carried(browser, tried="供应商欠款")
    assert "听起来可能要走诉讼" in text(browser.post("/draft/stuck", fields))
    assert not Escalation.objects.exists()
    assert browser.post("/draft/stuck", {**fields, "insist": "yes"}).status_code == 302


def test_a_draft_of_another_matter_is_not_taken_for_this(said):
    answer = said("我想注册一家公司", matter="company_registration").get("/draft/stuck")
    assert answer.status_code == 409
    assert "不是办不成事" in text(answer)


def test_without_a_draft_the_page_says_what_to_do(mine):
    answer = mine.get("/draft/stuck")
    assert answer.status_code == 409
    assert "没有可以提交的草稿" in text(answer)


def test_the_clerk_at_the_window_hands_on_what_a_visitor_says(said, staff, signed_in):
    browser = said(browser=signed_in(staff("window_clerk")))
    assert browser.post("/draft/stuck", carried(browser)).status_code == 302
    row = Escalation.objects.get()
    assert (row.owner, row.events.get(act="submit").role) == (None, "window_clerk")


def test_the_draft_goes_when_what_it_became_is_gone(said, now):
    browser = said()
    browser.post("/draft/stuck", carried(browser))
    assert kept._forget_handed_on(now) == 0
    Escalation.objects.all().delete()
    assert kept._forget_handed_on(now) == 1
    assert not handed_on.handed_on().exists()


@pytest.mark.parametrize(
    ("path", "address"),
    [("/", "/stuck/new"), ("/licence", "/stuck/new?page=licence_find"), ("/privacy", "/stuck/new")],
)
def test_the_foot_of_a_page_leads_there_with_what_the_page_is_for(client, path, address):
    assert f'<a href="{address}">' in text(client.get(path))


def test_the_foot_of_the_desk_carries_the_matter_of_the_draft(said):
    assert '<a href="/stuck/new?matter=company_registration">' in text(said("我想注册一家公司", matter="company_registration").get("/desk"))


@pytest.mark.parametrize(
    ("number", "known"), [("320583-2026-000001", True), ("R2026-000001", True), ("E2026-000001", False), ("x", False), ("320583-2026-1", False)]
)
def test_only_the_number_of_a_case_or_a_request_is_carried(number, known):
    assert bool(NUMBER.fullmatch(number)) is known


def test_a_case_and_what_is_stuck_of_it_lead_to_each_other(sent_case, mine, examiner, staff, signed_in):
    case = sent_case()
    assert f'<a href="/stuck/new?number={case.number}">' in text(mine.get(f"/cases/{case.number}"))
    page = text(mine.get(f"/stuck/new?number={case.number}"))
    assert f'value="{case.number}"' in page
    assert re.search(r'<textarea id="tried"[^>]*>个体工商户设立登记</textarea>', page)
    mine.post("/stuck/new", {"tried": "办执照", "blocked_by": "说要等", "mobile": "13900001234", "blocked": case.number})
    row = Escalation.objects.get()
    assert f'<a href="/stuck/{row.number}">' in text(mine.get(f"/cases/{case.number}"))
    assert f'<a href="/cases/{case.number}">{case.number}</a>' in text(mine.get(f"/stuck/{row.number}"))
    assert row.number not in text(examiner.get(f"/staff/cases/{case.number}"))
    leader = signed_in(staff("leader"))
    assert f'<a href="/staff/stuck/{row.number}">' in text(leader.get(f"/staff/cases/{case.number}"))
