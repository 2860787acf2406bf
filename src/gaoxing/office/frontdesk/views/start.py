"""The way in (首页): the whole service in one look, the privacy page, the consent before anything is stored and its
withdrawal, examples to try, how the page looks.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from gaoxing.catalogue import matters
from gaoxing.office.cases import queries
from gaoxing.office.cases.models import KEPT
from gaoxing.office.frontdesk import actions, comfort, language_model, microphone, recordings, visitor
from gaoxing.office.frontdesk.examples import example
from gaoxing.office.frontdesk.offering import offers
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.people import consents
from gaoxing.office.people.models import Consent, Person

_YEAR = 365 * 24 * 60 * 60


@require_GET
@careful
def start(request: HttpRequest) -> HttpResponse:
    """The start page (GET /)."""
    cards = offers()
    told = {
        "matters": [each for each in cards if each.matter.fillable],
        "heard_only": [each.matter for each in cards if not each.matter.fillable],
        "kept": KEPT.days,
        "agreed": bool(visitor.consented(request)),
        "going_on": queries.draft(visitor.reference(request)) is not None,
    }
    return render(request, "frontdesk/start.html", told)


@require_GET
@careful
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, why, how long, and who sees it (GET /privacy)."""
    agreed = bool(visitor.consented(request))
    told = {
        "kept": KEPT.days,
        "version": visitor.privacy(),
        "reader": language_model.reader(),
        "reader_here": language_model.stays_here(),
        "contact": settings.CONTACT,
        "speech": microphone.way(request),
        "recording_days": recordings.offered(request),
        "agreed": agreed,
        "kiosk_minutes": visitor.AT_KIOSK.seconds // 60,
        "withdrawn": not agreed and request.GET.get("withdrawn") == "1",
    }
    return render(request, "frontdesk/privacy.html", told)


@require_POST
@careful
def withdraw(request: HttpRequest) -> HttpResponse:
    """The consent is taken back (POST /privacy/withdraw): every draft begun in this browser is deleted, code or not, and the session with it.

    Drafts that came by a code stay: they have a home elsewhere, and a clerk who leaves deletes nothing of an applicant's.
    """
    about = tuple(f"cases.case:{each.pk}" for each in queries.drafts(visitor.own(request)))
    person = request.user if isinstance(request.user, Person) else None
    consents.withdraw(Consent.Purpose.PRIVACY, now=timezone.now(), about=about, person=person)
    for each in visitor.own(request):
        actions.restart(hand(request), each, now=timezone.now())
    request.session.flush()
    return redirect(f"{reverse('privacy')}?withdrawn=1")


@require_GET
@careful
def tour(request: HttpRequest) -> HttpResponse:
    """The tour as a page (GET /tour)."""
    response = render(request, "frontdesk/tour.html")
    response.set_cookie(comfort.TOURED, "1", max_age=_YEAR, httponly=True, samesite="Lax", secure=settings.SECURE)
    return response


@require_POST
@careful
def consent(request: HttpRequest) -> HttpResponse:
    """The privacy page in force is agreed to, and an example tried or a matter begun where one was pressed (POST /consent: `example`, `matter`)."""
    visitor.consent(request)
    return _tried(request)


@require_POST
@careful
@agreed
def try_example(request: HttpRequest) -> HttpResponse:
    """An example becomes the statement of an empty draft, or a matter is begun (POST /draft/example: `example` or `matter`)."""
    return _tried(request)


@require_POST
@careful
def choose_comfort(request: HttpRequest) -> HttpResponse:
    """How the page is to look and speak (POST /comfort); back to where one was."""
    back = request.POST.get("next", "")
    local = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    response = redirect(back if local else "start")
    comfort.keep(response, request.POST.dict(), secure=settings.SECURE)
    return response


def _tried(request: HttpRequest) -> HttpResponse:
    """The desk, with the example as the statement of an empty draft or with the matter chosen; what is in hand stays in the browser's list as it is."""
    words, wanted = example(request.POST.get("example", "")), request.POST.get("matter", "")
    if words or wanted in {each.id for each in matters() if each.fillable}:
        case = queries.draft(visitor.reference(request))
        if case is not None and not queries.words_of(case).silent:
            visitor.lay_down(request)
        begun = actions.say(hand(request), words, now=timezone.now()) if words else actions.choose(hand(request), wanted, now=timezone.now())
        visitor.take_up(request, begun.reference)
    return redirect("desk")
