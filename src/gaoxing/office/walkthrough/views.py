"""The pages of the guided tour (导览); 404 anywhere but in the demonstration."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.people import demo, signing
from gaoxing.office.people.models import Person
from gaoxing.office.people.views.careful import careful
from gaoxing.office.people.views.signing_in import enter_as
from gaoxing.office.walkthrough import walking
from gaoxing.office.walkthrough.tours import VISITOR, Tour, tour, tours


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """Every tour (GET /demo/tours)."""
    _in_demo()
    return render(request, "walkthrough/tours.html", {"tours": tours().values(), "place": walking.where(request)})


@require_POST
@careful
def begin(request: HttpRequest, role: str) -> HttpResponse:
    """Signed in as whoever the tour goes as, and at its first stop (POST /demo/tours/steward)."""
    found = _tour(role)
    if found.id == VISITOR:
        if isinstance(request.user, Person):
            signing.leave(request, why=signing.LEFT, now=timezone.now())
    else:
        enter_as(request, demo.acting_as(found.person))
    return _onward(request, found, walking.beside(found, 0, 1, _person(request), now=timezone.now()))


@require_GET
@careful
def beside(request: HttpRequest, role: str, number: int, step: int) -> HttpResponse:
    """The next stop behind one (GET /demo/tours/steward/3/on), or the one before (…/back), passing over those whose row is not there."""
    found = _tour(role)
    return _onward(request, found, walking.beside(found, number, step, _person(request), now=timezone.now()))


@require_POST
@careful
def end(request: HttpRequest) -> HttpResponse:
    """The tour is over (POST /demo/tours/end)."""
    _in_demo()
    walking.leave(request)
    return redirect("walkthroughs")


def _in_demo() -> None:
    if not settings.DEMO:
        raise Http404


def _onward(request: HttpRequest, found: Tour, there: walking.Place | None) -> HttpResponse:
    if there is None:
        walking.leave(request)
        return redirect("walkthroughs")
    walking.go(request, there)
    return redirect(there.address)


def _tour(role: str) -> Tour:
    _in_demo()
    found = tour(role)
    if found is None:
        raise Http404
    return found


def _person(request: HttpRequest) -> Person | None:
    return request.user if isinstance(request.user, Person) else None
