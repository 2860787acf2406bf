"""How each client stands (服务情况): its steward, whether it was contacted in a quarter, how long it has been silent, whether something of it is red.

All of it is computed from the records of the day: a visit, or a contact or call-back on one of its requests, is a contact; nothing else is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localdate

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import lights
from gaoxing.office.aftercare.clients.quarters import Quarter
from gaoxing.office.aftercare.models import Client, ClientVisit, Part, Request, RequestEvent, Stewardship
from gaoxing.office.aftercare.permissions import clients_visible_to
from gaoxing.office.aftercare.stewards import on_list
from gaoxing.office.people.models import Person

CONTACTS = ("contact", "call_back")
"""The acts on a request by which its enterprise was spoken with."""

SERVED, UNSERVED, CONTACTED, SILENT, RED, YELLOW = "served", "unserved", "contacted", "silent", "red", "yellow"
"""What a list of clients may be narrowed to."""

OPEN = (
    Request.State.SUBMITTED,
    Request.State.RECEIVED,
    Request.State.CONTACTED,
    Request.State.DECOMPOSED,
    Request.State.IN_HAND,
    Request.State.ANSWERED,
    Request.State.REDOING,
)
"""The states in which a request is not over."""

_OVER = (Part.State.DONE, Part.State.IMPOSSIBLE, Part.State.ENDED)


@dataclass(frozen=True)
class View:
    """From where one looks: the day on which list and stewards are read, the quarter, the moment for what is red (none where the quarter is over)."""

    on: date
    quarter: Quarter
    red_at: datetime | None

    @classmethod
    def of(cls, quarter: Quarter, *, now: datetime) -> View:
        """A quarter seen at a moment: a past one is read on its last day."""
        today = localdate(now)
        return cls(today, quarter, now) if quarter.until >= today else cls(quarter.until, quarter, None)


@dataclass(frozen=True)
class Standing:
    """A client as it stands: `steward` the person's number, 0 for none; `last` when it was contacted last; `days` since then, or since it came on the list."""

    number: int
    kind: str
    code: str
    name: str
    town: str
    steward: int
    contacted: bool
    last: datetime | None
    days: int
    red: bool
    yellow: bool = False

    @property
    def light(self) -> str:
        """The worse of the lights of its open requests, as a page colours it; empty where nothing is late or nearly so."""
        return RED if self.red else YELLOW if self.yellow else ""

    @property
    def silent(self) -> bool:
        """Not contacted in the quarter."""
        return not self.contacted


def seen(person: Person, view: View, *, on: date) -> QuerySet[Client]:
    """The clients on the view's list that a person sees on a day (today, whatever the quarter)."""
    return on_list(on=view.on).filter(pk__in=clients_visible_to(person, on=on).values("pk"))


def narrowed(clients: QuerySet[Client], standing: str, view: View) -> QuerySet[Client]:
    """Those of the clients that stand so; all of them for any other word."""
    found = {
        SERVED: lambda: clients.filter(_served(view)),
        UNSERVED: lambda: clients.exclude(_served(view)),
        CONTACTED: lambda: clients.filter(_contacted(view)),
        SILENT: lambda: clients.exclude(_contacted(view)),
        RED: lambda: clients.filter(_red(view)),
        YELLOW: lambda: clients.filter(_yellow(view)).exclude(_red(view)),
    }.get(standing)
    return found() if found else clients


def of_steward(clients: QuerySet[Client], steward: int, view: View) -> QuerySet[Client]:
    """Those of the clients that somebody serves on the view's day; with 0 those whom nobody serves."""
    return clients.filter(Exists(_terms(view).filter(steward=steward))) if steward else narrowed(clients, UNSERVED, view)


def standings(clients: QuerySet[Client], view: View) -> tuple[Standing, ...]:
    """How the clients stand, in their order, read at once."""
    until = view.red_at or view.quarter.moments[1]
    visits = ClientVisit.objects.filter(client=OuterRef("pk"), struck=None, at__lte=until).order_by("-at").values("at")[:1]
    calls = RequestEvent.objects.filter(subject__client=OuterRef("pk"), act__in=CONTACTS, at__lte=until).order_by("-at").values("at")[:1]
    stewards = _terms(view).order_by("-since", "-pk").values("steward")[:1]
    told = clients.annotate(_visit=Subquery(visits), _call=Subquery(calls), _steward=Subquery(stewards), _now=_contacted(view))
    told = told.annotate(_late=_red(view), _nearly=_yellow(view))
    columns = ("pk", "kind", "code", "name", "town", "_steward", "_now", "_visit", "_call", "since", "_late", "_nearly")
    return tuple(_standing(row, view) for row in told.values_list(*columns))


def _standing(row: tuple[object, ...], view: View) -> Standing:
    number, kind, code, name, town, steward, contacted, visit, call, since, red, yellow = row
    last = max((each for each in (visit, call) if isinstance(each, datetime)), default=None)
    begun = localdate(last) if last else since
    days = max((view.on - begun).days, 0) if isinstance(begun, date) else 0
    place = (int(str(number)), str(kind), str(code), str(name), str(town), int(str(steward or 0)))
    return Standing(*place, bool(contacted), last, days, bool(red), bool(yellow))


def _terms(view: View) -> QuerySet[Stewardship]:
    return Stewardship.objects.filter(Q(until=None) | Q(until__gte=view.on), client=OuterRef("pk"), since__lte=view.on)


def _served(view: View) -> Exists:
    return Exists(_terms(view))


def _contacted(view: View) -> Q:
    begins, ends = view.quarter.moments
    visits = ClientVisit.objects.filter(client=OuterRef("pk"), struck=None, at__gte=begins, at__lt=ends)
    calls = RequestEvent.objects.filter(subject__client=OuterRef("pk"), act__in=CONTACTS, at__gte=begins, at__lt=ends)
    return Q(Exists(visits)) | Q(Exists(calls))


def _red(view: View) -> Q:
    """Something of an open request is overdue: the request itself, or a part of it that has no outcome yet."""
    if view.red_at is None:
        return Q(pk__in=())
    late = Part.objects.filter(request=OuterRef("pk"), due__lt=view.red_at).exclude(state__in=_OVER)
    requests = Request.objects.filter(client=OuterRef("pk"), state__in=OPEN).filter(Q(due__lt=view.red_at) | Q(Exists(late)))
    return Q(Exists(requests))


def _yellow(view: View) -> Q:
    """Something of an open request is nearly due, or lies unsigned, as the desk's own lights say."""
    if view.red_at is None:
        return Q(pk__in=())
    near = lights.condition(Light.YELLOW, lights.moment(view.red_at))
    return Q(Exists(Request.objects.filter(client=OuterRef("pk"), state__in=OPEN).filter(near)))
