"""A small zone for the players of requests, and the life that was sent to take a turn."""

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.office.aftercare.models import Request
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import requests
from gaoxing.office.simulation.players.requests import lives, moves
from gaoxing.office.simulation.world import World
from tests.office.simulation.cast import listed, moment, peopled

BEGINS = moment("2024-03-04T09:30")


def name_of(turn, round_=0):
    """The name of a life that is sent to take a turn."""
    place = lives.TURNS.index(turn) + round_ * len(lives.TURNS)
    return f"{(place or len(lives.TURNS)) * lives.TURNED:05}"


@pytest.fixture
def zone(db):
    """A run of March and April with a staffed zone."""
    return peopled(World(Run.objects.create(seed=7, scale=Decimal("0.01"), begins=date(2024, 3, 1), months=2)))


@pytest.fixture
def firm(zone):
    return listed(zone)


@pytest.fixture
def brought(zone, firm):
    """Brings the request of a turn's life; the step that looks at it first."""

    def made(turn="lapse", at=BEGINS):
        name = name_of(turn)
        first, *_ = requests.HANDLERS[requests.SAYS](Planned(at, f"request/{name}", requests.SAYS, {"life": name}), zone)
        return first

    return made


@pytest.fixture
def seen(zone, brought):
    """A request as somebody thinks of what comes next, in a state of one's choice."""

    def made(turn="lapse", state="submitted", at=BEGINS, **columns):
        step = brought(turn)
        Request.objects.filter(pk=step.told["pk"]).update(state=state, **columns)
        return moves.scene(Planned(at, step.key, step.kind, step.told), zone)

    return made
