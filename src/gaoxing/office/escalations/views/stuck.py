"""The pages of what does not get done (办不成事): one's own with what is asked, the office's desk, one in hand, and the posts."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.casework.aftercare.channels import hints
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.escalations import buttons, desk, narrowing, origin, revealing
from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.permissions import HANDLE, visible_to, who_sees
from gaoxing.office.escalations.queries import content_of
from gaoxing.office.escalations.roles import OFFICER, roles_on
from gaoxing.office.escalations.telling import in_office
from gaoxing.office.escalations.wording import clock_of, kinds, outcomes, plainly, state_of, story
from gaoxing.office.language import said
from gaoxing.office.people.accounts import name_of, own
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import telephone

_MOST_CAUSES = 200


@require_http_methods(["GET", "POST"])
@careful
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One of one's own (GET /stuck/E2026-000001); a button pressed (POST): done, or the page again with why not."""
    return _one(request, number, "stuck_one")


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The office's desk (GET /staff/stuck): `?show=mine`, `open`, `over` or `all`, narrowed as `narrowing` reads it; `?after=` goes on."""
    after, now = request.GET.get("after", ""), timezone.now()
    place = int(after) if after.isascii() and after.isdecimal() and len(after) < 19 else 0
    found = desk.listed(person_of(request), show=request.GET.get("show", ""), after=place, now=now, wanted=narrowing.read(request.GET.dict()))
    return render(request, "escalations/desk.html", {"listed": found})


@require_http_methods(["GET", "POST"])
@careful
def in_hand(request: HttpRequest, number: str) -> HttpResponse:
    """One as the office handles it (GET /staff/stuck/E2026-000001); a button pressed (POST)."""
    return _one(request, number, "stuck_in_hand")


@require_POST
@sensitive_post_parameters("words")
@careful
def reveal(request: HttpRequest, number: str) -> HttpResponse:
    """Whom to reach is shown for a reason (POST …/reveal with `reason`, `words`), on this one page; or the page again with why not and what was typed."""
    found = _seen(request, number)
    try:
        revealing.reveal(found, request.POST.get("reason", ""), request.POST.get("words", ""), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, found, "stuck_in_hand", refusal.reason)
    return _page(request, found, "stuck_in_hand", revealed=True)


@require_GET
@careful
def reveals(request: HttpRequest) -> HttpResponse:
    """Who was shown whom to reach, and why (GET /staff/stuck/reveals), for the audit administrator; `?before=` goes on."""
    before = request.GET.get("before", "")
    place = int(before) if before.isascii() and before.isdecimal() and len(before) < 19 else 0
    shown, onward = revealing.told_to_overseers(person_of(request), now=timezone.now(), before=place)
    return render(request, "escalations/reveals.html", {"shown": shown, "onward": onward, "began": bool(place)})


def _one(request: HttpRequest, number: str, route: str) -> HttpResponse:
    found, told = _seen(request, number), ""
    if request.method == "POST":
        try:
            fire(found, buttons.pressed(request.POST.dict()), person_of(request), now=timezone.now())
            return redirect(route, number=number)
        except NotAllowed as refusal:
            found, told = _seen(request, number), refusal.reason
    return _page(request, found, route, told)


def _seen(request: HttpRequest, number: str) -> Escalation:
    """The one of a number, as far as the person sees it. Raises Http404 else, as where there is none."""
    seen = visible_to(person_of(request), on=timezone.localdate()).select_related("handler", "cause")
    found = seen.filter(number=number).first() if number.isprintable() else None
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, row: Escalation, route: str, told: str = "", *, revealed: bool = False) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    office = may(person, HANDLE, on=timezone.localdate())
    _looked(row, person, now)
    acts = {"buttons": buttons.buttons(row, person, now=now), "withdraws": buttons.may_withdraw(row, person, now=now), "given": request.POST, "told": told}
    reaches = revealed or OFFICER in roles_on(row, person, now=now)
    words = _words(row, reaches=reaches, whole=reaches or not person.is_staff_member)
    place = {"office": office, "route": route, "address": reverse(route, args=[row.number])}
    rest = {"clock": clock_of(row, now=now), "story": story(row, whole=office), "seers": who_sees(row), "longest": buttons.LONGEST, "now": now}
    masks = {"looked": revealing.told_of(row), "reveal_reasons": revealing.reasons() if office and not reaches else (), "longest_why": revealing.LONGEST}
    shown = {**words, **acts, **(_choices(row) if office else {}), **place, **rest, **masks}
    stuck = origin.stuck_of(row.blocked, person, now=now)
    return render(request, "escalations/one.html", {**shown, "stuck": stuck}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _looked(row: Escalation, person: Person, now: datetime) -> None:
    """Keep in the audit that one of the staff is about to see its words: each look, after a refusal too."""
    if not person.is_staff_member:
        return
    with transaction.atomic():
        audit.write("stuck.read", actor=Actor(person.pk, roles_on(row, person, now=now)[0]), subject=row, now=now)


def _words(row: Escalation, *, reaches: bool, whole: bool) -> dict[str, object]:
    """What the record itself says; the number whole only to whoever is to call it, the name to them and to the person."""
    content, state = content_of(row), state_of(row)
    mobile, name = str(content.get("mobile", "")), str(content.get("contact", ""))
    reach = {"mobile": mobile if reaches else telephone.mask(mobile), "contact": name if whole or not name else f"{name[:1]}**"}
    told = {"row": row, "content": content, **reach, "reaches": reaches, "whole": whole, "over": state.final}
    officer = (name_of(row.handler), own(row.handler, "mobile")) if row.handler else ("", "")
    return {**told, "state": said(state), "plain": plainly(row), "officer": officer, "outcome": outcomes().get(row.outcome, "")}


def _choices(row: Escalation) -> dict[str, object]:
    """What the office chooses from; the channel that the words seem to belong to is proposed where it is to be named."""
    results = [(value, word) for value, word in outcomes().items() if value != Escalation.Outcome.IMPOSSIBLE]
    content = content_of(row)
    proposed = next(iter(hints(f"{content.get('tried', '')}\n{content.get('blocked_by', '')}")), None)
    reason = ("petition" if proposed.id == "petition" else "legal_dispute") if proposed else ""
    lists = {"officers": in_office(on=timezone.localdate()), "causes": Cause.objects.order_by("kind", "name")[:_MOST_CAUSES], "kinds": kinds().items()}
    return {**lists, "outcomes": results, "channel": proposed, "channel_reason": reason}
