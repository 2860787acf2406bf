"""The desk's list of requests (诉求清单): what a steward or a leader has, what is due first at the head; narrowed, and a page at a time by keyset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime

from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from gaoxing.casework.aftercare.limits import limits
from gaoxing.office.aftercare import lights
from gaoxing.office.aftercare.facts import WORST_GOOD
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.permissions import HANDLE, leads, stewarded, unserved
from gaoxing.office.keyset import dated, mark
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may

PAGE = 50

MOST_COUNTED = 1_000
"""Further than this a list is not counted: it says that there are more."""

OPEN = (
    Request.State.SUBMITTED,
    Request.State.RECEIVED,
    Request.State.CONTACTED,
    Request.State.DECOMPOSED,
    Request.State.IN_HAND,
    Request.State.ANSWERED,
    Request.State.REDOING,
)
"""The states in which something is still to be done."""

SUPERVISABLE = (Request.State.IN_HAND, Request.State.REDOING, Request.State.ANSWERED, Request.State.ACCEPTED)
"""The states in which a supervision may still be answered."""

ALL, MINE, UNSERVED = "all", "mine", "unserved"

CALL_BACK = Q(state=Request.State.ACCEPTED, rating__lt=WORST_GOOD, called_back=None)
DUTIES: Mapping[str, Q] = {
    "contact": Q(state__in=(Request.State.SUBMITTED, Request.State.RECEIVED)),
    "plan": Q(state__in=(Request.State.CONTACTED, Request.State.DECOMPOSED)),
    "redo": Q(state=Request.State.REDOING),
    "call_back": CALL_BACK,
    "supervision": Q(supervised_until__isnull=False, state__in=SUPERVISABLE),
}
"""What is to be done by hand next, by its name in an address."""

_DIGITS = 12
_FAR = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Narrowed:
    """What is asked for; empty: what is open, whosever it is. `unit` is a number as an address holds it."""

    whose: str = ""
    state: str = ""
    category: str = ""
    light: str = ""
    unit: str = ""
    source: str = ""
    duty: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, nothing that is empty."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True)
class Listed:
    """A page of the list, and what the next goes on after; empty on the last."""

    requests: tuple[Request, ...]
    onward: str = ""


def read(given: Mapping[str, str]) -> tuple[Narrowed, bool]:
    """What an address asks for, and whether all of it was understood: what nobody knows is left out."""
    told = {each.name: given.get(each.name, "")[:64] for each in fields(Narrowed)}
    known = {name: value for name, value in told.items() if value and _known(name, value)}
    return Narrowed(**known), len(known) == sum(map(bool, told.values()))


def on_desk(person: Person, *, on: date) -> QuerySet[Request]:
    """The requests that somebody handles as a whole: a leader all, a steward those of their clients and those that no steward has."""
    if leads(person, HANDLE, on=on):
        return Request.objects.exclude(state=Request.State.DRAFT)
    if not may(person, HANDLE, on=on):
        return Request.objects.none()
    return Request.objects.filter(Q(client__in=stewarded(person, on=on)) | unserved(on)).exclude(state=Request.State.DRAFT)


def one(person: Person, number: str, *, now: datetime) -> Request | None:
    """The request of a number, where the person handles it; None else, whether there is one or not."""
    rows = on_desk(person, on=localdate(now)).select_related("client", "owner", "main", "reviewer", "brought_by")
    return rows.filter(number=number).first()


def rows(person: Person, wanted: Narrowed, *, now: datetime) -> QuerySet[Request]:
    """The requests in the order in which they are due, each with `pressing`, the first moment by which anything of it is."""
    parts = Part.objects.filter(request=OuterRef("pk"), due__isnull=False).exclude(state__in=lights.OVER)
    soonest = Coalesce("due", Subquery(parts.order_by("due").values("due")[:1]), Value(_FAR), output_field=DateTimeField())
    found = on_desk(person, on=localdate(now)).filter(_condition(person, wanted, now))
    return found.annotate(pressing=soonest).order_by("pressing", "pk")


def listed(person: Person, wanted: Narrowed, *, now: datetime, after: str = "") -> Listed:
    """A page of them; `after` is an earlier page's `onward`, anything else begins anew."""
    found = rows(person, wanted, now=now)
    if place := dated(after):
        found = found.filter(Q(pressing__gt=place[0]) | Q(pressing=place[0], pk__gt=place[1]))
    page = list(found.select_related("client", "main").prefetch_related("parts__lead", "events")[: PAGE + 1])
    shown = tuple(page[:PAGE])
    last = shown[-1] if len(page) > PAGE else None
    return Listed(shown, mark(last.pressing, last.pk) if last else "")  # type: ignore[attr-defined]


def counted(found: QuerySet[Request]) -> int:
    """How many there are, counted no further than one beyond MOST_COUNTED."""
    return found.only("pk").order_by()[: MOST_COUNTED + 1].count()


def _known(name: str, value: str) -> bool:
    words = {
        "whose": {MINE, UNSERVED},
        "state": {ALL, *Request.State.values} - {Request.State.DRAFT.value},
        "category": set(limits().categories),
        "light": {str(each) for each in lights.CONDITIONS},
        "source": set(Request.Source.values),
        "duty": set(DUTIES),
    }
    return value in words[name] if name in words else value.isascii() and value.isdecimal() and len(value) < _DIGITS


def _condition(person: Person, wanted: Narrowed, now: datetime) -> Q:
    """All of it as one condition of the database; what names a duty or a state is not asked to be open besides."""
    found = Q() if wanted.state == ALL or wanted.duty else Q(state=wanted.state) if wanted.state else Q(state__in=OPEN)
    if wanted.duty:
        found &= DUTIES[wanted.duty]
    if wanted.whose:
        on = localdate(now)
        found &= unserved(on) if wanted.whose == UNSERVED else Q(client__in=stewarded(person, on=on)) | Q(brought_by=person)
    if wanted.light:
        found &= lights.condition(wanted.light, lights.moment(now))
    if wanted.source:
        found &= Q(source=wanted.source)
    told = {name: value for name, value in (("category", wanted.category), ("lead", wanted.unit)) if value}
    return found & Q(Exists(Part.objects.filter(request=OuterRef("pk"), **told))) if told else found
