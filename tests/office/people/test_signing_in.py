"""Signing in: by a code that counts once, by a password that is locked in time, with a second factor behind it; and nobody opens a staff account."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.utils import timezone

from gaoxing.office.people.models import Person, SignInCode

pytestmark = pytest.mark.django_db
MOBILE, PASSWORD = "13900001234", "correct horse battery"


@pytest.fixture(autouse=True)
def codes_in_a_file(settings, tmp_path):
    settings.CODE_SENDER, settings.DATA = "gaoxing.office.people.sending.FileSender", settings.DATA
    (settings.DATA / "codes.txt").unlink(missing_ok=True)


@pytest.fixture
def browser(db):
    return Client(headers={"user-agent": "Firefox Linux"})


@pytest.fixture
def ask(browser, settings):
    """Asks for a code and gives the one that was sent."""

    def asked(mobile=MOBILE, **more):
        browser.post("/sign-in", {"who": mobile, "agree": "yes", **more})
        return (settings.DATA / "codes.txt").read_text().split()[-1]

    return asked


def text(response):
    return response.content.decode()


def password(browser, who, word=PASSWORD, **more):
    return browser.post("/sign-in/password", {"who": who, "password": word, **more})


def dynamic(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_a_code_opens_an_account_and_signs_in(browser, ask):
    response = browser.post("/sign-in/code", {"code": ask()})
    assert response.status_code == 302
    assert "我的账号" in text(browser.get("/account"))
    assert Person.objects.get().kind == "applicant"


def test_a_code_counts_once(browser, ask):
    code = ask()
    browser.post("/sign-in/code", {"code": code})
    browser.post("/sign-out")
    SignInCode.objects.update(made=timezone.now() - timedelta(minutes=2))
    browser.post("/sign-in", {"who": MOBILE, "agree": "yes"})
    replayed = browser.post("/sign-in/code", {"code": code})
    assert replayed.status_code == 400
    assert "用过了" in text(replayed)


def test_a_code_that_is_over_is_refused_with_a_sentence(browser, ask):
    code = ask()
    SignInCode.objects.update(until=timezone.now())
    assert "过了 5 分钟" in text(browser.post("/sign-in/code", {"code": code}))


def test_a_code_of_another_number_opens_nothing(browser, ask):
    code = ask()
    other = Client()
    other.post("/sign-in", {"who": "13900009999", "agree": "yes"})
    assert other.post("/sign-in/code", {"code": code}).status_code == 400


def test_guessing_is_stopped_and_told_until_when(browser, ask):
    code = ask()
    for _ in range(5):
        browser.post("/sign-in/code", {"code": "000000" if code != "000000" else "111111"})
    assert browser.post("/sign-in/code", {"code": code}).status_code == 400
    SignInCode.objects.update(tries=10)
    locked = browser.post("/sign-in/code", {"code": code})
    assert locked.status_code == 429
    assert "之后再试" in text(locked)


def test_codes_are_sent_at_a_human_pace(browser, ask):
    ask()
    again = browser.post("/sign-in", {"who": MOBILE, "agree": "yes"})
    assert again.status_code == 429
    assert "之后再要" in text(again)


def test_nothing_of_a_code_or_number_lies_open_in_the_database(browser, ask):
    code = ask()
    stored = str(list(SignInCode.objects.values_list())) + str(dict(browser.session.items()))
    assert MOBILE not in stored
    assert code not in stored


def test_a_number_needs_the_consent_and_eleven_digits(browser):
    assert "打勾" in text(browser.post("/sign-in", {"who": MOBILE}))
    assert "11 位" in text(browser.post("/sign-in", {"who": "1390000", "agree": "yes"}))
    assert "座机" in text(browser.post("/sign-in", {"who": "0512-57300000", "agree": "yes"}))
    assert not SignInCode.objects.exists()


def test_where_no_sender_is_connected_it_is_said(browser, settings):
    settings.CODE_SENDER = "gaoxing.office.people.sending.NoSender"
    response = browser.post("/sign-in", {"who": MOBILE, "agree": "yes"})
    assert response.status_code == 503
    assert "还没有接通短信" in text(response)
    assert not SignInCode.objects.exists()


def test_one_goes_on_to_where_one_was_and_nowhere_else(browser, ask):
    code = ask(next="/account/data")
    assert browser.post("/sign-in/code", {"code": code})["Location"] == "/account/data"


@pytest.mark.parametrize("wanted", ["-1", "people", "1\r\nX: y", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_what_is_no_address_of_this_office_is_not_gone_to_either(browser, ask, wanted):
    code = ask(next=wanted)
    assert browser.post("/sign-in/code", {"code": code})["Location"] == "/desk"


def test_a_foreign_address_is_not_gone_to(browser, ask):
    code = ask(next="https://evil.example/")
    assert browser.post("/sign-in/code", {"code": code})["Location"] == "/desk"


def test_staff_are_asked_for_the_second_factor_and_then_at_work(browser, staff):
    person, secret = staff("clerk.one", "window_clerk"), generate_totp_secret()
    TOTP.activate(person, secret)
    assert password(browser, "Clerk.One")["Location"] == "/account/two-step/authenticate/"
    assert browser.get("/staff")["Location"].startswith("/sign-in")
    response = browser.post("/account/two-step/authenticate/", {"code": dynamic(secret)})
    assert response["Location"] == "/staff"
    assert "凭取回码接手草稿" in text(browser.get("/staff"))


def test_the_secret_of_the_second_factor_is_sealed(staff):
    secret = generate_totp_secret()
    TOTP.activate(staff("clerk.one"), secret)
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_a_dynamic_code_counts_once(browser, staff):
    person, secret = staff("clerk.one", "window_clerk"), generate_totp_secret()
    TOTP.activate(person, secret)
    code = dynamic(secret)
    password(browser, "clerk.one")
    browser.post("/account/two-step/authenticate/", {"code": code})
    other = Client()
    password(other, "clerk.one")
    again = other.post("/account/two-step/authenticate/", {"code": code})
    assert again.status_code == 200
    assert "已经用过" in text(again)


def test_dynamic_codes_cannot_be_guessed(browser, staff):
    TOTP.activate(staff("clerk.one"), generate_totp_secret())
    password(browser, "clerk.one")
    last = [browser.post("/account/two-step/authenticate/", {"code": f"{guess:06d}"}) for guess in range(7)][-1]
    assert "等 5 分钟" in text(last)


def test_a_wrong_password_and_an_unknown_account_are_answered_alike(browser, staff):
    staff("clerk.one")
    wrong, unknown = password(browser, "clerk.one", "wrong"), password(browser, "nobody", "wrong")
    assert wrong.status_code == unknown.status_code == 400
    assert "账号或密码不对" in text(wrong)
    assert "账号或密码不对" in text(unknown)


def test_five_wrong_passwords_lock_the_account_and_say_until_when(browser, staff):
    staff("clerk.one")
    for _ in range(5):
        locked = password(browser, "clerk.one", "wrong")
    assert locked.status_code == 429
    assert "之后再试" in text(locked)
    elsewhere = password(Client(REMOTE_ADDR="10.1.2.3"), "clerk.one")
    assert elsewhere.status_code == 429


def test_a_lock_that_is_over_lets_in(browser, staff, settings):
    staff("clerk.one")
    settings.AXES_COOLOFF_TIME = timedelta(seconds=0.2)
    for _ in range(5):
        password(browser, "clerk.one", "wrong")
    time.sleep(0.3)
    assert password(browser, "clerk.one").status_code == 302


def test_an_applicant_who_set_a_password_signs_in_by_number_and_password(browser, applicant):
    applicant.set_password(PASSWORD)
    applicant.save()
    assert password(browser, "139 0000 1234").status_code == 302
    assert browser.get("/account").status_code == 200


def test_a_failed_try_leaves_no_number_in_the_lock_table(browser, applicant):
    from axes.models import AccessAttempt

    password(browser, MOBILE, "wrong password")
    password(browser, "13900007777", "wrong password")
    stored = str(list(AccessAttempt.objects.values_list()))
    assert not [each for each in (MOBILE, "13900007777", "wrong password") if each in stored]


@pytest.mark.parametrize("typed", ["320583199001011234", "Some@mail.example", "my-password-in-the-wrong-field", "王某某"])
def test_what_is_no_account_is_locked_like_one_and_kept_as_a_digest_alone(browser, db, typed):
    from axes.models import AccessAttempt

    answers = [password(browser, typed, "wrong").status_code for _ in range(5)]
    assert answers[-1] == 429
    assert typed.lower() not in str(list(AccessAttempt.objects.values_list())).lower()


def test_one_address_does_not_have_codes_sent_to_numbers_without_end(browser, monkeypatch):
    monkeypatch.setattr("gaoxing.office.people.views.signing_in.CODES_PER_ADDRESS", "3/h")
    answers = [browser.post("/sign-in", {"who": f"1390000{number:04d}", "agree": "yes"}) for number in range(4)]
    assert [each.status_code for each in answers] == [302, 302, 302, 429]
    assert "过一小时再要" in text(answers[-1])
    assert SignInCode.objects.count() == 3


def test_a_closed_account_gets_in_by_neither_way(browser, ask, applicant):
    code = ask()
    Person.objects.update(is_active=False)
    assert browser.post("/sign-in/code", {"code": code})["Location"] == "/sign-in/closed"
    assert "已经停用" in text(browser.get("/sign-in/closed"))


@pytest.mark.parametrize("address", ["/sign-up", "/signup", "/accounts/signup/", "/account/signup/", "/account/two-step/webauthn/signup/"])
def test_nobody_opens_a_staff_account_by_themselves(browser, address):
    assert browser.get(address).status_code == 404


def test_the_first_sign_in_leads_to_a_password_and_a_second_factor(browser, now):
    from gaoxing.office.people import accounts

    _, first = accounts.open_staff("clerk.one", "某某", by=None, now=now)
    password(browser, "clerk.one", first)
    assert browser.get("/staff")["Location"] == "/account/password"
    assert browser.post("/account/password", {"password": PASSWORD, "again": PASSWORD})["Location"] == "/staff"
    assert browser.get("/staff")["Location"] == "/account/two-step/totp/activate/"
    page = text(browser.get("/account/two-step/totp/activate/"))
    assert "扫这个二维码" in page
    assert "style=" not in page


def test_the_pages_of_signing_in_speak_english_too(browser):
    browser.cookies["language"] = "en"
    assert "Sign in" in text(browser.get("/sign-in"))
