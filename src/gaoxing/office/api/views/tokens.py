"""The page of one's tokens (接口令牌): made and shown once, listed, revoked."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gaoxing.office.api import tokens
from gaoxing.office.api.permissions import visible_to, who_sees
from gaoxing.office.api.scopes import open_to
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

DAYS = 90


@require_http_methods(["GET", "POST"])
@careful
def page(request: HttpRequest) -> HttpResponse:
    """One's tokens (GET /account/tokens); a new one, shown on the answer alone (POST)."""
    made, told = None, ""
    given: dict[str, Any] = {"days": DAYS}
    if request.method == "POST":
        try:
            made = tokens.make(person_of(request), request.POST.get("label", ""), request.POST.getlist("scope"), days=_days(request), now=timezone.now())
        except NotAllowed as refusal:
            told, given = refusal.reason, {"label": request.POST.get("label", ""), "scope": request.POST.getlist("scope"), "days": request.POST.get("days", "")}
    person = person_of(request)
    scopes = open_to(person, on=timezone.localdate())
    shown = {"made": made, "told": told, "scopes": scopes, "given": given, "tokens": visible_to(person), "seers": who_sees(), "now": timezone.now()}
    return render(request, "api/tokens.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


@require_POST
@careful
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """End one's token (POST /account/tokens/3/revoke)."""
    person = person_of(request)
    found = visible_to(person).filter(pk=number).first()
    if found is None:
        raise Http404
    tokens.revoke(found, now=timezone.now(), actor=Actor(person.pk, person.kind))
    return redirect("api_tokens")


def _days(request: HttpRequest) -> int:
    given = request.POST.get("days", "")
    if not (given.isascii() and given.isdecimal() and len(given) < 6):
        raise NotAllowed(_("有效期请填整数天。"))
    return int(given)
