"""Commands: the first account is opened at the machine, the demonstration is made of made-up people, and what a network asks for is looked at."""

import io
import json
from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from gaoxing.office.behind_proxy import proxies
from gaoxing.office.people import accounts, demo
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import OF_STAFF
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


def told(command, **options):
    said = io.StringIO()
    call_command(command, stdout=said, **options)
    return said.getvalue()


def looked():
    said = io.StringIO()
    with suppress(SystemExit):
        call_command("deployment", stdout=said)
    return {each["check"]: each for each in map(json.loads, said.getvalue().splitlines())}


def test_the_first_account_is_opened_at_the_machine_with_its_role():
    said = told("people_add", account="zhang.wei", name="张某", role="system_administrator")
    assert "只显示这一次" in said
    assert Person.objects.get().assignments.get().role == "system_administrator"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"role": "king"}, "没有“king”这个角色"),
        ({"role": "unit_handler"}, "哪个单位"),
        ({"role": "unit_handler", "unit": "XX"}, "没有编号"),
        ({"account": "X!"}, "小写字母"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_a_sentence_and_nothing_is_made(given, why):
    with pytest.raises(CommandError, match=why):
        told("people_add", **{"account": "zhang.wei", "name": "张某", "role": "leader", **given})
    assert not Person.objects.exists()


def test_the_demonstration_has_somebody_for_every_role_and_is_made_once(now):
    assert demo.build(now=now) == len(OF_STAFF)
    assert demo.build(now=now) == 0
    assert len(demo.cast()) == len(OF_STAFF) + 2


def test_the_demonstration_is_never_made_where_real_people_are(now):
    accounts.open_staff("zhang.wei", "张某", by=None, now=now)
    with pytest.raises(NotAllowed, match="真实的工作人员"):
        demo.build(now=now)


def test_in_the_demonstration_one_comes_in_as_anybody_of_the_cast(now, settings):
    demo.build(now=now)
    settings.DEMO = True
    browser, clerk = Client(), Person.objects.get(account="demo.window-clerk")
    assert "进去" in browser.get("/").content.decode()
    assert browser.post("/demo/sign-in", {"person": clerk.pk})["Location"] == "/staff"
    assert browser.get("/staff").status_code == 200


def test_nobody_comes_in_so_outside_the_demonstration(now, settings):
    demo.build(now=now)
    clerk = Person.objects.get(account="demo.window-clerk")
    browser = Client()
    assert "demo.window-clerk" not in browser.get("/").content.decode()
    assert browser.post("/demo/sign-in", {"person": clerk.pk}).status_code == 404


def test_in_the_demonstration_too_only_the_cast_can_be_come_in_as(now, settings, applicant):
    settings.DEMO = True
    browser = Client()
    assert browser.post("/demo/sign-in", {"person": applicant.pk}).status_code == 409
    assert browser.get("/account").status_code == 302


def test_a_plain_machine_is_told_what_a_network_asks_for():
    found = looked()
    assert {name for name, each in found.items() if not each["ok"]} == {"origin", "cookies", "hsts"}
    assert "GAOXING_ORIGIN" in found["origin"]["message"]
    assert all(each["message"].endswith("。") or "。" in each["message"] for each in found.values())


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"DEBUG": True}, "debug"),
        ({"DEMO": True}, "demo"),
        ({"CODE_SENDER": "gaoxing.office.people.sending.FileSender"}, "codes"),
        ({"AXES_ENABLED": False}, "limits"),
        ({"X_FRAME_OPTIONS": "SAMEORIGIN"}, "headers"),
        ({"CONTENT_SECURITY_POLICY": {"DIRECTIVES": {"script-src": ["'unsafe-inline'"]}}}, "policy"),
    ],
)
def test_each_loosened_setting_is_found_by_its_own_look(settings, change, check):
    for name, value in change.items():
        setattr(settings, name, value)
    assert not looked()[check]["ok"]


def test_a_machine_behind_https_passes(settings):
    settings.ORIGIN, settings.SECURE, settings.SECURE_HSTS_SECONDS = "https://hall.example", True, 31_536_000
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.PROXIES = proxies({"GAOXING_ORIGIN": "https://hall.example"})
    assert {name for name, each in looked().items() if not each["ok"]} == set()


def test_where_the_proxy_is_not_known_it_is_said_that_hsts_reaches_nobody(settings):
    settings.ORIGIN, settings.SECURE, settings.SECURE_HSTS_SECONDS, settings.PROXIES = "https://hall.example", True, 31_536_000, ()
    told = looked()["hsts"]
    assert not told["ok"]
    assert "GAOXING_PROXIES" in told["message"]
