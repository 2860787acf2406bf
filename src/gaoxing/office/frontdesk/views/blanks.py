"""Blanks set right by hand (手工更正): the editor of a blank, and everything it can send. Each works without JavaScript."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.forms.correction import Correction, pattern
from gaoxing.forms.typing import Unfit
from gaoxing.office.frontdesk import actions, corrections, errors, helped
from gaoxing.office.frontdesk.corrections import Place, place
from gaoxing.office.frontdesk.editing import BlankForm, Editor, editor
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.frontdesk.views.onward import answered
from gaoxing.office.frontdesk.views.scope import scope_shown, shown_in
from gaoxing.office.frontdesk.wording import unfit


@require_GET
@careful
@agreed
def blank(request: HttpRequest, path: str) -> HttpResponse:
    """The editor of one blank (GET /draft/blanks/parties.0.mobile): in place where a part of the page asks, else a page of its own."""
    at = place(hand(request).reference, path, now=timezone.now())
    return errors.no_such_blank(request) if at is None else _shown(request, at, editor(at))


@require_POST
@careful
@agreed
def correct(request: HttpRequest) -> HttpResponse:
    """A blank set right, emptied, chosen or kept as it is (POST /draft/correct)."""
    form = BlankForm(request.POST)
    if not form.is_valid():
        return _unusable(request, form)
    given, choices = form.cleaned_data, tuple(request.POST.getlist("value"))
    at = place(hand(request).reference, given["path"], given["row"], now=timezone.now())
    if at is None:
        return errors.no_such_blank(request)
    if not given["empty"] and not given["keep"] and not given["reading"] and helped.stays(request, at, given["text"]):
        return _unchanged(request, at.path)
    text = "、".join(choices) if at.field.choices else given["text"]
    try:
        correction = _correction(request, at, form, text)
    except Unfit as trouble:
        return _shown(request, at, editor(at, text=text, taken=choices if at.field.choices else None, error=unfit(trouble.sentence)))
    return _told(request, correction, at.path)


@require_POST
@careful
@agreed
def restore(request: HttpRequest) -> HttpResponse:
    """A correction taken back: the words speak for the blank again, a row taken out stands again (POST /draft/restore)."""
    form = BlankForm(request.POST)
    if not form.is_valid():
        return _unusable(request, form)
    given = form.cleaned_data
    key = (pattern(given["path"]), given["row"])
    return _answer(request, actions.uncorrect(hand(request), key, now=timezone.now()), given["path"])


@require_POST
@careful
@agreed
def add_row(request: HttpRequest) -> HttpResponse:
    """One more row in a list, under the name given (POST /draft/rows)."""
    form = BlankForm(request.POST)
    if not form.is_valid():
        return _unusable(request, form)
    given = form.cleaned_data
    if not given["text"].strip():
        return errors.problem(request, HTTPStatus.BAD_REQUEST, _("还不能加"), _("请先写明加的是谁或哪一项，再点“加”。"))
    try:
        correction = corrections.added(hand(request).reference, given["path"], given["row"], given["text"], hand(request), now=timezone.now())
    except Unfit as trouble:
        return errors.problem(request, HTTPStatus.BAD_REQUEST, _("还不能加"), unfit(trouble.sentence))
    return _told(request, correction, given["path"])


@require_POST
@careful
@agreed
def remove_row(request: HttpRequest) -> HttpResponse:
    """One row taken out of a list; it can be put back (POST /draft/rows/remove)."""
    form = BlankForm(request.POST)
    if not form.is_valid():
        return _unusable(request, form)
    given = form.cleaned_data
    at = corrections.row_place(hand(request).reference, given["path"], given["row"], now=timezone.now())
    return errors.no_such_blank(request) if at is None else _told(request, corrections.removed(at, hand(request)), given["path"].split(".")[0])


def _correction(request: HttpRequest, at: Place, form: BlankForm, text: str) -> Correction | None:
    """What was sent as a correction. Raises Unfit where it does not fit the blank."""
    given = form.cleaned_data
    if given["keep"]:
        return corrections.kept(at, hand(request))
    if given["reading"]:
        return corrections.correction(at, corrections.chosen(at, given["reading"]), hand(request))
    value = None if given["empty"] or not text.strip() else corrections.typed(at, text)
    if value == corrections.current(at) and at.settled:
        return None
    return corrections.correction(at, value, hand(request))


def _told(request: HttpRequest, correction: Correction | None, path: str) -> HttpResponse:
    """The page with the correction laid on; as it was where there is nothing to correct."""
    if correction is None:
        return _unchanged(request, path)
    return _answer(request, actions.correct(hand(request), correction, now=timezone.now()), path)


def _unchanged(request: HttpRequest, path: str) -> HttpResponse:
    change = actions.say(hand(request), None, now=timezone.now())
    return _answer(request, change, path)


def _answer(request: HttpRequest, change: actions.Change, path: str) -> HttpResponse:
    response = answered(request, change)
    if getattr(request, "htmx", False):
        response["HX-Reswap"] = "none"
    elif response.status_code == HTTPStatus.FOUND and response["Location"] == reverse("desk"):
        return redirect(f"{reverse('desk')}#blank-{path}")
    return response


def _shown(request: HttpRequest, at: Place, shown: Editor) -> HttpResponse:
    """The editor alone for a part of the page; else a page of its own, 422 where what was sent did not fit."""
    partly = bool(getattr(request, "htmx", False))
    parts = shown_in(request, helped.editor(request, at, shown), partly=partly) | scope_shown(request, at)
    template = ("frontdesk/edit_scope.html" if "scope" in parts else "frontdesk/edit.html") if partly else "frontdesk/blank.html"
    status = HTTPStatus.UNPROCESSABLE_ENTITY if shown.error and not partly else HTTPStatus.OK
    return render(request, template, parts, status=status)


def _unusable(request: HttpRequest, form: BlankForm) -> HttpResponse:
    """413 with the form's sentence where the text is too long; 404 where no blank is named."""
    return errors.no_such_blank(request) if "path" in form.errors or "row" in form.errors else errors.unusable(request, form)
