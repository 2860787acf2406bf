"""What is offered (能办的事): the matters in the order in which people come for them, and the page of its own where one has it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from gaoxing.catalogue import Matter, matters
from gaoxing.office.frontdesk.wording import spoken

_ORDER = (
    "company_registration",
    "sole_trader_registration",
    "joint_licence",
    "registration_change",
    "deregistration",
    "project_filing",
    "project_change",
    "enterprise_request",
    "stuck_matter",
)
"""A matter that stands not here comes after these: a new folder needs no line."""

_PAGES = {"enterprise_request": "request_new", "stuck_matter": "stuck_new"}
"""Matters that are brought on a page of their own; any other is begun at the desk."""

_BEFORE = {"project_filing": "project_guidance"}
"""What to read before a matter is begun."""


@dataclass(frozen=True)
class Offer:
    """A matter in the language of the page, the address of its own page (empty: the desk) and of what to read before (empty: nothing)."""

    matter: Matter
    page: str = ""
    before: str = ""


def in_order() -> tuple[Matter, ...]:
    """Every matter, as it is listed to people."""
    return tuple(sorted(matters(), key=lambda each: _ORDER.index(each.id) if each.id in _ORDER else len(_ORDER)))


def offers() -> tuple[Offer, ...]:
    """Every matter in that order with where it is begun."""
    return tuple(Offer(spoken(each), _address(_PAGES, each), _address(_BEFORE, each)) for each in in_order())


def _address(named: dict[str, str], matter: Matter) -> str:
    return reverse(named[matter.id]) if matter.id in named else ""
