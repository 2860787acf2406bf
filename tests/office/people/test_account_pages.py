"""The account's pages: one's own sessions, password, delegations and powers; a number typed into a post reaches nobody else's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.people import accounts
from gaoxing.office.people.delegating import Span, delegate, empower
from gaoxing.office.people.models import Delegation, Person, PowerOfAttorney, SignIn
from gaoxing.office.people.permissions import may

pytestmark = pytest.mark.django_db
AGENT = "13900005678"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def clerk(staff):
    return staff("clerk.one", "window_clerk")


@pytest.fixture
def colleague(staff):
    return staff("steward.one", "steward")


@pytest.fixture
def agent(now):
    return accounts.applicant_of(AGENT, language="zh-hans", now=now)


def text(response):
    return response.content.decode()


def days(today, since=0, until=6):
    return {"since": f"{today + timedelta(days=since)}", "until": f"{today + timedelta(days=until)}"}


def test_the_account_shows_the_number_masked_and_the_sessions(applicant, signed_in):
    first, second = signed_in(applicant), signed_in(applicant)
    page = text(second.get("/account"))
    assert "13900001234" not in page
    assert "139****1234" in page
    assert "我的登录（2 处）" in page
    assert first.get("/account").status_code == 200


def test_one_of_ones_sessions_is_ended_from_another(applicant, signed_in):
    first, second = signed_in(applicant), signed_in(applicant)
    other = SignIn.objects.filter(person=applicant).order_by("pk").first()
    assert second.post("/account/sign-ins/end", {"number": other.pk})["Location"] == "/account"
    assert first.get("/account").status_code == 302
    assert second.get("/account").status_code == 200


def test_all_but_this_one_are_ended_at_once(applicant, signed_in):
    browsers = [signed_in(applicant) for _ in range(3)]
    browsers[-1].post("/account/sign-ins/end")
    assert [each.get("/account").status_code for each in browsers] == [302, 302, 200]


def test_a_session_of_somebody_else_is_not_ended_by_its_number(applicant, agent, signed_in):
    mine, theirs = signed_in(applicant), signed_in(agent)
    answer = mine.post("/account/sign-ins/end", {"number": SignIn.objects.get(person=agent).pk})
    assert (answer.status_code, "没有这次登录" in text(answer)) == (409, True)
    assert theirs.get("/account").status_code == 200


@pytest.mark.parametrize("number", ["x", "-1", "9" * 30, "１"])
def test_a_number_that_is_none_ends_nothing(applicant, signed_in, number):
    browser = signed_in(applicant)
    assert browser.post("/account/sign-ins/end", {"number": number}).status_code == 409


def test_another_password_ends_every_other_session(applicant, signed_in):
    first, second = signed_in(applicant), signed_in(applicant)
    second.post("/account/password", {"password": "a quite long sentence", "again": "a quite long sentence"})
    assert first.get("/account").status_code == 302
    assert Person.objects.get(pk=applicant.pk).check_password("a quite long sentence")


@pytest.mark.parametrize(("password", "again"), [("short", "short"), ("13900001234", "13900001234"), ("a quite long sentence", "another one")])
def test_a_weak_or_mistyped_password_changes_nothing(applicant, signed_in, password, again):
    answer = signed_in(applicant).post("/account/password", {"password": password, "again": again})
    assert answer.status_code == 400
    assert not Person.objects.get(pk=applicant.pk).has_usable_password()


def test_a_clerk_names_a_deputy_on_the_page(clerk, colleague, signed_in, today):
    browser = signed_in(clerk)
    browser.post("/account/delegations", {"taker": " Steward.One ", "kind": "deputy", "acts": ["verify_identity"], **days(today)})
    made = Delegation.objects.get()
    assert (made.giver, made.taker, made.kind, made.acts) == (clerk, colleague, "deputy", ["verify_identity"])
    assert "当面核对证件" in text(browser.get("/account/delegations"))
    assert may(colleague, "verify_identity", on=today)


def test_the_deputy_opens_the_page_of_the_act_and_signs_with_their_own_number(clerk, colleague, applicant, signed_in, today, now):
    browser = signed_in(colleague)
    assert browser.get("/staff/identity").status_code == 403
    delegate(clerk, colleague, kind="deputy", acts=["verify_identity"], span=Span(today, today), now=timezone.now())
    browser.post("/staff/identity", {"who": "13900001234", "document": "passport", "on": f"{today}"})
    assert applicant.identity_checks.get().by == colleague
    assert Entry.objects.filter(act="people.verify_identity", actor=colleague.pk).exists()


def test_what_was_passed_on_is_taken_back_on_the_page_by_its_giver_alone(clerk, colleague, signed_in, today):
    made = delegate(clerk, colleague, kind="delegation", acts=["verify_identity"], span=Span(today, today), now=timezone.now())
    theirs = signed_in(colleague).post("/account/delegations/withdraw", {"number": made.pk})
    assert theirs.status_code == 409
    signed_in(clerk).post("/account/delegations/withdraw", {"number": made.pk})
    assert not may(colleague, "verify_identity", on=today)
    assert signed_in(clerk).post("/account/delegations/withdraw", {"number": made.pk}).status_code == 409


@pytest.mark.parametrize(("given", "status"), [({"taker": "nobody"}, 409), ({"acts": []}, 409), ({"taker": ""}, 400), ({"kind": "theft"}, 400)])
def test_a_delegation_that_cannot_be_is_told_and_not_kept(clerk, colleague, signed_in, today, given, status):
    whole = {"taker": "steward.one", "kind": "deputy", "acts": ["verify_identity"], **days(today)}
    assert signed_in(clerk).post("/account/delegations", {**whole, **given}).status_code == status
    assert not Delegation.objects.exists()


def test_a_delegation_that_ended_before_today_is_refused(clerk, colleague, signed_in, today):
    answer = signed_in(clerk).post(
        "/account/delegations", {"taker": "steward.one", "kind": "deputy", "acts": ["verify_identity"], **days(today, since=-9, until=-1)}
    )
    assert "日期" in text(answer)
    assert not Delegation.objects.exists()


def test_an_applicant_empowers_an_agent_on_the_page(applicant, agent, signed_in, today):
    browser = signed_in(applicant)
    browser.post("/account/powers", {"agent": AGENT, "change": "yes", "matters": ["company_registration"], "principal": "1", **days(today)})
    made = PowerOfAttorney.objects.get()
    assert (made.principal, made.agent, made.acts, made.matters) == (applicant, agent, ["change_case", "see_case"], ["company_registration"])
    page = text(browser.get("/account/powers"))
    assert "139****5678" in page
    assert "看、填、改" in page


def test_an_agent_reads_who_empowered_them_and_for_what(applicant, agent, signed_in, today):
    empower(applicant, agent, acts=["see_case"], matters=[], span=Span(today, today), now=timezone.now())
    page = text(signed_in(agent).get("/account/powers"))
    assert "别人委托我的（1 条）" in page
    assert "139****1234" in page


def test_a_power_is_taken_back_on_the_page_by_its_principal_alone(applicant, agent, signed_in, today):
    made = empower(applicant, agent, acts=["see_case"], matters=[], span=Span(today, today), now=timezone.now())
    assert signed_in(agent).post("/account/powers/withdraw", {"number": made.pk}).status_code == 409
    signed_in(applicant).post("/account/powers/withdraw", {"number": made.pk})
    made.refresh_from_db()
    assert made.withdrawn


@pytest.mark.parametrize("mobile", ["13900001234", "13900009999", "0512-57312345"])
def test_no_power_goes_to_oneself_to_a_stranger_or_to_a_telephone(applicant, agent, signed_in, today, mobile):
    answer = signed_in(applicant).post("/account/powers", {"agent": mobile, **days(today)})
    assert answer.status_code in (400, 409)
    assert not PowerOfAttorney.objects.exists()


def test_a_power_says_in_english_on_an_english_page(clerk, signed_in):
    browser = signed_in(clerk)
    browser.cookies["language"] = "en"
    page = text(browser.get("/account/delegations"))
    assert "See a document in person" in page
    assert "Deputy" in page


def test_the_auditors_read_each_act_in_plain_words(staff, applicant, agent, signed_in, today):
    empower(applicant, agent, acts=["see_case"], matters=[], span=Span(today, today), now=timezone.now())
    page = text(signed_in(staff("auditor.one", "audit_administrator")).get("/audit?act=委托代理人"))
    assert "委托代理人 <code>people.empower</code>" in page
    assert "账号" in page


def test_ones_own_data_tells_of_every_act_in_plain_words(applicant, agent, signed_in, today):
    empower(applicant, agent, acts=["see_case"], matters=[], span=Span(today, today), now=timezone.now())
    page = text(signed_in(agent).get("/account/data"))
    assert "委托代理人 · 账号" in page
    assert "people.empower" not in page


def test_submitting_is_granted_by_a_tick_of_its_own(applicant, agent, signed_in, today):
    browser = signed_in(applicant)
    browser.post("/account/powers", {"agent": AGENT, "change": "yes", "submit": "yes", **days(today)})
    assert applicant.powers_given.get().acts == ["change_case", "see_case", "submit_case"]
    assert "并且提交、补正、撤回" in text(browser.get("/account/powers"))
