"""The steward's pages of requests (专员台): the list, one request, its plan, what it may be merged into, what is shown unmasked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.office.aftercare import actions, files, firing, permissions, revealing, wording
from gaoxing.office.aftercare.desk import buttons, choosing, decomposing, page, queue, resembling, searching
from gaoxing.office.aftercare.models import Request
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.language import said
from gaoxing.office.people import showing
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.permissions import may
from gaoxing.office.people.trail import acting_as
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

RATINGS = (5, 4, 3, 2, 1)


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The requests on one's desk (GET /staff/requests; `?light=red&after=…`), what is due first at the head."""
    person, now, (wanted, understood) = person_of(request), timezone.now(), queue.read(request.GET)
    found = queue.listed(person, wanted, now=now, after=request.GET.get("after", ""))
    onward = urlencode({**wanted.asked, "after": found.onward}) if found.onward else ""
    told = {
        "rows": page.rows(found.requests, now=now),
        "count": choosing.counted(queue.counted(queue.rows(person, wanted, now=now))),
        "choosers": choosing.choosers(wanted),
        "narrowed": bool(wanted.asked),
        "here": urlencode(wanted.asked),
        "onward": onward,
        "began": bool(request.GET.get("after")),
        "understood": understood,
        "leads": may(person, "name_leaders", on=timezone.localdate(now)),
    }
    return render(request, "aftercare/desk_list.html", told)


@require_POST
@sensitive_post_parameters("q")
@careful
def search(request: HttpRequest) -> HttpResponse:
    """A request is looked for (POST /staff/requests/search, `q`): posted, so that what was typed stands in no address and in no log."""
    now, typed = timezone.now(), request.POST.get("q", "")
    found = searching.search(typed, person_of(request), now=now)
    if found.kind == searching.NUMBER and len(found.requests) == 1:
        return redirect("request_desk", number=found.requests[0].number)
    told = {"found": found, "rows": page.rows(found.requests, now=now), "typed": typed[: searching.LONGEST], "most": searching.MOST}
    return render(request, "aftercare/desk_found.html", told)


@require_GET
@careful
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One request (GET /staff/requests/R2026-000012)."""
    return _page(request, _handled(request, number))


@require_POST
@careful
def act(request: HttpRequest, number: str) -> HttpResponse:
    """A button was pressed (POST …/act): done, or the page again with why not and what was typed."""
    found = _handled(request, number)
    try:
        firing.fire(found, buttons.pressed(request.POST), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, _handled(request, number), refusal.reason)
    return redirect("request_desk", number=number)


@require_POST
@careful
def reveal(request: HttpRequest, number: str) -> HttpResponse:
    """One masked value is to be shown (POST …/reveal with `path`, `reason`, `words`): kept, then shown by the next view of the page alone."""
    found, now, path = _handled(request, number), timezone.now(), request.POST.get("path", "")
    if not revealing.whole(found, path):
        raise Http404
    try:
        revealing.reveal(found, path, request.POST.get("reason", ""), request.POST.get("words", ""), person_of(request), now=now)
    except NotAllowed as refusal:
        return _page(request, found, refusal.reason)
    showing.grant(request.session, revealing.record_of(found), path, now=now)
    return redirect(f"{reverse('request_desk', kwargs={'number': number})}#whole")


@require_http_methods(["GET", "POST"])
@careful
def plan(request: HttpRequest, number: str) -> HttpResponse:
    """The parts are planned (GET/POST …/plan): a POST with `do` changes the rows on the page, with `do=save` stores them."""
    found, do = _handled(request, number), request.POST.get("do", "")
    if request.method == "GET":
        return _plan(request, found, decomposing.lines_of(found))
    lines: tuple[decomposing.Line, ...] = ()
    try:
        lines = decomposing.typed(found, request.POST)
        if do != decomposing.SAVE:
            return _plan(request, found, decomposing.changed(lines, do))
        decomposing.require_whole(found, lines)
        revision = buttons.revision_of(request.POST)
        actions.plan(found, [each.plan for each in lines], person_of(request), revision=revision, now=timezone.now())
    except NotAllowed as refusal:
        return _plan(request, _handled(request, number), lines or decomposing.lines_of(found), refusal.reason)
    return redirect(f"{reverse('request_desk', kwargs={'number': number})}#parts")


@require_http_methods(["GET", "POST"])
@careful
def merge(request: HttpRequest, number: str) -> HttpResponse:
    """What the request may be merged into, side by side (GET …/merge); into `main`, by its number (POST)."""
    found, person, now = _handled(request, number), person_of(request), timezone.now()
    if request.method == "GET":
        return _merge(request, found)
    try:
        main = _main(person, request.POST.get("main", ""), now)
        note, revision = request.POST.get("note", "").strip(), buttons.revision_of(request.POST)
        firing.fire(found, Pressed("merge", note=note, revision=revision, details={"main": main.pk, "main_number": main.number}), person, now=now)
    except NotAllowed as refusal:
        return _merge(request, _handled(request, number), refusal.reason)
    return redirect("request_desk", number=number)


def _main(person: Person, typed: str, now: datetime) -> Request:
    """The request of a number that somebody typed. Raises NotAllowed where the person handles none of it."""
    found = queue.one(person, typed.strip().upper(), now=now)
    if found is None:
        raise NotAllowed(_("没有这个编号的诉求，或者它不归您办。请核对主单的编号。"))
    return found


def _handled(request: HttpRequest, number: str) -> Request:
    """The request where it lies on the person's desk. Raises Http404 else, as where there is none."""
    found = queue.one(person_of(request), number, now=timezone.now())
    if found is None:
        raise Http404
    return found


