"""Handing a list out as a spreadsheet (导出 Excel): what its page shows to this person and nothing more, and who took it stands in the audit.

Whoever calls has asked for the page's own permission and hands in rows that this person may see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.engines.workbook import MEDIA_TYPE, Written, WrittenSheet, write
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Subject
from gaoxing.office.importing.actions import actor_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import permit
from gaoxing.office.refusal import NotAllowed

MOST = 20_000
"""Rows of one export: it is made while somebody waits."""


@dataclass(frozen=True)
class Listing:
    """A list to be handed out: what it is called, the model it is of (`aftercare.request`), the act of its page, its headings and rows, lines above it."""

    title: str
    kind: str
    act: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Written]]
    above: Sequence[str] = ()


def handed_out(listing: Listing, by: Person, *, now: datetime) -> HttpResponse:
    """The list as a file to keep; its name bears the day. Raises NotAllowed for whoever may not see its page, or where it is too long."""
    permit(by, listing.act, on=localdate(now))
    rows = [tuple(row) for _place, row in zip(range(MOST + 1), listing.rows, strict=False)]
    if len(rows) > MOST:
        raise NotAllowed(_("要导出的超过 %(most)s 行。请先缩小范围（例如按时间、按单位），再导出。") % {"most": MOST})
    content = write([WrittenSheet(listing.title, listing.headings, rows, listing.above)])
    with transaction.atomic():
        details = {"title": listing.title, "rows": len(rows)}
        audit.write("list.exported", actor=actor_of(by, listing.act, now=now), subject=Subject(listing.kind), now=now, details=details)
    return as_file(content, f"{listing.title} {localdate(now):%Y-%m-%d}.xlsx")


def as_file(content: bytes, name: str) -> HttpResponse:
    """A spreadsheet as a file to keep."""
    return HttpResponse(content, content_type=MEDIA_TYPE, headers={"Content-Disposition": content_disposition_header(True, name) or ""})
