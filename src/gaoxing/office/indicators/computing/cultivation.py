"""The rungs of the ladder (企业梯队): certificates counted as the zone's ladder counts them, over all enterprises."""

from __future__ import annotations

from gaoxing.checks.assessment import holding
from gaoxing.checks.assessment.holding import Held
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.zone.rows import held
from gaoxing.office.indicators.computing.counted import Asked, Computed, count
from gaoxing.office.people.remembering import remembered

QUALIFICATION = "cultivation.qualification"


def rung_valid(asked: Asked) -> Computed | None:
    """The enterprises that hold a rung (the argument) on the day."""
    rows = _held()
    if not rows:
        return None
    return count(QUALIFICATION, holding.valid((each for each in rows if each.kind == asked.argument), asked.day, today=asked.on).members)


def rung_first(asked: Asked) -> Computed | None:
    """The enterprises that got a rung (the argument) for the first time in the year."""
    rows = _held()
    if not rows:
        return None
    return count(QUALIFICATION, holding.first((each for each in rows if each.kind == asked.argument), asked.period.first.year).members)


def _held() -> tuple[Held, ...]:
    """Every certificate that the zone counts."""
    return remembered("certificates of the ladder", lambda: held(Assessed.objects.all()))
