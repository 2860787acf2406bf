"""The window's view of the joint cases (窗口总览): every case with its licences, the one list, the joint visit, what has no unit, who asked for help."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.attachments import queries as attachments
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import HANDLE, roles_on
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.licensing import correcting, listing, routing, sending, taking_over, visiting
from gaoxing.office.licensing.board import board
from gaoxing.office.licensing.models import Item, JointCase
from gaoxing.office.people.models import Unit
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

PAGE = 50
SLOTS, LONGEST_TIME = 4, 40
"""How many times the window can write for a visit; characters of one that are told back."""
OPEN = (Case.State.SUBMITTED, Case.State.CORRECTION_ASKED, Case.State.ACCEPTED)


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The joint cases that go on, what is due first first (GET /staff/joint; `?after=…`), and who waits for a clerk."""
    found = visible_to(person_of(request), on=timezone.localdate(), act=HANDLE).filter(joint__isnull=False, state__in=OPEN)
    going = listing.listed(found.select_related("joint").prefetch_related("items"), size=PAGE, after=request.GET.get("after", ""))
    context = {
        "rows": [(each, _counted(each)) for each in going.rows],
        "listed": going,
        "began": bool(request.GET.get("after")),
        "asked": listing.first(taking_over.waiting(), size=PAGE),
        "unassigned": listing.first(routing.unassigned(), size=PAGE),
        "units": Unit.objects.filter(closed=None),
    }
    return render(request, "licensing/window.html", context)


@require_GET
@careful
def case(request: HttpRequest, number: str) -> HttpResponse:
    """One joint case (GET /staff/joint/320583-2026-000001)."""
    return _page(request, _handled(request, number))


@require_POST
@careful
def act(request: HttpRequest, number: str) -> HttpResponse:
    """The window acts on the whole (POST …/act with `act`: accept, send (the one list), visit (offer times))."""
    found, wanted = _handled(request, number), request.POST.get("act", "")
    revision, person, now = request.POST.get("revision", ""), person_of(request), timezone.now()
    if not (revision.isascii() and revision.isdecimal() and len(revision) < 12):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面再试。"))
    try:
        if wanted == "send":
            correcting.send(found, person, revision=int(revision), now=now)
        elif wanted == "visit":
            held = roles_on(found, person, now=now)
            visiting.offer(found, _slots(request) or visiting.usual(now=now), by=Actor(person.pk, held[0] if held else "window_clerk"), now=now)
        else:
            fire(number, Pressed("accept", revision=int(revision)), person, now=now)
    except NotAllowed as refusal:
        return _page(request, _handled(request, number), refusal.reason)
    return redirect("joint_case", number=number)


@require_POST
@careful
def place(request: HttpRequest, number: str) -> HttpResponse:
    """A file that lay with no licence is one of the papers (POST …/files with `file`, `material`): its units see it from now on."""
    found, person, now = _handled(request, number), person_of(request), timezone.now()
    held = roles_on(found, person, now=now)
    by = Actor(person.pk, held[0] if held else "window_clerk")
    try:
        sending.place(found, _number(request, "file"), request.POST.get("material", ""), by=by, now=now)
    except NotAllowed as refusal:
        return _page(request, found, refusal.reason)
    return redirect("joint_case", number=number)


@require_POST
@careful
def route(request: HttpRequest) -> HttpResponse:
    """A unit is named for a licence that has none (POST /staff/joint/route with `item`, `unit`)."""
    item = Item.objects.filter(pk=_number(request, "item")).first()
    unit = Unit.objects.filter(pk=_number(request, "unit")).first()
    if item is None or unit is None:
        raise NotAllowed(_("请选一个单位。"))
    routing.route(item, unit, by=Actor(person_of(request).pk, "window_clerk"), now=timezone.now())
    return redirect("joint_window")


def _slots(request: HttpRequest) -> list[datetime]:
    """The times that the clerk typed, as a browser's field writes them; none where all were left empty. Raises NotAllowed for what is no time."""
    return [_time(text.strip()) for text in request.POST.getlist("slot") if text.strip()]


def _time(text: str) -> datetime:
    try:
        return timezone.make_aware(datetime.fromisoformat(text))
    except ValueError:
        told = _("上门时间“%(text)s”看不懂，没有发出去。请写成 2026-12-01 09:30 这样，或者都空着。")
        raise NotAllowed(told % {"text": text[:LONGEST_TIME]}) from None


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0


def _counted(found: Case) -> str:
    items = list(found.items.all())
    granted = sum(each.state == Item.State.GRANTED for each in items)
    return f"{granted}/{len(items)}"


def _handled(request: HttpRequest, number: str) -> Case:
    """The joint case where the person may handle it. Raises Http404 else, as where there is none."""
    rows = visible_to(person_of(request), on=timezone.localdate(), act=HANDLE).select_related("owner")
    found = rows.filter(number=number).first()
    if found is None or not JointCase.objects.filter(case=found).exists():
        raise Http404
    return found


def _page(request: HttpRequest, found: Case, told: str = "") -> HttpResponse:
    now = timezone.now()
    typed = [*request.POST.getlist("slot"), *[""] * SLOTS][:SLOTS]
    context = {
        "slots": typed,
        "board": board(found, now=now),
        "points": correcting.list_of(found),
        "to_see": visiting.wanted(found).count(),
        "silent": Item.objects.filter(case=found, said=None).count(),
        "loose": [(each, attachments.name_of(each)) for each in sending.unplaced(found)],
        "papers": sending.papers_of(found),
        "told": told,
    }
    return render(request, "licensing/case.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
