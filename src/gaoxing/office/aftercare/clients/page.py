"""One client as its page shows it (服务对象页): what is known of it, whom to reach, its stewards, how it stands, visits, requests, cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.office.aftercare.clients import contacts, panels, profiles, serving
from gaoxing.office.aftercare.clients.contacts import Reach
from gaoxing.office.aftercare.clients.quarters import quarter_of
from gaoxing.office.aftercare.clients.serving import Deputy
from gaoxing.office.aftercare.clients.standing import Standing, View, standings
from gaoxing.office.aftercare.clients.visits import note_of
from gaoxing.office.aftercare.models import Client, ClientVisit, Request, Stewardship
from gaoxing.office.aftercare.permissions import whole_to
from gaoxing.office.aftercare.stewards import why_of
from gaoxing.office.aftercare.wording import state_of
from gaoxing.office.language import said
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

SHOWN = 20
"""Visits and requests that the page lists, the newest first."""


@dataclass(frozen=True)
class Term:
    """Who was the client's steward, from when to when, and why."""

    term: Stewardship
    name: str
    why: str
    now: bool


@dataclass(frozen=True, repr=False)
class Visited:
    """A visit: who was there, what was said, what was found."""

    visit: ClientVisit
    who: str
    said: str
    found: str


@dataclass(frozen=True, repr=False)
class Page:
    """All of it; `visits_count` and `requests_count` are how many there are in all."""

    client: Client
    standing: Standing
    steward: str
    deputies: tuple[Deputy, ...]
    contacts: tuple[Reach, ...]
    terms: tuple[Term, ...]
    visits: tuple[Visited, ...]
    visits_count: int
    requests: tuple[tuple[Request, str], ...]
    requests_count: int
    cases: tuple[profiles.CaseLine, ...]
    panels: tuple[panels.Panel, ...]
    registered: profiles.Registered | None
    account: str


def page_of(client: Client, person: Person, *, now: datetime, whole: str = "") -> Page:
    """The page of a client that the person sees; the contact whose number `whole` is stands unmasked. Raises a Fault where something does not open."""
    on = localdate(now)
    term = serving.term_of(client, on=on)
    asked = whole_to(person, on=on).filter(client=client).exclude(state=Request.State.DRAFT).order_by("-pk")
    visits = client.visits.select_related("steward", "request")
    return Page(
        client,
        standings(Client.objects.filter(pk=client.pk), View.of(quarter_of(on), now=now))[0],
        name_of(term.steward) if term else "",
        serving.deputies_of(term.steward, on=on) if term else (),
        tuple(each if str(each.number) == whole else each.masked for each in contacts.contacts_of(client)),
        terms_of(client, now=now),
        visited(visits[:SHOWN]),
        visits.count(),
        tuple((each, said(state_of(each))) for each in asked[:SHOWN]),
        asked.count(),
        profiles.cases_of(client, person, now=now),
        panels.panels_of(client, person, now=now),
        profiles.registered(client),
        name_of(client.person) if client.person else "",
    )


def terms_of(client: Client, *, now: datetime) -> tuple[Term, ...]:
    """Every steward that the client has, had, or is to have; the latest first."""
    on = localdate(now)
    rows = client.stewardships.select_related("steward").order_by("-since", "-pk")
    return tuple(Term(each, name_of(each.steward), why_of(each), each.since <= on and (each.until is None or each.until >= on)) for each in rows)


def visited(visits: Iterable[ClientVisit]) -> tuple[Visited, ...]:
    """Visits with their notes opened. Raises a Fault where one does not open."""
    found = ((each, note_of(each)) for each in visits)
    return tuple(Visited(each, name_of(each.steward), note["said"], note["found"]) for each, note in found)
