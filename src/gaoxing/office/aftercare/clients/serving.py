"""Who serves a client (由谁服务): its steward, whoever stands in for them while they are away, and the leaders. Units handle parts and see no client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.models import Client, ClientVisit, Stewardship
from gaoxing.office.aftercare.permissions import HANDLE, clients_visible_to
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Delegation, Person
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.seeing import Seer
from gaoxing.office.people.trail import acting_as
from gaoxing.office.refusal import NotAllowed


@dataclass(frozen=True)
class Deputy:
    """Somebody who stands in for a steward: who, their name, and the last day of it."""

    person: Person
    name: str
    until: date


def require(client: Client, by: Person, *, now: datetime) -> None:
    """Pass where the person serves the client today. Raises NotAllowed for everybody else."""
    on = localdate(now)
    permit(by, HANDLE, on=on)
    if not by.is_staff_member or not clients_visible_to(by, on=on).filter(pk=client.pk).exists():
        raise NotAllowed(_("这家不由您服务。请由它的服务专员、代班的同事或者领导来办。"))


def acting(by: Person, *, now: datetime) -> Actor:
    """The person as the audit knows them, in the role in which they serve."""
    return Actor(by.pk, acting_as(by, HANDLE, now=now))


def visits_visible_to(person: Person | None, *, on: date) -> QuerySet[ClientVisit]:
    """The visits that a person sees: those to the clients they serve. The notes are the office's own; no enterprise reads them."""
    if person is None or not person.is_staff_member:
        return ClientVisit.objects.none()
    return ClientVisit.objects.filter(client__in=clients_visible_to(person, on=on).values("pk"))


def term_of(client: Client, *, on: date) -> Stewardship | None:
    """The term of whoever is the client's steward on a day; None where nobody is."""
    return client.stewardships.filter(Q(until=None) | Q(until__gte=on), since__lte=on).select_related("steward").order_by("-since", "-pk").first()


def deputies_of(steward: Person, *, on: date) -> tuple[Deputy, ...]:
    """Who stands in for a steward on a day, the one who does longest first."""
    given = Delegation.objects.filter(giver=steward, withdrawn=None, since__lte=on, until__gte=on).select_related("taker").order_by("-until", "pk")
    return tuple(Deputy(each.taker, name_of(each.taker), each.until) for each in given if HANDLE in each.acts and each.taker.is_active)


def who_sees(client: Client) -> tuple[Seer, ...]:
    """Everybody who sees a client and its visits, and why."""
    return (
        Seer(_("服务专员和代班的同事"), _("这家由他服务：看资料、记走访；联系方式打码，写了理由才显示。")),
        Seer(_("领导"), _("安排专员、看覆盖情况。")),
    )
