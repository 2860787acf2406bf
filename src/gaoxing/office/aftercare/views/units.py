"""The units' desk (单位待办): what a unit leads or helps with, what is due first first, and one part with its acts, files and task force."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.aftercare import files
from gaoxing.office.aftercare.forces.tasks import tasks_of
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.permissions import parts_visible_to
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.units import contacts, desk, page, pressing
from gaoxing.office.aftercare.units.narrowing import choosers
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.attachments import upload
from gaoxing.office.attachments.inspection import megabytes
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.people.views.telling import problem
from gaoxing.office.refusal import NotAllowed

_SEALED_OFF = "default-src 'none'; sandbox"
"""What somebody sent may do nothing where it is opened."""


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The parts on one's desk (GET /staff/parts; `?role=lead&light=red&after=…`), and the tasks that task forces gave."""
    person, now, (wanted, understood) = person_of(request), timezone.now(), desk.read(request.GET)
    found = desk.listed(person, wanted, now=now, after=request.GET.get("after", ""))
    mine = tasks_of(person, on=timezone.localdate(now))
    shown = {
        "rows": page.rows(found.parts, person, now=now),
        "count": desk.counted(desk.rows(person, wanted, now=now)),
        "most": desk.MOST_COUNTED,
        "choosers": choosers(wanted),
        "narrowed": bool(wanted.asked),
        "understood": understood,
        "here": _address(wanted.asked),
        "onward": _address({**wanted.asked, "after": found.onward}) if found.onward else "",
        "began": bool(request.GET.get("after")),
        "tasks": page.tasks(mine[: desk.PAGE], person, now=now),
        "tasks_count": mine.count(),
    }
    return render(request, "aftercare/part_desk.html", shown)


@require_GET
@careful
def part(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """One part (GET /staff/parts/R2026-000001/1); that it was opened is kept."""
    found = seen(request, number, place)
    with transaction.atomic():
        audit.write("part.read", actor=_actor(request, found), subject=found, now=timezone.now())
    return _page(request, found)


@csrf_exempt
@require_POST
def act(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """A button was pressed (POST …/act): done, or the page again with why not and what was typed."""
    if upload.too_big(request):
        text = _("这次传的文件太大，没有收。每个文件最多 %(most)s MB：照片请选小一点的尺寸，PDF 请分成几份，一个一个传。") % {"most": megabytes()}
        return problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("文件太大"), text)
    return _act(request, number=number, place=place)


@require_POST
@careful
def reveal(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """Whom to reach is shown for a reason (POST …/reveal with `reason`, `words`), on this one page."""
    found, post = seen(request, number, place), request.POST
    try:
        reached = contacts.reveal(found, post.get("reason", ""), post.get("words", ""), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, found, refusal.reason, typed={**post.dict(), "act": "reveal"})
    return _page(request, found, reached=reached)


@require_GET
@careful
def file(request: HttpRequest, number: str, place: int, file: int) -> HttpResponse:
    """A file that belongs to the part, or came with the request (GET …/files/3), to be saved; once it was scanned."""
    part = seen(request, number, place)
    found = next((each for each in files.of_part(part) if each.pk == file), None)
    if found is None:
        raise Http404
    with transaction.atomic():
        audit.write("part.file_opened", actor=_actor(request, part), subject=part, now=timezone.now(), details={"file": found.pk})
    response = HttpResponse(attachments.content_of(found, own=False), content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=attachments.name_of(found))
    response["Content-Security-Policy"] = _SEALED_OFF
    return response


def seen(request: HttpRequest, number: str, place: int) -> Part:
    """The part where the person sees it. Raises Http404 else, as where there is none."""
    found = desk.one(parts_visible_to(person_of(request), on=timezone.localdate()), number, place)
    if found is None:
        raise Http404
    return found


@csrf_protect
@careful
def _act(request: HttpRequest, number: str, place: int) -> HttpResponse:
    found, post, now, by = seen(request, number, place), request.POST.dict(), timezone.now(), person_of(request)
    sent = upload.sent(request, "file")
    try:
        if post.get("act") == "file":
            pressing.take(found, sent, by, now=now)
        else:
            pressing.press(found, post, sent, by, now=now)
    except NotAllowed as refusal:
        return _page(request, seen(request, number, place), refusal.reason, typed=post)
    return redirect("part", number=number, place=place)


def _page(request: HttpRequest, part: Part, told: str = "", *, typed: Mapping[str, str] | None = None, reached: contacts.Reached | None = None) -> HttpResponse:
    shown = page.whole(part, person_of(request), now=timezone.now(), reached=reached, typed=typed)
    return render(request, "aftercare/part.html", {**shown, "told": told}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _actor(request: HttpRequest, part: Part) -> Actor:
    held = roles_on(part, person_of(request), now=timezone.now())
    return Actor(person_of(request).pk, held[0] if held else "unit_handler")


def _address(asked: Mapping[str, str]) -> str:
    return f"?{urlencode(asked)}" if asked else ""
