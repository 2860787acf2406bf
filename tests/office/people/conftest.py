"""The cast of the people: an applicant, one of the staff a role, and browsers in which they are signed in."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from gaoxing.office.people import accounts, signing
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Person, RoleAssignment, SignIn, Unit

PASSWORD = "correct horse battery"
MOBILE = "13900001234"


@pytest.fixture(autouse=True)
def quick_hashes(request, settings):
    """Argon2 is slow on purpose; only the test of the model waits for it."""
    if "argon2" not in request.node.name and "readable_password" not in request.node.name:
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def unit(db):
    return Unit.objects.create(code="U1", name="投资服务中心")


@pytest.fixture
def staff(db, now, unit):
    """Makes one of the staff with these roles, ready to work: a password of their own."""

    def made(account, *roles):
        person, _ = accounts.open_staff(account, "某某", by=None, now=now)
        for role in roles:
            assign(person, role, by=None, now=now, unit=unit if role == "unit_handler" else None, since=now.date())
        Person.objects.filter(pk=person.pk).update(password_due=False)
        person.set_password(PASSWORD)
        person.save(update_fields=["password"])
        person.refresh_from_db()
        return person

    return made


@pytest.fixture
def applicant(db, now):
    return accounts.applicant_of(MOBILE, language="zh-hans", now=now)


@pytest.fixture
def signed_in(db):
    """A browser in which a person is signed in, a moment ago, with a second factor if they are staff."""

    def browser(person, *, fresh=True):
        client = Client(headers={"user-agent": "Firefox Linux"})
        if person.is_staff_member:
            Authenticator.objects.get_or_create(user=person, type="totp", defaults={"data": {"secret": "-"}})
        client.force_login(person, backend="gaoxing.office.people.backends.PasswordBackend")
        session, now = client.session, timezone.now()
        entered = SignIn.objects.filter(person=person).first()
        client.cookies[signing.COOKIE] = signing.bind(session, "Firefox Linux", number=entered.pk, now=now)
        records = [{"method": "password", "at": now.timestamp(), "reauthenticated": True}] if fresh else []
        session["account_authentication_methods"], session["account_authentication_methods_user"] = records, str(person.pk)
        session.save()
        return client

    return browser


@pytest.fixture
def role_of():
    return lambda person: set(RoleAssignment.objects.filter(person=person).values_list("role", flat=True))
