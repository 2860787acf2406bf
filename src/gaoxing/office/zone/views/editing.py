"""Editing the zone profile (设置园区资料): the blanks, a preview of what would change where, publishing, old versions and the way back to them."""

from __future__ import annotations

import base64
import binascii
from datetime import date
from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated
from django.views.decorators.http import require_GET, require_POST

from gaoxing.catalogue import Matter, matters
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone import actions, queries
from gaoxing.office.zone.changes import LABELS, changes
from gaoxing.office.zone.logos import drawn_anew
from gaoxing.office.zone.models import ZoneVersion
from gaoxing.office.zone.profile import OFF, ON, Profile, read

ROLE = "system_administrator"
LINES = ("units", "towns", "roads")
PLAIN = ("name", "authority", "authority_english", "region", "attachment_megabytes", "quiet_from", "quiet_until", "automatic", "automatic_sample")
PROMISE = "promised-"
SWITCH = ((ON, True), (OFF, False))


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The blanks as they stand and every version (GET /staff/zone)."""
    return _page(request, _posted_like(queries.profile()), {})


@require_POST
@careful
def preview(request: HttpRequest) -> HttpResponse:
    """What would change, and where (POST /staff/zone/preview); the blanks again where one cannot be read."""
    profile, wrong, since, logo = _read(request)
    if profile is None or since is None or wrong:
        return _page(request, request.POST.dict(), wrong, status=HTTPStatus.BAD_REQUEST)
    now = queries.profile()
    shown = {
        "changes": changes(now, profile, _names(), logo=bool(logo)),
        "since": since,
        "posted": [(name, value) for name, value in request.POST.items() if name not in {"csrfmiddlewaretoken", "drawn"}],
        "drawn": base64.b64encode(logo).decode(),
    }
    return render(request, "zone/preview.html", shown)


@require_POST
@careful
def publish(request: HttpRequest) -> HttpResponse:
    """It holds from its day on (POST /staff/zone/publish)."""
    profile, wrong, since, logo = _read(request)
    if profile is None or since is None or wrong:
        return _page(request, request.POST.dict(), wrong, status=HTTPStatus.BAD_REQUEST)
    kept = b"" if request.POST.get("logo_off") == "yes" else queries.logo()
    actions.publish(profile, logo or kept, since=since, actor=_actor(request), now=timezone.now())
    return redirect("zone")


@require_POST
@careful
def restore(request: HttpRequest, number: int) -> HttpResponse:
    """An old version holds again (POST /staff/zone/versions/3/restore)."""
    actions.restore(_version(number), actor=_actor(request), now=timezone.now())
    return redirect("zone")


@require_POST
@careful
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """A version whose day has not come is taken back (POST /staff/zone/versions/3/withdraw)."""
    actions.withdraw(_version(number), actor=_actor(request), now=timezone.now())
    return redirect("zone")


def _read(request: HttpRequest) -> tuple[Profile | None, dict[str, str], date | None, bytes]:
    """The profile, what is wrong by blank, its day, and a new logo; also that of the preview, checked anew."""
    posted = request.POST
    promised = {each: posted[f"{PROMISE}{each}"] for each in _names() if f"{PROMISE}{each}" in posted}
    profile, wrong = read({**{name: posted.get(name, "") for name in (*PLAIN, *LINES)}, "promised": promised})
    since, logo = _day(posted.get("since", "")), b""
    if since is None or since < timezone.localdate():
        wrong["since"] = _("起用日期要写今天或以后的日期，例如 2027-01-01。")
    try:
        logo = _logo(request)
    except NotAllowed as refusal:
        wrong["logo"] = refusal.reason
    return profile, wrong, since, logo


def _logo(request: HttpRequest) -> bytes:
    sent = request.FILES.get("logo")
    if isinstance(sent, UploadedFile):
        return drawn_anew(sent.read())
    try:
        drawn = base64.b64decode(request.POST.get("drawn", ""), validate=True)
    except (binascii.Error, ValueError):
        raise NotAllowed(_("标志没有传完整，请重新选一次图片。")) from None
    return drawn_anew(drawn) if drawn else b""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _page(request: HttpRequest, posted: dict[str, Any], wrong: dict[str, str], *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    standing = queries.in_force()
    shown = {
        "blanks": [_blank(each, posted, wrong) for each in (*PLAIN, *LINES)],
        "promises": [_promise(each, posted) for each in matters()],
        "wrong": wrong,
        "since": posted.get("since") or f"{timezone.localdate():%Y-%m-%d}",
        "versions": queries.versions(),
        "in_force": standing.pk if standing else None,
        "has_logo": bool(queries.logo()),
    }
    return render(request, "zone/edit.html", shown, status=status)


def _blank(name: str, posted: dict[str, Any], wrong: dict[str, str]) -> dict[str, Any]:
    return {
        "name": name,
        "label": translated(LABELS[name]),
        "value": posted.get(name, ""),
        "wrong": wrong.get(name, ""),
        "lines": name in LINES,
        "choices": SWITCH if name == "automatic" else (),
    }


def _promise(matter: Matter, posted: dict[str, Any]) -> dict[str, str]:
    name = f"{PROMISE}{matter.id}"
    return {"name": name, "label": matter.name, "card": matter.time_limit, "value": posted.get(name, "")}


def _posted_like(profile: Profile) -> dict[str, Any]:
    plain = profile.to_json()
    lines = {name: "\n".join(plain[name]) for name in LINES}
    return {**plain, **lines, "automatic": ON if profile.automatic else OFF, **{f"{PROMISE}{matter}": text for matter, text in profile.promised.items()}}


def _names() -> dict[str, str]:
    return {each.id: each.name for each in matters()}


def _version(number: int) -> ZoneVersion:
    found = queries.version(number)
    if found is None:
        raise Http404
    return found


def _actor(request: HttpRequest) -> Actor:
    return Actor(person_of(request).pk, ROLE)
