"""The page of webhooks (推送): set by the system administrator, resumed, ended, and single deliveries sent again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gaoxing.office.api import outbox
from gaoxing.office.api.models import Delivery, Subscription
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

MOST_SHOWN = 50


@require_http_methods(["GET", "POST"])
@careful
def page(request: HttpRequest) -> HttpResponse:
    """The subscriptions and their newest deliveries (GET /staff/webhooks); a new one, its secret on the answer alone (POST)."""
    secret, told = "", ""
    given: dict[str, Any] = {}
    if request.method == "POST":
        sent: dict[str, Any] = {"owner": request.POST.get("owner", ""), "url": request.POST.get("url", "").strip(), "event": request.POST.getlist("event")}
        try:
            _made, secret = outbox.subscribe(_owner(sent["owner"]), sent["url"], sent["event"], now=timezone.now(), by=person_of(request))
        except NotAllowed as refusal:
            told, given = refusal.reason, sent
    deliveries = Delivery.objects.select_related("subscription")[:MOST_SHOWN]
    rows = Subscription.objects.filter(ended=None).select_related("person", "unit")
    shown = {"given": given, "secret": secret, "told": told, "events": outbox.EVENTS, "subscriptions": rows, "deliveries": deliveries}
    return render(request, "api/webhooks.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


@require_POST
@careful
def end(request: HttpRequest, number: int) -> HttpResponse:
    """End one (POST /staff/webhooks/3/end)."""
    outbox.end(_subscription(number), now=timezone.now(), by=person_of(request))
    return redirect("webhooks")


@require_POST
@careful
def resume(request: HttpRequest, number: int) -> HttpResponse:
    """Send to a resting one again (POST /staff/webhooks/3/resume)."""
    outbox.resume(_subscription(number), now=timezone.now(), by=person_of(request))
    return redirect("webhooks")


@require_POST
@careful
def again(request: HttpRequest, number: int) -> HttpResponse:
    """Send a delivery once more (POST /staff/webhooks/deliveries/3/again)."""
    found = Delivery.objects.filter(pk=number, subscription__ended=None).first()
    if found is None:
        raise Http404
    outbox.again(found, now=timezone.now(), by=person_of(request))
    return redirect("webhooks")


def _subscription(number: int) -> Subscription:
    found = Subscription.objects.filter(pk=number, ended=None).first()
    if found is None:
        raise Http404
    return found


def _owner(word: str) -> Person | Unit:
    """Whose it is: a unit by its code, else a person by the account."""
    word = word.replace("\x00", "")
    found = Unit.objects.filter(code=word.strip(), closed=None).first() or Person.objects.filter(account=word.strip(), is_active=True).first()
    if found is None:
        raise NotAllowed(_("没有这个账号或单位编号。请核对再填。"))
    return found
