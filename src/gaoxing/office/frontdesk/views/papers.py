"""The papers of a draft (材料): previews, PDF, DOCX, all in one ZIP, and the print view."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from gaoxing.office.frontdesk import errors, queries, visitor
from gaoxing.office.frontdesk.papers import application_form
from gaoxing.office.frontdesk.views.careful import agreed, careful


@require_GET
@careful
@agreed
def application(request: HttpRequest) -> HttpResponse:
    """The application form as PDF (GET /draft/application.pdf)."""
    form = queries.stored_form(visitor.reference(request))
    document = application_form(form, now=timezone.now()) if form else None
    if document is None:
        return errors.nothing_yet(request)
    name = content_disposition_header(as_attachment=True, filename=document.name) or "attachment"
    return HttpResponse(document.content, content_type=document.media_type, headers={"Content-Disposition": name})
