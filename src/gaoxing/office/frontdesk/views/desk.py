"""The desk itself (填表): what was said on the left, the sheet on the right, and everything done on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.facts.command import command
from gaoxing.office.frontdesk import actions, errors, helped, microphone, queries, visitor
from gaoxing.office.frontdesk.actions import Page
from gaoxing.office.frontdesk.dialogue import LONGEST_PATH, confirms
from gaoxing.office.frontdesk.forms import MergeForm, PageForm, TurnForm, WordsForm
from gaoxing.office.frontdesk.merging import both
from gaoxing.office.frontdesk.orders import order
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.frontdesk.views.obeying import carried_out
from gaoxing.office.frontdesk.views.onward import CHECK, answered
from gaoxing.office.refusal import NotAllowed
from gaoxing.speech.transcript import LONGEST_TURN


@require_GET
@careful
@agreed
def desk(request: HttpRequest) -> HttpResponse:
    """The page (GET /desk); `?ask=name` asks about that blank first, `?told=` replies to a command, `?about=` names what is to be amended."""
    reference = visitor.reference(request)
    asked, told, about = (request.GET.get(name, "")[:LONGEST_PATH] for name in ("ask", "told", "about"))
    now = timezone.now()
    shown = helped.desk(request, queries.desk(reference, now=now, asked=asked, told=told, about=about))
    onward = CHECK if request.GET.get("next") == CHECK else ""
    beside = {"revision": shown.standing.revision, "next": onward, "helped": helped.panel(request, now=now)}
    page = render(request, "frontdesk/page.html", {"desk": shown, **beside})
    return microphone.reachable(request, page)


@require_POST
@careful
@agreed
def words(request: HttpRequest) -> HttpResponse:
    """What was said, and an answer with it (POST /draft/words). A command (都对, 跳过, 上一条不对) is carried out instead of becoming an entry."""
    form = WordsForm(request.POST)
    if not form.is_valid():
        return errors.unusable(request, form)
    given = form.cleaned_data
    statement = helped.statement(request, given["words"] if "words" in request.POST else None, now=timezone.now())
    answer, addition, asked = given["choice"] or given["answer"], given["addition"], given["asked"]
    only = "" if given["choice"] else answer if not addition.strip() else addition if not answer.strip() else ""
    if command(only) or confirms(only):
        change = actions.say(hand(request), statement, page=_page(request), now=timezone.now())
        wanted = order(only, asked, change.taken, change.words)
        if wanted is not None:
            return carried_out(request, change, wanted, asked)
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
    now = timezone.now()
    said = helped.entry(request, number, form.cleaned_data["said"], now=now)
    return answered(request, actions.amend(hand(request), number, said, now=now))


@require_POST
@careful
@agreed
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """One entry taken back (POST /draft/turns/2/remove)."""
    return answered(request, actions.remove(hand(request), number, now=timezone.now()))


@require_POST
@careful
@agreed
def unread(request: HttpRequest, number: int) -> HttpResponse:
    """A stretch of one entry as it was heard first, where another way to write it was taken (POST /draft/turns/2/heard, `text`: as it stands now)."""
    return answered(request, actions.unread(hand(request), number, request.POST.get("text", "")[:LONGEST_TURN], now=timezone.now()))


@require_POST
@careful
@agreed
def merge(request: HttpRequest) -> HttpResponse:
    """Which of two texts stands, or both (POST /draft/merge)."""
    if helped.masks(request):
        raise NotAllowed(helped.elsewhere())
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
        actions.restart(hand(request), given, now=timezone.now())
        visitor.lay_down(request, forget=True)
    return redirect("desk")


def _page(request: HttpRequest) -> Page | None:
    form = PageForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["page"]:
        return None
    given = form.cleaned_data
    return Page(given["page"], given["step"] or 0, given["base"], given["heard"], given["heard_answer"])
