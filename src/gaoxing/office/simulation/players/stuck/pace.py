"""How fast those who are concerned with stuck matters are (快慢): the staff in office hours, one thing after the other; the person by day."""

from __future__ import annotations

from datetime import datetime, timedelta

from gaoxing.casework import working_hours
from gaoxing.office.people.models import Person
from gaoxing.office.simulation.world import World


def worked(world: World, by: Person, since: datetime, hours: float, minutes: int) -> datetime:
    """When somebody of the staff has done what they come to after so many office hours and what takes so many minutes."""
    return world.hands(by.account, working_hours.after(since, timedelta(hours=hours), world.calendar), minutes)
