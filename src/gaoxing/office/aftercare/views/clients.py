"""Clients and their stewards (服务对象): the list, how many are covered, the steward's own list, and handing one steward's clients to another."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.office.aftercare.clients import choosing, exporting, quarters, reaching
from gaoxing.office.aftercare.clients.coverage import covered
from gaoxing.office.aftercare.clients.desk import desk_of
from gaoxing.office.aftercare.clients.listing import page, read, view_of
from gaoxing.office.aftercare.permissions import leads
from gaoxing.office.aftercare.stewards import ASSIGN, hand_over
from gaoxing.office.people.accounts import own
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed


@require_GET
@careful
def clients(request: HttpRequest) -> HttpResponse:
    """The list (GET /staff/clients): searched and narrowed by the address, `?after=` goes on; `?as=xlsx` hands it out as a spreadsheet."""
    person, now = person_of(request), timezone.now()
    wanted, understood = read(request.GET.dict())
    if request.GET.get("as") == "xlsx":
        return exporting.as_spreadsheet(person, wanted, now=now)
    found = page(person, wanted, now=now, after=request.GET.get("after", ""))
    told = {
        "found": found,
        "rows": choosing.named(found.rows),
        "boxes": choosing.boxes(wanted, person, now=now),
        "wanted": wanted,
        "view": view_of(wanted, now=now),
        "here": urlencode(wanted.asked),
        "onward": urlencode({**wanted.asked, "after": found.onward}) if found.onward else "",
        "began": bool(request.GET.get("after")),
        "understood": understood,
        "assigns": may(person, ASSIGN, on=timezone.localdate()),
    }
    return render(request, "aftercare/clients.html", told)


@require_GET
@careful
def coverage(request: HttpRequest) -> HttpResponse:
    """How many are covered (GET /staff/coverage; `?quarter=2026Q3` reads a quarter that is over)."""
    person, now = person_of(request), timezone.now()
    wanted, understood = read({"quarter": request.GET.get("quarter", "")})
    view = view_of(wanted, now=now)
    figures = covered(person, view, now=now)
    told = {
        "figures": figures,
        "view": view,
        "asked": wanted.quarter,
        "understood": understood,
        "quarters": quarters.newest(on=timezone.localdate()),
        "longest": choosing.named(figures.longest),
        "leads": leads(person, "handle_request", on=timezone.localdate()),
        "assigns": may(person, ASSIGN, on=timezone.localdate()),
    }
    return render(request, "aftercare/coverage.html", told)


@require_GET
@careful
def mine(request: HttpRequest) -> HttpResponse:
    """The steward's own list (GET /staff/steward), for a phone."""
    return _mine(request)


@require_POST
@sensitive_post_parameters("telephone")
@careful
def reach(request: HttpRequest) -> HttpResponse:
    """By which number enterprises reach the steward (POST /staff/steward/reach, `telephone`; empty takes it away)."""
    try:
        reaching.set_telephone(person_of(request), request.POST.get("telephone", ""), now=timezone.now())
    except NotAllowed as refusal:
        return _mine(request, refusal.reason)
    return redirect("my_clients")


@require_http_methods(["GET", "POST"])
@careful
def hand(request: HttpRequest) -> HttpResponse:
    """All clients of a steward go to another (GET and POST /staff/clients/hand-over, `giver`, `taker`, `since`, `why`)."""
    given, on = request.POST, timezone.localdate()
    if request.method == "GET":
        return _hand(request)
    try:
        giver, taker = choosing.steward(given.get("giver", ""), on=on, former=True), choosing.steward(given.get("taker", ""), on=on)
        count = hand_over(giver, taker, person_of(request), now=timezone.now(), since=choosing.day(given.get("since", "")), why=given.get("why", ""))
    except NotAllowed as refusal:
        return _hand(request, refusal.reason)
    return _hand(request, done=_("交接好了，一共 %(count)s 家。") % {"count": count})


def _mine(request: HttpRequest, told: str = "") -> HttpResponse:
    person, now = person_of(request), timezone.now()
    number = request.POST.get("telephone", "") if told else own(person, "mobile")
    shown = {"desk": desk_of(person, now=now), "told": told, "number": number, "person": person}
    return render(request, "aftercare/my_clients.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _hand(request: HttpRequest, told: str = "", done: str = "") -> HttpResponse:
    on = timezone.localdate()
    shown = {
        "givers": choosing.stewards(on=on, former=True),
        "takers": choosing.stewards(on=on),
        "told": told,
        "done": done,
        "given": request.POST,
        "today": on,
    }
    return render(request, "aftercare/clients_hand_over.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
