"""The leader's pages of requests (领导台): what waits for a decision, the named leaders, the answer to a supervision, and who was shown what."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.office.aftercare import firing, leaders, permissions, revealing, wording
from gaoxing.office.aftercare.desk import buttons
from gaoxing.office.aftercare.desk import leading as waiting
from gaoxing.office.aftercare.desk import page as desk_page
from gaoxing.office.aftercare.models import Request
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.language import said
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

ANSWERERS = frozenset({"steward", "unit_handler"})
"""Who answers a supervision, as the table says."""


@require_GET
@careful
def leading(request: HttpRequest) -> HttpResponse:
    """What waits for a leader (GET /staff/requests/leading)."""
    return _leading(request)


@require_POST
@careful
def decide(request: HttpRequest, number: str, part: int) -> HttpResponse:
    """A leader decides of a part (POST /staff/requests/R2026-000012/parts/2/decide): an objection or an extension."""
    person, now = person_of(request), timezone.now()
    found = waiting.part_of(person, number, part, now=now)
    if found is None:
        raise Http404
    try:
        firing.fire(found, buttons.pressed(request.POST, buttons.DECIDED), person, now=now)
    except NotAllowed as refusal:
        return _leading(request, refusal.reason)
    return redirect("requests_leading")


@require_http_methods(["GET", "POST"])
@careful
def supervision(request: HttpRequest, number: str) -> HttpResponse:
    """The supervision of a request (GET …/supervision), for its steward and lead units; with `note` (POST) it is answered."""
    person, now = person_of(request), timezone.now()
    found = permissions.visible_to(person, on=timezone.localdate(now)).filter(number=number).first()
    if found is None or not (set(roles_on(found, person, now=now)) & (ANSWERERS | {"leader"})):
        raise Http404
    if request.method == "GET":
        return _supervision(request, found)
    try:
        firing.fire(found, buttons.pressed(request.POST, ("answer_supervision",)), person, now=now)
    except NotAllowed as refusal:
        return _supervision(request, Request.objects.get(pk=found.pk), refusal.reason)
    return redirect(reverse("request_supervision", kwargs={"number": number}))


@require_http_methods(["GET", "POST"])
@careful
def named(request: HttpRequest) -> HttpResponse:
    """Who is told of what is late (GET /staff/requests/leaders); a leader is named for a place, or nobody any more (POST)."""
    if request.method == "GET":
        return _named(request)
    now, post = timezone.now(), request.POST
    try:
        person = Person.objects.filter(pk=_number(post.get("person", ""))).first()
        unit = Unit.objects.filter(pk=_number(post.get("unit", ""))).first()
        leaders.name(_number(post.get("rung", "")), person, person_of(request), now=now, unit=unit, category=post.get("category", ""))
    except NotAllowed as refusal:
        return _named(request, refusal.reason)
    return redirect("requests_leaders")


@require_GET
@careful
def reveals(request: HttpRequest) -> HttpResponse:
    """Who was shown what is masked of requests, and why (GET /staff/requests/reveals), for the audit administrator."""
    before = _number(request.GET.get("before", ""))
    shown, onward = revealing.told_to_overseers(person_of(request), now=timezone.now(), before=before)
    return render(request, "aftercare/desk_reveals.html", {"shown": shown, "onward": onward, "began": bool(before)})


def _leading(request: HttpRequest, told: str = "") -> HttpResponse:
    found = waiting.leading(person_of(request), now=timezone.now())
    context = {"found": found, "told": told, "given": request.POST if told else {}, "units": Unit.objects.filter(closed=None), "most": waiting.MOST}
    return render(request, "aftercare/desk_leading.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _supervision(request: HttpRequest, found: Request, told: str = "") -> HttpResponse:
    person, now = person_of(request), timezone.now()
    lines = desk_page.story(found, ())
    word = {each: said(firing.table_of(found).acts[each]) for each in ("supervise", "answer_supervision")}
    until = found.supervised_until
    context = {
        "request_number": found.number,
        "desk": may(person, "handle_request", on=timezone.localdate(now)),
        "revision": found.revision,
        "enterprise": found.enterprise,
        "lines": [each for each in lines if each.act in word.values()],
        "until": until,
        "late": until is not None and until < now,
        "answers": until is not None and bool(set(roles_on(found, person, now=now)) & ANSWERERS),
        "told": told,
        "given": request.POST if told else {},
        "seers": permissions.who_sees(found),
    }
    return render(request, "aftercare/desk_supervision.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _named(request: HttpRequest, told: str = "") -> HttpResponse:
    now = timezone.now()
    context = {
        "named": waiting.named(),
        "people": waiting.offered(now=now),
        "rungs": wording.rungs().items(),
        "units": Unit.objects.filter(closed=None),
        "categories": wording.categories(),
        "told": told,
        "given": request.POST if told else {},
    }
    return render(request, "aftercare/desk_leaders.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0
