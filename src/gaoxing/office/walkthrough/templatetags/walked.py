"""The tour on every page of it (导览标签)."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.db import DatabaseError

from gaoxing.casework.table import Term
from gaoxing.office.language import said
from gaoxing.office.walkthrough import walking

register = template.Library()


@register.inclusion_tag("walkthrough/bar.html", takes_context=True)
def walking_bar(context: dict[str, Any]) -> dict[str, Any]:
    """Where somebody is on their tour, and the ways on and back; nothing for whoever is on none, and outside the demonstration."""
    request = context.get("request")
    if not settings.DEMO or request is None or not hasattr(request, "session"):
        return {}
    try:
        there = walking.where(request)
    except DatabaseError:
        return {}
    here = there is not None and request.path == there.address
    return {"place": there, "here": here, "last": there is not None and there.number == len(there.tour.stops), "csrf_token": context.get("csrf_token")}


@register.filter
def worded(term: Term) -> str:
    """A term in the language of the page."""
    return said(term)
