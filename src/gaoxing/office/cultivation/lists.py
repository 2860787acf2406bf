"""One's own enterprises on the ladder (我的企业培育): those that somebody may fill in, and the clients that have no figures yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch
from django.utils.timezone import localdate

from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.office.aftercare.models import Client
from gaoxing.office.cultivation.models import Assessed, AssessedRung
from gaoxing.office.cultivation.permissions import clients, visible_to
from gaoxing.office.cultivation.wording import ICONS, verdict_word
from gaoxing.office.people.models import Person

PAGE = 30
"""Enterprises of one page."""


@dataclass(frozen=True)
class Listed:
    """An enterprise as listed, with the rung to look at first."""

    row: Assessed
    first: AssessedRung | None
    verdict: str
    icon: str


@dataclass(frozen=True)
class Mine:
    """A page of one's enterprises: how many in all, the words searched for, behind which record it goes on (0: nowhere), clients without figures."""

    rows: tuple[Listed, ...]
    count: int
    words: str
    onward: int
    clients: tuple[Client, ...]


def mine(person: Person, *, words: str, before: int, now: datetime) -> Mine:
    """What somebody may fill in, the newest first."""
    on, words = localdate(now), words.strip()[:100]
    seen = visible_to(person, on=on).exclude(number=None)
    seen = seen.filter(enterprise__contains=words) | seen.filter(number=words) if words else seen
    page = seen.filter(pk__lt=before) if before else seen
    rungs = Prefetch("rungs", AssessedRung.objects.order_by("place"))
    found = list(page.order_by("-pk").prefetch_related(rungs)[: PAGE + 1])
    without = clients(person, on=on).exclude(pk__in=Assessed.objects.exclude(client=None).values("client"))
    without = without.filter(name__contains=words) if words else without
    return Mine(tuple(listed(found[:PAGE])), seen.count(), words, found[PAGE - 1].pk if len(found) > PAGE else 0, tuple(without.order_by("name", "pk")[:PAGE]))


def listed(rows: Iterable[Assessed]) -> Iterable[Listed]:
    """Enterprises as listed; their rungs stand in order."""
    for row in rows:
        first = next(iter(row.rungs.all()), None)
        yield Listed(row, first, verdict_word(first.verdict) if first else "", ICONS[Verdict(first.verdict)] if first else "")
