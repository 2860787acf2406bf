"""What the figures are counted from (统计的原始记录): the requests that were made in a period, with their parts and what happened to both, in four questions.

No words, no contact and no name of a person is fetched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet, Value

from gaoxing.office.aftercare.figures.periods import Period
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.permissions import leads, stewarded
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may

SEE = "see_request_figures"
"""The act of the policy table."""


@dataclass(frozen=True)
class Happened:
    """One thing that happened: the act, the state after it, when, what it did to the clock, the ids of its typed reasons, the unit that led it (0: unknown)."""

    act: str
    target: str
    at: datetime
    clock: str = ""
    days: int = 0
    pause: str = ""
    reasons: tuple[str, ...] = ()
    unit: int = 0


@dataclass(frozen=True)
class PartRow:
    """A part: its number in the table and in its request, its category, lead unit (0: none), state and events."""

    pk: int
    number: int
    category: str
    lead: int
    state: str
    events: tuple[Happened, ...] = ()


@dataclass(frozen=True)
class RequestRow:
    """A request: when it was made, its state and rating, its events and parts."""

    pk: int
    made: datetime
    state: str
    urgent: bool = False
    rating: int | None = None
    solved: bool | None = None
    unrated: bool = False
    events: tuple[Happened, ...] = ()
    parts: tuple[PartRow, ...] = ()


def scope(person: Person, *, on: date) -> QuerySet[Request]:
    """The requests whose figures a person sees: a leader all, a steward those of the clients they serve; nobody else any."""
    rows = Request.objects.exclude(state=Request.State.DRAFT)
    if leads(person, SEE, on=on):
        return rows
    return rows.filter(client__in=stewarded(person, on=on)) if may(person, SEE, on=on) else rows.none()


def made_in(person: Person, period: Period, *, on: date) -> QuerySet[Request]:
    """Of these the ones that were made in a period."""
    first, after = period.moments
    return scope(person, on=on).filter(made__gte=first, made__lt=after)


def fetched(requests: QuerySet[Request]) -> tuple[RequestRow, ...]:
    """The rows of requests, the oldest first, in four questions however many there are."""
    numbers = requests.order_by().values("pk")
    found = list(requests.order_by("made", "pk").values_list("pk", "made", "state", "urgent", "rating", "solved", "unrated"))
    own = _events(RequestEvent.objects.filter(subject__in=numbers))
    of_parts = _events(PartEvent.objects.filter(subject__request__in=numbers))
    parts = defaultdict[int, list[PartRow]](list)
    rows = Part.objects.filter(request__in=numbers).order_by("request", "number")
    for request, pk, number, category, lead, state in rows.values_list("request", "pk", "number", "category", "lead", "state"):
        parts[request].append(PartRow(pk, number, category, lead or 0, state, of_parts[pk]))
    return tuple(
        RequestRow(pk, made, state, urgent, rating, solved, unrated, own[pk], tuple(parts[pk])) for pk, made, state, urgent, rating, solved, unrated in found
    )


def _events(events: QuerySet[RequestEvent] | QuerySet[PartEvent]) -> defaultdict[int, tuple[Happened, ...]]:
    found = defaultdict[int, list[Happened]](list)
    unit = F("unit") if issubclass(events.model, PartEvent) else Value(0)
    columns: Iterable[tuple[int, str, str, datetime, str, int, str, str, int | None]] = events.order_by("subject", "number").values_list(
        "subject", "act", "target", "at", "clock", "days", "pause", "reason", unit
    )
    for subject, act, target, at, clock, days, pause, reason, led_by in columns:
        found[subject].append(Happened(act, target, at, clock, days, pause, tuple(reason.split()), led_by or 0))
    return defaultdict(tuple, {subject: tuple(each) for subject, each in found.items()})
