"""Whether another page changed the draft meanwhile (最新): asked when a page comes to the front again."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gaoxing.office.cases import queries as cases
from gaoxing.office.frontdesk import helped, queries, visitor
from gaoxing.office.frontdesk.views.careful import agreed, careful


@require_GET
@careful
@agreed
def newest(request: HttpRequest) -> HttpResponse:
    """The page's parts as the draft stands (GET /draft/newest?revision=3&draft=…); 204 where the page has that revision already."""
    reference = visitor.in_hand(request)
    known = revision(reference)
    if request.GET.get("revision") == str(known):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    if known:
        visitor.take_up(request, reference)
    shown = helped.desk(request, queries.desk(reference, now=timezone.now()))
    return render(request, "frontdesk/parts.html", {"desk": shown, "revision": known, "partly": True, "typing": True})


def revision(reference: str) -> int:
    """How often the draft was changed; 0 where there is none."""
    case = cases.draft(reference)
    return case.revision if case else 0
