"""What an agent may open for others (别人委托我的): the principals' drafts within the powers of attorney, and opening one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.cases.representing import Represented, opened, represented
from gaoxing.office.frontdesk import agency, keeping, visitor
from gaoxing.office.frontdesk.views.careful import agreed, careful
from gaoxing.office.people.permissions import powers
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed


@require_GET
@careful
@agreed
def overview(request: HttpRequest) -> HttpResponse:
    """The drafts that one may open for others (GET /agency)."""
    person, today = person_of(request), timezone.localdate()
    listed = [_listed(request, each) for each in represented(person, on=today)]
    return render(request, "frontdesk/agency.html", {"drafts": listed, "empowered": powers(person, on=today).exists()})


@require_POST
@careful
@agreed
def open_one(request: HttpRequest) -> HttpResponse:
    """One of them is taken in hand (POST /agency/open, `draft`): kept in the audit, told to its owner among those who saw it."""
    person, now = person_of(request), timezone.now()
    wanted = request.POST.get("draft", "")
    found = next((each.case for each in represented(person, on=timezone.localdate()) if visitor.key(each.case.reference) == wanted), None)
    if found is None:
        raise NotAllowed(_("没有委托您办这一份，或委托已经到期、撤回。请回“别人委托我的”看看；还要办的话，请委托人重新委托。"))
    opened(found, person, now=now)
    agency.take_up(request, found.reference)
    return redirect("desk")


def _listed(request: HttpRequest, held: Represented) -> dict[str, Any]:
    return {
        "draft": keeping.one(request, held.case, timezone.now()),
        "principal": agency.principal_of(held),
        "changes": held.changes,
        "submits": held.submits,
        "until": held.until,
    }
