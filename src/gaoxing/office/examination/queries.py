"""Examinations to be looked at and counted (自动审查的查询): what waits for a person, how many were decided at once, and why the rest were not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from gaoxing.casework.automatic.verdict import conditions
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.examination.models import Examination
from gaoxing.office.examination.permissions import visible_to
from gaoxing.office.people.models import Person
from gaoxing.office.zone.queries import profile

PAGE = 50
WAITING, DECIDED, TO_A_CLERK, DIFFERED = "waiting", "decided", "clerk", "differed"
KINDS = (WAITING, DECIDED, TO_A_CLERK, DIFFERED)
_WAITS = Q(decided=True, reviewed=None) & (Q(sampled=True) | Q(asked__isnull=False))
_OF_KIND = {WAITING: _WAITS, DECIDED: Q(decided=True), TO_A_CLERK: Q(decided=False), DIFFERED: Q(agreed=False)}
_LEFT_BEHIND = timedelta(days=1)
_AT_ONCE = 100


@dataclass(frozen=True)
class Counted:
    """How many there are of each kind, and how many went to a clerk because of each condition."""

    kinds: Mapping[str, int]
    reasons: Mapping[str, int]


@dataclass(frozen=True)
class Page:
    """Rows, newest first, and the number after which the next page goes on; 0 on the last."""

    rows: tuple[Examination, ...]
    onward: int = 0


def counted(person: Person, *, since: date, on: date) -> Counted:
    """The counts of what was examined from a day on and the person sees."""
    mine = visible_to(person, on=on).filter(at__date__gte=since)
    kinds = {kind: mine.filter(_OF_KIND[kind]).count() for kind in KINDS}
    return Counted(kinds, {each.id: mine.filter(_because(each.id)).count() for each in conditions()})


def page(person: Person, *, since: date, on: date, kind: str = WAITING, reason: str = "", after: int = 0) -> Page:
    """A page of them; `reason` is a condition that did not hold."""
    found = visible_to(person, on=on).filter(at__date__gte=since).filter(_because(reason) if reason else _OF_KIND[kind])
    found = found.filter(pk__lt=after) if after else found
    rows = tuple(found.select_related("case", "reviewer").order_by("-pk")[: PAGE + 1])
    return Page(rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else 0)


def of_case(case: Case) -> Examination | None:
    """The newest examination of a case; None where there was none."""
    return case.examinations.select_related("reviewer").order_by("-pk").first()


def left_behind(*, now: datetime) -> QuerySet[Submission]:
    """What was submitted within a day, is still as it was, and was not examined: as after a crash between the two. Nothing while it is switched off."""
    if not profile().automatic:
        return Submission.objects.none()
    waiting = Submission.objects.filter(at__gte=now - _LEFT_BEHIND, case__state=Case.State.SUBMITTED, examination=None, number=1)
    return waiting.select_related("case").order_by("pk")[:_AT_ONCE]


def _because(reason: str) -> Q:
    return Q(decided=False, unmet__contains=reason)
