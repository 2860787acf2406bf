"""Speaking: the consent before the first recording (POST /draft/microphone) and a ticket for each one (POST /draft/ticket)."""

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
def consent(request: HttpRequest) -> HttpResponse:
    """The sentences about the microphone are agreed to; 409 where those on the page are no longer the ones in force."""
    if request.POST.get("version") != microphone.version(request):
        return _told(_("这段时间里换了听写的办法。请刷新页面，再点一次麦克风。"), HTTPStatus.CONFLICT)
    microphone.agree(request)
    return JsonResponse({"agreed": True})


@require_POST
@careful
@agreed
def ticket(request: HttpRequest) -> HttpResponse:
    """Where to speak and the ticket: `{"address", "ticket"}`; 503 with a sentence where no model listens, 403 before the consent."""
    address = microphone.address(request)
    if not address:
        return _told(_("这里没有装语音模型，请打字；打字照样能办。"), HTTPStatus.SERVICE_UNAVAILABLE)
    if not microphone.agreed(request):
        return _told(_("录音之前要先请您同意。请刷新页面，再点一次麦克风。"), HTTPStatus.FORBIDDEN)
    signed = microphone.ticket(request, request.POST.get("matter", ""), request.POST.get("asked", ""))
    return JsonResponse({"address": address, "ticket": signed})


def _told(sentence: str, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"message": sentence}, status=status)
