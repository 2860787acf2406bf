"""The history of a draft (修改记录): undo, redo, the list of steps, and the way back to each."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.cases import queries as cases
from gaoxing.office.frontdesk import actions, helped, queries, visitor
from gaoxing.office.frontdesk.history import history as steps_of
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand

PAGES = {"check": "check", "history": "history"}
"""The pages besides the desk that an undo leads back to."""


@require_GET
@careful
@agreed
def history(request: HttpRequest) -> HttpResponse:
    """Every step, the newest first (GET /draft/history)."""
    reference = visitor.reference(request)
    case = cases.draft(reference)
    shown = helped.desk(request, queries.desk(reference, now=timezone.now()))
    steps = tuple(replace(each, what=helped.told(each.what, request)) for each in (steps_of(case) if case else ()))
    return render(request, "frontdesk/history.html", {"desk": shown, "steps": steps})


@require_POST
@careful
@agreed
def undo(request: HttpRequest) -> HttpResponse:
    """One step back (POST /draft/undo); nothing where there is none."""
    actions.undo(hand(request), now=timezone.now())
    return _back(request)


@require_POST
@careful
@agreed
def redo(request: HttpRequest) -> HttpResponse:
    """One step forward (POST /draft/redo); nothing where there is none."""
    actions.redo(hand(request), now=timezone.now())
    return _back(request)


@require_POST
@careful
@agreed
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Back, or forward, to one step (POST /draft/history/3); nothing where it is gone."""
    actions.go_to(hand(request), number, now=timezone.now())
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    if given := visitor.in_hand(request):
        visitor.take_up(request, given)
    return redirect(PAGES.get(request.POST.get("next", ""), "desk"))
