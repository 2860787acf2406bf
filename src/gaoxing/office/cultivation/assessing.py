"""Where an enterprise stands before the ladder (自评): its figures with the certificates of the zone's lists, judged, the next rung first."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

from gaoxing.catalogue import MATTERS, rounds, rungs, standings
from gaoxing.checks import assessment
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.lasting import lasts_until
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


def lasts(inputs: Inputs, on: date) -> date:
    """The first later day on which the verdicts may be others."""
    return lasts_until(inputs, on, rounds())


@cache
def rules_digest() -> str:
    """What tells the rules of all rungs from those of another version: their files and what judges by them."""
    folders = [Path(str(import_module(f"{MATTERS}.{each.id}").__file__)).parent for each in rungs()] + [Path(assessment.__file__).parent]
    found = sorted(each for folder in folders for each in folder.iterdir() if each.suffix in (".py", ".toml"))
    return hashlib.sha256(b"".join(each.read_bytes() for each in found)).hexdigest()


def ordered(inputs: Inputs, on: date, confirmed: Collection[str]) -> tuple[Standing, ...]:
    """Every rung with what came of it, the next first."""
    return next_first(standings(inputs, on, confirmed=confirmed), held=held_on(inputs, on))
