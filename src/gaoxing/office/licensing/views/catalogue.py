"""The zone's own joint catalogue (本地目录): a table is sent or typed, its faults are told with their lines, what it changes is shown, then it holds."""

from __future__ import annotations

from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.audit.entry import Actor
from gaoxing.office.licensing import local
from gaoxing.office.licensing.models import Desk, LocalCatalogue
from gaoxing.office.people.models import Unit
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

ROLE = "system_administrator"
MOST_SHOWN = 200


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """What holds, every version, and which unit handles what (GET /staff/catalogue)."""
    held = local.in_force()
    return _page(request, held.text if held else "")


@require_POST
@careful
def preview(request: HttpRequest) -> HttpResponse:
    """What a table would change, trade by trade (POST /staff/catalogue/preview with `text` or `file`); its faults with their lines where it is not sound."""
    text = _text(request)
    if wrong := local.faults(text):
        return _page(request, text, wrong, status=HTTPStatus.BAD_REQUEST)
    changes = local.effects(text)
    shown = {"text": text, "changes": changes[:MOST_SHOWN], "more": max(len(changes) - MOST_SHOWN, 0), "count": len(changes)}
    return render(request, "licensing/catalogue_preview.html", shown)


@require_POST
@careful
def publish(request: HttpRequest) -> HttpResponse:
    """The table holds from now on (POST /staff/catalogue/publish)."""
    text = _text(request)
    try:
        local.publish(text, by=_actor(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, text, (refusal.reason,), status=HTTPStatus.BAD_REQUEST)
    return redirect("joint_catalogue")


@require_POST
@careful
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """A version no longer holds (POST /staff/catalogue/3/withdraw)."""
    local.withdraw(number, by=_actor(request), now=timezone.now())
    return redirect("joint_catalogue")


@require_POST
@careful
def assign(request: HttpRequest) -> HttpResponse:
    """Which unit handles what an authority decides (POST /staff/catalogue/units with `authority`, `unit`; no unit: the window's leader sees to it)."""
    wanted = request.POST.get("unit", "")
    unit = Unit.objects.filter(pk=int(wanted), closed=None).first() if wanted.isascii() and wanted.isdecimal() and len(wanted) < 18 else None
    if wanted and unit is None:
        raise NotAllowed(_("没有这个单位，或者已经撤销。"))
    local.assign(request.POST.get("authority", ""), unit, by=_actor(request), now=timezone.now())
    return redirect("joint_catalogue")


def _text(request: HttpRequest) -> str:
    sent = request.FILES.get("file")
    if isinstance(sent, UploadedFile):
        try:
            return str(sent.read(), "utf-8-sig")
        except UnicodeDecodeError:
            raise NotAllowed(_("文件不是 UTF-8 文字。请用文本编辑器另存为 UTF-8 再传。")) from None
    return request.POST.get("text", "").replace("\r\n", "\n")


def _actor(request: HttpRequest) -> Actor:
    return Actor(person_of(request).pk, ROLE)


def _page(request: HttpRequest, text: str, wrong: tuple[str, ...] = (), *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    units = {each.authority: each.unit_id for each in Desk.objects.all()}
    rows = [{"authority": each, "unit": units.get(each)} for each in local.authorities(on=timezone.localdate())]
    held = local.in_force()
    shown = {"text": text, "wrong": wrong, "versions": LocalCatalogue.objects.defer("text"), "in_force": held.pk if held else 0}
    return render(request, "licensing/catalogue.html", {**shown, "rows": rows, "units": Unit.objects.filter(closed=None)}, status=status)
