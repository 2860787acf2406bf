"""Visits to clients (走访): one is written down, what was asked for on it becomes a request, one that was entered by mistake is struck out."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gaoxing.office.aftercare.clients import serving, visits
from gaoxing.office.aftercare.clients.visits import Noted, note_of, problems_in
from gaoxing.office.aftercare.models import Client, ClientVisit
from gaoxing.office.aftercare.views.client import looked, seen
from gaoxing.office.aftercare.wording import categories, category_of
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@careful
def visit(request: HttpRequest, number: int) -> HttpResponse:
    """A visit to a client is written down (GET and POST /staff/clients/3/visit); with `make` its words are led on to a request at once."""
    found = seen(request, number)
    if request.method == "GET":
        return _visit(request, found)
    try:
        made = visits.record(found, _noted(request), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return _visit(request, found, refusal.reason)
    return redirect("visit_request", number=made.pk) if request.POST.get("make") else _back(found)


@require_http_methods(["GET", "POST"])
@careful
def make(request: HttpRequest, number: int) -> HttpResponse:
    """What was said on a visit as a request (GET /staff/visits/3/request: its words, told apart; POST: submitted, or with `do` look told apart anew)."""
    found = _seen(request, number)
    if found.request is not None:
        return redirect("request_desk", number=found.request.number)
    given = request.POST
    if request.method == "GET" or given.get("do") == "look":
        return _make(request, found, given.get("words") or note_of(found)["said"])
    try:
        made = visits.make_request(found, person_of(request), now=timezone.now(), category=given.get("category", ""), words=given.get("words", ""))
    except NotAllowed as refusal:
        return _make(request, found, given.get("words", ""), refusal.reason)
    return redirect("request_desk", number=made.number)


@require_POST
@careful
def strike(request: HttpRequest, number: int) -> HttpResponse:
    """A visit that was entered by mistake counts for nothing any more (POST /staff/visits/3/strike)."""
    found = _seen(request, number)
    visits.strike(found, person_of(request), now=timezone.now())
    return _back(found.client)


def _seen(request: HttpRequest, number: int) -> ClientVisit:
    """The visit of a number among those that the person sees; 404 else."""
    known = serving.visits_visible_to(person_of(request), on=timezone.localdate())
    return get_object_or_404(known.select_related("client", "request"), pk=number)


def _back(found: Client) -> HttpResponse:
    return redirect(f"{reverse('client', kwargs={'number': found.pk})}#visits")


def _noted(request: HttpRequest) -> Noted:
    given = request.POST
    try:
        at = parse_datetime(given.get("at", ""))
    except ValueError:
        at = None
    if at is None:
        raise NotAllowed(_("走访时间没有看懂，请写成 2026-11-30 14:30 这样。"))
    return Noted(given.get("how", ""), _aware(at), given.get("said", ""), given.get("found", ""))


def _aware(at: datetime) -> datetime:
    return at if timezone.is_aware(at) else timezone.make_aware(at)


def _visit(request: HttpRequest, found: Client, told: str = "") -> HttpResponse:
    shown = {"client": found, "told": told, "given": request.POST, "hows": ClientVisit.How.choices, "now": timezone.localtime(), "longest": visits.LONGEST}
    return render(request, "aftercare/visit.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _make(request: HttpRequest, found: ClientVisit, words: str, told: str = "") -> HttpResponse:
    looked(request, found.client)
    problems = [(category_of(each.category), each.words) for each in problems_in(words, on=timezone.localdate())]
    chosen = request.POST.get("category", "")
    shown = {"visit": found, "words": words, "problems": problems, "categories": categories(), "chosen": chosen, "told": told}
    return render(request, "aftercare/visit_request.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
