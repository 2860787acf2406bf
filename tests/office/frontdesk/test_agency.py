"""An agent opens the principal's draft within the power of attorney: its acts, its matters, its days; each opening is told to the principal."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import actions, owning, queries
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import visitor
from gaoxing.office.people import accounts, my_data, signing
from gaoxing.office.people.delegating import Span, empower, withdraw
from gaoxing.office.people.models import SignIn

pytestmark = pytest.mark.django_db
OUTSIDE = "不包括这件事"


@pytest.fixture
def principal(now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def agent(now):
    return accounts.applicant_of("13900005678", language="zh-hans", now=now)


@pytest.fixture
def case(principal, taken, statement):
    now = timezone.now()
    case = actions.open_draft(now=now)
    actions.rewrite(case, Words().state(statement), taken.form, matter="company_registration", now=now)
    owning.adopt([case.reference], principal, now=now)
    case.refresh_from_db()
    return case


@pytest.fixture
def power(principal, agent):
    """Empowers the agent for a week."""

    def given(*acts, matters=(), days=6):
        today = timezone.localdate()
        return empower(principal, agent, acts=["see_case", *acts], matters=matters, span=Span(today, today + timedelta(days=days)), now=timezone.now())

    return given


@pytest.fixture
def browser(agent):
    """The agent's, signed in and agreed to the privacy page."""
    client = Client()
    client.force_login(agent)
    session = client.session
    client.cookies[signing.COOKIE] = signing.bind(session, "", number=SignIn.objects.get(person=agent).pk, now=timezone.now())
    session.save()
    client.post("/consent")
    return client


def opened(browser, case):
    return browser.post("/agency/open", {"draft": visitor.key(case.reference)}, follow=True)


def words(browser, text):
    return browser.post("/draft/words", {"words": text}, headers={"hx-request": "true"})


def test_the_list_says_whose_how_far_what_and_until_when(browser, case, power):
    power("change_case")
    page = browser.get("/agency").content.decode()
    until = timezone.localdate() + timedelta(days=6)
    assert [each for each in ("139****1234", "昆山测试软件有限公司", "可以看、填、改", f"{until}") if each not in page] == []


def test_nobody_is_told_of_drafts_that_are_not_theirs_to_see(browser, case):
    page = browser.get("/agency").content.decode()
    assert "现在没有人委托您" in page
    assert "昆山测试软件有限公司" not in page


def test_a_draft_of_another_matter_is_neither_listed_nor_opened(browser, case, power):
    power(matters=["deregistration"])
    assert "没有委托范围里的草稿" in browser.get("/agency").content.decode()
    answer = opened(browser, case)
    assert (answer.status_code, "没有委托您办这一份" in answer.content.decode()) == (409, True)


def test_an_opened_draft_is_shown_with_the_principal_and_the_day(browser, case, power):
    power()
    page = opened(browser, case).content.decode()
    assert "昆山测试软件有限公司" in page
    assert "139****1234" in page
    assert "委托人只让您看" in page or "委托只" in page or "只让您看" in page


def test_each_opening_stands_in_the_audit_and_in_the_principals_data(browser, case, power, agent, principal):
    power()
    opened(browser, case)
    entry = Entry.objects.get(act="draft.opened_by_agent")
    assert (entry.actor, entry.role, entry.subject) == (agent.pk, "agent", case.pk)
    assert [each.role for each in my_data.looks(principal) if each.act == "draft.opened_by_agent"] == ["agent"]


def test_an_agent_who_may_only_see_changes_nothing(browser, case, power):
    power()
    opened(browser, case)
    answer = words(browser, "注册资本改成五百万元")
    assert "只让您看" in answer.content.decode()
    case.refresh_from_db()
    assert (case.revision, len(queries.words_of(case).entries)) == (1, 1)


def test_an_agent_who_may_change_does_so_under_their_own_name(browser, case, power, agent):
    power("change_case")
    opened(browser, case)
    browser.post("/draft/words", {"addition": "注册资本改成五百万元"})
    case.refresh_from_db()
    assert queries.words_of(case).entries[-1].author == "139****5678（代理人）"
    assert Entry.objects.filter(act="draft.changed", role="agent", actor=agent.pk).exists()


