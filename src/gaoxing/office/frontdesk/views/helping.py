"""A clerk who helps is shown one masked value of the draft (代填时显示打码内容): for a reason, once, kept."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.cases.revealing import PAPERS, told_to_overseers
from gaoxing.office.frontdesk import helped
from gaoxing.office.frontdesk.views.careful import agreed, careful
from gaoxing.office.people.views.careful import person_of

_MOST_DIGITS = 18


@require_POST
@careful
@agreed
def reveal(request: HttpRequest) -> HttpResponse:
    """One masked value is to be shown (POST /draft/reveal with `path`, `reason`, `words`): by the next view of the desk, papers by the next download."""
    if not helped.reveal(request, request.POST, now=timezone.now()):
        raise Http404
    return redirect("papers" if request.POST.get("path") == PAPERS else f"{reverse('desk')}#whole")


@require_GET
@careful
def reveals(request: HttpRequest) -> HttpResponse:
    """Who was shown what is masked, and why (GET /staff/reveals; `?before=` goes on), for auditors."""
    mark = request.GET.get("before", "")
    before = int(mark) if mark.isascii() and mark.isdecimal() and len(mark) <= _MOST_DIGITS else 0
    shown, onward = told_to_overseers(person_of(request), now=timezone.now(), before=before)
    return render(request, "handling/reveals.html", {"shown": shown, "onward": onward, "began": bool(before)})
