"""What other rooms tell of a client on its page (服务对象页的栏目): each enters itself; this room knows none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gaoxing.office.aftercare.models import Client
from gaoxing.office.people.models import Person


@dataclass(frozen=True)
class Line:
    """A line of a panel: what it is about, how that stands, the picture of the standing (empty: none), and what more there is to say."""

    title: str
    standing: str
    icon: str = ""
    told: str = ""


@dataclass(frozen=True)
class Panel:
    """A panel: its heading, its lines, what is said below them, and where it leads."""

    title: str
    lines: tuple[Line, ...]
    told: str
    address: str
    onward: str


Telling = Callable[[Client, Person, datetime], Panel | None]
_PANELS: list[Telling] = []
"""Who tells something of a client; None where there is nothing that the person may see."""


def enter(telling: Telling) -> None:
    """Let the page of a client have this panel; entering it again changes nothing."""
    if telling not in _PANELS:
        _PANELS.append(telling)


def panels_of(client: Client, person: Person, *, now: datetime) -> tuple[Panel, ...]:
    """The panels of a client's page, as far as the person sees what they tell."""
    return tuple(found for telling in _PANELS if (found := telling(client, person, now)) is not None)
