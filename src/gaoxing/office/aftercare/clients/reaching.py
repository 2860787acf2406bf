"""How an enterprise reaches its steward (怎么找到专员): who it is, by which number, who stands in while they are away; the steward sets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated

from gaoxing.office.aftercare.clients.serving import Deputy, deputies_of, term_of
from gaoxing.office.aftercare.models import Client, Request
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import telephone
from gaoxing.standards.invalid import Invalid


@dataclass(frozen=True)
class Reached:
    """A client and how its steward is reached: names and numbers are empty where there is nobody, or none was told."""

    client: str
    kind: str
    steward: str
    telephone: str
    deputies: tuple[tuple[Deputy, str], ...] = ()


def set_telephone(steward: Person, typed: str, *, now: datetime) -> None:
    """Keep the number by which enterprises reach somebody of the staff; empty takes it away. Raises NotAllowed for what is no telephone number."""
    try:
        number = telephone.validate(typed) if typed.strip() else ""
    except Invalid as wrong:
        raise NotAllowed(_("电话没有存：%(why)s。") % {"why": wrong}) from None
    accounts.set_work_telephone(steward, number, now=now)


def reached(client: Client, *, on: date) -> Reached:
    """How the steward of a client is reached on a day. Raises a Fault where a name or number does not open."""
    term = term_of(client, on=on)
    kind = translated(str(client.get_kind_display()))
    if term is None:
        return Reached(client.name, kind, "", "")
    deputies = tuple((each, accounts.own(each.person, "mobile")) for each in deputies_of(term.steward, on=on))
    return Reached(client.name, kind, accounts.name_of(term.steward), accounts.own(term.steward, "mobile"), deputies)


def of_enterprise(person: Person, *, on: date) -> tuple[Reached, ...]:
    """How somebody who signs in for an enterprise reaches its stewards: of the clients that are theirs, and of those for which they asked for something."""
    asked = Request.objects.filter(owner=person, client__isnull=False).values("client")
    found = Client.objects.filter(Q(until=None) | Q(until__gte=on), Q(person=person) | Q(pk__in=asked), since__lte=on)
    return tuple(reached(each, on=on) for each in found.order_by("kind", "code"))
