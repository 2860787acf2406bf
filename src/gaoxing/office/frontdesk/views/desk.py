"""The desk itself (填表): what was said on the left, the sheet on the right, and everything done on it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRedirect

from gaoxing.office.frontdesk import actions, errors, queries, visitor
from gaoxing.office.frontdesk.actions import Change, Page
from gaoxing.office.frontdesk.dialogue import LONGEST_PATH, confirms, unsettled
from gaoxing.office.frontdesk.forms import MergeForm, PageForm, TurnForm, WordsForm
from gaoxing.office.frontdesk.merging import both
from gaoxing.office.frontdesk.standing import standing
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand

CHECK = "check"
"""What `next` says where the page after this step is the check page."""


@require_GET
@careful
@agreed
def desk(request: HttpRequest) -> HttpResponse:
    """The page (GET /desk); `?ask=name` asks about that blank first, `?tried=1` says why 都对 could not be kept."""
    reference, asked = visitor.reference(request), request.GET.get("ask", "")[:LONGEST_PATH]
    shown = queries.desk(reference, now=timezone.now(), asked=asked, tried=request.GET.get("tried") == "1")
    onward = CHECK if request.GET.get("next") == CHECK else ""
    return render(request, "frontdesk/page.html", {"desk": shown, "revision": shown.standing.revision, "next": onward})


@require_POST
@careful
@agreed
def words(request: HttpRequest) -> HttpResponse:
    """What was said, and an answer with it (POST /draft/words). Words that only say that all is right confirm instead of becoming an entry."""
    form = WordsForm(request.POST)
    if not form.is_valid():
        return errors.unusable(request, form)
    given = form.cleaned_data
    statement = given["words"] if "words" in request.POST else None
    answer, addition, asked = given["choice"] or given["answer"], given["addition"], given["asked"]
    only = answer if not addition.strip() else addition if not answer.strip() else ""
    if confirms(only):
        change = actions.say(hand(request), statement, page=_page(request), now=timezone.now())
        if confirms(only, change.taken.matter, asked if only == answer else ""):
            visitor.take_up(request, change.reference)
            return _agreed(request, change, asked)
    change = actions.say(hand(request), statement, answer=answer, asked=asked, addition=addition, page=_page(request), now=timezone.now())
    return answered(request, change, settled=bool(answer), asked=asked if answer.strip() else "")


@require_POST
@careful
@agreed
def skip(request: HttpRequest) -> HttpResponse:
    """One question put off (POST /draft/skip)."""
    if not visitor.in_hand(request):
        return redirect("desk")
    path = request.POST.get("field", "")[:LONGEST_PATH]
    return answered(request, actions.skip(hand(request), path, now=timezone.now()), settled=True)


@require_POST
@careful
@agreed
def choose(request: HttpRequest) -> HttpResponse:
    """The matter chosen by hand, or left to the words again (POST /draft/matter)."""
    return answered(request, actions.choose(hand(request), request.POST.get("matter", ""), now=timezone.now()))


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
    texts = {"mine": given["mine"], "theirs": given["theirs"], "both": both(given["theirs"], given["mine"])}
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


def answered(request: HttpRequest, change: Change, *, settled: bool = False, asked: str = "", reply: str = "") -> HttpResponse:
    """The parts of the page that changed; the whole page, by a redirect, for a browser without JavaScript.

    `settled`: a question was just answered; `asked` is its blank, asked about again where the answer gave nothing; `reply` a sentence to say.
    """
    visitor.take_up(request, change.reference)
    again = asked if asked and (reply or unsettled(change.taken, change.words, asked)) else ""
    if request.POST.get("next") == CHECK and not again:
        return moved(request, reverse("check"))
    if not getattr(request, "htmx", False):
        return redirect(_desk_address(again, onward=request.POST.get("next", ""), tried=bool(reply)))
    on, stands = timezone.localdate(), standing(change.reference, change.words)
    shown = queries.desk_of(change.words, change.taken, on=on, before=change.before, asked=again, reply=reply, standing=stands)
    onward = CHECK if request.POST.get("next") == CHECK else ""
    return render(request, "frontdesk/parts.html", {"desk": shown, "revision": change.revision, "partly": True, "typing": not settled, "next": onward})


def moved(request: HttpRequest, address: str) -> HttpResponse:
    """Another page, for a browser with JavaScript too."""
    return HttpResponseClientRedirect(address) if getattr(request, "htmx", False) else redirect(address)


def _agreed(request: HttpRequest, change: Change, asked: str) -> HttpResponse:
    """都对 was said: kept, and on to what comes next, or the reason why not."""
    at_check = request.POST.get("next") == CHECK
    outcome = actions.confirm(replace(hand(request), reference=change.reference), at_check=at_check, now=timezone.now())
    if not outcome.why_not:
        return moved(request, reverse("done"))
    if at_check and not asked:
        return moved(request, f"{reverse('check')}?tried=1")
    return answered(request, change, settled=True, asked=asked, reply=outcome.why_not)


def _desk_address(asked: str, *, onward: str, tried: bool) -> str:
    """The desk, asking about one blank again; the mark leads the browser to the question."""
    query = {"ask": asked, "next": onward if onward == CHECK else "", "tried": "1" if tried else ""}
    wanted = urlencode({name: value for name, value in query.items() if value})
    return f"{reverse('desk')}?{wanted}#question" if wanted else reverse("desk")


def _page(request: HttpRequest) -> Page | None:
    form = PageForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["page"]:
        return None
    given = form.cleaned_data
    return Page(given["page"], given["step"] or 0, given["base"])
