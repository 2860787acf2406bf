"""The public page of a licence (执照查验): what a licence shows and how it stands, for whoever scans its code or types code and name; no account."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from django_ratelimit.core import is_ratelimited

from gaoxing.office.certificates import content, queries
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.certificates.revoking import REASONS
from gaoxing.office.people.views.telling import problem

PER_ADDRESS = "60/m"
"""Looks from one address; a token of 144 bits is not found by trying, and typing needs code and name."""

_LONGEST = 200


@require_GET
@never_cache
def shown(request: HttpRequest, token: str) -> HttpResponse:
    """One licence (GET /licence/…), with the newest where this one was superseded."""
    if (busy := _busy(request)) is not None:
        return busy
    found = queries.licence_by(token)
    if found is None:
        told = _("没有这张执照。二维码可能印得不清、被改过，或者网址没有抄全。请再扫一次，或者输入代码和名称查。")
        return _find(request, told, status=HTTPStatus.NOT_FOUND)
    newest = queries.newest(found.code)
    items = [(translated(label), text) for label, text in content.items(found.content)]
    rows = [(_("统一社会信用代码"), found.code), *items, (_("登记机关"), found.content["authority"])]
    page = {"licence": found, "items": rows, "newest": newest if newest != found else None, "why": REASONS.get(found.reason, "")}
    return render(request, "certificates/licence.html", {**page, "in_force": found.state == Certificate.State.IN_FORCE})


@require_http_methods(["GET", "POST"])
@never_cache
def find(request: HttpRequest) -> HttpResponse:
    """Code and name typed (GET, POST /licence): leads to the newest licence of that enterprise."""
    if request.method != "POST":
        return _find(request)
    if (busy := _busy(request)) is not None:
        return busy
    code, name = (request.POST.get(each, "").strip()[:_LONGEST] for each in ("code", "name"))
    found = queries.licence_of(code, name)
    if found is None:
        told = _("没有查到。代码和名称要和执照上写的一字不差；别的登记机关发的执照，这里查不到，请到国家企业信用信息公示系统查。")
        return _find(request, told, {"code": code, "name": name}, status=HTTPStatus.NOT_FOUND)
    return redirect("licence", token=found.token)


def _find(request: HttpRequest, told: str = "", typed: dict[str, str] | None = None, *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    return render(request, "certificates/find.html", {"told": told, "typed": typed or {}}, status=status)


def _busy(request: HttpRequest) -> HttpResponse | None:
    if is_ratelimited(request, group="licence", key="ip", rate=PER_ADDRESS, increment=True):
        return problem(request, HTTPStatus.TOO_MANY_REQUESTS, _("查得太快"), _("这一分钟里查得太多了。请等一分钟再试。"))
    return None
