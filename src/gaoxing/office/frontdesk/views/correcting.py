"""The one list of defects at the clerk's desk (一次性告知): what was ticked is written out, looked at as the applicant will read it, and only then sent."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gaoxing.casework.tables import table_for
from gaoxing.office.cases import looking
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.story import ASKED
from gaoxing.office.frontdesk import handling, my_cases
from gaoxing.office.frontdesk.case_words import matter_of, title_of
from gaoxing.office.frontdesk.defects import EMPTY_ROWS, Line, ticked
from gaoxing.office.frontdesk.pressing import MOST_REASONS, rows_of
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.frontdesk.views.handling import handled
from gaoxing.office.language import said
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@careful
def correction(request: HttpRequest, number: str) -> HttpResponse:
    """The list to be written (GET /staff/cases/…/correction?tick=finding:1&tick=blank:name); as the applicant will read it (POST), nothing sent yet."""
    case = handled(request, number)
    _require_open(request, case)
    if request.method == "GET":
        return _writing(request, case, ticked(case, handling.opened(case), request.GET.getlist("tick")))
    lines = tuple(Line(each["kind"], each["about"], each["words"], each["at"]) for each in rows_of(request.POST))
    told = _wrong(lines)
    if told or request.POST.get("again"):
        return _writing(request, case, lines, told)
    kinds = {each.id: said(each) for each in table_for(case.matter).reasons["defect"].choices}
    if any(each.kind not in kinds for each in lines):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，从页面上的按钮里再选一次。"))
    listed = [{**asdict(each), "word": kinds[each.kind]} for each in lines]
    return render(request, "handling/notice.html", {**_about(case), "lines": listed, "note": request.POST.get("note", "")})


@require_GET
@careful
def printed(request: HttpRequest, number: str) -> HttpResponse:
    """The cover sheet of a case, to be printed (GET /staff/cases/…/print): number, matter, clock, what happened, findings, corrections; values masked."""
    case, now = handled(request, number), timezone.now()
    looking.read(case, person_of(request), now=now)
    shown = handling.page(case, person_of(request), now=now)
    rows = {"happened": my_cases.happened(case), "printed": timezone.localtime(now)}
    return render(request, "handling/print.html", {"page": shown, **rows})


def _require_open(request: HttpRequest, case: Case) -> None:
    """Raises NotAllowed with the page's own reason where correction cannot be asked for."""
    button = next((each for each in handling.buttons(case, person_of(request), now=timezone.now()) if each.act == ASKED), None)
    if button is None:
        raise NotAllowed(said_otherwise(case))
    if button.rests:
        raise NotAllowed("".join(button.rests))


def said_otherwise(case: Case) -> str:
    """Who may ask for a correction, and when, as the table says it."""
    return table_for(case.matter).acts[ASKED].otherwise


def _wrong(lines: tuple[Line, ...]) -> str:
    if not lines:
        return _("清单还是空的，不能发。请至少写一处要补正的地方。")
    if any(not each.kind or not each.words for each in lines):
        return _("每一条都要选类别，并写清楚具体是什么、怎么补。请补上再看告知书。")
    return ""


def _writing(request: HttpRequest, case: Case, lines: tuple[Line, ...], told: str = "") -> HttpResponse:
    empty = (Line(),) * max(min(EMPTY_ROWS, MOST_REASONS - len(lines)), 0)
    shown = {**_about(case), "lines": (*lines, *empty), "told": told, "note": request.POST.get("note", "")}
    kinds = table_for(case.matter).reasons["defect"].choices
    return render(request, "handling/defects.html", {**shown, "kinds": kinds}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _about(case: Case) -> dict[str, object]:
    read = handling.opened(case)
    return {"case": case, "title": title_of(read.form), "matter": matter_of(case)}
