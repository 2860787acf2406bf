"""The pages of the causes and the yearly report (成因台账、成因年报): what is mended by whom and when; the report with pictures, table and file."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gaoxing.casework.escalations.limits import limits
from gaoxing.office.escalations import buttons, causes, report
from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.models import Cause
from gaoxing.office.escalations.narrowing import Narrowed
from gaoxing.office.escalations.permissions import HANDLE
from gaoxing.office.escalations.telling import units_on
from gaoxing.office.escalations.wording import kinds, story
from gaoxing.office.importing.exporting import handed_out
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The causes (GET /staff/stuck/causes): `?show=watched` or `gone`, `?kind=rule`; `?after=` goes on."""
    person, now, given = person_of(request), timezone.now(), request.GET
    found = causes.listed(person, show=given.get("show", ""), kind=given.get("kind", ""), after=_number(given.get("after", "")), now=now)
    shown = {"listed": found, "kinds": kinds().items(), "office": may(person, HANDLE, on=timezone.localdate())}
    return render(request, "escalations/causes.html", shown)


@require_http_methods(["GET", "POST"])
@careful
def one(request: HttpRequest, number: int) -> HttpResponse:
    """One cause (GET /staff/stuck/causes/3); a button pressed (POST): done, or the page again with why not."""
    found, told = _seen(request, number), ""
    if request.method == "POST":
        try:
            fire(found, buttons.pressed(request.POST.dict()), person_of(request), now=timezone.now())
            return redirect("stuck_cause", number=number)
        except NotAllowed as refusal:
            found, told = _seen(request, number), refusal.reason
    return _page(request, found, told)


@require_GET
@careful
def yearly(request: HttpRequest) -> HttpResponse:
    """The report of a year (GET /staff/stuck/report?year=2026), this year's where none is named."""
    person, now = person_of(request), timezone.now()
    known = report.years(person, now=now)
    year = _year(request, known)
    return render(request, "escalations/report.html", {"report": report.report(person, year, now=now), "years": known, "now": now})


@require_GET
@careful
def yearly_file(request: HttpRequest) -> HttpResponse:
    """The same as a spreadsheet (GET /staff/stuck/report.xlsx?year=2026)."""
    person, now = person_of(request), timezone.now()
    made = report.report(person, _year(request, report.years(person, now=now)), now=now)
    return handed_out(report.listing(made, now=now), person, now=now)


def _page(request: HttpRequest, row: Cause, told: str) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    on = timezone.localdate(now)
    line = causes.line(causes.counted(Cause.objects.filter(pk=row.pk)).get(), on=on)
    acts = {"buttons": buttons.buttons(row, person, now=now), "given": request.POST, "told": told, "address": reverse("stuck_cause", args=[row.pk])}
    choices = {"units": units_on(on), "mend_days": limits().days["mend"], "watch_days": limits().watch_days, "longest": buttons.LONGEST}
    records = report.address(Narrowed(cause=row.pk)) if may(person, HANDLE, on=on) else ""
    shown = {"row": row, "line": line, "tracked": causes.tracked(row, late=line.late), "story": story(row, whole=True), "records": records}
    return render(request, "escalations/cause.html", {**shown, **acts, **choices}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _seen(request: HttpRequest, number: int) -> Cause:
    """The cause of a number, as far as the person sees it. Raises Http404 else, as where there is none."""
    found = causes.one(person_of(request), number, now=timezone.now()) if number < 2**63 else None
    if found is None:
        raise Http404
    return found


def _year(request: HttpRequest, known: tuple[int, ...]) -> int:
    """The year that is asked for, as far as it is known, else this year."""
    asked = _number(request.GET.get("year", ""))
    return asked if asked in known else known[0]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
