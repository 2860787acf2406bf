"""The pages that show indicators (看指标): the whole list, one with its series, the records of a figure; list and records as spreadsheets."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gaoxing.office.importing.exporting import handed_out
from gaoxing.office.indicators import listing, permissions, records
from gaoxing.office.indicators.definitions import Indicator, indicators
from gaoxing.office.indicators.page import page
from gaoxing.office.indicators.periods import Period, read
from gaoxing.office.people.remembering import remembering
from gaoxing.office.people.views.careful import careful, person_of

_FIRST_YEAR = 2000
_DIGITS = 19


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """All indicators by group (GET /staff/indicators; `?period=2024`, empty: each with its newest)."""
    person, now = person_of(request), timezone.now()
    asked = request.GET.get("period", "").strip()
    period = read(asked)
    with remembering():
        sections = listing.sections(person, period, now=now)
    context = {
        "sections": sections,
        "count": sum(len(each.rows) for each in sections),
        "period": period,
        "unread": bool(asked) and period is None,
        "offered": listing.offered(on=timezone.localdate(now)),
        "enters": bool(permissions.owned(person, on=timezone.localdate(now))),
    }
    return render(request, "indicators/overview.html", context)


@require_GET
@careful
def sheet(request: HttpRequest) -> HttpResponse:
    """The whole as a spreadsheet (GET /staff/indicators.xlsx; `?period=2024`)."""
    person, now = person_of(request), timezone.now()
    with remembering():
        return handed_out(listing.listing(person, read(request.GET.get("period", "").strip()), now=now), person, now=now)


@require_GET
@careful
def one(request: HttpRequest, indicator: str) -> HttpResponse:
    """One indicator (GET /staff/indicators/gdp; `?by=month&year=2024`)."""
    return shown(request, known(indicator))


def shown(request: HttpRequest, wanted: Indicator, told: str = "", status: int = 200) -> HttpResponse:
    """The page of an indicator, with a sentence where something could not be done."""
    now = timezone.now()
    this, asked = timezone.localdate(now).year, request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == len(str(this)) and _FIRST_YEAR <= int(asked) <= this else this
    with remembering():
        found = page(wanted, person_of(request), kind=request.GET.get("by", ""), year=year, now=now)
    return render(request, "indicators/one.html", {"page": found, "told": told, "given": request.POST}, status=status)


@require_GET
@careful
def opened(request: HttpRequest, indicator: str) -> HttpResponse:
    """The records of a figure (GET /staff/indicators/gazelle_valid/records?period=2024; `&of=1` all of which they are some; `&after=` goes on)."""
    wanted, period = known(indicator), _period(request)
    whole, after = request.GET.get("of") == "1", request.GET.get("after", "")
    found = records.found(wanted, period, person_of(request), whole=whole, now=timezone.now())
    rows, onward = records.listed(found, person_of(request), after=int(after) if _is_number(after) else 0, on=timezone.localdate())
    here = {"period": str(period), **({"of": "1"} if whole else {})}
    context = {"found": found, "rows": rows, "here": urlencode(here), "onward": urlencode({**here, "after": onward}) if onward else "", "began": bool(after)}
    return render(request, "indicators/records.html", context)


@require_GET
@careful
def opened_sheet(request: HttpRequest, indicator: str) -> HttpResponse:
    """The same records as a spreadsheet (GET /staff/indicators/gazelle_valid/records.xlsx?period=2024)."""
    person, now = person_of(request), timezone.now()
    found = records.found(known(indicator), _period(request), person, whole=request.GET.get("of") == "1", now=now)
    return handed_out(records.listing(found, person, on=timezone.localdate(now)), person, now=now)


def known(indicator: str) -> Indicator:
    """The indicator of an address. Raises Http404 for none."""
    found = indicators().get(indicator)
    if found is None:
        raise Http404
    return found


def _period(request: HttpRequest) -> Period:
    found = read(request.GET.get("period", "").strip())
    if found is None:
        raise Http404
    return found


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < _DIGITS
