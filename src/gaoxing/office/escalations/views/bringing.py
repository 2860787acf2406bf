"""Saying what does not get done (提办不成的事): the page behind the button of every page, with what was being tried there filled in."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
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

from gaoxing.office.escalations import desk, origin
from gaoxing.office.escalations.actions import already, bring
from gaoxing.office.escalations.looking import LONGEST_CONTACT, LONGEST_NUMBER, MOST_THINGS, MOST_WORDS, Looked, Told, complete, looked
from gaoxing.office.escalations.permissions import owners_of
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

BLANKS = ("tried", "blocked_by", "where", "times", "contact", "mobile", "blocked")
_TOKEN = 12


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("tried", "blocked_by", "contact", "mobile")
@careful
def new(request: HttpRequest) -> HttpResponse:
    """Say what does not get done (GET /stuck/new), and bring it (POST): then its own page, or this one again with why not and what was typed."""
    person, now = person_of(request), timezone.now()
    if request.method == "GET":
        return _page(request, _begun(request, person, now), Looked())
    typed: dict[str, Any] = {name: request.POST.get(name, "") for name in (*BLANKS, "once")}
    told, found = Told(**typed), Looked()
    try:
        told = replace(told, owner=_owner(request.POST, person, now))
        found = looked(complete(told), person, on=localdate(now))
        if found.asks and request.POST.get("insist") != "yes" and not already(told, person):
            return _page(request, told, found)
        return redirect("stuck_one", number=bring(told, person, now=now).number)
    except NotAllowed as refusal:
        return _page(request, told, found, refusal.reason)


def brought_of(number: str, person: Person) -> tuple[desk.Row, ...]:
    """What of a case or request was brought as stuck, as far as the person sees it now; for the pages of these."""
    return desk.brought_of(number, person, now=timezone.now())


def form(person: Person, told: Told, *, now: datetime) -> dict[str, object]:
    """What the blanks need, wherever they are shown: what is in them, for whom it may be, how long each may be."""
    owners = owners_of(person, on=localdate(now))
    longest = {"most": MOST_WORDS, "longest": LONGEST_NUMBER, "longest_name": LONGEST_CONTACT, "things": MOST_THINGS}
    return {"given": told, "owners": [(each.pk, name_of(each)) for each in owners], "staff": person.is_staff_member, **longest}


def _begun(request: HttpRequest, person: Person, now: datetime) -> Told:
    """The empty page: the number, what was being tried where one comes from, whom to reach."""
    number, matter, page = (request.GET.get(name, "")[:LONGEST_CONTACT] for name in ("number", "matter", "page"))
    stuck = origin.stuck_of(number[:LONGEST_NUMBER], person, now=now)
    owner = None if person.is_staff_member else person
    told = Told(origin.tried_at(stuck, matter=matter, page=page), "", blocked=number[:LONGEST_NUMBER], owner=owner, once=secrets.token_urlsafe(_TOKEN))
    return complete(told)


def _owner(post: Mapping[str, str], person: Person, now: datetime) -> Person | None:
    """For whom it is: whoever was chosen, else oneself; the staff bring it for nobody's account. Raises NotAllowed for whom one may not bring it."""
    if person.is_staff_member:
        return None
    chosen = post.get("owner", "") or str(person.pk)
    found = next((each for each in owners_of(person, on=localdate(now)) if str(each.pk) == chosen), None)
    if found is None:
        raise NotAllowed(_("只能提自己的事，或者委托了您的人的事。请用本人的账号，或者先由本人在账号里委托。"))
    return found


def _page(request: HttpRequest, told: Told, found: Looked, why: str = "") -> HttpResponse:
    person, now = person_of(request), timezone.now()
    shown = {**form(person, told, now=now), "told": why, "found": found, "own": desk.own_of(person, now=now)}
    return render(request, "escalations/new.html", shown, status=HTTPStatus.CONFLICT if why else HTTPStatus.OK)
