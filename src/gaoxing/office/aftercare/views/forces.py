"""A part's task force (专班): formed, its members, the minutes of its meetings and the tasks that they became."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.aftercare.forces import forming, page
from gaoxing.office.aftercare.forces import tasks as force_tasks
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.units.acts import MOST_NOTES, revision_of
from gaoxing.office.aftercare.units.people import chosen
from gaoxing.office.aftercare.views.units import seen
from gaoxing.office.firing.details import number
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed


@require_GET
@careful
def overview(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """The task force of a part, or how to form one (GET /staff/parts/R2026-000001/1/force)."""
    return _page(request, seen(request, number, place))


@require_POST
@careful
def convene(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """A task force is formed, or gets another lead (POST …/force/convene with `lead`, `unit`s, `note`)."""
    return _done(request, number, place, _convene)


@require_POST
@careful
def member(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """A unit joins or leaves it (POST …/force/members with `member`, or `leave`)."""
    return _done(request, number, place, _member)


@require_POST
@careful
def minute(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """A meeting's minutes with its tasks (POST …/force/minutes)."""
    return _done(request, number, place, _minute)


@require_POST
@careful
def task(request: HttpRequest, number: str, place: int, task: int) -> HttpResponse:
    """A task is done, or found not done after all (POST …/force/tasks/2 with `do`, `note`)."""

    def settle(part: Part, by: Person, now: datetime) -> None:
        found = part.tasks.select_related("part__request", "unit").filter(number=task).first()
        if found is None:
            raise Http404
        if request.POST.get("do") == "reopen":
            force_tasks.reopen(found, by, now=now)
        else:
            force_tasks.finish(found, request.POST.get("note", ""), by, now=now)

    return _done(request, number, place, lambda _request, part, by, now: settle(part, by, now))


def _convene(request: HttpRequest, part: Part, by: Person, now: datetime) -> None:
    note, post = request.POST.get("note", "").strip(), request.POST
    if len(note) > MOST_NOTES:
        raise NotAllowed(_("最多写 %(most)s 个字，现在是 %(count)s 个，请写短一些。") % {"most": MOST_NOTES, "count": len(note)})
    given = Pressed("convene", note=note, revision=revision_of(post.dict()), details={"lead": number(post.dict(), "lead")})
    forming.convene(part, given, [number({"unit": each}, "unit") for each in post.getlist("unit")], by, now=now)


def _member(request: HttpRequest, part: Part, by: Person, now: datetime) -> None:
    if "leave" in request.POST:
        forming.leave(part, number(request.POST.dict(), "leave"), by, now=now)
    else:
        forming.join(part, *chosen(request.POST.get("member", "")), by, now=now)


def _minute(request: HttpRequest, part: Part, by: Person, now: datetime) -> None:
    post = request.POST.dict()
    force_tasks.minute(part, page.minutes_of(post), by, revision=revision_of(post), now=now)


def _done(request: HttpRequest, number: str, place: int, deed: Callable[[HttpRequest, Part, Person, datetime], None]) -> HttpResponse:
    """Do what was posted; the page again, with why not and what was typed, where it cannot be."""
    part = seen(request, number, place)
    try:
        deed(request, part, person_of(request), timezone.now())
    except NotAllowed as refusal:
        return _page(request, seen(request, number, place), refusal.reason)
    return redirect("part_force", number=number, place=place)


def _page(request: HttpRequest, part: Part, told: str = "") -> HttpResponse:
    typed = request.POST.dict() if told else None
    shown = page.whole(part, person_of(request), now=timezone.now(), typed=typed, ticked=request.POST.getlist("unit"))
    return render(request, "aftercare/part_force.html", {**shown, "told": told}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
