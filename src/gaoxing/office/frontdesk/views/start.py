"""The way in (首页): the whole service in one look, the privacy page, and the consent before anything is stored."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.frontdesk import visitor
from gaoxing.office.frontdesk.views.careful import careful


@require_GET
@careful
def start(request: HttpRequest) -> HttpResponse:
    """The start page (GET /)."""
    return render(request, "frontdesk/start.html")


@require_POST
@careful
def consent(request: HttpRequest) -> HttpResponse:
    """The privacy page in force is agreed to (POST /consent)."""
    visitor.consent(request)
    return redirect("desk")
