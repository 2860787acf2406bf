"""Who may open which address (网址权限): every app says it of its own routes in `routes.toml`; a route that no table names is open to nobody.

A line reads `name = "class"`; the classes are
anyone (everybody: a public page), browser (everybody, but there is only what this browser itself holds), token (asks for a token itself),
signed_in (whoever has an account), applicant, staff, and act:NAME (whoever may do that act of the policy table).
` fresh` behind it asks for the password or code once more after five minutes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.apps import apps

from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may

ANYONE, BROWSER, TOKEN, SIGNED_IN, APPLICANT, STAFF, ACT = "anyone", "browser", "token", "signed_in", "applicant", "staff", "act:"
UNGUARDED = (ANYONE, BROWSER, TOKEN)
"""What the guard lets through: a page for everybody, or what asks for itself."""

FRESH = " fresh"


class Answer(StrEnum):
    """What becomes of a request for a route."""

    OPEN = "open"
    SIGN_IN = "sign in"
    REFUSED = "refused"
    UNCLASSIFIED = "unclassified"


@dataclass(frozen=True)
class Route:
    """A route's class, and whether it asks who one is once more."""

    kind: str
    fresh: bool = False


@cache
def table() -> Mapping[str, Route]:
    """Every classified route by name."""
    found: dict[str, Route] = {}
    for app in apps.get_app_configs():
        file = Path(app.path) / "routes.toml"
        if app.name.startswith("gaoxing.") and file.exists():
            rows = tomllib.loads(file.read_text(encoding="utf-8"))
            found |= {name: Route(kind.removesuffix(FRESH), kind.endswith(FRESH)) for name, kind in rows.items()}
    return found


def answer(name: str | None, person: Person | None, *, on: date) -> Answer:
    """Whether somebody (None: a stranger) may open a route at all; what they see of records there is asked of the records."""
    route = table().get(name or "")
    if route is None:
        return Answer.UNCLASSIFIED
    if route.kind in UNGUARDED:
        return Answer.OPEN
    if person is None:
        return Answer.SIGN_IN
    return Answer.OPEN if _admits(route.kind, person, on) else Answer.REFUSED


def _admits(kind: str, person: Person, on: date) -> bool:
    if kind.startswith(ACT):
        return may(person, kind.removeprefix(ACT), on=on)
    return kind == SIGNED_IN or kind == (STAFF if person.is_staff_member else APPLICANT)
