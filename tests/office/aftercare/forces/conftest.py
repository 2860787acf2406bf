"""Parts with a task force, and what one of its meetings decided."""

from datetime import date, timedelta

import pytest

from gaoxing.office.aftercare.forces import forming, tasks
from gaoxing.office.aftercare.forces.tasks import Minutes, Wanted
from gaoxing.office.firing.pressed import Pressed
from tests.office.aftercare.units.conftest import *  # noqa: F403

TODAY = date(2026, 11, 24)


@pytest.fixture
def formed(in_hand, cast, units, now):
    """The first part of a request with a task force of its own units and the police."""

    def made():
        found = in_hand()
        pressed = Pressed("convene", note="三家一起定", revision=found.revision, details={"lead": cast["task_force_lead"].pk})
        return forming.convene(found, pressed, [units["police"].pk, units["police"].pk], cast["leader"], now=now + timedelta(minutes=10))

    return made


@pytest.fixture
def minuted(formed, cast, units, now):
    """The same after a meeting that gave the police and the city's handler something to do."""

    def made():
        given = Wanted("夜里放行施工车辆", units["police"].pk, 0, date(2026, 11, 26)), Wanted("开挖路面", units["city"].pk, cast["city"].pk, TODAY)
        found = formed()
        return tasks.minute(found, Minutes(TODAY, "定下夜里施工", given), cast["task_force_lead"], revision=found.revision, now=now + timedelta(minutes=20))

    return made
