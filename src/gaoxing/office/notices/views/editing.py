"""Editing the words of notices (通知模板): the list, one of them with its preview, and back to the shipped words."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.office.audit.entry import Actor
from gaoxing.office.notices import queries, templates_in_force
from gaoxing.office.notices.events import ENGLISH, LANGUAGES, Event, events
from gaoxing.office.notices.models import Channel
from gaoxing.office.notices.wording import filled, wrong
from gaoxing.office.people.views.careful import careful, person_of

ROLE = "system_administrator"


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """Every kind with its words, and where sending is in trouble (GET /staff/notices/templates)."""
    listed = [_listed(each) for each in events().values()]
    troubles = [(Channel(channel).label, count) for channel, count in queries.troubles(now=timezone.now()).items()]
    return render(request, "notices/templates.html", {"kinds": listed, "troubles": troubles})


@require_http_methods(["GET", "POST"])
@careful
def edit(request: HttpRequest, kind: str, channel: str, language: str) -> HttpResponse:
    """The words of one place: shown (GET), looked at with example values (POST `preview`), or stored (POST)."""
    known, place = _known(kind, channel, language), (channel, language)
    standing = templates_in_force.words(known, *place)
    title, text = request.POST.get("title", standing.title).strip(), request.POST.get("text", standing.text).strip().replace("\r\n", "\n")
    told = wrong(known, title, text) if request.method == "POST" else ""
    if request.method == "POST" and not told and "preview" not in request.POST:
        templates_in_force.write(known, *place, title, text, actor=_actor(request), now=timezone.now())
        return redirect("notice_templates")
    preview = None if told else (filled(title, known.values), filled(text, known.values))
    shown = {"kind": known, "channel": Channel(channel), "language": language, "title": title, "text": text, "told": told}
    shown |= {"preview": preview, "own": standing.own}
    return render(request, "notices/template.html", shown, status=HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK)


@require_POST
@careful
def put_back(request: HttpRequest, kind: str, channel: str, language: str) -> HttpResponse:
    """The shipped words again (POST …/back)."""
    templates_in_force.put_back(_known(kind, channel, language), channel, language, actor=_actor(request), now=timezone.now())
    return redirect("notice_templates")


def _listed(kind: Event) -> dict[str, object]:
    places = [_place(kind, channel, language) for channel in Channel for language in LANGUAGES]
    return {"kind": kind, "places": places, "changed": any(each["words"].own for each in places)}


def _known(kind: str, channel: str, language: str) -> Event:
    if kind not in events() or channel not in Channel.values or language not in LANGUAGES:
        raise Http404
    return events()[kind]


def _place(kind: Event, channel: Channel, language: str) -> dict[str, Any]:
    spoken = "English" if language == ENGLISH else _("中文")
    return {"channel": channel, "language": language, "spoken": spoken, "words": templates_in_force.words(kind, channel, language)}


def _actor(request: HttpRequest) -> Actor:
    return Actor(person_of(request).pk, ROLE)
