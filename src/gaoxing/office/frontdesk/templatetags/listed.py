"""The rows of a clerks' list (清单的行): a hundred of them on a page are put together here, for the template's loop took longer than all else of the page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from gaoxing.office.frontdesk.case_words import Clock
from gaoxing.office.frontdesk.masking import mask_contacts
from gaoxing.office.frontdesk.queue_rows import Chooser, Row

register = template.Library()

_PLACE = "0"
"""Stands for a case's number in the address that is asked for once."""


@register.simple_tag
def listed(rows: Iterable[Row]) -> SafeString:
    """The rows of a table: number, title and matter, state, handler, and the clock or the time of submission with its light."""
    page = _Page(reverse("queue_case", kwargs={"number": _PLACE}).removesuffix(_PLACE))
    return mark_safe("".join(page.row(each) for each in rows))  # noqa: S308 (every value is escaped)


@register.simple_tag
def options(box: Chooser) -> SafeString:
    """The choices of a box by which a list is narrowed, the one that stands chosen."""
    lines = (f'<option value="{escape(value)}"{" selected" if value == box.chosen else ""}>{escape(str(word))}</option>' for value, word in box.choices)
    return mark_safe("".join(lines))  # noqa: S308 (every value is escaped)


class _Page:
    """The rows of one page: what it says again and again is translated, escaped and looked up once."""

    def __init__(self, opens: str) -> None:
        self.opens, self.zone, self.nobody, self.known = opens, get_current_timezone(), _("还没有人办"), dict[tuple[str, ...], str]()

    def row(self, row: Row) -> str:
        """A row."""
        number, title = escape(str(row.case.number)), escape(mask_contacts(row.title))
        said = row.matter, row.state, row.handler or self.nobody
        if (told := self.known.get(said)) is None:
            matter, state, handler = map(escape, said)
            told = self.known[said] = f'<span class="hint">{matter}</span></td><td>{state}</td><td>{handler}</td>'
        return (
            f'<tr><th scope="row"><a href="{self.opens}{number}">{number}</a></th><td><span lang="zh-Hans">{title}</span><br>{told}'
            f"<td>{_clock(row.clock) if row.clock else self.submitted(row)}</td></tr>\n"
        )

    def submitted(self, row: Row) -> str:
        """The time of submission, where there is one, and the light."""
        said = row.light, row.word
        if (light := self.known.get(said)) is None:
            light = self.known[said] = f'<span class="clock {escape(row.light)}"><strong>{escape(row.word)}</strong></span>'
        if row.case.filed is None:
            return light
        at = row.case.filed.astimezone(self.zone).isoformat()
        return f'<time datetime="{at}">{at[:10]} {at[11:16]}</time><br>{light}'


def _clock(clock: Clock) -> str:
    """The same as `filing/clock.html`."""
    note = f' <span class="hint">{escape(clock.note)}</span>' if clock.note else ""
    return f'<p class="clock {escape(clock.light)}"><strong>{escape(clock.word)}</strong> {escape(clock.sentence)}{note}</p>'
