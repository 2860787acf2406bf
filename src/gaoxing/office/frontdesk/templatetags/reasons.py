"""The rows in which a clerk writes typed reasons (页面标签): what was written last time, and empty ones to go on."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from django import template
from django.http import QueryDict

from gaoxing.office.frontdesk.handling import Button
from gaoxing.office.frontdesk.pressing import MOST_REASONS

register = template.Library()

ROWS = {"defect": 6}
"""Rows that stand open, by the kind of reason; one for any other."""


@register.filter
def reason_rows(given: Mapping[str, Any], button: Button) -> list[dict[str, str]]:
    """The rows of an act's reasons: those that were just posted for it, then empty ones.

    >>> reason_rows({}, Button("refuse", "不予登记"))
    [{'kind': '', 'about': '', 'words': ''}]
    """
    posted = _posted(given) if given.get("act") == button.act else []
    most = ROWS.get(button.reason.id if button.reason else "", 1)
    empty = {"kind": "", "about": "", "words": ""}
    return [*posted, *(dict(empty) for _ in range(max(most - len(posted), 0)))]


def _posted(given: Mapping[str, Any]) -> list[dict[str, str]]:
    kinds, abouts, said = (given.getlist(each) if isinstance(given, QueryDict) else [] for each in ("kind", "about", "words"))
    rows = zip_longest(kinds, abouts, said, fillvalue="")
    return [{"kind": kind, "about": about, "words": words} for kind, about, words in rows if about.strip() or words.strip()][:MOST_REASONS]
