"""Where somebody is on a tour (走到哪里): kept in their session; the next page is the next stop whose row is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from gaoxing.office.people.models import Person
from gaoxing.office.walkthrough.examples import example
from gaoxing.office.walkthrough.tours import Stop, Tour, tour

KEY = "walkthrough"


@dataclass(frozen=True)
class Place:
    """A stop of a tour by its number from 1, and the address of its page."""

    tour: Tour
    number: int
    address: str

    @property
    def stop(self) -> Stop:
        """The stop itself."""
        return self.tour.stops[self.number - 1]


def place(found: Tour, number: int, person: Person | None, *, now: datetime) -> Place | None:
    """The stop of a number; None where the tour has none, or the row that it shows is not there."""
    if not 1 <= number <= len(found.stops):
        return None
    address = address_of(found.stops[number - 1], person, now=now)
    return Place(found, number, address) if address else None


def beside(found: Tour, number: int, step: int, person: Person | None, *, now: datetime) -> Place | None:
    """The next stop in a direction (1 onwards, -1 back) whose row is there."""
    number += step
    while 1 <= number <= len(found.stops):
        if there := place(found, number, person, now=now):
            return there
        number += step
    return None


def address_of(stop: Stop, person: Person | None, *, now: datetime) -> str:
    """The address of a stop's page for somebody; empty where there is no such page or row."""
    told = example(stop.of, person, now=now) if stop.of and person else {}
    if told is None or (stop.of and not told):
        return ""
    try:
        return reverse(stop.route, kwargs=dict(told))
    except NoReverseMatch:
        return ""


def go(request: HttpRequest, there: Place) -> None:
    """They are here now."""
    request.session[KEY] = [there.tour.id, there.number, there.address]


def leave(request: HttpRequest) -> None:
    """The tour is over."""
    request.session.pop(KEY, None)


def where(request: HttpRequest) -> Place | None:
    """Where they are; None for whoever is on no tour."""
    kept = request.session.get(KEY)
    if not (isinstance(kept, list) and len(kept) == 3):
        return None
    found = tour(str(kept[0]))
    return Place(found, int(kept[1]), str(kept[2])) if found and 1 <= int(kept[1]) <= len(found.stops) else None
