"""The cast of the indicators: a leader, the handler of the office that owns the economy's figures and another one, and values. All is invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.office.indicators import actions
from gaoxing.office.indicators.periods import Period, read
from gaoxing.office.indicators.weighing import Entry
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Person, Unit
from tests.office.people.conftest import quick_hashes, signed_in  # noqa: F401 — the cast of the people

BUREAU, COMMUNIQUE = "样例统计局", "样例统计局 2024 年公报"
OWNER = "经济发展局"
"""The office that answers for the gross domestic product in the shipped definitions."""


@pytest.fixture
def economy(db):
    return Unit.objects.create(code="economy", name=OWNER)


@pytest.fixture
def staff(db, now):
    """Makes one of the staff in a role, for a unit where it needs one."""

    def made(role, account, unit=None):
        person, _ = accounts.open_staff(account, "王某", by=None, now=now)
        assign(person, role, by=None, now=now, since=now.date(), unit=unit)
        Person.objects.filter(pk=person.pk).update(password_due=False)
        person.refresh_from_db()
        return person

    return made


@pytest.fixture
def leader(staff):
    return staff("leader", "leader-1")


@pytest.fixture
def handler(staff, economy):
    return staff("unit_handler", "economy-1", economy)


@pytest.fixture
def reader(staff):
    """A handler of a unit that answers for nothing here: sees every figure, and no request."""
    return staff("unit_handler", "reader-1", Unit.objects.create(code="reader", name="样例城管中队"))


@pytest.fixture
def steward(staff):
    return staff("steward", "steward-1")


def told(indicator="gdp", period="2024", value="1200.5", unit="亿元", **more):
    """An entry, as the form or a row would bring it."""
    known = read(period) if isinstance(period, str) else period
    blanks = {"source": COMMUNIQUE, "dated": date(2025, 3, 20), **more}
    growth = blanks.pop("growth", None)
    return Entry(indicator, known, Decimal(value), unit, growth=None if growth is None else Decimal(growth), **blanks)


@pytest.fixture
def enter(leader, now):
    """Enters a value by the leader."""

    def made(*words, by=None, at=None, **more):
        return actions.enter(told(*words, **more), by or leader, now=at or now)

    return made


YEAR = Period.year(2024)
