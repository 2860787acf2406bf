"""The page of an enterprise's figures (自评数据): said, sent as a table or typed; what is asked; nothing typed is lost where something cannot be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gaoxing.engines.workbook import Code, Trouble, Unreadable
from gaoxing.engines.workbook.trouble import refuse
from gaoxing.office.attachments.upload import CutOff
from gaoxing.office.cultivation import taking, typed
from gaoxing.office.cultivation.content import Content, content_of
from gaoxing.office.cultivation.keeping import keep
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.page import whole
from gaoxing.office.cultivation.typed import Typed
from gaoxing.office.cultivation.views.ladders import doubted, seen
from gaoxing.office.importing.sentences import sentences
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

_LONGEST_REVISION = 10
_NO_BLANK = frozenset({"csrfmiddlewaretoken", "revision", "do"})


@require_http_methods(["GET", "POST"])
@careful
def figures(request: HttpRequest, number: str) -> HttpResponse:
    """The figures (GET /ladder/L2026-000001/figures; `?year=` shows one more year), or something done with them (POST with `do`)."""
    row = seen(request, number)
    content = content_of(row)
    if request.method == "GET":
        return _page(request, row, content)
    act = request.POST.get("do", "")
    if act in ("keep", "field"):
        return (_keep if act == "keep" else _keep_field)(request, row, content)
    try:
        changed = _ACTS.get(act, _nothing)(request, row, content)
        keep(row, changed, person_of(request), revision=_revision(request), now=timezone.now())
        return redirect(reverse("ladder_figures", args=(number,)) + ("#taken" if act in ("say", "sheet") else "#asked"))
    except Unreadable as trouble:
        units = Code.UNITS in trouble.codes
        return _page(request, row, content, told=sentences(trouble.troubles), units=units)
    except NotAllowed as refusal:
        return _page(request, row, content, told=(refusal.reason,))


def _keep(request: HttpRequest, row: Assessed, content: Content) -> HttpResponse:
    posted = dict(request.POST.lists())
    given = typed.typed(content.keyed, posted, typed.every_blank(content.keyed, posted, timezone.localdate()))
    if given.wrong:
        return _page(request, row, content, told=tuple(given.wrong.values()), given=given)
    try:
        changed = taking.by_hand(content, given, person_of(request), on=timezone.localdate())
        keep(row, changed, person_of(request), revision=_revision(request), now=timezone.now())
        return redirect("ladder", number=row.number)
    except NotAllowed as refusal:
        row.refresh_from_db()
        return _page(request, row, content_of(row), told=(refusal.reason,), given=given)


def _keep_field(request: HttpRequest, row: Assessed, content: Content) -> JsonResponse:
    """One blank, kept while the others are still filled in: the revision as it then is, or what is wrong with the blank, or why nothing is kept (409)."""
    posted = {key: value for key, value in request.POST.lists() if key not in _NO_BLANK}
    given = typed.typed(content.keyed, posted, typed.every_blank(content.keyed, posted, timezone.localdate()))
    try:
        if given.values:
            changed = taking.by_hand(content, given, person_of(request), on=timezone.localdate())
            row = keep(row, changed, person_of(request), revision=_revision(request), now=timezone.now())
    except NotAllowed as refusal:
        return JsonResponse({"told": refusal.reason}, status=HTTPStatus.CONFLICT)
    return JsonResponse({"revision": row.revision, "wrong": "".join(given.wrong.values())})


def _say(request: HttpRequest, row: Assessed, content: Content) -> Content:
    return taking.by_words(content, request.POST.get("said", ""), person_of(request), on=timezone.localdate())


def _sheet(request: HttpRequest, row: Assessed, content: Content) -> Content:
    found = request.FILES.get("file")
    if not isinstance(found, UploadedFile):
        raise Unreadable(Trouble(Code.EMPTY))
    if isinstance(found, CutOff):
        raise refuse(Code.CUT_OFF)
    checked = request.POST.get("units") == "checked"
    return taking.by_sheet(content, found.read(), taking.Whose(row.enterprise, row.uscc), person_of(request), units_checked=checked, on=timezone.localdate())


def _settle(request: HttpRequest, row: Assessed, content: Content) -> Content:
    post = request.POST
    chosen = {"chosen": post.get("reading", ""), "text": post.get("text", "")}
    return taking.settled(content, post.get("key", ""), by=person_of(request), on=timezone.localdate(), **chosen)


def _date(request: HttpRequest, row: Assessed, content: Content) -> Content:
    return taking.of_year(content, request.POST.get("row", ""), request.POST.get("year", "").strip(), person_of(request), on=timezone.localdate())


def _drop(request: HttpRequest, row: Assessed, content: Content) -> Content:
    return taking.dropped(content, request.POST.get("row", ""))


def _confirm(request: HttpRequest, row: Assessed, content: Content) -> Content:
    return taking.confirmed(content, request.POST.getlist("doubt"))


def _nothing(request: HttpRequest, row: Assessed, content: Content) -> Content:
    raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，再点一次。"))


_ACTS: Mapping[str, Callable[[HttpRequest, Assessed, Content], Content]] = {
    "say": _say,
    "sheet": _sheet,
    "settle": _settle,
    "date": _date,
    "drop": _drop,
    "confirm": _confirm,
}


def _revision(request: HttpRequest) -> int:
    revision = request.POST.get("revision", "")
    return int(revision) if revision.isascii() and revision.isdecimal() and len(revision) < _LONGEST_REVISION else -1


def _page(
    request: HttpRequest, row: Assessed, content: Content, *, told: tuple[str, ...] = (), given: Typed | None = None, units: bool = False
) -> HttpResponse:
    on = timezone.localdate()
    more = typed.told_year(request.GET.get("year", ""), on)
    years = [] if more is None else [more]
    found = whole(row, on=on, content=content)
    shown = {
        "row": row,
        "whole": found,
        "groups": typed.groups(content, on, more=years, given=given),
        "told": told,
        "units": units,
        "given": request.POST,
        **doubted(found),
        "first": taking.empty(content.form),
        "longest": taking.LONGEST,
        "office": person_of(request).is_staff_member,
        "this_year": on.year - 1,
    }
    return render(request, "cultivation/figures.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
