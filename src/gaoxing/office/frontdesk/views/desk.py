"""The desk itself (填表): what was said on the left, the sheet on the right, and everything done on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.frontdesk import actions, errors, queries, visitor
from gaoxing.office.frontdesk.actions import Change, Page
from gaoxing.office.frontdesk.forms import MergeForm, PageForm, TurnForm, WordsForm
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.frontdesk.views.newest import revision

_LONGEST_POSITION = 3
"""Digits of a question's number."""


@require_GET
@careful
@agreed
def desk(request: HttpRequest) -> HttpResponse:
    """The page (GET /desk); `?ask=2` asks the third open question first."""
    asked = request.GET.get("ask", "")
    position = int(asked) if asked.isdecimal() and len(asked) <= _LONGEST_POSITION else 0
    known = revision(visitor.reference(request))
    shown = queries.desk(visitor.reference(request), now=timezone.now(), position=position)
    return render(request, "frontdesk/page.html", {"desk": shown, "revision": known})


@require_POST
@careful
@agreed
def words(request: HttpRequest) -> HttpResponse:
    """What was said, and an answer with it (POST /draft/words)."""
    form = WordsForm(request.POST)
    if not form.is_valid():
        return errors.unusable(request, form)
    given = form.cleaned_data
    answer = given["choice"] or given["answer"]
    change = actions.say(
        hand(request),
        given["words"] if "words" in request.POST else None,
        answer=answer,
        asked=given["asked"],
        addition=given["addition"],
        page=_page(request),
        now=timezone.now(),
    )
    return answered(request, change, settled=bool(answer))


@require_POST
@careful
@agreed
def turn(request: HttpRequest, number: int) -> HttpResponse:
    """Another wording of one entry (POST /draft/turns/2)."""
    form = TurnForm(request.POST)
    if not form.is_valid():
        return errors.unusable(request, form)
    return answered(request, actions.amend(hand(request), number, form.cleaned_data["said"], now=timezone.now()))


@require_POST
@careful
@agreed
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """One entry taken back (POST /draft/turns/2/remove)."""
    return answered(request, actions.remove(hand(request), number, now=timezone.now()))


@require_POST
@careful
@agreed
def merge(request: HttpRequest) -> HttpResponse:
    """Which of two texts stands, or both (POST /draft/merge)."""
    form = MergeForm(request.POST)
    if not form.is_valid():
        return errors.unusable(request, form)
    given = form.cleaned_data
    texts = {"mine": given["mine"], "theirs": given["theirs"], "both": f"{given['theirs']}\n{given['mine']}"}
    return answered(request, actions.merge(hand(request), texts[given["keep"]], now=timezone.now()))


@require_POST
@careful
def restart(request: HttpRequest) -> HttpResponse:
    """Everything said in the draft in hand is deleted (POST /draft/restart); the browser's other drafts stay."""
    if given := visitor.in_hand(request):
        visitor.take_up(request, given)
        actions.restart(given)
        visitor.lay_down(request, forget=True)
    return redirect("desk")


def answered(request: HttpRequest, change: Change, *, settled: bool = False) -> HttpResponse:
    """The parts of the page that changed; the whole page, by a redirect, for a browser without JavaScript. `settled`: a question was just answered."""
    visitor.take_up(request, change.reference)
    if not getattr(request, "htmx", False):
        return redirect("desk")
    shown = queries.desk_of(change.words, change.taken, on=timezone.localdate(), before=change.before, answered=settled)
    return render(request, "frontdesk/parts.html", {"desk": shown, "revision": change.revision, "partly": True, "typing": not settled})


def _page(request: HttpRequest) -> Page | None:
    form = PageForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["page"]:
        return None
    given = form.cleaned_data
    return Page(given["page"], given["step"] or 0, given["base"])
