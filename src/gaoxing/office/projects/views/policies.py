"""The zone's lists of industrial policy (产业政策清单): lists sent or typed, what they change is shown, then they hold; any version again."""

from __future__ import annotations

from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.checks.projects.policy import LISTS, Entry
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.projects import policies
from gaoxing.office.refusal import NotAllowed

ROLE = "system_administrator"
_MOST_SHOWN = 200


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """What holds, and every version (GET /staff/policies; `?before=7`: older ones)."""
    return _page(request, policies.standing_text())


@require_POST
@careful
def preview(request: HttpRequest) -> HttpResponse:
    """What lists would change (POST /staff/policies/preview with `text` or `file`); every fault with the number of its item where they are not sound."""
    text = _text(request)
    if wrong := policies.faults(text):
        return _page(request, text, wrong, status=HTTPStatus.BAD_REQUEST)
    return _previewed(request, text)


@require_GET
@careful
def version(request: HttpRequest, number: int) -> HttpResponse:
    """An earlier version, and what would change if it held again (GET /staff/policies/versions/3; 0: the shipped lists)."""
    text = policies.text_of(number)
    if text is None:
        raise Http404
    if wrong := policies.faults(text):
        return _page(request, text, wrong, status=HTTPStatus.CONFLICT)
    return _previewed(request, text, number)


@require_POST
@careful
def publish(request: HttpRequest) -> HttpResponse:
    """The lists hold from now on (POST /staff/policies/publish with `text`; `base`: the version they were written over; `restores`: whose text it is)."""
    text, base, restores = _text(request), _number(request, "base"), _number(request, "restores")
    try:
        policies.publish(text, by=_actor(request), now=timezone.now(), base=base, restores=restores or 0)
    except NotAllowed as refusal:
        return _page(request, text, (refusal.reason,), status=HTTPStatus.CONFLICT)
    return redirect("policies")


@require_POST
@careful
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """A version no longer holds (POST /staff/policies/3/withdraw)."""
    policies.withdraw(number, by=_actor(request), now=timezone.now())
    return redirect("policies")


def _previewed(request: HttpRequest, text: str, number: int | None = None) -> HttpResponse:
    """The page of what sound lists change, and the button that lets them hold; `number` where they are a version's."""
    held, found = policies.in_force(), policies.changes(text)
    shown = {
        "text": text,
        "found": found,
        "groups": [
            (_("新增"), _named(found.come)),
            (_("不再有"), _named(found.gone)),
            (_("改了词、来源或者日期"), _named(found.altered)),
        ],
        "base": held.pk if held else 0,
        "number": number,
        "restoring": number is not None,
        "holds": number is not None and number == (held.pk if held else policies.SHIPPED),
        "most": _MOST_SHOWN,
    }
    return render(request, "projects/policies_preview.html", shown)


def _named(entries: tuple[Entry, ...]) -> list[tuple[str, Entry]]:
    return [(LISTS[each.list], each) for each in entries]


def _text(request: HttpRequest) -> str:
    sent = request.FILES.get("file")
    if isinstance(sent, UploadedFile):
        try:
            return str(sent.read(policies.LONGEST * 4), "utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise NotAllowed(_("文件不是 UTF-8 文字。请用文本编辑器另存为 UTF-8 再传。")) from None
    return request.POST.get("text", "").replace("\r\n", "\n")


def _number(request: HttpRequest, name: str) -> int | None:
    given = request.POST.get(name, request.GET.get(name, ""))
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 18 else None


def _actor(request: HttpRequest) -> Actor:
    return Actor(person_of(request).pk, ROLE)


def _page(request: HttpRequest, text: str, wrong: tuple[str, ...] = (), *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    held = policies.in_force()
    versions, older = policies.versions(_number(request, "before"))
    standing = policies.changes(policies.standing_text())
    broken = policies.faults(held.text) if held else ()
    shown = {"text": text, "wrong": wrong, "versions": versions, "older": older, "standing": standing, "broken": broken, "in_force": held.pk if held else 0}
    return render(request, "projects/policies.html", shown, status=status)
