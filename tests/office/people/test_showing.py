"""One's own particulars are masked until their owner asks for the whole, once, and it is kept that they did. Names and numbers are invented."""

from datetime import timedelta

import pytest

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.people import accounts, my_data, showing

pytestmark = pytest.mark.django_db
MOBILE, MAIL = "13900001234", "tiger@example.cn"


@pytest.fixture
def tiger(applicant, now):
    accounts.correct(applicant, now=now, name="欧阳小虎", email=MAIL)
    return applicant


@pytest.fixture
def browser(tiger, signed_in):
    return signed_in(tiger)


def text(browser):
    return browser.get("/account/data").content.decode()


def test_ones_own_number_and_address_are_masked_at_first(browser):
    page = text(browser)
    assert (MOBILE in page, MAIL in page) == (False, False)
    assert "139****1234" in page
    assert "t****@example.cn" in page


def test_one_press_shows_the_whole_and_the_next_view_is_masked_again(browser):
    answer = browser.post("/account/data/show")
    assert (answer.status_code, answer["Location"]) == (302, "/account/data")
    page = text(browser)
    assert (MOBILE in page, MAIL in page) == (True, True)
    assert MOBILE not in text(browser)


def test_the_press_is_kept_and_holds_no_value(browser, tiger):
    browser.post("/account/data/show")
    entry = Entry.objects.get(act="people.reveal_own")
    assert (entry.actor, entry.subject_kind, entry.subject, entry.reason) == (tiger.pk, "people.person", tiger.pk, "")
    assert MOBILE not in str(browser.session.items())


def test_ones_own_looking_is_not_told_as_somebody_elses(browser, tiger):
    browser.post("/account/data/show")
    assert "people.reveal_own" not in [each.act for each in my_data.looks(tiger)]


def test_the_page_with_the_whole_is_not_stored_by_a_browser(browser):
    browser.post("/account/data/show")
    assert "no-store" in browser.get("/account/data")["Cache-Control"]


def test_reading_alone_shows_nothing(browser):
    assert browser.get("/account/data/show").status_code == 405
    assert MOBILE not in text(browser)


def test_a_stranger_is_led_to_sign_in(client):
    assert client.post("/account/data/show")["Location"].startswith("/sign-in")


def test_without_its_token_the_press_is_refused(tiger, signed_in):
    browser = signed_in(tiger)
    browser.handler.enforce_csrf_checks = True
    assert browser.post("/account/data/show").status_code == 403
    assert not Entry.objects.filter(act="people.reveal_own").exists()


def test_the_form_that_corrects_stands_only_where_the_whole_is_shown(browser):
    assert "/account/data/correct" not in text(browser)
    browser.post("/account/data/show")
    assert "/account/data/correct" in text(browser)


def test_what_was_typed_wrongly_stays_in_its_box_and_the_number_stays_masked(browser):
    page = browser.post("/account/data/correct", {"name": "欧阳大虎", "email": "tiger at example"}).content.decode()
    assert ('value="tiger at example"' in page, "欧阳大虎" in page, MOBILE in page, MAIL in page) == (True, True, False, False)


def test_after_five_minutes_the_whole_is_masked_again(browser, now):
    session = browser.session
    showing.grant(session, "people.person", "account", now=now - timedelta(days=1))
    session.save()
    assert MOBILE not in text(browser)


def test_one_of_the_staff_sees_their_own_name_and_is_masked_alike(staff, signed_in, now):
    clerk = staff("clerk.one", "window_clerk")
    accounts.correct(clerk, now=now, name="某某", email=MAIL)
    browser = signed_in(clerk)
    assert MAIL not in text(browser)
    browser.post("/account/data/show")
    assert MAIL in text(browser)


def test_the_reason_for_which_somebody_looked_is_told_in_words_and_never_as_a_word_of_the_code(browser, tiger, now):
    for reason in ("reveal.contact", "some_reason"):
        audit.write("people.verify_identity", actor=Actor(999, "window_clerk"), subject=tiger, now=now, reason=reason)
    page = text(browser)
    assert ("联系申请人" in page, "some_reason" in page) == (True, False)
    assert my_data.looks(tiger)[0].reason == "some_reason"


@pytest.mark.parametrize(
    ("address", "shown"),
    [("tiger@example.cn", "t****@example.cn"), ("a@example.cn", "*@example.cn"), ("", ""), ("no-at", "*****"), ("a@b@example.cn", "a**@example.cn")],
)
def test_an_address_keeps_its_first_letter_and_its_domain(address, shown):
    assert my_data.masked_mail(address) == shown


def test_a_grant_is_for_one_record_and_one_view(now):
    session = {}
    showing.grant(session, "cases.case:1", "operator.mobile", now=now)
    assert showing.taken(session, "cases.case:2", now=now) == ""
    assert showing.taken(session, "cases.case:1", now=now) == "operator.mobile"
    assert showing.taken(session, "cases.case:1", now=now) == ""


@pytest.mark.parametrize(("late", "shown"), [(0, "name"), (300, "name"), (301, ""), (-86400, "")])
def test_a_grant_ends_after_five_minutes_and_never_began_in_the_future(now, late, shown):
    session = {}
    showing.grant(session, "people.person", "name", now=now)
    assert showing.taken(session, "people.person", now=now + timedelta(seconds=late)) == shown
    assert not session


def test_a_new_grant_takes_the_place_of_the_former(now):
    session = {}
    showing.grant(session, "cases.case:1", "operator.mobile", now=now)
    showing.grant(session, "cases.case:1", "operator.id_number", now=now)
    assert showing.taken(session, "cases.case:1", now=now) == "operator.id_number"


def test_what_else_is_held_is_named_in_the_language_of_the_page(browser):
    browser.cookies["language"] = "en"
    shown = browser.get("/account/data").content.decode()
    assert "Cases and drafts" in shown
    assert "办件和草稿" not in shown


def test_the_matters_of_a_power_are_named_in_the_language_of_the_page(browser):
    browser.cookies["language"] = "en"
    assert "Closing down (注销登记)" in browser.get("/account/powers").content.decode()


@pytest.mark.parametrize("path", ["/account/data", "/account/powers", "/account/identity", "/account/password", "/account/tokens"])
def test_every_page_of_the_account_leads_back_to_it(browser, path):
    assert 'href="/account">‹ 我的账号' in browser.get(path).content.decode()
