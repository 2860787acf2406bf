"""The guard before every page: who has not set up a password or a second factor is led there first; sensitive acts ask again; staff lists go page by page."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.people import accounts, routes
from gaoxing.office.people.delegating import Span, delegate
from gaoxing.office.people.models import Consent, Person
from gaoxing.office.people.routes import Answer
from gaoxing.office.people.views import staff as staff_pages
from gaoxing.office.people.views.auditing import reads_audit

pytestmark = pytest.mark.django_db
FRESH = sorted(name for name, route in routes.table().items() if route.fresh)


def text(response):
    return response.content.decode()


@pytest.fixture
def system(staff, signed_in):
    return signed_in(staff("system.one", "system_administrator"))


@pytest.mark.parametrize("path", ["/staff", "/staff/people", "/account", "/staff/units", "/account/data"])
def test_a_password_that_somebody_else_gave_is_changed_first(staff, signed_in, path):
    person = staff("system.one", "system_administrator")
    browser = signed_in(person)
    Person.objects.filter(pk=person.pk).update(password_due=True)
    assert browser.get(path)["Location"] == "/account/password"


@pytest.mark.parametrize("path", ["/staff", "/staff/people", "/account", "/notices"])
def test_staff_without_a_second_factor_set_one_up_first(staff, signed_in, path):
    person = staff("system.one", "system_administrator")
    browser = signed_in(person)
    Authenticator.objects.filter(user=person).delete()
    assert browser.get(path)["Location"].startswith("/account/two-step/")


def test_recovery_codes_alone_are_no_second_factor(staff, signed_in):
    person = staff("system.one", "system_administrator")
    browser = signed_in(person)
    Authenticator.objects.filter(user=person).update(type="recovery_codes")
    assert browser.get("/staff")["Location"].startswith("/account/two-step/")


def test_an_applicant_needs_neither(applicant, signed_in):
    assert signed_in(applicant).get("/account").status_code == 200


@pytest.mark.parametrize("path", ["/staff/people/add", "/account/password", "/account/data.zip"])
def test_what_is_sensitive_asks_again_and_comes_back(staff, signed_in, path):
    answer = signed_in(staff("system.one", "system_administrator"), fresh=False).get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/confirm")
    assert path.replace("/", "%2F") in answer["Location"]


def test_every_act_that_gives_or_takes_power_asks_again():
    given = {"person_add", "person_assign", "person_withdraw", "person_close", "person_end", "person_reset", "person_password"}
    assert given | {"my_data_zip", "my_data_delete", "account_change_password"} <= set(FRESH)


@pytest.mark.parametrize("name", FRESH)
def test_no_sensitive_act_is_open_to_a_stranger(name, on):
    assert routes.answer(name, None, on=on) is Answer.SIGN_IN


def test_a_stranger_is_led_back_to_where_they_wanted_to_go():
    assert Client().get("/staff/units?x=1")["Location"] == "/sign-in?next=%2Fstaff%2Funits%3Fx%3D1"
    assert Client().post("/staff/units")["Location"] == "/sign-in"


def test_a_refused_page_says_whom_to_ask_and_leads_back(staff, signed_in):
    answer = signed_in(staff("leader.one", "leader")).get("/staff/units")
    assert answer.status_code == 403
    assert "安全管理员" in text(answer)
    assert 'href="/staff"' in text(answer)


def test_a_part_of_a_page_is_refused_with_a_notice(staff, signed_in):
    answer = signed_in(staff("leader.one", "leader")).get("/staff/units", headers={"hx-request": "true"})
    assert answer.status_code == 403
    assert "<!doctype" not in text(answer)


def test_no_page_of_the_people_is_stored_by_a_browser(staff, applicant, signed_in):
    for person, path in ((applicant, "/account"), (applicant, "/account/data"), (staff("system.one", "system_administrator"), "/staff/people")):
        assert "no-store" in signed_in(person).get(path)["Cache-Control"]


def test_the_list_of_staff_goes_page_by_page_and_is_searched(system, now, monkeypatch):
    monkeypatch.setattr(staff_pages, "PAGE", 2)
    for name in ("alpha.one", "beta.one", "gamma.one"):
        accounts.open_staff(name, "某某", by=None, now=now)
    first = text(system.get("/staff/people"))
    assert ("alpha.one" in first, "gamma.one" in first) == (True, False)
    assert "gamma.one" in text(system.get("/staff/people?after=beta.one"))
    assert "alpha.one" not in text(system.get("/staff/people?q=GAMMA"))


def test_the_lists_of_staff_and_units_say_how_many_and_lead_back(system, unit):
    accounts.open_staff("alpha.one", "某某", by=None, now=timezone.now())
    assert "账号和角色：2 个账号" in text(system.get("/staff/people"))
    assert "账号和角色：1 个账号" in text(system.get("/staff/people?q=alpha"))
    assert "单位和科室：1 个单位" in text(system.get("/staff/units"))
    assert [path for path in ("/staff/people", "/staff/units") if 'href="/staff"' not in text(system.get(path)).partition("<main")[2]] == []


@pytest.mark.parametrize("search", ["%", "' or 1=1 --", "<script>alert(1)</script>", "x" * 500, "\x00"])
def test_whatever_is_searched_finds_accounts_or_none(system, search):
    answer = system.get("/staff/people", {"q": search})
    assert answer.status_code == 200
    assert "<script>alert" not in text(answer)


def test_no_applicant_is_listed_among_the_staff(system, applicant):
    assert applicant.account not in text(system.get("/staff/people"))
    assert applicant.account not in text(system.get("/staff/people?q=applicant"))


def test_a_deputys_own_page_shows_what_was_passed_on(staff, signed_in):
    clerk, steward = staff("clerk.one", "window_clerk"), staff("steward.one", "steward")
    browser, today = signed_in(steward), timezone.localdate()
    assert "当面核对证件" not in text(browser.get("/staff"))
    delegate(clerk, steward, kind="deputy", acts=["verify_identity"], span=Span(today, today), now=timezone.now())
    assert "当面核对证件" in text(browser.get("/staff"))


def test_auditors_read_the_audit_and_nobody_else_does(staff, applicant):
    auditor = staff("audit.one", "audit_administrator")
    assert reads_audit(auditor)
    assert not [each for each in (staff("system.one", "system_administrator"), applicant, None, "auditor") if reads_audit(each)]


def test_reading_the_audit_is_an_act_itself(staff, signed_in):
    auditor = staff("audit.one", "audit_administrator")
    signed_in(auditor).get("/audit?act=people.add_person")
    entry = Entry.objects.get(act="audit.read")
    assert (entry.actor, entry.role) == (auditor.pk, "audit_administrator")


def test_the_places_lead_to_what_their_acts_open(staff, signed_in):
    for role in ("window_clerk", "system_administrator", "security_administrator", "audit_administrator"):
        person = staff(role.replace("_", "."), role)
        page = text(signed_in(person).get("/staff"))
        guarded = {place[0] for place in staff_pages.PLACES if place[1] and routes.table()[place[0]].kind.startswith(routes.ACT)}
        opened = {place[0] for place in staff_pages.PLACES if place[0] in guarded and f'href="{staff_pages._address(place[0])}"' in page}
        assert opened == {
            place[0] for place in staff_pages.PLACES if place[0] in guarded and routes.answer(place[0], person, on=timezone.localdate()) is Answer.OPEN
        }


def test_notices_are_led_to_from_every_page_with_their_number(applicant, signed_in):
    page = text(signed_in(applicant).get("/tour"))
    assert 'href="/notices"' in page
    assert 'href="/notices"' not in text(Client().get("/tour"))


def test_an_export_of_ones_data_holds_the_powers_and_consents_on_both_sides(applicant, signed_in, now):
    Consent.objects.create(purpose="privacy", version="1", given=now, person=applicant)
    agent = accounts.applicant_of("13900005678", language="zh-hans", now=now)
    agent.powers.create(principal=applicant, acts=["see_case"], since=now.date(), until=now.date() + timedelta(days=1))
    given, held = (signed_in(each).get("/account/data.zip?as=json").json() for each in (applicant, agent))
    assert (len(given["powers_given"]), len(given["powers_held"]), len(given["consents"])) == (1, 0, 1)
    assert (len(held["powers_given"]), len(held["powers_held"]), len(held["consents"])) == (0, 1, 0)
