"""The way to one's notices, with how many are unread, on every page of whoever is signed in (页面标签)."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import DatabaseError
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from gaoxing.office.notices import queries
from gaoxing.standards.expression import expression

register = template.Library()

_LINK = expression(r"(?:https?://[A-Za-z0-9.:-]+)?(/rate/[A-Za-z0-9_-]{20,64})")
"""A link as the office writes it into a notice, with its origin or without."""

_REQUEST = expression(r"(?<![A-Za-z0-9_/-])R[0-9]{4}-[0-9]{6,18}(?![0-9])")
"""The number of a request, as a notice names it to its enterprise."""


_STUCK = expression(r"(?<![A-Za-z0-9_/-])E[0-9]{4}-[0-9]{6,18}(?![0-9])")
"""The number of what does not get done, as a notice names it to its person and to the staff."""


_PROJECT = expression(r"(?<![A-Za-z0-9_/-])P[0-9]{4}-[0-9]{6,18}(?![0-9])")
"""The number of a filed project, as a notice names it to its enterprise."""


@register.inclusion_tag("notices/link.html", takes_context=True)
def notices_link(context: dict[str, Any]) -> dict[str, Any]:
    """The link; nothing for strangers, nor on the page that tells that the database fails."""
    try:
        person = getattr(context.get("request"), "user", None)
        known = person is not None and person.is_authenticated
        return {"known": known, "unread": queries.unread(int(person.pk)) if known and person is not None else 0}
    except DatabaseError:
        return {"known": False}


@register.filter
def linked(text: str) -> SafeString:
    """A notice's text with the links to this office's ratings made to be pressed, by a word instead of their letters; all else as it is written."""
    word = escape(_("点这里评价"))
    return mark_safe(_LINK.sub(lambda found: f'<a href="{found[1]}">{word}</a>', escape(text)))  # noqa: S308 (escaped before)


@register.filter
def to_requests(text: SafeString) -> SafeString:
    """A notice's text, escaped before, with the numbers of requests leading to the enterprise's own page."""
    return mark_safe(_REQUEST.sub(lambda found: f'<a href="/requests/{found[0]}">{found[0]}</a>', text))  # noqa: S308 (escaped before)


@register.filter
def to_projects(text: SafeString) -> SafeString:
    """A notice's text, escaped before, with the numbers of filed projects leading to their page, which asks who may see it."""
    return mark_safe(_PROJECT.sub(lambda found: f'<a href="/projects/{found[0]}">{found[0]}</a>', text))  # noqa: S308 (escaped before)


@register.filter
def to_stuck(text: SafeString) -> SafeString:
    """A notice's text, escaped before, with the numbers of what does not get done leading to its page, which asks who may see it."""
    return mark_safe(_STUCK.sub(lambda found: f'<a href="/stuck/{found[0]}">{found[0]}</a>', text))  # noqa: S308 (escaped before)
