"""Signing in at the desk: the draft that was begun stays in hand and belongs to the account; a signed-in clerk helps under their own name."""

import pytest
from django.test import Client
from django.utils import timezone

from gaoxing.office.cases import queries, resumption
from gaoxing.office.cases.models import Case, Help
from gaoxing.office.people import accounts, signing
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Consent, Person, RoleAssignment, SignIn
from gaoxing.office.people.signing import BOUND

pytestmark = pytest.mark.django_db
MOBILE = "13900001234"


@pytest.fixture
def sign_in(settings):
    """Signs a browser in by a code."""
    settings.CODE_SENDER = "gaoxing.office.people.sending.FileSender"
    (settings.DATA / "codes.txt").unlink(missing_ok=True)

    def signed(browser, mobile=MOBILE):
        browser.post("/sign-in", {"who": mobile, "agree": "yes"})
        return browser.post("/sign-in/code", {"code": (settings.DATA / "codes.txt").read_text().split()[-1]})

    return signed


@pytest.fixture
def clerk_browser(now):
    person, _ = accounts.open_staff("clerk.one", "王某", by=None, now=now)
    assign(person, "window_clerk", by=None, now=now)
    browser = Client()
    browser.force_login(person)
    session = browser.session
    browser.cookies[signing.COOKIE] = signing.bind(session, "", number=SignIn.objects.get(person=person).pk, now=timezone.now())
    session.save()
    return browser


def test_a_draft_begun_before_signing_in_stays_in_hand_and_is_the_accounts(typing, visitor, statement, sign_in):
    typing(words=statement)
    assert sign_in(visitor)["Location"] == "/desk"
    assert statement[:10] in visitor.get("/desk").content.decode()
    assert Case.objects.get().owner == Person.objects.get()


def test_a_draft_begun_after_signing_in_is_the_accounts_at_once(typing, visitor, statement, sign_in):
    sign_in(visitor)
    typing(words=statement)
    assert Case.objects.get().owner == Person.objects.get()


def test_the_privacy_page_agreed_to_while_signing_in_stands_in_the_ledger_before_a_word_is_said(stranger, sign_in):
    sign_in(stranger)
    line = Consent.objects.get()
    assert (line.person, line.purpose, line.withdrawn) == (Person.objects.get(), "privacy", None)
    assert "我同意过的（1 条）" in stranger.get("/account/data").content.decode()


def test_a_consent_given_while_signing_in_is_taken_back_on_the_privacy_page(stranger, sign_in):
    sign_in(stranger)
    stranger.post("/privacy/withdraw")
    assert Consent.objects.get().withdrawn


def test_the_account_finds_its_drafts_in_another_browser(typing, visitor, statement, sign_in):
    typing(words=statement)
    sign_in(visitor)
    visitor.post("/sign-out")
    Person.objects.get()
    from gaoxing.office.people.models import SignInCode

    SignInCode.objects.all().delete()
    other = Client()
    sign_in(other)
    assert "昆山测试软件有限公司" in other.get("/drafts").content.decode()


def test_signing_out_leaves_no_draft_behind_in_the_browser(typing, visitor, statement, sign_in):
    typing(words=statement)
    sign_in(visitor)
    visitor.post("/sign-out")
    visitor.post("/consent")
    assert "昆山测试软件" not in visitor.get("/desk").content.decode()


def test_a_draft_that_came_by_a_code_is_not_taken_over(typing, visitor, statement, sign_in, now):
    typing(words=statement)
    case = Case.objects.get()
    other = Client()
    other.post("/resume", {"code": resumption.make(case, now=timezone.now()), "agree": "yes"})
    sign_in(other, "13900007777")
    case.refresh_from_db()
    assert case.owner is None


def test_signing_in_agrees_to_the_privacy_page_in_force(stranger, sign_in):
    sign_in(stranger)
    assert stranger.get("/desk").status_code == 200


def test_one_cannot_reach_anothers_draft_by_its_key(typing, visitor, statement, sign_in):
    typing(words=statement)
    key = __import__("gaoxing.office.frontdesk.visitor", fromlist=["key"]).key(Case.objects.get().reference)
    other = Client()
    sign_in(other, "13900007777")
    assert other.post("/drafts/open", {"draft": key}).status_code == 409
    assert other.post("/drafts/remove", {"draft": key}).status_code == 409
    assert Case.objects.exists()


def test_a_signed_in_clerk_helps_under_their_own_name(typing, visitor, statement, clerk_browser):
    typing(words=statement)
    case = Case.objects.get()
    clerk_browser.post("/resume", {"code": resumption.make(case, now=timezone.now()), "agree": "yes"})
    clerk_browser.post("/draft/words", {"answer": "监事是李某某", "asked": "parties"}, headers={"hx-request": "true"})
    case.refresh_from_db()
    assert {entry.author for entry in queries.words_of(case).entries} >= {"王某"}
    assert Help.objects.filter(case=case, clerk__account="clerk.one").exists()


def test_a_clerk_who_gives_the_draft_back_helps_no_longer(typing, visitor, statement, clerk_browser):
    typing(words=statement)
    case = Case.objects.get()
    clerk_browser.post("/resume", {"code": resumption.make(case, now=timezone.now()), "agree": "yes"})
    assert BOUND in clerk_browser.session
    clerk_browser.post("/hand-back")
    assert not Help.objects.exists()


def test_a_session_that_got_another_key_is_still_known_and_can_be_ended(typing, visitor, statement, clerk_browser):
    typing(words=statement)
    clerk_browser.post("/resume", {"code": resumption.make(Case.objects.get(), now=timezone.now()), "agree": "yes"})
    assert SignIn.objects.get().session == clerk_browser.session.session_key


def test_whoever_holds_a_draft_is_told_who_sees_it(typing, visitor, statement):
    typing(words=statement)
    page = visitor.get("/draft/who").content.decode()
    assert "这台设备" in page
    assert "没有别人" in page


def test_withdrawing_the_consent_stands_in_the_ledger(typing, visitor, statement):
    typing(words=statement)
    visitor.post("/privacy/withdraw")
    assert Consent.objects.get().withdrawn is not None


@pytest.mark.parametrize("role", ["system_administrator", "security_administrator", "audit_administrator", "examiner"])
def test_a_code_opens_no_draft_to_staff_who_do_not_help(typing, statement, clerk_browser, now, role):
    typing(words=statement)
    code = resumption.make(Case.objects.get(), now=timezone.now())
    RoleAssignment.objects.update(role=role)
    refused = clerk_browser.post("/resume", {"code": code, "agree": "yes"})
    assert refused.status_code == 409
    assert "由窗口人员办" in refused.content.decode()
    assert statement[:10] not in clerk_browser.get("/desk", follow=True).content.decode()
