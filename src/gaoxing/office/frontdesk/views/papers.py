"""The papers of a draft (材料): pictures of their pages, PDF, DOCX, OFD, all in one ZIP, and the print view."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from gaoxing.documents.document import Document, Layout
from gaoxing.forms import Form
from gaoxing.office.cases import queries as cases
from gaoxing.office.cases.actions import take_papers
from gaoxing.office.frontdesk import clauses, errors, helped, papers, queries, visitor
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand

PRINT = "print"
"""As what papers leave that are opened to be printed."""

_PNG_HEAD = slice(16, 24)
"""Where a PNG states its width and height, four bytes each (ISO/IEC 15948)."""


@require_GET
@careful
@agreed
def overview(request: HttpRequest) -> HttpResponse:
    """What there is to download, and the pages as pictures, fetched when the page is there (GET /draft/papers; `?whole=1` with the pictures)."""
    form = _form(request)
    found = papers.layouts(form, on=timezone.localdate()) if form else ()
    if not found:
        return errors.nothing_yet(request)
    desk = queries.desk(visitor.reference(request), now=timezone.now())
    whole = request.GET.get("whole") == "1"
    listed = [
        {"number": number, "layout": layout, "clauses": clauses.has_clauses(layout), "pages": _pages(layout) if whole else None}
        for number, layout in enumerate(found)
    ]
    return render(request, "frontdesk/papers.html", {"desk": desk, "papers": listed})


@require_GET
@careful
@agreed
def previews(request: HttpRequest, number: int) -> HttpResponse:
    """The pages of one paper as a list of pictures (GET /draft/papers/0/pages)."""
    layout = _layout(request, number)
    if layout is None:
        return errors.nothing_yet(request)
    return render(request, "frontdesk/previews.html", {"paper": {"number": number, "layout": layout, "pages": _pages(layout)}})


@require_GET
@careful
@agreed
def wording(request: HttpRequest, number: int) -> HttpResponse:
    """The wording of one deed beside the words that its values came from (GET /draft/papers/1/clauses); an official form has none and leads to the desk."""
    layout = _layout(request, number)
    if layout is None:
        return errors.nothing_yet(request)
    shown = clauses.deed(layout, helped.desk(request, queries.desk(visitor.reference(request), now=timezone.now())))
    return redirect("desk") if shown is None else render(request, "frontdesk/clauses.html", {"deed": shown, "number": number})


@require_GET
@careful
@agreed
def page(request: HttpRequest, number: int, page: int) -> HttpResponse:
    """One page as a PNG picture, counted from 1 (GET /draft/papers/0/pages/1.png)."""
    layout = _layout(request, number)
    if layout is None:
        return errors.nothing_yet(request)
    drawn = papers.pages(layout)
    if not 1 <= page <= len(drawn):
        raise Http404
    return HttpResponse(drawn[page - 1], content_type="image/png")


@require_GET
@careful
@agreed
def paper(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """One paper as a file (GET /draft/papers/0.pdf, /draft/papers/0.docx, /draft/papers/0.ofd); `?inline=1` opens a PDF in the browser, to be printed."""
    layout = _layout(request, number, leaves=True)
    if layout is None:
        return errors.nothing_yet(request)
    made, inline = papers.paper(layout, kind), kind == papers.PDF and request.GET.get("inline") == "1"
    _note_taken(request, PRINT if inline else kind)
    return _file(made, inline=inline)


@require_GET
@careful
@agreed
def bundle(request: HttpRequest) -> HttpResponse:
    """Every paper in one ZIP (GET /draft/papers.zip)."""
    form = _form(request, leaves=True)
    packed = papers.bundle(form, on=timezone.localdate()) if form else None
    if packed is None:
        return errors.nothing_yet(request)
    _note_taken(request, "zip")
    return _file(packed)


@require_GET
@careful
@agreed
def printed(request: HttpRequest) -> HttpResponse:
    """The sheet alone, laid out for a printer (GET /draft/print)."""
    desk = queries.desk(visitor.reference(request), now=timezone.now())
    if not desk.form:
        return errors.nothing_yet(request)
    _note_taken(request, PRINT)
    return render(request, "frontdesk/print.html", {"desk": desk, "printed": timezone.localtime()})


def _note_taken(request: HttpRequest, kind: str) -> None:
    """Keep in the audit that papers left the office, and as what."""
    if case := cases.draft(visitor.reference(request)):
        take_papers(case, kind=kind, now=timezone.now(), actor=hand(request).actor)


def _form(request: HttpRequest, *, leaves: bool = False) -> Form | None:
    """The form of which papers are drawn, masked where a clerk helps; `leaves`: as a file, whole where that was asked for with a reason."""
    return helped.papers_form(request, queries.stored_form(visitor.reference(request)), leaves=leaves, now=timezone.now())


def _layout(request: HttpRequest, number: int, *, leaves: bool = False) -> Layout | None:
    """The paper of that number; None where there is no form yet. Raises Http404 past the last."""
    form = _form(request, leaves=leaves)
    found = papers.layouts(form, on=timezone.localdate()) if form else ()
    if found and number >= len(found):
        raise Http404
    return found[number] if found else None


def _pages(layout: Layout) -> list[dict[str, Any]]:
    """Number, width and height of every page, so that the browser keeps its place."""
    drawn = papers.pages(layout)
    sizes = [(int.from_bytes(each[_PNG_HEAD][:4], "big"), int.from_bytes(each[_PNG_HEAD][4:], "big")) for each in drawn]
    version = papers.digest(layout)
    return [{"number": number, "width": width, "height": height, "version": version} for number, (width, height) in enumerate(sizes, start=1)]


def _file(document: Document, *, inline: bool = False) -> HttpResponse:
    name = content_disposition_header(as_attachment=not inline, filename=document.name) or "attachment"
    return HttpResponse(document.content, content_type=document.media_type, headers={"Content-Disposition": name})
