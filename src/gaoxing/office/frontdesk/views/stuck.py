"""Handing a spoken draft on as what does not get done (提交办不成的事): the draft in hand on one page, set right and brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from gaoxing.office.cases import owning, queries
from gaoxing.office.cases.models import Case
from gaoxing.office.escalations.looking import Looked, Told, complete, looked
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.permissions import BRING, visible_to
from gaoxing.office.escalations.views.bringing import BLANKS, form
from gaoxing.office.frontdesk import actions, helped, stuck_handing, visitor
from gaoxing.office.frontdesk.masking import mask_contacts
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.frontdesk.views.requesting import in_hand
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("tried", "blocked_by", "contact", "mobile")
@careful
def submit(request: HttpRequest) -> HttpResponse:
    """The draft in hand as what does not get done (GET /draft/stuck), and handing it over (POST): then its own page, or this one again with why not."""
    person, now = person_of(request), timezone.now()
    if request.method == "POST" and (known := _already(request)):
        return redirect("stuck_one", number=known.number)
    case = in_hand(request, BRING, _("没有可以提交的草稿。提过的在“办不成事”里；还没说的，请先说说什么事没有办成。"))
    told = _told(request, case, now)
    found = looked(told, person, on=localdate(now))
    if request.method == "GET":
        return _page(request, case, told, replace(found, channels=(), many=0))
    if found.asks and request.POST.get("insist") != "yes":
        return _page(request, case, told, found)
    try:
        return _handed_on(request, case, told, now)
    except NotAllowed as refusal:
        return _page(request, Case.objects.get(pk=case.pk), told, found, refusal.reason)


def _handed_on(request: HttpRequest, case: Case, told: Told, now: datetime) -> HttpResponse:
    person, revision = person_of(request), request.POST.get("revision", "")
    shown = int(revision) if revision.isascii() and revision.isdecimal() and len(revision) < 10 else -1
    made = stuck_handing.hand_on(case, told, person, revision=shown, now=now)
    visitor.drop(request, case.reference)
    if person.is_staff_member and case.helps.filter(clerk=person).exists():
        owning.end_help(case.reference, person)
        visitor.help_as(request, "")
    return redirect("stuck_one", number=made.number)


def _told(request: HttpRequest, case: Case, now: datetime) -> Told:
    """What the draft tells, with what was typed over it; where contacts are masked for a clerk, they stay as the applicant said them."""
    words = queries.words_of(case)
    known = complete(stuck_handing.told_in(case, words, actions.read(words, now=now), person_of(request)))
    if request.method == "GET":
        return known
    typed: dict[str, Any] = {name: request.POST.get(name, "") for name in BLANKS if name in request.POST}
    if helped.masks(request):
        typed = {name: value for name, value in typed.items() if name not in ("contact", "mobile") and value != mask_contacts(getattr(known, name))}
    return replace(known, **typed)


def _already(request: HttpRequest) -> Escalation | None:
    """What the page's draft became, where this person may see it."""
    case = request.POST.get("case", "")
    number = int(case) if case.isascii() and case.isdecimal() and len(case) < 19 else 0
    return visible_to(person_of(request), on=timezone.localdate()).filter(case=number).first() if number else None


def _page(request: HttpRequest, case: Case, told: Told, found: Looked, why: str = "") -> HttpResponse:
    person, masks = person_of(request), helped.masks(request)
    shown = form(person, _masked(told) if masks else told, now=timezone.now())
    draft = {"case": case, "draft": visitor.key(case.reference), "told": why, "found": found, "masks": masks, "owners": ()}
    return render(request, "requesting/stuck.html", {**shown, **draft}, status=HTTPStatus.CONFLICT if why else HTTPStatus.OK)


def _masked(told: Told) -> Told:
    return replace(told, tried=mask_contacts(told.tried), blocked_by=mask_contacts(told.blocked_by))
