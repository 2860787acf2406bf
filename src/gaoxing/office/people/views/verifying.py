"""Identity (实名核验): an applicant asks the real-name service, a clerk keeps whom they saw in person."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gaoxing.office.people import accounts
from gaoxing.office.people import identity as checking
from gaoxing.office.people.forms import RealNameForm, SeenForm, first_error
from gaoxing.office.people.models import IdentityCheck
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@careful
def identity(request: HttpRequest) -> HttpResponse:
    """What was checked of the applicant (GET /account/identity); name and number to the service (POST)."""
    person, told, service = person_of(request), "", checking.service()
    if request.method == "POST":
        form = RealNameForm(request.POST)
        told = first_error(form)
        if not told:
            try:
                checking.verify(person, form.cleaned_data["name"], form.cleaned_data["number"], by_service=service, now=timezone.now())
            except NotAllowed as refusal:
                told = refusal.reason
            else:
                return redirect("identity")
    shown = {"checks": person.identity_checks.all()[:20], "connected": service is not None, "told": told}
    return render(request, "people/identity.html", shown, status=HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK)


@require_http_methods(["GET", "POST"])
@careful
def seen(request: HttpRequest) -> HttpResponse:
    """Whom a clerk saw in person, and by which document (GET and POST /staff/identity)."""
    form, told, done = SeenForm(request.POST or None), "", None
    if request.method == "POST":
        told = first_error(form)
        if not told:
            given, now = form.cleaned_data, timezone.now()
            person = accounts.find_applicant(given["who"])
            try:
                done = checking.seen(person, document=given["document"], on=given["on"], number=given["number"], by=person_of(request), now=now)
            except NotAllowed as refusal:
                told = refusal.reason
    shown = {"documents": IdentityCheck.Document.choices, "today": timezone.localdate(), "told": told, "done": done, "form": form}
    return render(request, "people/seen.html", shown, status=HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK)
