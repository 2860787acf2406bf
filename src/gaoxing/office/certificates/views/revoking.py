"""Licences as the staff see them (查执照、吊销): found by code, shown, revoked by a leader, who is asked once more before."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.audit.entry import Actor
from gaoxing.office.certificates import content, revoking
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.certificates.permissions import visible_to
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import credit_code

ACT, ROLE = "revoke_licence", "leader"
_LONGEST = 40


@require_GET
@careful
def find(request: HttpRequest) -> HttpResponse:
    """What was issued under a code (GET /staff/licences?code=…)."""
    code = request.GET.get("code", "").strip()[:_LONGEST]
    seen = visible_to(person_of(request), on=timezone.localdate())
    found = list(seen.filter(code=credit_code.compact(code)).order_by("-issued", "-pk")) if code else []
    return render(request, "certificates/licences.html", {"code": code, "found": found})


@require_GET
@careful
def one(request: HttpRequest, number: int) -> HttpResponse:
    """One licence (GET /staff/licences/3)."""
    return _page(request, _licence(request, number))


@require_POST
@careful
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """A leader revokes it (POST /staff/licences/3/revoke with `reason` and `sure`)."""
    licence = _licence(request, number)
    try:
        _sure(request)
        revoking.revoke(licence, request.POST.get("reason", ""), actor=Actor(person_of(request).pk, ROLE), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, licence, refusal.reason)
    return redirect("licence_staff", number=number)


def _sure(request: HttpRequest) -> None:
    if request.POST.get("sure") != "yes":
        raise NotAllowed(_("请先勾选“我已核对决定书”，再吊销、撤销。"))


def _licence(request: HttpRequest, number: int) -> Certificate:
    found = visible_to(person_of(request), on=timezone.localdate()).filter(pk=number, kind=Certificate.Kind.LICENCE).first()
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, licence: Certificate, told: str = "") -> HttpResponse:
    able = licence.state == Certificate.State.IN_FORCE and may(person_of(request), ACT, on=timezone.localdate())
    shown = {"licence": licence, "items": content.items(licence.content), "reasons": revoking.REASONS.items(), "able": able, "told": told}
    why = revoking.REASONS.get(licence.reason, "")
    return render(request, "certificates/licence_staff.html", {**shown, "why": why}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
