"""Submitting (提交): the page that tells everything at once, the post that carries it to the window, and the receipt."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gaoxing.office.cases import owning, queries
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import SUBMIT
from gaoxing.office.cases.submitting import Sent, already, submission_of
from gaoxing.office.cases.submitting import submit as submit_case
from gaoxing.office.frontdesk import actions, attachments, errors, filing, handing_on, visitor
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@careful
def submit(request: HttpRequest) -> HttpResponse:
    """What stands in the way, all at once (GET /draft/submit); the draft in hand is submitted (POST): then the receipt."""
    if request.method == "GET":
        return _elsewhere(request) or _page(request, in_hand(request))
    given = filing.sent(request.POST)
    gone = _gone(request)
    if gone is not None and submission_of(gone, given.token):
        return redirect("receipt", number=gone.number)
    case = in_hand(request)
    taken = actions.read(queries.words_of(case), now=timezone.now())
    judged = filing.judged(case, taken, now=timezone.now())
    if judged is None:
        return errors.nothing_yet(request)
    try:
        made = submit_case(case, judged, given, person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, case, refusal.reason, given)
    visitor.drop(request, case.reference)
    return redirect("receipt", number=Case.objects.values_list("number", flat=True).get(pk=made.case_id))


def in_hand(request: HttpRequest) -> Case:
    """The draft in hand, attached to whoever signed in if it is nobody's yet. Raises Http404 where it is somebody else's, NotAllowed where it is gone."""
    person, now = person_of(request), timezone.now()
    case = filing.writable(visitor.in_hand(request))
    if case is None:
        gone = _gone(request)
        raise NotAllowed(already(gone) if gone else _("没有可以提交的草稿。提交过的在“我的办件”里；还没填的，请先在首页说出您要办的事。"))
    if case.owner_id is None:
        owning.adopt([case.reference], person, now=now)
    found = visible_to(person, on=timezone.localdate(), act=SUBMIT).filter(pk=case.pk).first()
    if found is None:
        raise Http404
    return found


def _elsewhere(request: HttpRequest) -> HttpResponse | None:
    """The page of another room, where the draft in hand becomes no case but something of that room."""
    case = queries.draft(visitor.in_hand(request))
    route = handing_on.route_of(case.matter) if case else ""
    return redirect(route) if route else None


def _gone(request: HttpRequest) -> Case | None:
    """The case that the page's draft became, where this person may see it."""
    reference = request.POST.get("case", "")
    mine = visible_to(person_of(request), on=timezone.localdate(), act=SUBMIT).exclude(state__in=Case.WRITABLE)
    return mine.filter(pk=int(reference)).first() if reference.isascii() and reference.isdecimal() and len(reference) < 19 else None


def _page(request: HttpRequest, case: Case, told: str = "", given: Sent | None = None) -> HttpResponse:
    shown = filing.filing(case, now=timezone.now(), told=told, answers=given)
    if shown is None:
        return errors.nothing_yet(request)
    status = HTTPStatus.CONFLICT if told else HTTPStatus.OK
    told_with = {"filing": shown, "desk": shown.check.desk, "draft": visitor.key(case.reference), **attachments.limits()}
    return render(request, "filing/submit.html", told_with, status=status)