def _looked(person: Person, found: Iterable[Request], now: datetime) -> None:
    """Keep in the audit that somebody is about to see the words of these requests: each look, after a refusal too."""
    with transaction.atomic():
        for each in found:
            audit.write("request.read", actor=Actor(person.pk, acting_as(person, permissions.HANDLE, now=now)), subject=each, now=now)


def _page(request: HttpRequest, found: Request, told: str = "") -> HttpResponse:
    person, now = person_of(request), timezone.now()
    _looked(person, [found], now)
    shown = page.page(found, person, now=now)
    path = showing.taken(request.session, revealing.record_of(found), now=now)
    able = may(person, revealing.REVEAL, on=timezone.localdate(now))
    context = {
        "page": shown,
        "told": told,
        "given": request.POST if told else {},
        "ticked": request.POST.getlist("part") if told else [],
        "now": timezone.localtime(now),
        "whole": {"path": path, "text": revealing.whole(found, path)},
        "reveal_reasons": revealing.reasons() if able else (),
        "longest": revealing.LONGEST,
        "looked": revealing.told_of(found),
        "merged": found.merged.order_by("pk"),
        "seers": permissions.who_sees(found),
        "sent": [(each, attachments.name_of(each)) for each in files.of(found)],
        "ratings": RATINGS,
    }
    return render(request, "aftercare/desk_one.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _plan(request: HttpRequest, found: Request, lines: tuple[decomposing.Line, ...], told: str = "") -> HttpResponse:
    person, now = person_of(request), timezone.now()
    _looked(person, [found], now)
    shown = page.page(found, person, now=now)
    revision = request.POST.get("revision") if request.method == "POST" and not told else found.revision
    context: dict[str, Any] = {
        "page": shown,
        "lines": [(each, choosing.helping(each)) for each in lines],
        "revision": revision,
        "categories": wording.categories(),
        "grades": wording.grades(),
        "units": Unit.objects.filter(closed=None).order_by("code"),
        "told": told,
        "most": actions.MOST_WORDS,
    }
    return render(request, "aftercare/desk_plan.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _merge(request: HttpRequest, found: Request, told: str = "") -> HttpResponse:
    person, now = person_of(request), timezone.now()
    candidates = resembling.candidates(found, person, now=now)
    _looked(person, [found, *(each.request for each in candidates)], now)
    near = [(each, [wording.category_of(one) for one in each.shared], said(wording.state_of(each.request))) for each in candidates]
    context = {"page": page.page(found, person, now=now), "candidates": near, "told": told, "given": request.POST if told else {}}
    return render(request, "aftercare/desk_merge.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
