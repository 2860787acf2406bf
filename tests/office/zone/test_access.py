"""Who may open the zone's and the notices' pages: the system administrator edits, everybody who signed in reads their own, a stranger is led to the sign-in."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.notices import actions
from gaoxing.office.notices.actions import Recipient
from gaoxing.office.notices.models import Template
from gaoxing.office.people import accounts, signing
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Person, SignIn
from gaoxing.office.zone import queries
from gaoxing.office.zone.models import ZoneVersion
from gaoxing.office.zone.profile import shipped
from gaoxing.office.zone.views.editing import _posted_like

pytestmark = pytest.mark.django_db

AGENT = "Firefox Linux"
PUBLIC = ["/where-to-ask"]
EDITING = ["/staff/zone", "/staff/notices/templates", "/staff/notices/templates/draft_ending/sms/zh-hans"]
CHANGING = [
    "/staff/zone/preview",
    "/staff/zone/publish",
    "/staff/zone/versions/1/restore",
    "/staff/zone/versions/1/withdraw",
    "/staff/notices/templates/draft_ending/sms/zh-hans/back",
]
OWN = ["/notices", "/notices/unread"]


@pytest.fixture
def staff(db):
    """One of the staff with a role, ready to work."""

    def made(role):
        person, _ = accounts.open_staff(role[:20].replace("_", ""), "某某", by=None, now=timezone.now())
        assign(person, role, by=None, now=timezone.now(), unit=None, since=timezone.localdate())
        Person.objects.filter(pk=person.pk).update(password_due=False)
        person.refresh_from_db()
        Authenticator.objects.create(user=person, type="totp", data={"secret": "-"})
        return person

    return made


@pytest.fixture
def browser(db):
    """A browser in which a person signed in a moment ago."""

    def signed_in(person):
        client = Client(headers={"user-agent": AGENT})
        client.force_login(person, backend="gaoxing.office.people.backends.PasswordBackend")
        session, now = client.session, timezone.now()
        entered = SignIn.objects.filter(person=person).first()
        client.cookies[signing.COOKIE] = signing.bind(session, AGENT, number=entered.pk, now=now)
        session["account_authentication_methods"] = [{"method": "password", "at": now.timestamp(), "reauthenticated": True}]
        session["account_authentication_methods_user"] = str(person.pk)
        session.save()
        return client

    return signed_in


@pytest.fixture
def administrator(staff, browser):
    return browser(staff("system_administrator"))


@pytest.mark.parametrize("path", PUBLIC)
def test_everybody_may_ask_where_to_ask(client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", EDITING + OWN)
def test_a_stranger_is_led_to_the_sign_in(client, path):
    response = client.get(path)
    assert response.status_code == 302
    assert "/sign-in" in response["Location"]


@pytest.mark.parametrize("path", [*CHANGING, "/notices/read", "/notices/1/read"])
def test_a_strangers_post_changes_nothing(client, path):
    assert "登录已经过期" in client.post(path, _posted_like(shipped())).content.decode()
    assert not ZoneVersion.objects.exists()


@pytest.mark.parametrize("role", ["window_clerk", "examiner", "leader", "security_administrator", "audit_administrator"])
def test_nobody_else_of_the_staff_edits_not_even_the_other_administrators(staff, browser, role):
    client = browser(staff(role))
    assert [client.get(path).status_code for path in EDITING] == [403] * len(EDITING)
    posted = {**_posted_like(shipped()), "since": f"{timezone.localdate()}", "authority": "某市行政审批局"}
    assert [client.post(path, posted).status_code for path in CHANGING] == [403] * len(CHANGING)
    assert not ZoneVersion.objects.exists()


def test_an_applicant_reads_their_own_and_edits_nothing(browser):
    person = accounts.applicant_of("13900001234", language="zh-hans", now=timezone.now())
    client = browser(person)
    actions.notify("draft_ending", Recipient(person.pk), {"day": "2026-12-24", "matter": "公司设立登记"}, now=timezone.now())
    assert "2026-12-24" in client.get("/notices").content.decode()
    assert [client.get(path).status_code for path in EDITING] == [403] * len(EDITING)


def test_the_system_administrator_opens_every_page(administrator):
    assert [administrator.get(path).status_code for path in EDITING + OWN] == [200] * 5


def test_what_the_administrator_publishes_stands_in_the_audit_under_their_number(administrator):
    posted = {**_posted_like(shipped()), "since": f"{timezone.localdate()}", "authority": "某市行政审批局"}
    assert administrator.post("/staff/zone/preview", posted).status_code == 200
    assert administrator.post("/staff/zone/publish", posted)["Location"] == "/staff/zone"
    entry = Entry.objects.get(act="zone.published")
    assert (queries.profile().authority, entry.role) == ("某市行政审批局", "system_administrator")
    assert entry.actor == Person.objects.get(account="systemadministrator").pk


def test_fields_that_nobody_asked_for_change_nothing(administrator):
    posted = {**_posted_like(shipped()), "since": f"{timezone.localdate()}", "made_by": "99", "applied": "1", "promised-no_such_matter": "马上", "id": "1"}
    administrator.post("/staff/zone/publish", posted)
    made = ZoneVersion.objects.get()
    assert made.made_by == Person.objects.get(account="systemadministrator").pk
    assert queries.profile().promised == {}


def test_a_version_that_is_not_there_is_not_found(administrator):
    assert administrator.post("/staff/zone/versions/77/restore").status_code == 404
    assert administrator.post("/staff/zone/versions/77/withdraw").status_code == 404


def test_the_administrator_writes_words_which_stands_in_the_audit(administrator):
    path = "/staff/notices/templates/sign_in_code/sms/zh-hans"
    assert administrator.post(path, {"title": "码", "text": "{code}"})["Location"] == "/staff/notices/templates"
    assert Template.objects.get().changed_by == Person.objects.get(account="systemadministrator").pk
    assert Entry.objects.get(act="notice.template_written").role == "system_administrator"


@pytest.mark.parametrize("path", [*CHANGING, "/notices/read"])
def test_a_page_that_changes_something_is_never_opened_by_a_link(administrator, path):
    assert administrator.get(path).status_code == 405


def test_pages_of_the_staff_are_kept_by_no_browser(administrator):
    for path in EDITING + OWN:
        assert "no-store" in administrator.get(path)["Cache-Control"]


def test_the_logo_of_a_zone_without_one_is_not_found(client):
    assert client.get("/zone/logo.png").status_code == 404
