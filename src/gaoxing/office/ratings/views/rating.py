"""An applicant rates (评价): by the link of the notice without an account, or signed in; a good level is one tap, a low one asks why first."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gaoxing.office.people.models import Person
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.people.views.telling import problem
from gaoxing.office.ratings import actions, queries, scale
from gaoxing.office.ratings.models import Rating
from gaoxing.office.ratings.permissions import who_sees
from gaoxing.office.ratings.vault import words_of
from gaoxing.office.refusal import NotAllowed

_LONGEST_TOKEN = 64


@require_http_methods(["GET", "POST"])
@careful
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The rating that a link opens (GET /rate/…); opening uses nothing up, rating does (POST)."""
    found = queries.by_link(token[:_LONGEST_TOKEN], now=timezone.now())
    if found is None:
        text = _("这个链接用过了、过期了，或者不完整。评价过的不用再评；还没有评价的，请登录，在“我的办件”里评价。")
        return problem(request, HTTPStatus.NOT_FOUND, _("打不开这个链接"), text, sign_in=True)
    return _rated(request, found, None) if request.method == "POST" else _page(request, found, None)


@require_http_methods(["GET", "POST"])
@careful
def mine(request: HttpRequest, number: int) -> HttpResponse:
    """One's own rating (GET /ratings/3), given or changed (POST); anybody else's is as if there were none."""
    person = person_of(request)
    found = person.ratings.filter(pk=number).first()
    if found is None:
        raise Http404
    return _rated(request, found, person) if request.method == "POST" else _page(request, found, person)


def _rated(request: HttpRequest, rating: Rating, by: Person | None) -> HttpResponse:
    said = actions.Said(request.POST.get("level", ""), request.POST.getlist("reason")[: len(scale.reasons())], request.POST.get("words", ""))
    if said.level in scale.low() and request.POST.get("step") != "why":
        return _page(request, rating, by, said)
    try:
        made = actions.rate(rating, said, by=by, now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, rating, by, said, refusal.reason)
    return render(request, "ratings/rated.html", {"rating": made, "level": scale.levels()[made.level], "days": scale.days(), "signed_in": by is not None})


def _page(request: HttpRequest, rating: Rating, by: Person | None, said: actions.Said | None = None, told: str = "") -> HttpResponse:
    """The five levels; with a low level chosen, why. What was written before is shown to its signed-in author alone."""
    before = words_of(rating) if by is not None else ""
    shown = {
        "rating": rating,
        "levels": tuple(scale.levels().values()),
        "given": scale.levels().get(rating.level),
        "changeable": actions.changeable(rating, now=timezone.now()),
        "words": said.words if said else before,
        "chosen": scale.levels().get(said.level) if said and said.level in scale.low() else None,
        "reasons": tuple((each, each.id in (said.reasons if said else ())) for each in scale.reasons().values()),
        "days": scale.days(),
        "told": told,
        "seers": who_sees(),
    }
    return render(request, "ratings/rate.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
