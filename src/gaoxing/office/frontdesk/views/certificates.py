"""Licences and notices from the page of their case (看证照、下载证照): for its applicant, and for the clerk who handles it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from gaoxing.office.cases import queue
from gaoxing.office.frontdesk import certificates, my_cases
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.people.views.careful import person_of


@require_GET
@careful
def mine(request: HttpRequest, number: str, certificate: int, side: str, kind: str) -> HttpResponse:
    """An applicant's own (GET /cases/…/certificates/3/original.pdf)."""
    case = my_cases.one(person_of(request), number, now=timezone.now())
    if case is None:
        raise Http404
    return certificates.paper(request, case, certificate, side, kind)


@require_GET
@careful
def handled(request: HttpRequest, number: str, certificate: int, side: str, kind: str) -> HttpResponse:
    """That of a case which a clerk handles (GET /staff/cases/…/certificates/3/original.pdf)."""
    case = queue.one(person_of(request), number, now=timezone.now())
    if case is None:
        raise Http404
    return certificates.paper(request, case, certificate, side, kind)
