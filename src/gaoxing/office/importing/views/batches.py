"""An imported list (导入批次): what each row would do, by verdict; the rows to be mended as a table; confirmed once, then its progress and outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.engines.workbook import Written, WrittenSheet, write
from gaoxing.office.importing import actions, permissions, queries
from gaoxing.office.importing.exporting import as_file
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.importing.registry import Importer
from gaoxing.office.importing.views.going import go_on_for_a_moment
from gaoxing.office.importing.views.uploading import one
from gaoxing.office.masking import mask_contacts
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

GOING = (ImportBatch.State.JUDGING, ImportBatch.State.APPLYING)
_TO_MEND = (ImportLine.Verdict.WRONG, ImportLine.Verdict.ASKED)


@require_GET
@careful
def page(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """A list as it stands (GET /staff/imports/clients/7; `?show=` one verdict, `?after=` goes on behind a row)."""
    return _page(request, _own(request, kind, number))


@require_POST
@careful
def step(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Go on for a moment (POST …/step): the page asks by itself where it can, else by its button."""
    batch = _own(request, kind, number)
    go_on_for_a_moment(batch)
    batch.refresh_from_db()
    if getattr(request, "htmx", False) and batch.state in GOING:
        return render(request, "importing/going.html", {"batch": batch, "progress": queries.progress(batch)})
    if getattr(request, "htmx", False):
        return HttpResponse(headers={"HX-Redirect": reverse("import_batch", args=(kind, number))})
    return redirect("import_batch", kind=kind, number=number)


@require_POST
@careful
def confirm(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Take the list in (POST …/confirm)."""
    return _done(request, kind, number, actions.confirm)


@require_POST
@careful
def discard(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Give it up (POST …/discard)."""
    return _done(request, kind, number, actions.discard)


@require_GET
@careful
def faults(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """The rows that were not taken in, with what is to be mended (GET …/faults.xlsx)."""
    batch = _own(request, kind, number)
    headings = [*(heading for _id, heading in queries.head_of(batch)["columns"]), _("原来的行号"), _("要改的地方")]
    wrong = sorted((each for verdict in _TO_MEND for each in queries.rows(batch, verdict=verdict, most=None)), key=lambda row: row.number)
    rows: list[tuple[Written, ...]] = [(*each.cells, each.number, "\n".join(each.told)) for each in wrong]
    return as_file(write([WrittenSheet(_("要改的行"), headings, rows)]), _("要改的行.xlsx"))


def _own(request: HttpRequest, kind: str, number: int) -> ImportBatch:
    one(request, kind)
    found = permissions.visible_to(person_of(request), on=timezone.localdate()).select_related("by").filter(kind=kind, pk=number).first()
    if found is None:
        raise Http404
    return found


def _done(request: HttpRequest, kind: str, number: int, deed: Callable[..., ImportBatch]) -> HttpResponse:
    batch = _own(request, kind, number)
    try:
        go_on_for_a_moment(deed(batch, person_of(request), now=timezone.now()))
    except NotAllowed as refusal:
        return _page(request, batch, refusal.reason)
    return redirect("import_batch", kind=kind, number=number)


def _page(request: HttpRequest, batch: ImportBatch, told: str = "") -> HttpResponse:
    counts, show, wanted, head = queries.counts(batch), request.GET.get("show", ""), one(request, batch.kind), queries.head_of(batch)
    columns = [id_ for id_, _heading in head["columns"]]
    show = show if show in ImportLine.Verdict.values else ""
    after = request.GET.get("after", "")
    rows = queries.rows(batch, verdict=show, after=int(after) if after.isascii() and after.isdecimal() and len(after) < 9 else 0, most=queries.PAGE + 1)
    context: dict[str, Any] = {
        "batch": batch,
        "importer": wanted,
        "head": head,
        "counts": [(each, count) for each, count in counts.items()],
        "whole": sum(counts.values()),
        "taken": sum(count for each, count in counts.items() if each in queries.TAKEN),
        "to_mend": sum(count for each, count in counts.items() if each in _TO_MEND),
        "rows": [_masked(each, wanted, columns) for each in rows[: queries.PAGE]],
        "onward": rows[queries.PAGE - 1].number if len(rows) > queries.PAGE else 0,
        "show": show,
        "before": queries.imported_before(batch),
        "progress": queries.progress(batch),
        "going": batch.state in GOING,
        "after_address": _address(wanted.after),
        "told": told,
    }
    return render(request, "importing/batch.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _masked(row: queries.Shown, wanted: Importer, columns: Sequence[str]) -> queries.Shown:
    """A row as a screen may show it; the table to be mended, which is sent again, has it whole."""
    cells = (mask_contacts(cell) if id_ in wanted.masked else cell for id_, cell in zip(columns, row.cells, strict=True))
    return replace(row, cells=tuple(cells), told=tuple(map(mask_contacts, row.told)) if wanted.masked else row.told)


def _address(route: str) -> str:
    try:
        return reverse(route) if route else ""
    except NoReverseMatch:
        return ""
