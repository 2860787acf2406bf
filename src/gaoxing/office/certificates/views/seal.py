"""The picture of the seal (印章图样): shown, set, withdrawn by a system administrator."""

from __future__ import annotations

from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.audit.entry import Actor
from gaoxing.office.certificates import queries, seals
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

ROLE = "system_administrator"


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """What is used now (GET /staff/seal)."""
    return _page(request)


@require_GET
@careful
def picture(request: HttpRequest) -> HttpResponse:
    """The seal in use (GET /staff/seal/picture.png); 404 where there is none."""
    used = queries.seal_in_use()
    if used is None:
        raise Http404
    return HttpResponse(bytes(used.picture), content_type="image/png")


@require_POST
@careful
def configure(request: HttpRequest) -> HttpResponse:
    """A picture was sent (POST /staff/seal/set)."""
    sent = request.FILES.get("picture")
    try:
        seals.configure(sent.read() if isinstance(sent, UploadedFile) else b"", actor=_actor(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, refusal.reason)
    return redirect("seal")


@require_POST
@careful
def withdraw(request: HttpRequest) -> HttpResponse:
    """No seal is used any more (POST /staff/seal/withdraw)."""
    seals.withdraw(actor=_actor(request), now=timezone.now())
    return redirect("seal")


def _page(request: HttpRequest, told: str = "") -> HttpResponse:
    status = HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK
    return render(request, "certificates/seal.html", {"used": queries.seal_in_use(), "told": told}, status=status)


def _actor(request: HttpRequest) -> Actor:
    return Actor(person_of(request).pk, ROLE)
