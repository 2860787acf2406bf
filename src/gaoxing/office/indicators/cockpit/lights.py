"""The lights of everything that runs (亮灯): requests, cases and licences of joint cases, counted as their own desks count them, each number opening its list.

Only requests know a double red: of cases and licences it is not 0 but unknown, and drawn so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Count, F, Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import lights as of_requests
from gaoxing.office.aftercare.desk import queue as requests
from gaoxing.office.aftercare.models import Request
from gaoxing.office.cases import lights as of_cases
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queue import OPEN as OPEN_CASES
from gaoxing.office.licensing import clocking
from gaoxing.office.licensing.models import Item, ItemEvent

SHOWN = (Light.DOUBLE_RED, Light.RED, Light.YELLOW, Light.GREEN, Light.PAUSED)
"""The lights in the order in which they are shown, the worst first."""

CLOCKED = (
    Item.State.DISPATCHED,
    Item.State.CORRECTING,
    Item.State.ACCEPTED,
    Item.State.VISIT,
    Item.State.RECTIFYING,
    Item.State.HEARING,
    Item.State.EXAMINED,
)
"""The states of a licence in which its clock runs or is held."""


@dataclass(frozen=True)
class Row:
    """What runs of one kind: its name and its list, how many have each light (a light that it does not know is left out), and where those of each are."""

    id: str
    name: str
    counts: Mapping[Light, int]
    addresses: Mapping[Light, str]
    address: str = ""

    @property
    def cells(self) -> tuple[tuple[int | None, str], ...]:
        """Of every light how many there are (None: it does not know the light) and where they are."""
        return tuple((self.counts.get(light), self.addresses.get(light, "")) for light in SHOWN)


def rows(now: datetime) -> tuple[Row, ...]:
    """The three kinds at a moment, in four questions however many there are."""
    found = (
        ("requests", _("企业诉求"), _requests(now), "requests_desk"),
        ("cases", _("登记等办件"), _cases(now), "queue"),
        ("licences", _("联办的证照"), _licences(now), "cockpit_licences"),
    )
    return tuple(Row(id_, name, counts, {light: address(route, light=light) for light in counts}, reverse(route)) for id_, name, counts, route in found)


def word(light: Light) -> str:
    """What a light is called in the language of the page."""
    return {Light.GREEN: _("绿灯"), Light.YELLOW: _("黄灯"), Light.RED: _("红灯"), Light.DOUBLE_RED: _("双红"), Light.PAUSED: _("暂停")}[light]


def clocked() -> QuerySet[Item]:
    """The licences whose clock runs or is held, what is due first first, each with what its clock was told."""
    told = Prefetch("events", ItemEvent.objects.exclude(clock="").order_by("number"))
    found = Item.objects.filter(state__in=CLOCKED, case__number__isnull=False).select_related("case", "unit").prefetch_related(told)
    return found.order_by(F("rank").asc(nulls_last=True), "pk")


def light_of(item: Item, *, now: datetime) -> Light | None:
    """The light of one of `clocked`; None where its clock was never started."""
    reading = clocking.reading(item.events.all(), now=now)
    return reading.light if reading else None


def address(route: str, **asked: str) -> str:
    """A route with what is asked of it."""
    return f"{reverse(route)}?{urlencode(asked)}"


def _requests(now: datetime) -> dict[Light, int]:
    at = of_requests.moment(now)
    asked = {str(light): Count("pk", filter=of_requests.condition(light, at)) for light in SHOWN}
    found = Request.objects.filter(state__in=requests.OPEN).aggregate(**asked)
    return {light: found[str(light)] for light in SHOWN}


def _cases(now: datetime) -> dict[Light, int]:
    known = [light for light in SHOWN if light is not Light.DOUBLE_RED]
    asked = {str(light): Count("pk", filter=of_cases.condition(light, now=now)) for light in known}
    found = Case.objects.filter(number__isnull=False, state__in=OPEN_CASES, rank__isnull=False).aggregate(**asked)
    return {light: found[str(light)] for light in known}


def _licences(now: datetime) -> dict[Light, int]:
    found = Counter(light_of(each, now=now) for each in clocked())
    return {light: found[light] for light in SHOWN if light is not Light.DOUBLE_RED}
