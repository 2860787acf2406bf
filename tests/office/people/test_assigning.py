"""Roles: given by the security administrator alone, for their days, and the three administrations never to one person."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign, withdraw
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.people.permissions import may, roles_of
from gaoxing.office.people.policy import table
from gaoxing.office.people.roles import ADMINISTRATORS, OF_STAFF, Role
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def security(staff):
    return staff("security.one", "security_administrator")


def test_the_security_administrator_gives_a_role(staff, security, now, on):
    clerk = staff("clerk.one")
    assign(clerk, "window_clerk", by=security, now=now)
    assert roles_of(clerk, on=on) == {"window_clerk"}


@pytest.mark.parametrize("role", sorted(OF_STAFF - {"security_administrator"}))
def test_nobody_else_gives_a_role(staff, now, role):
    clerk, other = staff("clerk.one"), staff("other.one", role)
    with pytest.raises(NotAllowed, match="安全管理员"):
        assign(clerk, "window_clerk", by=other, now=now)


def test_nobody_gives_themselves_a_role_or_takes_back_their_own(security, now):
    with pytest.raises(NotAllowed, match="自己"):
        assign(security, "leader", by=security, now=now)
    with pytest.raises(NotAllowed, match="自己"):
        withdraw(security.assignments.get(), by=security, now=now)


@pytest.mark.parametrize("first", sorted(ADMINISTRATORS))
@pytest.mark.parametrize("second", sorted(OF_STAFF))
def test_an_administrator_never_gets_another_role(staff, now, unit, first, second):
    person = staff("admin.one", first)
    with pytest.raises(NotAllowed):
        assign(person, second, by=None, now=now, unit=unit)
    assert person.assignments.count() == 1


def test_whoever_handles_business_never_becomes_an_administrator(staff, now):
    with pytest.raises(NotAllowed, match="三员分立"):
        assign(staff("clerk.one", "window_clerk"), "audit_administrator", by=None, now=now)


def test_the_database_itself_keeps_the_administrations_apart(staff, now):
    person = staff("admin.one", "system_administrator")
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleAssignment.objects.create(person=person, role="audit_administrator", since=now.date())


def test_a_former_administrator_never_becomes_another(staff, security, now):
    person = staff("admin.one", "system_administrator")
    withdraw(person.assignments.get(), by=security, now=now)
    with pytest.raises(NotAllowed, match="三员分立"):
        assign(person, "audit_administrator", by=security, now=now)


@pytest.mark.parametrize("act", [name for name, act in table().items() if ADMINISTRATORS & set(act.conditions)])
def test_no_administration_can_do_anothers_acts(staff, on, act):
    able = {role for role in ADMINISTRATORS if may(staff(f"{role.replace('_', '-')}", role), act, on=on)}
    shared = {"see_people": {"system_administrator", "security_administrator"}}
    assert able == shared.get(act, able)
    assert len(able) == 1 or act in shared


def test_a_role_counts_from_its_first_to_its_last_day(staff, security, now, on):
    clerk = staff("clerk.one")
    assign(clerk, "window_clerk", by=security, now=now, since=on + timedelta(days=1), until=on + timedelta(days=2))
    assert [bool(roles_of(clerk, on=on + timedelta(days=days))) for days in range(4)] == [False, True, True, False]


def test_a_role_that_was_taken_back_ends_at_once(staff, security, now, on):
    clerk = staff("clerk.one", "window_clerk")
    withdraw(clerk.assignments.get(), by=security, now=now)
    assert not roles_of(clerk, on=on)


def test_a_unit_handler_belongs_to_a_unit(staff, now):
    with pytest.raises(NotAllowed, match="哪个单位"):
        assign(staff("handler.one"), "unit_handler", by=None, now=now)


def test_days_the_wrong_way_round_and_roles_given_twice_are_refused(staff, now, on):
    clerk = staff("clerk.one", "window_clerk")
    with pytest.raises(NotAllowed, match="早于"):
        assign(clerk, "examiner", by=None, now=now, until=on - timedelta(days=1))
    with pytest.raises(NotAllowed, match="任命过"):
        assign(clerk, "window_clerk", by=None, now=now)


def test_an_applicant_gets_no_role_of_the_staff(applicant, now, on):
    with pytest.raises(NotAllowed, match="工作人员账号"):
        assign(applicant, "window_clerk", by=None, now=now)
    assert roles_of(applicant, on=on) == {Role.APPLICANT}


def test_a_closed_account_has_no_role(staff, now, on):
    system, clerk = staff("system.one", "system_administrator"), staff("clerk.one", "window_clerk")
    accounts.set_active(clerk, active=False, by=system, now=now)
    assert not roles_of(clerk, on=on)
