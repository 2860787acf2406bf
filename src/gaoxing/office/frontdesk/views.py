"""The front desk's pages (前台). Here, and only here, the clock is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from gaoxing.engines.fault import Fault
from gaoxing.office.frontdesk import actions, errors, queries
from gaoxing.office.frontdesk.forms import TurnForm, WordsForm
from gaoxing.office.frontdesk.limits import SESSION_KEY, too_many
from gaoxing.office.frontdesk.papers import application_form
from gaoxing.office.refusal import NotAllowed

View = Callable[..., HttpResponse]

_LONGEST_POSITION = 3
"""Digits of a question's number."""


def careful(view: View) -> View:
    """The view, never stored by a browser, with a fault told in a sentence and posts kept to a human pace."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, **parts: int) -> HttpResponse:
        if request.method == "POST" and too_many(request):
            return errors.hurried(request)
        try:
            return view(request, **parts)
        except NotAllowed as refusal:
            return errors.declined(request, refusal)
        except Fault as fault:
            return errors.faulty(request, fault)

    return guarded


@require_GET
@careful
def desk(request: HttpRequest) -> HttpResponse:
    """The page (GET /); `?ask=2` asks the third open question first."""
    asked = request.GET.get("ask", "")
    position = int(asked) if asked.isdecimal() and len(asked) <= _LONGEST_POSITION else 0
    shown = queries.desk(_reference(request), now=timezone.now(), position=position)
    return render(request, "frontdesk/page.html", {"desk": shown})


@require_POST
@careful
def words(request: HttpRequest) -> HttpResponse:
    """What was said, and an answer with it (POST /draft/words)."""
    form = WordsForm(request.POST)
    if not form.is_valid():
        return errors.unusable(request, form)
    given = form.cleaned_data
    change = actions.say(
        _reference(request),
        given["words"] if "words" in request.POST else None,
        answer=given["choice"] or given["answer"],
        asked=given["asked"],
        addition=given["addition"],
        now=timezone.now(),
    )
    return _answered(request, change, answered=bool(given["choice"] or given["answer"]))


@require_POST
@careful
def turn(request: HttpRequest, number: int) -> HttpResponse:
    """Another wording of one entry (POST /draft/turns/2)."""
    form = TurnForm(request.POST)
    if not form.is_valid():
        return errors.unusable(request, form)
    return _answered(request, actions.amend(_reference(request), number, form.cleaned_data["said"], now=timezone.now()))


@require_POST
@careful
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """One entry taken back (POST /draft/turns/2/remove)."""
    return _answered(request, actions.remove(_reference(request), number, now=timezone.now()))


@require_POST
@careful
def restart(request: HttpRequest) -> HttpResponse:
    """Everything said is deleted (POST /draft/restart)."""
    actions.restart(_reference(request))
    request.session.flush()
    return redirect("desk")


@require_GET
@careful
def application(request: HttpRequest) -> HttpResponse:
    """The application form as PDF (GET /draft/application.pdf)."""
    form = queries.stored_form(_reference(request))
    document = application_form(form, now=timezone.now()) if form else None
    if document is None:
        return errors.nothing_yet(request)
    name = content_disposition_header(as_attachment=True, filename=document.name) or "attachment"
    return HttpResponse(document.content, content_type=document.media_type, headers={"Content-Disposition": name})


def _reference(request: HttpRequest) -> str:
    return str(request.session.get(SESSION_KEY, ""))


def _answered(request: HttpRequest, change: actions.Change, *, answered: bool = False) -> HttpResponse:
    """The parts of the page that changed; the whole page, by a redirect, for a browser without JavaScript."""
    if request.session.get(SESSION_KEY) != change.reference:
        request.session[SESSION_KEY] = change.reference
    if not getattr(request, "htmx", False):
        return redirect("desk")
    shown = queries.desk_of(change.words, change.taken, on=timezone.localdate(), before=change.before, answered=answered)
    return render(request, "frontdesk/parts.html", {"desk": shown, "partly": True, "typing": not answered})
