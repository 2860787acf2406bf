"""What everybody sees of the zone profile: the logo, and whom to ask (去哪里问)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gaoxing.office.zone import queries

_HOUR = 3600


@require_GET
def logo(request: HttpRequest) -> HttpResponse:
    """The logo in force (GET /zone/logo.png); 404 where the zone has none of its own."""
    picture = queries.logo()
    if not picture:
        raise Http404
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = f"public, max-age={_HOUR}"
    return response


@require_GET
def where_to_ask(request: HttpRequest) -> HttpResponse:
    """The zone, its authority, units and places (GET /where-to-ask)."""
    return render(request, "zone/where_to_ask.html", {"profile": queries.profile()})
