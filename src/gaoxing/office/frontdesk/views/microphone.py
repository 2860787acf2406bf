"""A ticket to speak (POST /draft/ticket): fetched anew for each recording."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gaoxing.office.frontdesk import microphone
from gaoxing.office.frontdesk.views.careful import agreed, careful


@require_POST
@careful
@agreed
def ticket(request: HttpRequest) -> HttpResponse:
    """Where to speak and the ticket: `{"address", "ticket"}`; 503 with a sentence where no model listens."""
    address = microphone.address(request)
    if not address:
        told = _("这里没有装语音模型，请打字；打字照样能办。")
        return JsonResponse({"message": told}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    signed = microphone.ticket(request, request.POST.get("matter", ""), request.POST.get("asked", ""))
    return JsonResponse({"address": address, "ticket": signed})
