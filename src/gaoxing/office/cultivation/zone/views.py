"""The pages of the zone's ladder (梯队统计): the numbers, the records of each, and both as spreadsheets under the same permission."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.engines.workbook import Written
from gaoxing.office.aftercare.permissions import leads
from gaoxing.office.cultivation.zone import batch, hinted, listing, pictures, wording
from gaoxing.office.cultivation.zone import page as ladder_page
from gaoxing.office.cultivation.zone.counting import CERTIFICATES, STANDINGS
from gaoxing.office.cultivation.zone.importing import IMPORT
from gaoxing.office.cultivation.zone.rows import SEE
from gaoxing.office.importing.exporting import MOST, Listing, handed_out
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

KIND = "cultivation.assessed"


@require_GET
@careful
def ladder(request: HttpRequest) -> HttpResponse:
    """The zone's ladder (GET /staff/ladder)."""
    return _ladder(request)


@require_POST
@careful
def judge(request: HttpRequest) -> HttpResponse:
    """So many of those that were not judged today are (POST /staff/ladder/judge); pressed again the next ones."""
    today = timezone.localdate()
    if not leads(person_of(request), SEE, on=today):
        raise NotAllowed(_("全部重评由领导来按；每天也会自动重评。"))
    done = batch.judge_waiting(today)
    told = _("重评了 %(judged)s 家，还有 %(waiting)s 家。") % {"judged": done.judged, "waiting": done.waiting}
    return _ladder(request, told + (_("%(closed)s 家的数据打不开，没有动。") % {"closed": done.closed} if done.closed else ""))


@require_GET
@careful
def hints(request: HttpRequest) -> HttpResponse:
    """Who should apply, of those that the person serves (GET /staff/ladder/hints; `?after=` goes on)."""
    person, today, after = person_of(request), timezone.localdate(), request.GET.get("after", "")
    found = hinted.page(person, on=today, after=after)
    context = {"found": found, "began": bool(after), "leads": leads(person, SEE, on=today)}
    return render(request, "cultivation/zone_hints.html", context)


@require_GET
@careful
def records(request: HttpRequest) -> HttpResponse:
    """The records of a number (GET /staff/ladder/records?which=one_step&rung=gazelle)."""
    asked, today = _asked(request), timezone.localdate()
    found = listing.members(person_of(request), asked, today=today)
    rows, onward = listing.listed(asked, found, after=request.GET.get("after", ""))
    context = {
        "asked": asked,
        "count": len(found),
        "rows": rows,
        "certificates": asked.which in CERTIFICATES,
        "here": urlencode(asked.address),
        "onward": urlencode({**asked.address, "after": onward}) if onward else "",
        "began": bool(request.GET.get("after")),
    }
    return render(request, "cultivation/zone_records.html", context)


@require_GET
@careful
def records_sheet(request: HttpRequest) -> HttpResponse:
    """The records of a number as a spreadsheet (GET /staff/ladder/records.xlsx, with what their page is asked)."""
    asked, person, now = _asked(request), person_of(request), timezone.now()
    found = listing.members(person, asked, today=timezone.localdate(now))
    rows = listing.every(asked, found, most=MOST + 1)
    return handed_out(Listing(_("企业梯队明细"), KIND, SEE, listing.headings(asked), rows, [asked.title, asked.definition]), person, now=now)


@require_GET
@careful
def ladder_sheet(request: HttpRequest) -> HttpResponse:
    """The zone's ladder as a spreadsheet (GET /staff/ladder.xlsx): a row for each rung, year and number."""
    person, now = person_of(request), timezone.now()
    page = ladder_page.page(person, today=timezone.localdate(now))
    above = [_("截至 %(day)s；%(count)s 家企业。") % {"day": f"{timezone.localdate(now):%Y-%m-%d}", "count": page.enterprises}]
    above += [f"{wording.TITLES[each]}：{definition}" for each, definition in wording.DEFINITIONS.items()]
    headings = (_("资质"), _("年度"), _("指标"), _("个数"))
    return handed_out(Listing(_("企业梯队"), KIND, SEE, headings, _sheet(page), above), person, now=now)


def _ladder(request: HttpRequest, told: str = "") -> HttpResponse:
    person, today = person_of(request), timezone.localdate()
    page = ladder_page.page(person, today=today)
    context = {
        "page": page,
        "charts": pictures.charts(page),
        "leads": leads(person, SEE, on=today),
        "imports": may(person, IMPORT, on=today),
        "standings": [(each, wording.TITLES[each], wording.DEFINITIONS[each]) for each in STANDINGS],
        "told": told,
    }
    return render(request, "cultivation/zone_ladder.html", context)


def _asked(request: HttpRequest) -> listing.Asked:
    """What an address asks for. Raises Http404 where it names no number."""
    asked = listing.read(request.GET)
    if asked is None:
        raise Http404
    return asked


def _sheet(page: ladder_page.Page) -> Iterator[tuple[Written, ...]]:
    for line in page.lines:
        for year in line.years:
            yield from ((line.name, year.year, cell.name, cell.count) for cell in year.cells)
        yield from ((line.name, "", cell.name, cell.count) for cell in (*line.now, *line.standings))
    for plan in page.plans:
        yield from ((_("倍增计划"), plan.growth.year, cell.name, cell.count) for cell in plan.cells)
        sums = (_("计划销售收入合计（元）"), plan.growth.sums.planned), (_("实际销售收入合计（元）"), plan.growth.sums.actual)
        yield from ((_("倍增计划"), plan.growth.year, name, amount) for name, amount in sums)
