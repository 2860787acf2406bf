"""The way to one's notices, with how many are unread, on every page of whoever is signed in (页面标签)."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import DatabaseError

from gaoxing.office.notices import queries

register = template.Library()


@register.inclusion_tag("notices/link.html", takes_context=True)
def notices_link(context: dict[str, Any]) -> dict[str, Any]:
    """The link; nothing for strangers, nor on the page that tells that the database fails."""
    try:
        person = getattr(context.get("request"), "user", None)
        known = person is not None and person.is_authenticated
        return {"known": known, "unread": queries.unread(int(person.pk)) if known and person is not None else 0}
    except DatabaseError:
        return {"known": False}
