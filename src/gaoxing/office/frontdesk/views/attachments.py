"""The materials to bring (带材料): the list with what was sent, sending, the preview, taking a file back, removing it.

A post that its head says is too big is answered before a byte of it is read; that is why its token is checked after that (`csrf_protect`).
"""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.attachments import actions, queries, upload
from gaoxing.office.attachments.inspection import megabytes
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import looking
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import draft
from gaoxing.office.frontdesk import attachments, errors, helped, visitor
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed

_SEALED_OFF = "default-src 'none'; sandbox"
"""What somebody sent may do nothing where it is opened."""


@require_GET
@careful
@agreed
def overview(request: HttpRequest) -> HttpResponse:
    """The materials and their files (GET /draft/attachments); without a draft the desk, where one says what one wants."""
    case = draft(visitor.in_hand(request))
    return _page(request, case) if case else redirect("desk")


@csrf_exempt
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Files are sent to a material (POST /draft/attachments/add: `material`, `photo`, `file`)."""
    if upload.too_big(request):
        text = _("这次传的文件太大，没有收。每个文件最多 %(most)s MB：照片请选小一点的尺寸，PDF 请分成几份，一个一个传。") % {"most": megabytes()}
        return errors.problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("文件太大"), text, onward="attachments")
    return _add(request)


@require_GET
@careful
@agreed
def preview(request: HttpRequest, number: int) -> HttpResponse:
    """The small copy of a file (GET /draft/attachments/3/preview.jpg), made by this office from the picture alone."""
    return _sealed_off(HttpResponse(queries.preview_of(_own(request, number)), content_type="image/jpeg"))


@require_GET
@careful
@agreed
def download(request: HttpRequest, number: int) -> HttpResponse:
    """The file as it was sent (GET /draft/attachments/3/file), to be saved, never to be opened here; to a clerk who helps once it was scanned."""
    found = _own(request, number)
    response = HttpResponse(queries.content_of(found, own=not helped.masks(request)), content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=queries.name_of(found))
    return _sealed_off(response)


@require_POST
@careful
@agreed
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """A file is deleted at once (POST /draft/attachments/3/remove)."""
    found = _own(request, number)
    actions.remove(found, actor=_actor(request), now=timezone.now())
    return _answer(request, _case(request), found.material, ())


@csrf_protect
@careful
@agreed
def _add(request: HttpRequest) -> HttpResponse:
    case, material = _case(request), request.POST.get("material", "")
    if not attachments.is_wanted(case, material, on=timezone.localdate()):
        raise NotAllowed(_("这件事的材料单里没有这一项，可能换过事项了。请刷新页面再传。"))
    files = upload.sent(request, "photo", "file")
    if not files:
        return _answer(request, case, material, (_("还没有选文件。请先拍照，或选照片、PDF，再点“上传”。"),))
    told = [_taken(request, case, each, material) for each in files[: upload.MOST_FILES]]
    if len(files) > upload.MOST_FILES:
        told.append(_("一次最多传 %(most)s 个，后面的没有收，请再传一次。") % {"most": upload.MOST_FILES})
    return _answer(request, case, material, tuple(each for each in told if each))


def _taken(request: HttpRequest, case: Case, sent: actions.Sent, material: str) -> str:
    """Why a file was not taken; empty where it was."""
    try:
        actions.receive(case.pk, sent, material=material, actor=_actor(request), now=timezone.now())
    except NotAllowed as refusal:
        return refusal.reason
    return ""


def _answer(request: HttpRequest, case: Case, material: str, told: tuple[str, ...]) -> HttpResponse:
    """The material's part of the page to a page with script, else the page anew: at its place, or with what was not taken."""
    status = HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK
    rows = attachments.wanted(case, {material: told}, on=timezone.localdate())
    row = next((each for each in rows if each.key == material), rows[-1])
    if getattr(request, "htmx", False):
        return render(request, "frontdesk/bring.html", {"wanted": row, "onward": _onward(request), **attachments.limits()}, status=status)
    if told:
        return _page(request, case, {material: told}, status=status)
    return redirect(f"{reverse(_onward(request) or 'attachments')}#material-{row.number}")


def _onward(request: HttpRequest) -> str:
    """The page to go back to, where the upload stood on that of the correction list."""
    return "submit" if request.POST.get("onward") == "submit" else ""


def _page(request: HttpRequest, case: Case, told: dict[str, tuple[str, ...]] | None = None, *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    rows = attachments.wanted(case, told, on=timezone.localdate())
    shown = {
        "rows": rows,
        "named": bool(case.matter),
        "outage": queries.scanner_trouble(),
        "sent": sum(bool(each.files) for each in rows),
        "perhaps": sum(not each.first for each in rows),
    }
    return render(request, "frontdesk/attachments.html", {**shown, **attachments.limits()}, status=status)


def _case(request: HttpRequest) -> Case:
    case = draft(visitor.in_hand(request))
    if case is None:
        raise NotAllowed(_("这份草稿已经不在，文件没有收。请回首页重新开始。"))
    return case


def _own(request: HttpRequest, number: int) -> Attachment:
    """A file of the draft in hand; anybody else's is as if there were none. That a clerk who helps looks at one is kept."""
    case = draft(visitor.in_hand(request))
    found = queries.one(case.pk, number) if case else None
    if case is None or found is None:
        raise Http404
    if request.method == "GET" and helped.masks(request):
        looking.opened_file(case, person_of(request), found.pk, now=timezone.now())
    return found


def _actor(request: HttpRequest) -> Actor:
    return hand(request).actor


def _sealed_off(response: HttpResponse) -> HttpResponse:
    response["Content-Security-Policy"] = _SEALED_OFF
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
