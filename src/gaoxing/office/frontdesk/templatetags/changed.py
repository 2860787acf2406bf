"""What changed at a blank, and who wrote it (页面标签), on a clerk's page."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from gaoxing.office.frontdesk.differing import Changed, Difference

register = template.Library()


@register.filter
def change_at(shown: Difference | None, path: str) -> Changed | None:
    """The change at a path; None where nothing was compared or nothing changed.

    >>> change_at(None, "name") is None
    True
    """
    return shown.at_path(path) if isinstance(shown, Difference) else None


@register.filter
def at(known: Mapping[str, str], path: str) -> str:
    """What a mapping says of a path; empty where it says nothing.

    >>> at({"name": "王某"}, "name"), at({}, "name")
    ('王某', '')
    """
    return known.get(path, "") if isinstance(known, Mapping) else ""
