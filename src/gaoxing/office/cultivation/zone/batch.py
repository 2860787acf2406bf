"""Judging all enterprises anew (重评): certificates end and rounds change without anybody touching a figure; each is judged once a day.

Of most nothing can change from one day to the next: how long a verdict lasts is known when it is given, and the tick passes those over.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.timezone import localdate

from gaoxing.engines.fault import Fault
from gaoxing.office.cultivation.assessing import rules_digest
from gaoxing.office.cultivation.keeping import judge
from gaoxing.office.cultivation.models import Assessed, AssessedRung

_LOG = logging.getLogger(__name__)

AT_ONCE = 200
"""How many one press of the button, or one tick, judges."""


@dataclass(frozen=True)
class Done:
    """How many were judged, how many did not open, how many still wait."""

    judged: int
    closed: int
    waiting: int


def waiting(on: date) -> QuerySet[Assessed]:
    """Those that were not judged on the day, the longest ago first."""
    return Assessed.objects.filter(Q(judged=None) | Q(judged__lt=on)).order_by(F("judged").asc(nulls_first=True), "pk")


def judge_waiting(on: date, *, most: int | None = AT_ONCE, told: Callable[[int], None] | None = None) -> Done:
    """Judge those that wait until `most` are judged (None: all); each is a transaction of its own, one that does not open is counted and left as it was."""
    judged = closed = 0
    for place, number in enumerate(list(waiting(on).values_list("pk", flat=True)), 1):
        if judged == most:
            break
        done = _judged(number, on)
        judged, closed = judged + done, closed + (not done)
        if told is not None and place % AT_ONCE == 0:
            told(place)
    return Done(judged, closed, waiting(on).count())


@transaction.atomic
def still_standing(on: date) -> int:
    """Those whose verdicts cannot be others yet, by the same figures and rules, are as good as judged on the day; how many."""
    found = Assessed.objects.filter(judged__lt=on, stands__gt=on, rules=rules_digest())
    AssessedRung.objects.filter(assessed__in=found.values("pk")).update(on=on)
    return found.update(judged=on)


def judge_due(now: datetime) -> int:
    """What the tick does: so many of those that wait and whose verdicts may be others today; how many were judged."""
    still_standing(localdate(now))
    return judge_waiting(localdate(now)).judged


def _judged(number: int, on: date) -> bool:
    row = Assessed.objects.filter(pk=number).first()
    if row is None:
        return True
    try:
        judge(row, on=on)
    except Fault:
        return False
    except (ArithmeticError, ValueError, LookupError) as trouble:
        _LOG.error("the figures of record %s on the ladder cannot be judged (%s); its verdicts stay as they were", number, type(trouble).__name__)
        return False
    return True
