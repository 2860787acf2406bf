"""What does not get done, on any page (办不成事): the address behind the button of the foot, and what was already brought of a case or request."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.urls import reverse

from gaoxing.office.escalations.origin import pages
from gaoxing.office.escalations.views.bringing import brought_of
from gaoxing.office.frontdesk.queries import Desk
from gaoxing.office.people.models import Person
from gaoxing.standards.expression import expression

register = template.Library()

NUMBER: re.Pattern[str] = expression(r"(?:\d{6}-\d{4}-\d{6}|R\d{4}-\d{6})")
"""The number of a case or a request, as it stands in the address of its page."""


@register.simple_tag(takes_context=True)
def stuck_address(context: template.Context) -> str:
    """Where one says what is stuck, with the number that the page bears, else the matter of the draft on it, else the page where it says enough."""
    request = context.get("request")
    found = _carried(request, context.get("desk")) if isinstance(request, HttpRequest) else {}
    return f"{reverse('stuck_new')}?{urlencode(found)}" if found else reverse("stuck_new")


@register.inclusion_tag("escalations/brought.html", takes_context=True)
def stuck_of(context: template.Context, number: str) -> dict[str, Any]:
    """What of a case or request was brought as stuck, as far as whoever reads the page sees it."""
    person = getattr(context.get("request"), "user", None)
    rows = brought_of(number, person) if isinstance(person, Person) else ()
    return {"rows": rows, "route": "stuck_in_hand" if isinstance(person, Person) and person.is_staff_member else "stuck_one"}


def _carried(request: HttpRequest, desk: object) -> dict[str, str]:
    match = request.resolver_match
    number = str(match.kwargs.get("number", "")) if match else ""
    if NUMBER.fullmatch(number):
        return {"number": number}
    if isinstance(desk, Desk) and desk.matter is not None:
        return {"matter": desk.matter.id}
    return {"page": match.url_name} if match and match.url_name in pages() else {}