@pytest.mark.parametrize("path", ["/draft/confirm", "/code", "/draft/restart"])
def test_what_no_power_covers_is_the_principals_own(browser, case, power, path):
    power("change_case")
    opened(browser, case)
    answer = browser.post(path, {"draft": visitor.key(case.reference)})
    assert (answer.status_code, "委托人自己登录" in answer.content.decode()) == (409, True)
    case.refresh_from_db()
    assert (case.confirmed, case.resume, case.state) == (None, None, "draft")


def test_the_agent_cannot_delete_the_draft_nor_take_it_into_their_account(browser, case, power, principal):
    power("change_case")
    opened(browser, case)
    browser.post("/drafts/remove", {"draft": visitor.key(case.reference)})
    browser.post("/clear")
    case.refresh_from_db()
    assert case.owner == principal


def test_a_power_that_is_withdrawn_ends_in_the_open_page(browser, case, power, principal):
    given = power("change_case")
    opened(browser, case)
    withdraw(given, by=principal, now=timezone.now())
    answer = browser.get("/desk")
    assert (answer.status_code, OUTSIDE in answer.content.decode()) == (409, True)
    assert "昆山测试软件有限公司" not in browser.get("/desk").content.decode()
    assert "昆山测试软件有限公司" not in browser.get("/drafts").content.decode()


def test_the_day_after_its_last_the_power_opens_nothing(browser, case, power, principal):
    given = power("change_case")
    opened(browser, case)
    type(given).objects.filter(pk=given.pk).update(since=timezone.localdate() - timedelta(days=9), until=timezone.localdate() - timedelta(days=1))
    assert OUTSIDE in words(browser, "注册资本改成五百万元").content.decode()
    case.refresh_from_db()
    assert case.revision == 1


def test_ones_own_draft_beside_it_is_written_as_ever(browser, case, power, agent):
    power()
    opened(browser, case)
    browser.post("/drafts/new", {"words": "我想开个小吃店"})
    own = Case.objects.get(owner=agent)
    assert queries.words_of(own).entries[0].author == ""


def test_after_signing_out_nothing_of_the_principals_is_left(browser, case, power):
    power()
    opened(browser, case)
    browser.post("/sign-out")
    browser.post("/consent")
    assert "昆山测试软件有限公司" not in browser.get("/desk").content.decode() + browser.get("/drafts").content.decode()


def test_the_principal_is_led_to_what_the_agent_finds(principal):
    client = Client()
    client.force_login(principal)
    session = client.session
    client.cookies[signing.COOKIE] = signing.bind(session, "", number=SignIn.objects.get(person=principal).pk, now=timezone.now())
    session.save()
    page = client.get("/account/powers").content.decode()
    assert "/agency" in page
    assert "取回码交给他" not in page


def test_submitting_needs_its_own_tick(browser, case, power):
    power("change_case")
    opened(browser, case)
    answer = browser.post("/draft/submit", {"draft": visitor.key(case.reference)})
    assert (answer.status_code, "没有让您替他提交" in answer.content.decode()) == (409, True)


def test_an_agent_who_may_submit_is_shown_the_page(browser, case, power):
    power("change_case", "submit_case")
    opened(browser, case)
    assert "先改好这几处" in browser.get("/draft/submit").content.decode()


def test_a_draft_opened_from_my_cases_is_marked_as_the_principals(browser, case, power):
    power("change_case")
    browser.post("/cases/open", {"case": case.pk})
    assert Entry.objects.filter(act="draft.opened_by_agent", subject=case.pk).exists()
    assert browser.post("/drafts/remove", {"draft": visitor.key(case.reference)}).status_code == 409
    assert Case.objects.filter(pk=case.pk).exists()


def test_a_case_to_be_corrected_is_among_what_the_agent_opens(browser, case, power):
    power("change_case")
    Case.objects.filter(pk=case.pk).update(state="correction_asked", number="320583-2026-000001")
    assert "可以看、填、改" in browser.get("/agency").content.decode()
