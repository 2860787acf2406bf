"""A run of one month at the smallest scale, and its zone with everybody in it."""

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.players import populating
from gaoxing.office.simulation.playing import begin
from gaoxing.office.simulation.world import World


@pytest.fixture(autouse=True)
def passwords_are_digested_quickly(settings):
    """The cast's passwords are known to everybody anyway."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def run(db):
    """January 2024, at a hundredth."""
    return Run.objects.create(seed=7, scale=Decimal("0.01"), begins=date(2024, 1, 1), months=1)


@pytest.fixture
def world(run):
    """The run with its people."""
    begin(run, [populating.OPENING])
    return World(run)
