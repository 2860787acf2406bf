"""A zone with everybody in it, and a month that was played in it; both are made once for a module, for making them takes long."""

import json
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest
from django.core.cache import caches
from django.db import transaction
from django.test import override_settings

from gaoxing.office.simulation import papers_made
from gaoxing.office.simulation.conducting import Wanted
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.players import examining, joint, populating, registrations, ticking
from gaoxing.office.simulation.playing import begin
from gaoxing.office.simulation.world import World

OURS = (populating, ticking, registrations, examining, joint)
WANTED = Wanted(11, Decimal("0.008"), date(2024, 3, 1), 1)
"""A month of very few people."""

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@contextmanager
def taken_back():
    """Whatever is done within is gone behind it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def office(django_db_setup, django_db_blocker):
    """A database that is as empty behind the module as before it, with the players of this room alone, and no paper drawn."""
    handlers = {kind: handler for each in OURS for kind, handler in each.HANDLERS.items()}
    patch = pytest.MonkeyPatch()
    patch.setattr("gaoxing.office.simulation.conducting.players", lambda: (tuple(each.OPENING for each in OURS), handlers))
    patch.setattr(papers_made, "EVERY", 10_000)
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=QUICK, DEMO=True, SIGNING={"GAOXING_SIGNING_URL": "rehearsal"}):
        forget()
        with taken_back():
            yield
    patch.undo()
    forget()


@pytest.fixture
def alone(office):
    """What this test does is gone behind it."""
    with taken_back():
        yield
    forget()


@pytest.fixture(scope="module")
def run(office):
    """January 2024, at a hundredth."""
    return Run.objects.create(seed=7, scale=Decimal("0.01"), begins=date(2024, 1, 1), months=1)


@pytest.fixture(scope="module")
def world(run):
    """The run with its people."""
    begin(run, [populating.OPENING])
    return World(run)


def quiet(_run, _step):
    """Says nothing."""


def told(report):
    """The report as it is printed."""
    return json.dumps(report, ensure_ascii=False)


def forget():
    """What is remembered of the database for some seconds."""
    for name in caches:
        caches[name].clear()
