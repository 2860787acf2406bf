"""The zone's own joint catalogue (本地目录): every licence in a table, a table sent or typed, what it changes is shown, then it holds; any version again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.audit.entry import Actor
from gaoxing.office.licensing import catalogue_versions, local
from gaoxing.office.licensing.models import Desk
from gaoxing.office.people.models import Unit
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

ROLE = "system_administrator"
MOST_SHOWN = 200


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """What holds, every version (`?before=7`: older ones), and which unit handles what (GET /staff/catalogue)."""
    held = local.in_force(on=timezone.localdate())
    return _page(request, held.text if held else "")


@require_POST
@careful
def preview(request: HttpRequest) -> HttpResponse:
    """What a table would change, trade by trade (POST /staff/catalogue/preview with `text` or `file`); its faults with their lines where it is not sound."""
    text = _text(request)
    if wrong := local.faults(text):
        return _page(request, text, wrong, status=HTTPStatus.BAD_REQUEST)
    return previewed(request, text)


@require_GET
@careful
def version(request: HttpRequest, number: int) -> HttpResponse:
    """An earlier version, and what would change if it held again (GET /staff/catalogue/versions/3; 0: the shipped catalogue)."""
    text = catalogue_versions.text_of(number)
    if text is None:
        raise Http404
    if wrong := local.faults(text):
        return _page(request, text, wrong, status=HTTPStatus.CONFLICT)
    held, on = local.in_force(on=timezone.localdate()), timezone.localdate()
    begins = next((each.since for each in local.to_come(on=on) if each.pk == number), None)
    return previewed(request, text, {"number": number, "restoring": True, "holds": bool(begins) or number == (held.pk if held else 0), "begins": begins})


@require_POST
@careful
def publish(request: HttpRequest) -> HttpResponse:
    """The table holds from now on (POST /staff/catalogue/publish with `text`; `base`: the version it was written over; `restores`: whose text it is)."""
    text, base, restores = _text(request), _number(request, "base"), _number(request, "restores")
    try:
        local.publish(text, by=_actor(request), now=timezone.now(), base=base, restores=restores or 0)
    except NotAllowed as refusal:
        status = HTTPStatus.BAD_REQUEST if local.faults(text) else HTTPStatus.CONFLICT
        return _page(request, text, (refusal.reason,), status=status)
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


def previewed(request: HttpRequest, text: str, more: dict[str, Any] | None = None) -> HttpResponse:
    """The page of what a sound table changes: licences and trades, worked examples, what to look at twice, and the button that lets it hold."""
    on = timezone.localdate()
    standing, changes = local.standing_text(on=on), local.effects(text, on=on)
    shown = {
        "text": text,
        "same": text.strip() == standing.strip(),
        "base": local.newest(),
        "changes": changes[:MOST_SHOWN],
        "more": max(len(changes) - MOST_SHOWN, 0),
        "count": len(changes),
        "ripples": local.ripples(text, on=on),
        "cautions": local.cautions(text, on=on),
        "remarks": local.joint().remarks_lost(standing, text),
    }
    return render(request, "licensing/catalogue_preview.html", {**shown, **(more or {})})


def _text(request: HttpRequest) -> str:
    sent = request.FILES.get("file")
    if isinstance(sent, UploadedFile):
        try:
            return str(sent.read(), "utf-8-sig")
        except UnicodeDecodeError:
            raise NotAllowed(_("文件不是 UTF-8 文字。请用文本编辑器另存为 UTF-8 再传。")) from None
    return request.POST.get("text", "").replace("\r\n", "\n")


def _number(request: HttpRequest, name: str) -> int | None:
    given = request.POST.get(name, request.GET.get(name, ""))
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 18 else None


def _actor(request: HttpRequest) -> Actor:
    return Actor(person_of(request).pk, ROLE)


def _page(request: HttpRequest, text: str, wrong: tuple[str, ...] = (), *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    units = {each.authority: each.unit for each in Desk.objects.filter(unit__closed=None).select_related("unit")}
    on = timezone.localdate()
    standing, held = local.standing_text(on=on), local.in_force(on=on)
    rows = [{**each, "unit": units.get(each["authority"])} for each in local.joint().licence_rows(standing)]
    desks = [{"authority": each, "unit": units.get(each)} for each in local.authorities(on=on)]
    versions, older = catalogue_versions.versions(_number(request, "before"), on=on)
    tellings = {"changed": [each["changed"] for each in rows], "off": [each["off"] for each in rows], "unverified": [not each["verified"] for each in rows]}
    counts = {word: sum(map(bool, told)) for word, told in tellings.items()}
    broken = local.faults(held.text) if held and not standing else ()
    lists = {"rows": rows, "desks": desks, "versions": versions, "older": older, "counts": counts, "broken": broken}
    shown = {"text": text, "wrong": wrong, "in_force": held.pk if held else 0, **lists, "units": Unit.objects.filter(closed=None)}
    return render(request, "licensing/catalogue.html", shown, status=status)
