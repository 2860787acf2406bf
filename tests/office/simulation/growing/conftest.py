"""A whole year at the smallest scale, played once for all that look at it, and a zone in which single steps are played. Everything is invented."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import override_settings

from gaoxing.office.simulation.models import Run, Step
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import (
    building,
    clients,
    cultivation,
    filings,
    populating,
    promoting,
    staffing,
    visiting,
)
from gaoxing.office.simulation.playing import begin, play
from gaoxing.office.simulation.world import World

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PLAYERS = (clients, visiting, staffing, filings, building, promoting, cultivation)
HANDLERS = {kind: handler for each in PLAYERS for kind, handler in each.HANDLERS.items()}


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker):
    """The run of 2024 at a hundredth, played to its end; what a test breaks in it is whole again after the test."""
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=QUICK), transaction.atomic():
        run = Run.objects.create(seed=11, scale=Decimal("0.01"), begins=date(2024, 1, 1), months=12)
        begin(run, [populating.OPENING, *(each.OPENING for each in PLAYERS)])
        play(run, HANDLERS)
        yield run
        transaction.set_rollback(True)


@pytest.fixture
def zone(db, settings):
    """A run of the first quarter with its people, in which nothing was played yet."""
    settings.PASSWORD_HASHERS = QUICK
    run = Run.objects.create(seed=5, scale=Decimal("0.01"), begins=date(2024, 1, 1), months=3)
    begin(run, [populating.OPENING])
    return World(run)


@pytest.fixture
def do(zone):
    """Plays one step at a moment written as 2024-01-02 10:00, and all that follows from it at once; the steps that follow."""

    def made(kind, at, /, key="step", **told):
        step = Planned(moment(at), key, kind, told)
        Step.objects.create(run=zone.run, key=step.key, kind=kind, at=step.at, told=told)
        return list(HANDLERS[kind](step, zone))

    return made


def moment(written):
    """A moment on the zone's wall clock."""
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo("Asia/Shanghai"))


def kinds(steps):
    """The kinds of steps, in their order."""
    return [each.kind for each in steps]
