"""The applicant asks for what follows the licence (接着一起办)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import SUBMIT, role_for
from gaoxing.office.formalities import actions
from gaoxing.office.people.views.careful import careful, person_of


@require_POST
@careful
def begin(request: HttpRequest, number: str) -> HttpResponse:
    """The steps ticked (POST /cases/320583-2026-000001/formalities), handed in within the minute; then the case's page, which says how they stand."""
    person, now = person_of(request), timezone.now()
    case = visible_to(person, on=timezone.localdate(now), act=SUBMIT).filter(number=number).first()
    if case is None:
        raise Http404
    actions.begin(case, request.POST.getlist("step"), person, role_for(case, ("applicant", "agent"), person, now=now), now=now)
    return redirect(f"{reverse('my_case', kwargs={'number': number})}#formalities")
