"""What a case brought (办件的证照), as its pages offer it: licence and notices, each to be seen as PDF and taken as OFD."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from gaoxing.office.cases.models import Case
from gaoxing.office.certificates import layouts, queries
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.frontdesk import papers

KINDS = (papers.PDF, papers.OFD)
"""A licence is a paper of fixed layout: no Word."""


@dataclass(frozen=True)
class Issued:
    """A certificate, and as which papers it is to be had: side and title."""

    certificate: Certificate
    papers: tuple[tuple[str, str], ...]


def issued(case: Case) -> tuple[Issued, ...]:
    """What a case brought, in the order of issue."""
    return tuple(Issued(each, tuple((side, layouts.title(each, side)) for side in layouts.sides(each))) for each in queries.of_case(case.pk))


def paper(request: HttpRequest, case: Case, certificate: int, side: str, kind: str) -> HttpResponse:
    """One paper of a case: a PDF is shown, an OFD saved. Raises Http404 for what the case did not bring, a Fault where drawing fails."""
    found = next((each for each in queries.of_case(case.pk) if each.pk == certificate), None)
    if found is None or side not in layouts.sides(found) or kind not in KINDS:
        raise Http404
    made = papers.paper(layouts.layout(found, side, address(request, found)), kind)
    saved = content_disposition_header(as_attachment=kind != papers.PDF, filename=made.name) or "attachment"
    return HttpResponse(made.content, content_type=made.media_type, headers={"Content-Disposition": saved})


def address(request: HttpRequest, certificate: Certificate) -> str:
    """Where its QR code leads: the office's public address where the operator set one, else the one by which this page was opened."""
    path = reverse("licence", kwargs={"token": certificate.token})
    return f"{settings.ORIGIN}{path}" if settings.ORIGIN else request.build_absolute_uri(path)
