"""Dictating a note of the office (口述记录): the page of a visit with the microphone, its consent, and a ticket for each recording. No sound is kept of it."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gaoxing.office.aftercare.views import visits
from gaoxing.office.frontdesk import microphone
from gaoxing.office.listening.ticket import Ticket
from gaoxing.office.people.views.careful import careful

NOTE = "note"
"""What a ticket names instead of a draft."""


def visit(request: HttpRequest, number: int) -> HttpResponse:
    """A visit to a client (GET and POST /staff/clients/3/visit), allowed to open the speech socket."""
    return microphone.reachable(request, visits.visit(request, number=number))


@require_POST
@careful
def consent(request: HttpRequest) -> HttpResponse:
    """The sentences about the microphone are agreed to (POST /staff/dictation/microphone); 409 where those on the page are no longer the ones in force."""
    if request.POST.get("version") != microphone.version(request):
        return _told(_("这段时间里换了听写的办法。请刷新页面，再点一次麦克风。"), HTTPStatus.CONFLICT)
    microphone.agree(request)
    return JsonResponse({"agreed": True})


@require_POST
@careful
def ticket(request: HttpRequest) -> HttpResponse:
    """Where to speak and the ticket (POST /staff/dictation/ticket): `{"address", "ticket"}`; 503 where no model listens, 403 before the consent."""
    address = microphone.address(request)
    if not address:
        return _told(_("这里没有装语音模型，请打字；打字照样能办。"), HTTPStatus.SERVICE_UNAVAILABLE)
    if not microphone.agreed(request):
        return _told(_("录音之前要先请您同意。请刷新页面，再点一次麦克风。"), HTTPStatus.FORBIDDEN)
    return JsonResponse({"address": address, "ticket": Ticket(NOTE).signed()})


def _told(sentence: str, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"message": sentence}, status=status)
