"""The papers that acts on one's case handed out (我的回执、通知书): each as PDF, DOCX or OFD, made when it is opened."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import APPLICANT, Actor
from gaoxing.office.frontdesk import issued_papers, my_cases, papers
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.people.views.careful import person_of

KINDS = (papers.PDF, papers.DOCX, papers.OFD)


@require_GET
@careful
def paper(request: HttpRequest, number: str, event: int, kind: str) -> HttpResponse:
    """The paper of an event (GET /cases/…/papers/2.pdf); anybody else's case, and an event without one, is as if there were none."""
    person, now = person_of(request), timezone.now()
    case = my_cases.one(person, number, now=now)
    found = case.events.filter(number=event).first() if case else None
    layout = issued_papers.layout(found) if found else None
    if layout is None or kind not in KINDS:
        raise Http404
    made, inline = papers.paper(layout, kind), kind == papers.PDF
    with transaction.atomic():
        audit.write("papers.taken", actor=Actor(person.pk, APPLICANT.role), subject=case, now=now, reason=kind, details={"event": event})
    name = content_disposition_header(as_attachment=not inline, filename=made.name) or "attachment"
    return HttpResponse(made.content, content_type=made.media_type, headers={"Content-Disposition": name})
