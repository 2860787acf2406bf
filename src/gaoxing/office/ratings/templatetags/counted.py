"""Links from a count to its records (好差评的计数)."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from gaoxing.office.ratings.queries import Wanted

register = template.Library()


@register.filter
def of_level(levels: Mapping[str, int], level: str) -> int:
    """How many gave a level."""
    return levels.get(level, 0)


@register.simple_tag
def narrowed(wanted: Wanted, column: str, number: int | None, level: str, before: int = 0) -> str:
    """The address of the records of a count: the page's days, with a clerk or unit and a level; without either, what is wanted already."""
    kept = {"clerk": wanted.clerk, "unit": wanted.unit} if not column else {column: number}
    told = {"since": wanted.since, "until": wanted.until, **kept, "level": level, "before": before or None}
    query = urlencode({name: str(value) for name, value in told.items() if value not in (None, "")})
    return f"{reverse('ratings')}?{query}#records"
