"""A small zone for the players of stuck matters, and one that was sent to do something."""

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.office.escalations.models import Escalation
from gaoxing.office.people import accounts
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import stuck
from gaoxing.office.simulation.world import World
from tests.office.simulation.cast import moment, peopled

BEGINS = moment("2024-03-04T09:30")


@pytest.fixture
def zone(db):
    """A run of half a year with a staffed zone and somebody who is stuck."""
    world = peopled(World(Run.objects.create(seed=7, scale=Decimal("0.01"), begins=date(2024, 3, 1), months=6)))
    accounts.applicant_of("13900001234", language="zh-hans", now=BEGINS)
    return world


@pytest.fixture
def owner(zone):
    return zone.applicant(0)


def number_of(turn):
    """The number of a stuck matter that is sent to do something."""
    return next(number for number in range(1, 200) if stuck.TURNS[number % len(stuck.TURNS)] == turn)


@pytest.fixture
def brought(zone):
    """The step that follows when a stuck matter was brought."""

    def made(turn="", at=BEGINS):
        number = number_of(turn)
        (following,) = stuck.HANDLERS[stuck.BRING](Planned(at, f"stuck/{number:04}", stuck.BRING, {"number": number}), zone)
        return following

    return made


@pytest.fixture
def scene(zone, brought):
    """A stuck matter as somebody thinks of what comes next, in a state of one's choice."""

    def made(turn="", state="in_hand", **columns):
        step = brought(turn)
        Escalation.objects.filter(pk=step.told["pk"]).update(state=state, **columns)
        row = Escalation.objects.select_related("handler", "owner").get(pk=step.told["pk"])
        return stuck.Scene(zone, row, step.told, BEGINS)

    return made
