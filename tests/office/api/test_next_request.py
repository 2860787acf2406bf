"""What was taken away opens nothing from the very next request on, whatever was asked before; and a list asks the database no oftener than it must."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from gaoxing.office.api import tokens
from gaoxing.office.api.models import Token
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.delegating import Span, delegate, withdraw
from gaoxing.office.people.models import Delegation, Person, RoleAssignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def clerk(staff, sent_case, today):
    """A clerk since a week, and a case that was submitted."""
    person = staff("window_clerk")
    RoleAssignment.objects.update(since=today - timedelta(days=7))
    sent_case()
    return person


@pytest.fixture
def asking(clerk, system_of):
    """A clerk's system, which has just been answered."""
    made = system_of(clerk, ("read_cases",))
    assert len(made.get("/cases").json()["cases"]) == 1
    return made


def test_a_revoked_token(asking, clerk):
    tokens.revoke(Token.objects.get(), now=timezone.now(), actor=Actor(clerk.pk, "staff"))
    assert asking.get("/cases").status_code == 401


def test_a_token_past_its_end(asking):
    Token.objects.update(until=timezone.now())
    assert asking.get("/cases").status_code == 401


def test_a_token_whose_scope_was_narrowed(asking):
    Token.objects.update(scopes=["names"])
    assert asking.get("/cases").status_code == 403


def test_a_closed_account(asking, clerk):
    Person.objects.filter(pk=clerk.pk).update(is_active=False)
    assert asking.get("/cases").status_code == 401


def test_an_ended_role(asking, today):
    RoleAssignment.objects.update(until=today - timedelta(days=1))
    assert asking.get("/cases").status_code == 403


def test_a_role_that_begins_tomorrow(asking, today):
    RoleAssignment.objects.update(since=today + timedelta(days=1))
    assert asking.get("/cases").status_code == 403


def test_a_second_factor_that_was_taken_off(asking, clerk):
    Authenticator.objects.filter(user=clerk).delete()
    assert asking.get("/cases").status_code == 403


def test_a_password_that_somebody_else_set(asking, clerk):
    Person.objects.filter(pk=clerk.pk).update(password_due=True)
    assert asking.get("/cases").status_code == 403


@pytest.fixture
def other(staff):
    """One of the staff without a role."""
    person = staff("examiner")
    RoleAssignment.objects.filter(person=person).delete()
    return person


@pytest.fixture
def deputy(clerk, other, system_of, today):
    """A system of theirs, which sees cases only by what the clerk passed on, and was answered."""
    delegate(clerk, other, kind="deputy", acts=["handle_case"], span=Span(today, today + timedelta(days=3)), now=timezone.now())
    made = system_of(other, ("read_cases",))
    assert len(made.get("/cases").json()["cases"]) == 1
    return made


def test_a_delegation_that_was_taken_back(deputy, clerk):
    withdraw(Delegation.objects.get(), by=clerk, now=timezone.now())
    assert deputy.get("/cases").status_code == 403


def test_a_delegation_past_its_last_day(deputy, today):
    Delegation.objects.update(since=today - timedelta(days=3), until=today - timedelta(days=1))
    assert deputy.get("/cases").status_code == 403


def test_a_delegation_whose_giver_may_no_more(deputy, clerk, today):
    RoleAssignment.objects.filter(person=clerk).update(until=today - timedelta(days=1))
    assert deputy.get("/cases").status_code == 403


def test_a_delegation_whose_giver_left(deputy, clerk):
    Person.objects.filter(pk=clerk.pk).update(is_active=False)
    assert deputy.get("/cases").status_code == 403


def test_a_delegation_that_was_just_given_opens(clerk, other, system_of, today):
    delegate(clerk, other, kind="deputy", acts=["handle_case"], span=Span(today, today), now=timezone.now())
    assert len(system_of(other, ("read_cases",)).get("/cases").json()["cases"]) == 1


def test_a_list_asks_who_asks_what_they_may_and_the_cases(asking, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert asking.get("/cases").status_code == 200
