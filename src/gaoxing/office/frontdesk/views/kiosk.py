"""Leaving no trace (办完并清除): what everybody's devices in a hall do of themselves, and any other browser on request."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.office.audit.entry import APPLICANT
from gaoxing.office.cases import actions
from gaoxing.office.frontdesk import keeping, visitor
from gaoxing.office.frontdesk.kiosk import ENDED_AFTER, switch, wipe
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.refusal import NotAllowed

_DIGITS = 3


@require_http_methods(["GET", "POST"])
@careful
def kiosk(request: HttpRequest) -> HttpResponse:
    """Whether this device is a kiosk (GET /kiosk), and making it one or none (POST `on` yes or no)."""
    if request.method == "GET":
        return render(request, "frontdesk/kiosk.html", {"fixed": settings.KIOSK, "leaving": keeping.leaving(request, now=timezone.now())})
    on = request.POST.get("on") == "yes"
    if settings.KIOSK and not on:
        raise NotAllowed(_("这里的设备都按自助机开（gaoxing serve --kiosk），不能单独关。请找管理员。"))
    response = redirect("kiosk")
    switch(response, on=on)
    if on:
        request.session.set_expiry(visitor.AT_KIOSK)
    return response


@require_POST
@careful
def awake(request: HttpRequest) -> HttpResponse:
    """Somebody is still there (POST /kiosk/awake); 205 where the session has ended meanwhile."""
    return HttpResponse(status=204 if visitor.consented(request) else 205)


@require_GET
@careful
def idle(request: HttpRequest) -> HttpResponse:
    """Is somebody there? (GET /kiosk/idle, where there is no JavaScript.)"""
    return render(request, "frontdesk/idle.html", {"seconds": ENDED_AFTER})


idle.asks_only = True  # type: ignore[attr-defined]  # asking is no sign of life


@require_POST
@careful
def clear(request: HttpRequest) -> HttpResponse:
    """办完并清除 (POST /clear): the session, the cookies and what no code opens are gone; what stays is told."""
    left = keeping.leaving(request, now=timezone.now())
    actions.abandon(visitor.own(request), now=timezone.now(), actor=APPLICANT)
    told = {"kept": left.kept, "gone": left.lost, **({"idle": 1} if request.POST.get("idle") else {})}
    response = redirect(f"{reverse('cleared')}?{urlencode(told)}")
    wipe(request, response)
    return response


@require_GET
@careful
def cleared(request: HttpRequest) -> HttpResponse:
    """What stays and what is gone (GET /cleared)."""
    return render(request, "frontdesk/cleared.html", {name: _number(request.GET.get(name, "")) for name in ("kept", "gone", "idle")})


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else 0
