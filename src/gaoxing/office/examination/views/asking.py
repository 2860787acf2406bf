"""The applicant asks for a person to look at what was decided at once (要求人工复核)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.examination import actions
from gaoxing.office.people.views.careful import careful, person_of


@require_POST
@careful
def ask(request: HttpRequest, number: str) -> HttpResponse:
    """A person shall look (POST /cases/320583-2026-000001/review); then the case's page, which says so."""
    person, now = person_of(request), timezone.now()
    case = visible_to(person, on=timezone.localdate(now)).filter(number=number).first()
    if case is None:
        raise Http404
    actions.ask_for_review(case, person, now=now)
    return redirect("my_case", number=number)
