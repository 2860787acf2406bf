"""One client (服务对象): what is known of it, whom to reach, its stewards, visits and requests, and the posts of its page."""

from __future__ import annotations

from http import HTTPStatus

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.aftercare.clients import choosing, contacts, linking, profiles, serving
from gaoxing.office.aftercare.clients.contacts import Reach
from gaoxing.office.aftercare.clients.page import page_of
from gaoxing.office.aftercare.models import Client
from gaoxing.office.aftercare.permissions import clients_visible_to
from gaoxing.office.aftercare.stewards import ASSIGN, entrust
from gaoxing.office.audit import actions as audit
from gaoxing.office.people import showing
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

FILLED = ("uscc", "industry", "town", "staff", "revenue", "remark")
"""The blanks of the profile."""


@require_GET
@careful
def client(request: HttpRequest, number: int) -> HttpResponse:
    """One client (GET /staff/clients/3)."""
    return _page(request, seen(request, number))


@require_POST
@careful
def profile(request: HttpRequest, number: int) -> HttpResponse:
    """What is known of it is changed (POST …/profile)."""
    found = seen(request, number)
    try:
        profiles.change(found, profiles.read(request.POST.dict()), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, found, refusal.reason)
    return redirect("client", number=number)


@require_POST
@sensitive_post_parameters("name", "telephone")
@careful
def contact(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody to reach is entered, taken out, or shown whole by the next view of the page (POST …/contact, `do` says which)."""
    found, person, now, given = seen(request, number), person_of(request), timezone.now(), request.POST
    which = given.get("contact", "")
    place = int(which) if which.isascii() and which.isdecimal() and len(which) < 19 else -1
    try:
        if given.get("do") == "show":
            contacts.show(found, place, given.get("reason", ""), person, now=now)
            showing.grant(request.session, _record(found), which, now=now)
        elif given.get("do") == "remove":
            contacts.remove(found, place, person, now=now)
        else:
            contacts.add(found, Reach(0, given.get("name", ""), given.get("post", ""), given.get("telephone", "")), person, now=now)
    except NotAllowed as refusal:
        return _page(request, found, refusal.reason)
    return redirect(f"{reverse('client', kwargs={'number': number})}#contacts")


@require_POST
@careful
def steward(request: HttpRequest, number: int) -> HttpResponse:
    """It is handed to a steward from a day on (POST …/steward)."""
    found, given, now = seen(request, number), request.POST, timezone.now()
    try:
        chosen = choosing.steward(given.get("steward", ""), on=timezone.localdate())
        entrust(found, chosen, person_of(request), now=now, since=choosing.day(given.get("since", "")), why=given.get("why", ""))
    except NotAllowed as refusal:
        return _page(request, found, refusal.reason)
    return redirect(f"{reverse('client', kwargs={'number': number})}#stewards")


@require_POST
@sensitive_post_parameters("mobile")
@careful
def account(request: HttpRequest, number: int) -> HttpResponse:
    """The account with which the enterprise signs in is linked, or unlinked (POST …/account, `mobile`)."""
    found = seen(request, number)
    try:
        linking.link(found, request.POST.get("mobile", ""), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, found, refusal.reason)
    return redirect(f"{reverse('client', kwargs={'number': number})}#contacts")


def seen(request: HttpRequest, number: int) -> Client:
    """The client of a number among those that the person sees; 404 else."""
    return get_object_or_404(clients_visible_to(person_of(request), on=timezone.localdate()), pk=number)


def looked(request: HttpRequest, found: Client) -> None:
    """Keep in the audit that somebody is about to see a client or the note of a visit to it."""
    now = timezone.now()
    with transaction.atomic():
        audit.write("client.read", actor=serving.acting(person_of(request), now=now), subject=found, now=now)


def _record(found: Client) -> str:
    return f"aftercare.client:{found.pk}"


def _page(request: HttpRequest, found: Client, told: str = "") -> HttpResponse:
    """The page, kept as looked at; after a refusal with why not and what was typed."""
    person, now, on = person_of(request), timezone.now(), timezone.localdate()
    found = Client.objects.select_related("person").get(pk=found.pk)
    looked(request, found)
    whole = showing.taken(request.session, _record(found), now=now)
    assigns = may(person, ASSIGN, on=on)
    given = request.POST if told else {}
    shown = {
        "page": page_of(found, person, now=now, whole=whole),
        "told": told,
        "given": given,
        "kept": given if "industry" in given else {name: getattr(found, name) for name in FILLED},
        "whole": whole,
        "reasons": contacts.reasons(),
        "stewards": choosing.stewards(on=on) if assigns else (),
        "revenues": Client.Revenue.choices,
        "seers": serving.who_sees(found),
        "today": on,
    }
    return render(request, "aftercare/client.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
