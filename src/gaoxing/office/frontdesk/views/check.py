"""Check your answers (核对), and what comes after: the papers, where to hand them in, and a copy of everything."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.frontdesk import actions, errors, visitor
from gaoxing.office.frontdesk.check import check as check_page
from gaoxing.office.frontdesk.dialogue import not_yet
from gaoxing.office.frontdesk.forms import ConfirmForm
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand


@require_GET
@careful
@agreed
def check(request: HttpRequest) -> HttpResponse:
    """Every answer with where it came from (GET /draft/check); `?tried=1` says why 都对 could not be kept, `?aloud=whole` reads numbers whole."""
    shown = check_page(visitor.reference(request), now=timezone.now(), wanted=request.GET.get("aloud", ""))
    if shown is None:
        return errors.nothing_yet(request)
    reply = not_yet(shown.desk.taken, at_check=True) if request.GET.get("tried") == "1" else ""
    return render(request, "frontdesk/check.html", {"check": shown, "desk": shown.desk, "reply": reply})


@require_POST
@careful
@agreed
def confirm(request: HttpRequest) -> HttpResponse:
    """都对 (POST /draft/confirm); where the draft was changed since it was shown, the page again with what changed marked."""
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return redirect("check")
    given = form.cleaned_data
    outcome = actions.confirm(hand(request), given["revision"], at_check=True, now=timezone.now())
    if given_draft := visitor.in_hand(request):
        visitor.take_up(request, given_draft)
    if not outcome.why_not:
        return redirect("done")
    shown = check_page(visitor.in_hand(request), now=timezone.now(), seen=given["seen"] if outcome.outdated else "")
    if shown is None:
        return errors.nothing_yet(request)
    return render(request, "frontdesk/check.html", {"check": shown, "desk": shown.desk, "reply": outcome.why_not}, status=HTTPStatus.CONFLICT)


@require_GET
@careful
@agreed
def done(request: HttpRequest) -> HttpResponse:
    """What now (GET /draft/done); the check page while the draft as it stands was not found right."""
    shown = check_page(visitor.reference(request), now=timezone.now())
    if shown is None or not shown.desk.standing.agreed:
        return redirect("check")
    return render(request, "frontdesk/done.html", {"check": shown, "desk": shown.desk, "today": timezone.localdate()})
