"""The zone of the demonstration (演示园区): a small simulated year that began some weeks ago, played up to this moment, and on whenever it is opened again.

What a visitor did meanwhile stays as they left it; a step that finds it done otherwise is refused by the office like anybody's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate

from gaoxing.office.cases.models import Case
from gaoxing.office.people.models import Person
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import players
from gaoxing.office.simulation.playing import begin, play

SEED, SCALE, MONTHS = 1, Decimal("0.06"), 12
WEEKS_BEFORE = 8
"""It begins with the month in which so many weeks ago lies: long enough that something is at its end, and something late."""


def enliven(told: Callable[[Run, Planned], object], *, now: datetime) -> Run | None:
    """Play the zone up to now; None where people or cases are there already that no run made. Raises NotAllowed, and what else falls."""
    run = Run.objects.order_by("pk").first()
    if run is None:
        if Person.objects.exists() or Case.objects.exists():
            return None
        run = Run.objects.create(seed=SEED, scale=SCALE, begins=first_day(localdate(now)), months=MONTHS)
    if not run.ended:
        openings, handlers = players()
        begin(run, openings)
        play(run, handlers, told, until=now)
    return run


def first_day(today: date) -> date:
    """The first day of the demonstration's year.

    >>> first_day(date(2026, 11, 26)), first_day(date(2026, 1, 5))
    (datetime.date(2026, 10, 1), datetime.date(2025, 11, 1))
    """
    return date.fromordinal(today.toordinal() - WEEKS_BEFORE * 7).replace(day=1)
