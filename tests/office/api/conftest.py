"""The cast of the API: whoever has a token, and a system that asks with it. Names and numbers are invented."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from gaoxing.office.api import tokens
from tests.office.cases.conftest import draft_of, in_state, judged_of, owner, quick_hashes, read, sent_case, staff

__all__ = ("draft_of", "in_state", "judged_of", "owner", "quick_hashes", "read", "sent_case", "staff")

EVERYTHING = ("recognise", "names", "read_cases", "write_drafts", "submit")


class System:
    """Another system with a token: posts JSON, each post under a key of its own unless one is given."""

    def __init__(self, text):
        self.text, self.posts = text, 0

    def get(self, path, accept="application/json", language="", **query):
        return Client().get(f"/api/v1{path}", query, headers=self._headers({"Accept": accept, "Accept-Language": language}))

    def post(self, path, body=None, key=None, raw=None, kind="application/json", **headers):
        self.posts += 1
        given = {"Idempotency-Key": key or f"{self.text[-8:]}-{self.posts}", **headers}
        content = raw if raw is not None else json.dumps(body or {})
        return Client(raise_request_exception=False).post(f"/api/v1{path}", content, content_type=kind, headers=self._headers(given))

    def _headers(self, more):
        held = {"Authorization": f"Bearer {self.text}"} if self.text else {}
        return {**held, **{name: value for name, value in more.items() if value}}


@pytest.fixture
def token_of(db):
    """Makes a token of a person's; one of the staff gets a second factor first."""

    def made(person, scopes=EVERYTHING, days=30, now=None):
        if person.is_staff_member and not Authenticator.objects.filter(user=person).exists():
            Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
        return tokens.make(person, "测试系统", scopes, days=days, now=now or timezone.now())

    return made


@pytest.fixture
def system_of(token_of):
    """A system that acts for a person."""
    return lambda person, scopes=EVERYTHING: System(token_of(person, scopes).text)


@pytest.fixture
def system(system_of, owner):
    """A system that acts for the applicant."""
    return system_of(owner)


@pytest.fixture
def desk(system_of, staff):
    """A system that acts for an examiner."""
    return system_of(staff("examiner"), ("read_cases", "handle", "see_register"))
