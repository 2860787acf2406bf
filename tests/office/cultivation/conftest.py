"""The cast of the ladder: an enterprise's account, another one, a client of the zone with its steward, and figures. Names and numbers are invented."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing.forms import Answer, Source
from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.cultivation import keeping
from gaoxing.office.cultivation.content import TYPED, Datum, content_of
from gaoxing.office.people import accounts
from tests.office.people.conftest import quick_hashes, signed_in, staff, unit  # noqa: F401 — the cast of the people

FIGURES = {"staff@2025": 110, "technical_staff@2025": 15, "revenue@2025": "80000000", "research@2025": "5200000", "resident": True, "founded": "2019-03-01"}


@pytest.fixture
def owner(db, now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def other(db, now):
    return accounts.applicant_of("13900005678", language="zh-hans", now=now)


@pytest.fixture
def steward(staff):  # noqa: F811
    return staff("steward.one", "steward")


@pytest.fixture
def leader(staff):  # noqa: F811
    return staff("leader.one", "leader")


@pytest.fixture
def clerk(staff):  # noqa: F811
    return staff("window.one", "window_clerk")


@pytest.fixture
def client_of(steward, now):
    """A client of the zone that the steward serves; `person` the account with which it signs in."""

    def made(code="K1", person=None, name="昆山样例精工有限公司"):
        found = Client.objects.create(kind="enterprise", code=code, name=name, since=now.date() - timedelta(days=90), person=person)
        Stewardship.objects.create(client=found, steward=steward, since=now.date() - timedelta(days=80), why=b"")
        return found

    return made


@pytest.fixture
def row(owner, now):
    return keeping.begin("昆山样例智造有限公司", "", owner, now=now)


@pytest.fixture
def told(owner, now):
    """Keeps figures of an enterprise, by input."""

    def made(row, by=None, *, at=now, **figures):
        values = {key: Answer(each, Source.TYPED) for key, each in (figures or FIGURES).items()}
        content = content_of(row)
        came = {key: Datum(TYPED, (by or owner).pk, str(at.date())) for key in values}
        return keeping.keep(row, content.with_keyed(content.keyed.with_values(values), came), by or owner, revision=row.revision, now=at)

    return made
