"""Requests that ask for the same (相近诉求): candidates of one main request, put side by side; by the pairs of characters that their words share.

>>> alike("车间老是跳闸", "我们车间也老是跳闸") > 0.6, alike("车间老是跳闸", "员工停车位不够")
(True, 0.0)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from gaoxing.office.aftercare.desk.queue import on_desk
from gaoxing.office.aftercare.facts import MAINS
from gaoxing.office.aftercare.models import Request
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.aftercare.sealed import bare
from gaoxing.office.people.models import Person

LOOKED_AT, MOST = 200, 5
"""How many open requests of the same category or enterprise are read, the newest, and how many of them are shown."""

CLOSE = 0.35
"""From here on words are called very much alike."""


@dataclass(frozen=True)
class Candidate:
    """A request into which another may be merged: its words, which categories both have, and whether the words are very much alike."""

    request: Request
    words: str
    shared: tuple[str, ...]
    close: bool
    same_enterprise: bool


def candidates(request: Request, person: Person, *, now: datetime) -> tuple[Candidate, ...]:
    """The open requests that the person handles and that resemble this one, the most alike first. Raises a Fault where words do not open."""
    own = set(request.parts.values_list("category", flat=True))
    near = Q(parts__category__in=own) | Q(enterprise=request.enterprise)
    open_ones = on_desk(person, on=localdate(now)).filter(near, state__in=MAINS, main=None).exclude(pk=request.pk)
    found, words = [], str(content_of(request).get("words", ""))
    for each in open_ones.distinct().prefetch_related("parts").order_by("-pk")[:LOOKED_AT]:
        theirs = str(content_of(each).get("words", ""))
        score = alike(words, theirs)
        shared = tuple(sorted(own & {part.category for part in each.parts.all()}))
        found.append((score, Candidate(each, theirs, shared, score >= CLOSE, each.enterprise == request.enterprise)))
    return tuple(each for _score, each in sorted(found, key=lambda one: (-one[0], -one[1].request.pk))[:MOST])


def alike(one: str, other: str) -> float:
    """How much of the shorter text's pairs of characters the other has too, from 0 to 1."""
    pairs, others = _pairs(one), _pairs(other)
    return len(pairs & others) / min(len(pairs), len(others)) if pairs and others else 0.0


def _pairs(text: str) -> set[str]:
    plain = bare(text)
    return {plain[place : place + 2] for place in range(len(plain) - 1)}
