"""Who may ask: a token in the header alone; wrong, ended, without its scope, or in too great a hurry it is told so as a problem document."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from gaoxing.office.api import tokens
from gaoxing.office.api.views import bearer
from gaoxing.office.audit.entry import Actor
from tests.office.api.conftest import System

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer gxt_wrong", "Basic YTpi", "gxt_x", "Bearer " + "x" * 3000])
def test_whoever_shows_no_token_in_force_is_unauthorized(db, header):
    answer = Client().get("/api/v1/cases", headers={"Authorization": header} if header else {})
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_browsers_session_opens_nothing(owner):
    browser = Client()
    browser.force_login(owner, backend="gaoxing.office.people.backends.PasswordBackend")
    assert browser.get("/api/v1/cases").status_code == 401


def test_a_token_that_is_replayed_after_it_was_revoked_is_unauthorized(token_of, owner):
    made = token_of(owner)
    assert System(made.text).get("/cases").status_code == 200
    tokens.revoke(made.token, now=timezone.now(), actor=Actor(owner.pk, "applicant"))
    assert System(made.text).get("/cases").status_code == 401


def test_a_token_without_the_scope_is_told_so(system_of, owner):
    answer = system_of(owner, ("recognise",)).get("/cases")
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:gaoxing:problem:out_of_scope")


def test_staff_who_lose_their_second_factor_lose_their_tokens_use(system_of, staff):
    clerk = staff("window_clerk")
    system = system_of(clerk, ("read_cases",))
    Authenticator.objects.filter(user=clerk).delete()
    assert "两步验证" in system.get("/cases").json()["detail"]


def test_too_many_requests_are_told_to_wait(system, monkeypatch):
    monkeypatch.setattr(bearer, "limit", lambda name: 1)
    assert system.get("/cases").status_code == 200
    answer = system.get("/cases")
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60


def test_an_error_is_told_in_the_language_that_is_asked_for(db):
    told = {each: Client().get("/api/v1/cases", headers={"Accept-Language": each}).json()["title"] for each in ("zh-CN", "en-GB,zh;q=0.5", "fr")}
    assert told == {"zh-CN": "令牌不对", "en-GB,zh;q=0.5": "Wrong token", "fr": "令牌不对"}


@pytest.mark.parametrize(("method", "path", "status"), [("get", "/nowhere", 404), ("delete", "/cases", 405), ("get", "/", 404), ("post", "/cases/x/y/z", 404)])
def test_what_is_not_there_is_a_problem_too(db, method, path, status):
    answer = getattr(Client(), method)(f"/api/v1{path}")
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_who_accepts_no_json_is_told_so(system):
    assert system.get("/cases", accept="text/html").status_code == 406


def test_no_answer_is_stored_between_or_sets_a_cookie(system):
    answer = system.get("/cases")
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
