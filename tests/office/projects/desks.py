"""Browsers of everybody who has to do with projects, on a clock that stands still; names and numbers are invented."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.people.models import Person, Unit
from tests.office.people.conftest import signed_in  # noqa: F401

STAFF = ("window_clerk", "examiner", "steward", "leader", "unit_handler", "system_administrator", "audit_administrator")


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands ten minutes after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=10))


@pytest.fixture
def cast(owner, other, staff, now):
    """Somebody by role: the owner, an agent with a power, a stranger, one of the staff, one of a unit."""

    def made(role):
        if role == "owner":
            return owner
        if role == "agent":
            empower(owner, other, acts=["see_case", "submit_case"], matters=[], span=Span(now.date(), now.date() + timedelta(days=900)), now=now)
        if role in ("agent", "stranger"):
            return other
        return of_a_unit(now) if role == "unit_handler" else staff(role, f"{role.replace('_', '-')}-1")

    return made


def of_a_unit(now):
    """Somebody of a bureau that promotes, in no other role."""
    unit, _ = Unit.objects.get_or_create(code="invest", defaults={"name": "样例招商局"})
    person, _ = accounts.open_staff("unit-1", "李某", by=None, now=now)
    assign(person, "unit_handler", by=None, now=now, since=now.date(), unit=unit)
    return person


@pytest.fixture
def browser(signed_in):  # noqa: F811
    """A browser of a person, who agreed to the privacy page."""

    def made(person):
        Person.objects.filter(pk=person.pk).update(password_due=False)
        found = signed_in(Person.objects.get(pk=person.pk))
        found.post("/consent")
        return found

    return made


@pytest.fixture
def mine(browser, owner):
    """The enterprise's browser."""
    return browser(owner)


def read(answer):
    """The words of a page."""
    return answer.content.decode()


def post(client, row, act, **fields):
    """Press a button of the page of a project as it now stands."""
    row.refresh_from_db()
    return client.post(f"/projects/{row.number}", {"act": act, "revision": row.revision, **fields})
