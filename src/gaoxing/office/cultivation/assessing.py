"""Where an enterprise stands before the ladder (自评): its figures with the certificates of the zone's lists, judged, the next rung first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from gaoxing.catalogue import standings
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.ordering import held_on, next_first
from gaoxing.checks.assessment.rung import Standing
from gaoxing.office.cultivation.content import Content
from gaoxing.office.cultivation.models import Assessed, Qualification


def inputs_of(row: Assessed, content: Content) -> Inputs:
    """What is known of it: its own figures, and the certificates on a list that the zone imported."""
    told = Inputs.of(content.form)
    listed = row.qualifications.filter(origin=Qualification.Origin.LIST).exclude(until=None)
    certificates = [{"kind": each.rung, "until": each.until.isoformat()} for each in listed if each.until]
    if not certificates:
        return told
    own = [dict(each) for each in told.rows("certificates") or ()]
    return Inputs({**told.values, "certificates": [*own, *(each for each in certificates if each not in own)], "holds_certificates": True})


def ordered(inputs: Inputs, on: date, confirmed: Collection[str]) -> tuple[Standing, ...]:
    """Every rung with what came of it, the next first."""
    return next_first(standings(inputs, on, confirmed=confirmed), held=held_on(inputs, on))
