"""Recordings that the applicant lets be kept (录音): the second consent, the sound itself, the list, playing back, deleting.

The sound comes as the body of a post, never as a form's file: those are put on disk as they are.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import cast

from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.cases import queries
from gaoxing.office.cases import recordings as kept
from gaoxing.office.cases.models import Case, Recording
from gaoxing.office.frontdesk import recordings, visitor
from gaoxing.office.frontdesk.recordings import LARGEST, MEDIA_TYPE, Unkept
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.refusal import NotAllowed

_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")
_RANGE = re.compile(r"bytes=(\d{1,9})-(\d{0,9})")


@require_POST
@careful
@agreed
def consent(request: HttpRequest) -> HttpResponse:
    """The consent to keep recordings is given (`keep` yes, with the `version` that was shown) or taken back (POST /draft/recordings/consent)."""
    if request.POST.get("keep") != "yes":
        count = recordings.withdraw(request, now=timezone.now())
        told = ngettext("不再存录音；存着的 %(count)s 段已经删去。", "不再存录音；存着的 %(count)s 段已经删去。", count) % {"count": count}
        return JsonResponse({"keeps": False, "message": told}) if _by_script(request) else redirect("recordings")
    if not recordings.offered(request) or request.POST.get("version") != recordings.version(request):
        return _told(_("存录音的说明换过了，或这里不存录音。请刷新页面再看一眼。"), HTTPStatus.CONFLICT)
    recordings.agree(request)
    return JsonResponse({"keeps": True})


@require_POST
@careful
@agreed
def keep(request: HttpRequest) -> HttpResponse:
    """A turn's sound is kept (POST /draft/recordings/sound?draft=…&once=…): `{"kept", "until"}`, or a sentence why not; the words are there all the same."""
    if not recordings.agreed(request):
        return _told(_("没有您的同意，录音没有存；字都在。"), HTTPStatus.FORBIDDEN)
    case, token = queries.draft(visitor.in_hand(request)), request.GET.get("once", "")
    if case is None or not _TOKEN.fullmatch(token):
        return _told(_("这份草稿已经不在，录音没有存。"), HTTPStatus.CONFLICT)
    try:
        made = recordings.keep(request, case, _sound(request), token=token, now=timezone.now())
    except Unkept as refusal:
        return _told(refusal.sentence, refusal.status)
    return JsonResponse({"kept": made.pk, "until": f"{timezone.localtime(made.until):%Y-%m-%d}"})


@require_GET
@careful
@agreed
def overview(request: HttpRequest) -> HttpResponse:
    """The recordings of the draft in hand (GET /draft/recordings), to be played back and deleted."""
    case = _own(request)
    told = {
        "recordings": recordings.listed(case, now=timezone.now()) if case else (),
        "days": recordings.offered(request),
        "keeps": recordings.agreed(request),
    }
    page = render(request, "frontdesk/recordings.html", told)
    return cast("HttpResponse", csp_update({"media-src": ["'self'"]})(lambda _: page)(request))


@require_GET
@careful
@agreed
def sound(request: HttpRequest, number: int) -> HttpResponse:
    """A recording of the draft in hand is played back (GET /draft/recordings/3.wav), whole or the stretch that the player asks for."""
    data = kept.played(_recording(request, number), now=timezone.now(), actor=hand(request).actor)
    wanted = _RANGE.fullmatch(request.headers.get("Range", ""))
    first = int(wanted[1]) if wanted else 0
    if first >= len(data):
        return HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={"Content-Range": f"bytes */{len(data)}"})
    last = min(int(wanted[2]) if wanted and wanted[2] else len(data) - 1, len(data) - 1)
    part = HttpResponse(data[first : last + 1], content_type=MEDIA_TYPE, headers={"Accept-Ranges": "bytes"})
    if wanted:
        part.status_code, part["Content-Range"] = HTTPStatus.PARTIAL_CONTENT, f"bytes {first}-{last}/{len(data)}"
    return part


@require_POST
@careful
@agreed
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """A recording of the draft in hand is deleted at once (POST /draft/recordings/3/remove)."""
    kept.delete(_recording(request, number), now=timezone.now(), actor=hand(request).actor)
    return redirect("recordings")


def _own(request: HttpRequest) -> Case | None:
    """The draft in hand of the applicant; raises NotAllowed where a clerk writes."""
    if visitor.author(request):
        raise NotAllowed(_("录音只给申请人本人听、删。请先结束窗口代办，把屏幕交给申请人。"))
    return queries.draft(visitor.in_hand(request))


def _recording(request: HttpRequest, number: int) -> Recording:
    """The recording of the draft in hand; anybody else's is as if there were none."""
    case = _own(request)
    found = kept.of(case, number, now=timezone.now()) if case else None
    if found is None:
        raise Http404
    return found


def _sound(request: HttpRequest) -> bytes:
    """The body. Raises Unkept for another kind and for what is too long, which is not read to its end."""
    if request.content_type != MEDIA_TYPE:
        raise Unkept(_("送来的不是这个页面录的声音，没有存；字都在。"), HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    length = request.headers.get("Content-Length", "")
    if length.isdecimal() and (len(length) > 18 or int(length) > LARGEST):
        raise recordings.too_long()
    return request.read(LARGEST + 1)


def _by_script(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def _told(sentence: str, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"message": sentence}, status=status)
