"""A steward's own list (我的企业): every client one serves, who is silent, what is red, and what waits for one's hand; the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from gaoxing.office.aftercare.clients.contacts import Reach, contacts_of
from gaoxing.office.aftercare.clients.quarters import quarter_of
from gaoxing.office.aftercare.clients.standing import Standing, View, standings
from gaoxing.office.aftercare.facts import WORST_GOOD
from gaoxing.office.aftercare.models import Client, Request
from gaoxing.office.aftercare.permissions import stewarded, unserved
from gaoxing.office.aftercare.stewards import on_list
from gaoxing.office.people.models import Person

WAITS: Mapping[str, Promise] = {
    Request.State.SUBMITTED: gettext_lazy("受理"),
    Request.State.RECEIVED: gettext_lazy("联系"),
    Request.State.CONTACTED: gettext_lazy("分解"),
    Request.State.DECOMPOSED: gettext_lazy("派单"),
    Request.State.ACCEPTED: gettext_lazy("回访"),
}
"""State → what the steward does next; an accepted request waits only where its rating was bad and nobody called back."""


SHOWN = 50
"""Requests of nobody that stand on the page; the list of requests holds them all."""


@dataclass(frozen=True)
class Waiting:
    """A request that waits for the steward: what is to be done with it, and whether its time is over."""

    number: str
    enterprise: str
    what: Promise
    due: datetime | None
    late: bool


@dataclass(frozen=True, repr=False)
class Row:
    """A client on the list: how it stands, what waits, and whom to reach, masked."""

    client: Client
    standing: Standing
    waiting: tuple[Waiting, ...]
    contacts: tuple[Reach, ...]


@dataclass(frozen=True)
class Desk:
    """The whole list, and beside it the first requests of enterprises that no steward has, with their count; how many are silent, red, and wait."""

    rows: tuple[Row, ...]
    unserved: tuple[Waiting, ...]
    free: int

    @property
    def silent(self) -> int:
        """Clients not contacted this quarter."""
        return sum(row.standing.silent for row in self.rows)

    @property
    def red(self) -> int:
        """Clients with something overdue."""
        return sum(row.standing.red for row in self.rows)

    @property
    def waiting(self) -> int:
        """Requests that wait for the steward, their own clients' and those of nobody."""
        return sum(len(row.waiting) for row in self.rows) + self.free


def desk_of(person: Person, *, now: datetime) -> Desk:
    """The list of somebody: their own clients, and those of whom they stand in for."""
    on = localdate(now)
    clients = on_list(on=on).filter(pk__in=stewarded(person, on=on).values("pk"))
    view = View.of(quarter_of(on), now=now)
    known = {each.pk: each for each in clients.prefetch_related("contacts")}
    waiting: dict[int, list[Waiting]] = {}
    for request in waits(Request.objects.filter(client__in=known)):
        waiting.setdefault(request.client_id or 0, []).append(_waiting(request, now))
    rows = [_row(known[each.number], each, waiting.get(each.number, ())) for each in standings(clients.order_by("kind", "code"), view)]
    free = waits(Request.objects.filter(unserved(on)))
    first = tuple(_waiting(each, now) for each in free[:SHOWN])
    return Desk(tuple(sorted(rows, key=_pressing)), first, free.order_by().count() if len(first) == SHOWN else len(first))


def waits(requests: QuerySet[Request]) -> QuerySet[Request]:
    """Those of the requests with which a steward is to do something next, what is due first first."""
    bad = requests.filter(state=Request.State.ACCEPTED, rating__lt=WORST_GOOD, called_back=None)
    front = requests.filter(state__in=[each for each in WAITS if each != Request.State.ACCEPTED])
    return (bad | front).order_by("due", "pk")


def _row(client: Client, standing: Standing, waiting: Iterable[Waiting]) -> Row:
    return Row(client, standing, tuple(waiting), tuple(each.masked for each in contacts_of(client)))


def _waiting(request: Request, now: datetime) -> Waiting:
    late = request.due is not None and request.due < now
    return Waiting(str(request.number), request.enterprise, WAITS[request.state], request.due, late)


def _pressing(row: Row) -> tuple[bool, bool, int, str]:
    """Red first, then what waits, then the longest silence."""
    return not row.standing.red, not row.waiting, -row.standing.days if row.standing.silent else 0, row.client.code
