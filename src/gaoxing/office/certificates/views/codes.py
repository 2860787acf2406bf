"""The ranges of codes (代码号段): what there is and how much is left, a further one, closing one."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.audit.entry import Actor
from gaoxing.office.certificates import allotting, numbering, queries, ranges
from gaoxing.office.certificates.models import CodeRange
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile

ROLE = "system_administrator"


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """Every range (GET /staff/codes)."""
    return _page(request)


@require_POST
@careful
def add(request: HttpRequest) -> HttpResponse:
    """A further range (POST /staff/codes/add); the page again, with what was typed, where it cannot be."""
    first, last, region = (request.POST.get(each, "").strip()[:40] for each in ("first", "last", "region"))
    try:
        ranges.add(first, last, region, actor=_actor(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, refusal.reason, {"first": first, "last": last, "region": region})
    return redirect("code_ranges")


@require_POST
@careful
def close(request: HttpRequest, number: int) -> HttpResponse:
    """No more comes out of a range (POST /staff/codes/3/close)."""
    ranges.close(number, actor=_actor(request), now=timezone.now())
    return redirect("code_ranges")


def _page(request: HttpRequest, told: str = "", typed: dict[str, str] | None = None) -> HttpResponse:
    region = profile().region
    rows = [{"range": each, "next": numbering.body(each.next) if each.left else ""} for each in CodeRange.objects.all()]
    shown = {"rows": rows, "told": told, "typed": typed or {"region": region}, "allots": queries.allots(region), "left": queries.left(region)}
    status = HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK
    return render(request, "certificates/codes.html", {**shown, "low": queries.allots(region) and allotting.is_low(region)}, status=status)


def _actor(request: HttpRequest) -> Actor:
    return Actor(person_of(request).pk, ROLE)
