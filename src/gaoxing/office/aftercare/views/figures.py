"""The pages of the figures (诉求数字): the figures of a period, the records of each, and both as spreadsheets under the same permission."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gaoxing.engines.workbook import Written
from gaoxing.office.aftercare.figures import listing, pictures
from gaoxing.office.aftercare.figures import page as figures_page
from gaoxing.office.aftercare.figures.definitions import FIGURES, Figure
from gaoxing.office.aftercare.figures.periods import offered, read
from gaoxing.office.aftercare.figures.rows import SEE
from gaoxing.office.aftercare.permissions import leads
from gaoxing.office.importing.exporting import MOST, Listing, handed_out
from gaoxing.office.people.views.careful import careful, person_of

KIND = "aftercare.request"


@require_GET
@careful
def figures(request: HttpRequest) -> HttpResponse:
    """The figures of a period (GET /staff/requests/figures; `?period=2026Q4`, or `?since=…&until=…`)."""
    person, now = person_of(request), timezone.now()
    on = timezone.localdate(now)
    period, told = read(request.GET, on=on)
    page = figures_page.page(person, period, now=now)
    context = {
        "page": page,
        "charts": pictures.charts(page),
        "tables": ((_("按类别"), _("类别"), page.categories), (_("按主办单位"), _("主办单位"), page.units), (_("按月"), _("月份"), page.months)),
        "figures": FIGURES,
        "offered": offered(on=on),
        "told": told,
        "leads": leads(person, SEE, on=on),
        "now": timezone.localtime(now),
        "here": urlencode(period.asked),
    }
    return render(request, "aftercare/figures.html", context)


@require_GET
@careful
def records(request: HttpRequest) -> HttpResponse:
    """The records of a figure (GET /staff/requests/figures/records?figure=in_time&which=missed&unit=3)."""
    asked, told = _asked(request)
    wanted = listing.found(person_of(request), asked, now=timezone.now())
    rows, onward = listing.listed(wanted, after=request.GET.get("after", ""))
    context = {
        "wanted": wanted,
        "count": len(wanted.members),
        "rows": rows,
        "period": asked.period,
        "figure": asked.figure,
        "told": told,
        "back": urlencode(asked.period.asked),
        "here": urlencode(asked.address),
        "onward": urlencode({**asked.address, "after": onward}) if onward else "",
        "began": bool(request.GET.get("after")),
    }
    return render(request, "aftercare/figures_list.html", context)


@require_GET
@careful
def figures_sheet(request: HttpRequest) -> HttpResponse:
    """The figures as a spreadsheet (GET /staff/requests/figures.xlsx): a row for all, for each category and for each unit."""
    now = timezone.now()
    period, _told = read(request.GET, on=timezone.localdate(now))
    page = figures_page.page(person_of(request), period, now=now)
    headings = [_("范围"), _("名称"), *(word for each in FIGURES for word in _headings(each))]
    above = [period.told, *(f"{each.name}：{each.definition}" for each in FIGURES)]
    return handed_out(Listing(_("诉求数字"), KIND, SEE, headings, _sheet(page), above), person_of(request), now=now)


@require_GET
@careful
def records_sheet(request: HttpRequest) -> HttpResponse:
    """The records of a figure as a spreadsheet (GET /staff/requests/figures/records.xlsx, with what their page is asked)."""
    asked, _told = _asked(request)
    person, now = person_of(request), timezone.now()
    wanted = listing.found(person, asked, now=now)
    above = [each for each in (asked.period.told, wanted.narrowed) if each]
    rows = listing.every(wanted, most=MOST + 1)
    return handed_out(Listing(wanted.title, KIND, SEE, listing.headings(wanted), rows, above), person, now=now)


def _asked(request: HttpRequest) -> tuple[listing.Asked, str]:
    """What an address asks for, and what was not understood of its period. Raises Http404 where it names no figure."""
    period, told = read(request.GET, on=timezone.localdate(timezone.now()))
    asked = listing.read(request.GET, period)
    if asked is None:
        raise Http404
    return asked, told


def _headings(figure: Figure) -> tuple[str, ...]:
    name = {"figure": figure.name}
    if figure.plain:
        return (str(figure.name),)
    counted = _("%(figure)s：算在里面的件数") % name
    return (_("%(figure)s（平均工作日）") % name, counted) if figure.days else (_("%(figure)s率（%%）") % name, _("%(figure)s（件）") % name, counted)


def _sheet(page: figures_page.Page) -> Iterator[tuple[Written, ...]]:
    whole = ((_("全部"), page.whole),)
    for kind, line in (*whole, *((_("类别"), each) for each in page.categories), *((_("主办单位"), each) for each in page.units)):
        cells: list[Written] = []
        for each in line.cells:
            found, number = each.found, each.found.average if each.figure.days else each.found.share
            cells += [len(found.members)] if each.figure.plain else [number, *(() if each.figure.days else (len(found.members),)), len(found.of)]
        yield (kind, line.name, *cells)
