"""The cast of the projects: an enterprise, another one, and the staff. Names and numbers are invented."""

from __future__ import annotations

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.projects import filing
from gaoxing.office.projects.facts import Pressed
from gaoxing.office.projects.firing import fire
from tests.checks.projects.filings import filed as form


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """Argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def owner(db, now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def other(db, now):
    return accounts.applicant_of("13900005678", language="en", now=now)


@pytest.fixture
def staff(db, now):
    def made(role, account):
        person, _ = accounts.open_staff(account, "王某", by=None, now=now)
        assign(person, role, by=None, now=now, since=now.date())
        return person

    return made


@pytest.fixture
def file(owner, now):
    """Files the whole project, with some blanks otherwise."""

    def made(by=None, *, at=now, another=False, case=None, **blanks):
        judged = filing.judged(form(**blanks), on=at.date())
        return filing.file(judged, by or owner, owner=None if by and by.is_staff_member else owner, case=case, another=another, now=at)

    return made


@pytest.fixture
def alter(owner, now):
    """Changes some blanks of a filed project."""

    def made(row, by=None, *, at=now, revision=None, **blanks):
        return filing.change(row, form(**blanks), by or owner, revision=revision, now=at)

    return made


def press(row, act, by, now, *, note="", reason="", **details):
    """Do an act by the revision of this record."""
    reasons = (Reason(reason, note),) if reason else ()
    return fire(row, Pressed(act, reasons, note, row.revision, details=details), by, now=now)
