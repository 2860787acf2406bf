"""What every view of the front desk does alike (统一防护): no caching, posts at a human pace, and a sentence for every kind of trouble."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from gaoxing.engines.fault import Fault
from gaoxing.forms.form import Undecided
from gaoxing.office.frontdesk import agency, errors, helped, visitor
from gaoxing.office.frontdesk.actions import Elsewhere, Hand
from gaoxing.office.frontdesk.limits import too_many
from gaoxing.office.refusal import NotAllowed

View = Callable[..., HttpResponse]


def careful(view: View) -> View:
    """The view, never stored by a browser, with a fault told in a sentence and posts kept to a human pace."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        if request.method == "POST" and too_many(request):
            return errors.hurried(request)
        try:
            agency.watch(request, on=timezone.localdate())
            return view(request, **parts)
        except NotAllowed as refusal:
            return errors.declined(request, refusal)
        except Elsewhere as choice:
            if helped.masks(request):
                return errors.declined(request, NotAllowed(helped.elsewhere()))
            return errors.elsewhere(request, theirs=choice.theirs, mine=choice.mine)
        except Undecided:
            return errors.undecided(request)
        except Fault as fault:
            return errors.faulty(request, fault)

    return guarded


def agreed(view: View) -> View:
    """The view for those who agreed to the privacy page; others are shown it first, and nothing is stored.

    A post that comes without the consent, as when a session ended meanwhile, is kept on the page and goes on as soon as one agrees (`agreeing`).
    """

    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        if request.method == "POST" and request.POST.get("agreeing") == "yes":
            visitor.consent(request)
        if visitor.consented(request):
            return view(request, **parts)
        if request.method == "POST":
            return errors.not_agreed(request)
        return redirect("start")

    return guarded


def hand(request: HttpRequest) -> Hand:
    """Whose hand it is."""
    return Hand(
        visitor.in_hand(request), visitor.author(request), visitor.consented(request), visitor.account(request), visitor.representing(request) is not None
    )
