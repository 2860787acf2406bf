"""Who looks at the cockpit, on a clock that stands still, over a zone in which there is a little of everything."""

import pytest
from django.utils import timezone

from gaoxing.office.indicators.cockpit.page import page
from gaoxing.office.indicators.periods import Period
from gaoxing.office.people.remembering import remembering
from tests.office.indicators.cockpit import invented
from tests.office.people.conftest import quick_hashes, signed_in, staff, unit  # noqa: F401

MONTH = Period.month(2026, 11)


@pytest.fixture(autouse=True)
def clock(now, monkeypatch):
    """The pages' clock stands still on the 24th of November 2026."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def leader(staff):  # noqa: F811
    return staff("leader-1", "leader")


@pytest.fixture
def of_a_unit(staff):  # noqa: F811
    """Somebody who sees the indicators, and of the rooms only their unit's."""
    return staff("unit-1", "unit_handler")


@pytest.fixture
def steward(staff):  # noqa: F811
    return staff("steward-1", "steward")


@pytest.fixture
def full(steward, now):
    """A zone with something of every kind in three months."""
    invented.fill(steward, today=now.date())


@pytest.fixture
def read(leader, now):
    """The cockpit of a period as the leader reads it."""

    def made(period=MONTH, person=leader):
        with remembering():
            return page(person, period, now=now)

    return made


@pytest.fixture
def opened(signed_in, leader):  # noqa: F811
    """A page of the cockpit, opened by the leader or by another."""

    def answered(path="/staff/cockpit", *, by=leader, **asked):
        return signed_in(by).get(path, asked)

    return answered
