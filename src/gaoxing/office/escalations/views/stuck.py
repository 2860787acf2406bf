"""The pages of what does not get done (办不成事): saying it, one's own with what is asked, the office's desk, one in hand, and the posts."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gaoxing.office.escalations import buttons, desk
from gaoxing.office.escalations.actions import LONGEST_NUMBER, MOST_WORDS, Told, bring
from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.permissions import HANDLE, visible_to, who_sees
from gaoxing.office.escalations.queries import content_of
from gaoxing.office.escalations.roles import OFFICER, roles_on
from gaoxing.office.escalations.telling import in_office
from gaoxing.office.escalations.wording import clock_of, kinds, outcomes, plainly, said, state_of, story
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import telephone

_BLANKS = ("tried", "blocked_by", "where", "times", "contact", "mobile", "blocked")
_MOST_CAUSES = 200


@require_http_methods(["GET", "POST"])
@careful
def new(request: HttpRequest) -> HttpResponse:
    """Say what does not get done (GET /stuck/new), and bring it (POST): then its own page, or this one again with why not and what was typed."""
    person, now, told, given = person_of(request), timezone.now(), "", {name: request.POST.get(name, "") for name in _BLANKS}
    if request.method == "POST":
        try:
            made = bring(_told(given, None if person.is_staff_member else person), person, now=now)
            return redirect("stuck_one", number=made.number)
        except NotAllowed as refusal:
            told = refusal.reason
    given["blocked"] = given["blocked"] or request.GET.get("number", "")[:LONGEST_NUMBER]
    shown = {"given": given, "told": told, "own": desk.own_of(person, now=now), "most": MOST_WORDS, "longest": LONGEST_NUMBER}
    return render(request, "escalations/new.html", {**shown, "staff": person.is_staff_member}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


@require_http_methods(["GET", "POST"])
@careful
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One of one's own (GET /stuck/E2026-000001); a button pressed (POST): done, or the page again with why not."""
    return _one(request, number, "stuck_one")


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The office's desk (GET /staff/stuck): `?show=mine`, `open` or `over`, `?after=` goes on."""
    after, now = request.GET.get("after", ""), timezone.now()
    place = int(after) if after.isascii() and after.isdecimal() and len(after) < 19 else 0
    return render(request, "escalations/desk.html", {"listed": desk.listed(person_of(request), show=request.GET.get("show", ""), after=place, now=now)})


@require_http_methods(["GET", "POST"])
@careful
def in_hand(request: HttpRequest, number: str) -> HttpResponse:
    """One as the office handles it (GET /staff/stuck/E2026-000001); a button pressed (POST)."""
    return _one(request, number, "stuck_in_hand")


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


def _told(given: Mapping[str, str], owner: Person | None) -> Told:
    """What was typed on the page."""
    return Told(given["tried"], given["blocked_by"], given["where"], given["times"], given["contact"], given["mobile"], given["blocked"], owner)


def _page(request: HttpRequest, row: Escalation, route: str, told: str) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    office = may(person, HANDLE, on=timezone.localdate())
    acts = {"buttons": buttons.buttons(row, person, now=now), "withdraws": buttons.may_withdraw(row, person, now=now), "given": request.POST, "told": told}
    shown = {**_words(row, reaches=OFFICER in roles_on(row, person, now=now)), **acts, **(_choices() if office else {}), "office": office, "route": route}
    rest = {"clock": clock_of(row, now=now), "story": story(row, whole=office), "seers": who_sees(row), "longest": buttons.LONGEST}
    return render(request, "escalations/one.html", {**shown, **rest}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _words(row: Escalation, *, reaches: bool) -> dict[str, object]:
    """What the record itself says; the number whole only to whoever is to call it."""
    content, state = content_of(row), state_of(row)
    mobile = str(content.get("mobile", ""))
    told = {"row": row, "content": content, "mobile": mobile if reaches else telephone.mask(mobile), "reaches": reaches, "over": state.final}
    handler = name_of(row.handler) if row.handler else ""
    return {**told, "state": said(state), "plain": plainly(row), "handler": handler, "outcome": outcomes().get(row.outcome, "")}


def _choices() -> dict[str, object]:
    """What the office chooses from."""
    results = [(value, word) for value, word in outcomes().items() if value != Escalation.Outcome.IMPOSSIBLE]
    return {"officers": in_office(on=timezone.localdate()), "causes": Cause.objects.all()[:_MOST_CAUSES], "kinds": kinds().items(), "outcomes": results}
