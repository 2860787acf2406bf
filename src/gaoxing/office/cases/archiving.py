"""Archiving what ended long enough ago (归档), and looking whether archived cases are as they were."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from django.db.models import QuerySet

from gaoxing.engines.fault import Fault
from gaoxing.office.cases.firing import fire_case
from gaoxing.office.cases.manifest import ARCHIVE, differences
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed

CLOSED = (Case.State.NOT_ACCEPTED, Case.State.REGISTERED, Case.State.REFUSED, Case.State.COMPLETED, Case.State.WITHDRAWN)
"""The states from which the system archives."""


@dataclass(frozen=True)
class Looked:
    """An archived case that was looked at: its number, and the names of what is not as it was; `trouble` where it does not open."""

    number: str
    changed: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def whole(self) -> bool:
        """Whether everything is as it was."""
        return not self.changed and not self.trouble


def due(*, now: datetime) -> QuerySet[Case]:
    """The cases that ended long enough ago."""
    return Case.objects.filter(state__in=CLOSED, number__isnull=False, changed__lte=now - timedelta(days=_terms()["closed_days"]))


def archive_due(*, now: datetime) -> int:
    """Archive them, so many in one run; how many. What does not open, or somebody re-opens meanwhile, is left as it is. A second run finds none."""
    done = 0
    for case in due(now=now).order_by("changed", "pk")[: _terms()["at_once"]]:
        try:
            fire_case(case, Pressed(ARCHIVE, revision=case.revision), None, now=now)
        except (Fault, NotAllowed):
            continue
        done += 1
    return done


def look_at_newest(count: int) -> tuple[Looked, ...]:
    """So many of the cases that were submitted last among the archived, looked at: a sample for the office's look-over."""
    return tuple(map(_looked, Case.objects.filter(state=Case.State.ARCHIVED, filed__isnull=False).order_by("-filed", "-pk")[:count]))


def look(*, number: str = "") -> Iterator[Looked]:
    """Every archived case, or the one of a number, held against the list that was frozen when it was archived."""
    cases = Case.objects.filter(state=Case.State.ARCHIVED, **({"number": number} if number else {}))
    for case in cases.order_by("pk").iterator(chunk_size=200):
        yield _looked(case)


def _looked(case: Case) -> Looked:
    event = case.events.filter(act=ARCHIVE).order_by("-number").first()
    if event is None:
        return Looked(case.number or "", trouble="没有归档的记录")
    try:
        return Looked(case.number or "", differences(event))
    except Fault as fault:
        return Looked(case.number or "", trouble=fault.message)


@cache
def _terms() -> dict[str, int]:
    return tomllib.loads((files("gaoxing.office.cases") / "archiving.toml").read_text(encoding="utf-8"))
