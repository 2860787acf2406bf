"""The business scope searched and set right (查经营范围、改经营范围). Each works without JavaScript: a search is a page, a press leads back to it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.frontdesk import actions, corrections, errors
from gaoxing.office.frontdesk.actions import Change
from gaoxing.office.frontdesk.corrections import Place, place
from gaoxing.office.frontdesk.editing import LONGEST_ROW, BlankForm, Editor, editor
from gaoxing.office.frontdesk.scope_editing import edits_scope, pressed, scope_editor, scope_of, scope_search, told
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.frontdesk.views.onward import CHECK, answered

ACTS = ("add", "instead", "first", "up", "down", "remove")


@require_GET
@careful
@agreed
def found(request: HttpRequest, path: str) -> HttpResponse:
    """What the words in the search box find (GET /draft/scope/business_scope?q=mjzz); a part of the page."""
    at = place(hand(request).reference, path, request.GET.get("row", "")[:LONGEST_ROW], now=timezone.now())
    if at is None or not edits_scope(at):
        return errors.no_such_blank(request)
    shown = {"search": scope_search(at, request.GET.get("q", ""), timezone.localdate()), "renewed": True}
    return render(request, "frontdesk/scope_found.html", shown_in(request, editor(at), partly=True) | shown)


@require_POST
@careful
@agreed
def change(request: HttpRequest) -> HttpResponse:
    """One press on the list: add, take out, move, or put in the place of another (POST /draft/scope)."""
    form = BlankForm(request.POST)
    at = place(hand(request).reference, form.cleaned_data["path"], form.cleaned_data["row"], now=timezone.now()) if form.is_valid() else None
    if at is None or not edits_scope(at):
        return errors.no_such_blank(request)
    act = next((each for each in ACTS if each in request.POST), "")
    done = _done(request, at, pressed(scope_of(at), act, request.POST.get(act, ""), timezone.localdate()))
    parts = b"" if request.POST.get("alone") else answered(request, done).content
    if not getattr(request, "htmx", False):
        return redirect(_address(request, at))
    again = place(done.reference, at.path, at.row, now=timezone.now()) or at
    shown = shown_in(request, editor(again), partly=True) | scope_shown(request, again) | {"told": told(scope_of(at), scope_of(again))}
    return HttpResponse(parts + render(request, "frontdesk/edit_scope.html", shown).content)


def shown_in(request: HttpRequest, shown: Editor, *, partly: bool) -> dict[str, object]:
    """What every editor is shown with: itself, where it stands (a part of the desk or a page of its own, `alone`), and where one goes on to."""
    given = request.POST or request.GET
    onward = given.get("onward", "") or given.get("next", "")
    return {"editor": shown, "partly": partly, "alone": bool(given.get("alone")) or not partly, "next": CHECK if onward == CHECK else ""}


def scope_shown(request: HttpRequest, at: Place) -> dict[str, object]:
    """What the editor of a scope blank is shown with besides; nothing for another blank."""
    if not edits_scope(at):
        return {}
    given = request.POST or request.GET
    return {"scope": scope_editor(at, given.get("q", given.get("kept", "")), timezone.localdate())}


def _done(request: HttpRequest, at: Place, names: tuple[str, ...]) -> Change:
    """The correction laid on; where nothing changes, the draft as it is."""
    if names == scope_of(at):
        return actions.say(hand(request), None, now=timezone.now())
    return actions.correct(hand(request), corrections.correction(at, names or None, hand(request)), now=timezone.now())


def _address(request: HttpRequest, at: Place) -> str:
    """The editor's own page with the same words searched."""
    query = {"q": request.POST.get("kept", ""), "next": request.POST.get("onward", "")}
    wanted = urlencode({name: value for name, value in query.items() if value})
    return f"{reverse('blank', args=[at.path])}{'?' if wanted else ''}{wanted}#scope"
