"""An office that was ticked, and what is kept for some seconds forgotten before each test."""

import pytest
from django.utils import timezone

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.health import ticking
from gaoxing.office.health.views import pages


@pytest.fixture(autouse=True)
def nothing_is_remembered():
    pages.LOOKED.forget()
    pages.FIGURES.forget()
    yield
    pages.LOOKED.forget()
    pages.FIGURES.forget()


@pytest.fixture
def ticked(db):
    ticking.beat(timezone.now())


@pytest.fixture
def saved(db):
    """Leaves the audit's entry of a backup at a moment."""
    return lambda now: audit.write("backup.made", actor=OPERATOR, now=now, details={"entry": ""})
