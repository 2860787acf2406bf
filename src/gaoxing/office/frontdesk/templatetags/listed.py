"""The rows of a clerks' list (清单的行): a hundred of them on a page are put together here, for the template's loop took longer than all else of the page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gaoxing.office.frontdesk.case_words import Clock
from gaoxing.office.frontdesk.masking import mask_contacts
from gaoxing.office.frontdesk.queue_rows import Row

register = template.Library()

_PLACE = "0"
"""Stands for a case's number in the address that is asked for once."""


@register.simple_tag
def listed(rows: Iterable[Row]) -> SafeString:
    """The rows of a table: number, title and matter, state, handler, and the clock or the time of submission with its light."""
    opens = reverse("queue_case", kwargs={"number": _PLACE}).removesuffix(_PLACE)
    return mark_safe("".join(_row(each, opens) for each in rows))  # noqa: S308 (every value is escaped)


def _row(row: Row, opens: str) -> str:
    number = escape(str(row.case.number))
    title, matter, state, handler = (escape(each) for each in (mask_contacts(row.title), row.matter, row.state, row.handler or _("还没有人办")))
    return (
        f'<tr><th scope="row"><a href="{opens}{number}">{number}</a></th>'
        f'<td><span lang="zh-Hans">{title}</span><br><span class="hint">{matter}</span></td><td>{state}</td><td>{handler}</td>'
        f"<td>{_clock(row.clock) if row.clock else _submitted(row)}</td></tr>\n"
    )


def _submitted(row: Row) -> str:
    light = f'<span class="clock {escape(row.light)}"><strong>{escape(row.word)}</strong></span>'
    if row.case.filed is None:
        return light
    at = localtime(row.case.filed)
    return f'<time datetime="{at.isoformat()}">{at:%Y-%m-%d %H:%M}</time><br>{light}'


def _clock(clock: Clock) -> str:
    """The same as `filing/clock.html`."""
    note = f' <span class="hint">{escape(clock.note)}</span>' if clock.note else ""
    return f'<p class="clock {escape(clock.light)}"><strong>{escape(clock.word)}</strong> {escape(clock.sentence)}{note}</p>'
