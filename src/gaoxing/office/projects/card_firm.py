"""The card's part on the enterprise behind a project (项目单位): its cases, its place in the register, its stewards and the visits paid to it.

Each is asked of its own room: whoever may not see it there does not see it here. A name is compared whole, for nothing here may be of another enterprise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated

from gaoxing.catalogue import matter
from gaoxing.office.aftercare.clients.serving import visits_visible_to
from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.aftercare.permissions import clients_visible_to
from gaoxing.office.cases import permissions as cases
from gaoxing.office.cases import search_keys
from gaoxing.office.cases.models import SearchKey
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.cases.subject import normal
from gaoxing.office.enterprises import permissions as register
from gaoxing.office.enterprises.vault import code_digests
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.projects.models import Project
from gaoxing.standards import credit_code

MOST = 200
"""Things of one kind that a card shows, the newest."""


@dataclass(frozen=True)
class Entry:
    """One thing on the line: its day, of what kind it is, what it is called, how it stands, and where it lies (empty: nowhere to open)."""

    day: date
    kind: str
    title: str
    standing: str = ""
    link: str = ""


def of_firm(row: Project, person: Person, *, on: date) -> Iterator[Entry]:
    """What a person may see of the enterprise on a day. Raises a Fault where a steward's name does not open."""
    yield from _cases(row, person, on)
    yield from _registration(row, person, on)
    clients = clients_visible_to(person, on=on).filter(_served(row))
    yield from _stewards(clients, person, on)
    yield from _visits(clients, person, on)


def _cases(row: Project, person: Person, on: date) -> Iterator[Entry]:
    """Its submitted cases, found by code or whole name."""
    keys = search_keys.keys(search_keys.CODE, [normal(row.uscc)] if row.uscc else [])
    named = search_keys.keys(search_keys.NAME, [normal(row.enterprise)] if row.enterprise else [])
    told = SearchKey.objects.filter(Q(kind=search_keys.CODE, digest__in=keys) | Q(kind=search_keys.NAME, digest__in=named))
    act = HANDLE if person.is_staff_member else cases.SEE
    seen = cases.visible_to(person, on=on, act=act).filter(pk__in=told.values("case"), number__isnull=False, filed__isnull=False)
    route = "queue_case" if person.is_staff_member else "my_case"
    for each in seen.exclude(pk=row.case or 0).order_by("-filed", "-pk")[:MOST]:
        if each.filed and each.number:
            words = f"{each.number} {matter(each.matter).name}"
            yield Entry(localdate(each.filed), _("办件"), words, translated(each.get_state_display()), reverse(route, args=(each.number,)))


def _registration(row: Project, person: Person, on: date) -> Iterator[Entry]:
    """The enterprise in the register, at its founding."""
    codes = code_digests(credit_code.compact(row.uscc)) if row.uscc else ()
    for each in register.visible_to(person, on=on).filter(code__in=codes, established__isnull=False):
        if each.established:
            yield Entry(each.established, _("登记簿"), each.name, translated(each.get_status_display()))


def _served(row: Project) -> Q:
    """The clients that are this enterprise, or this project."""
    found = Q(kind=Client.Kind.ENTERPRISE, name=row.enterprise) | Q(kind=Client.Kind.PROJECT, name=row.name)
    return found | Q(kind=Client.Kind.ENTERPRISE, uscc=row.uscc) if row.uscc else found


def _stewards(clients: QuerySet[Client], person: Person, on: date) -> Iterator[Entry]:
    """Who serves it, and who did."""
    for each in Stewardship.objects.filter(client__in=clients.values("pk"), since__lte=on).select_related("client", "steward").order_by("-pk")[:MOST]:
        standing = _("现任") if each.until is None or each.until >= on else _("到 %(day)s") % {"day": each.until}
        yield Entry(each.since, _("服务专员"), name_of(each.steward), f"{each.client.name} · {standing}", _client_link(each.client, person))


def _visits(clients: QuerySet[Client], person: Person, on: date) -> Iterator[Entry]:
    """The visits paid to it, without what was said: that is read in their own room."""
    seen = visits_visible_to(person, on=on).filter(client__in=clients.values("pk"), struck=None)
    for each in seen.select_related("client")[:MOST]:
        yield Entry(localdate(each.at), _("走访"), each.client.name, translated(each.get_how_display()), _client_link(each.client, person))


def _client_link(client: Client, person: Person) -> str:
    return reverse("client", args=(client.pk,)) if person.is_staff_member else ""
