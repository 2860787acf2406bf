"""The pages of promotion (招商): the funnel with its list and pictures, a new lead, one project with its steps, and the list as a spreadsheet."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gaoxing.office.importing.exporting import Listing, handed_out
from gaoxing.office.people.models import Unit
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.projects import buttons, funnel, promoting
from gaoxing.office.projects.facts import yuan_of
from gaoxing.office.projects.firing import fire
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.office.projects.permissions import PROMOTE, promotions_visible_to
from gaoxing.office.projects.promoting import Lead
from gaoxing.office.projects.wording import money_words, promotion_story
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import region_code

_BLANKS = ("name", "investor", "town", "planned", "bureau", "listed", "project")


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The funnel (GET /staff/promotions): `?show=large`, `major` or a stage, `?q=` words, `?before=` goes on."""
    person, now, before = person_of(request), timezone.now(), request.GET.get("before", "")
    place = int(before) if before.isascii() and before.isdecimal() and len(before) < 19 else 0
    found = funnel.listed(person, show=request.GET.get("show", ""), words=request.GET.get("q", ""), before=place, now=now)
    tabs = [(word, name, found.counts[name]) for name, word in funnel.stages()]
    return render(request, "projects/promotions.html", {"listed": found, "tabs": tabs, "year": funnel.summary(person, now=now)})


@require_GET
@careful
def exported(request: HttpRequest) -> HttpResponse:
    """The whole list as a spreadsheet (GET /staff/promotions/list.xlsx)."""
    person, now = person_of(request), timezone.now()
    headings = (_("编号"), _("项目名称"), _("投资方"), _("阶段"), _("计入的金额"), _("镇"), _("招商单位"), _("重大项目"))
    rows = (
        (
            each.row.number or "",
            each.row.name,
            each.row.investor,
            each.stage,
            each.counted,
            each.row.town,
            str(each.row.bureau.name if each.row.bureau else ""),
            each.listed,
        )
        for each in funnel.everything(person, now=now)
    )
    return handed_out(Listing(_("招商项目"), "projects.promotion", PROMOTE, headings, rows), person, now=now)


@require_http_methods(["GET", "POST"])
@careful
def new(request: HttpRequest) -> HttpResponse:
    """A new lead (GET /staff/promotions/new), and entering it (POST): then its page, or this one again with why not and what was typed."""
    given, told = {name: request.POST.get(name, "").strip() for name in _BLANKS}, ""
    if request.method == "POST":
        try:
            made = promoting.enter(_lead(given), person_of(request), now=timezone.now())
            return redirect("promotion", number=made.number)
        except NotAllowed as refusal:
            told = refusal.reason
    shown = {"given": given, "told": told, "towns": region_code.towns(), "bureaus": Unit.objects.order_by("name"), "lists": funnel.listed_names().items()}
    return render(request, "projects/promotion_new.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


@require_http_methods(["GET", "POST"])
@careful
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One project (GET /staff/promotions/Z2026-000001); a button pressed or a plan set (POST)."""
    found, told = _seen(request, number), ""
    if request.method == "POST":
        try:
            _pressed(request, found)
            return redirect("promotion", number=number)
        except NotAllowed as refusal:
            found, told = _seen(request, number), refusal.reason
    return _page(request, found, told)


def _pressed(request: HttpRequest, row: Promotion) -> None:
    person, now = person_of(request), timezone.now()
    if request.POST.get("act") != "plan":
        fire(row, buttons.pressed(request.POST.dict()), person, now=now)
        return
    year, amount = request.POST.get("year", ""), yuan_of(request.POST.get("invested", "").strip())
    if amount is None or not (year.isascii() and year.isdecimal() and len(year) == 4):
        raise NotAllowed(_("请写哪一年（四位数字）和计划投资的金额，连单位一起写。"))
    promoting.plan(row, int(year), amount, person, now=now)


def _seen(request: HttpRequest, number: str) -> Promotion:
    rows = promotions_visible_to(person_of(request), on=timezone.localdate()).select_related("bureau", "project")
    found = rows.filter(number=number).first() if number.isprintable() else None
    if found is None:
        raise Http404
    return found


def _lead(given: dict[str, str]) -> Lead:
    """What was typed. Raises NotAllowed for a sum without its unit, or a filed project that is not there."""
    planned = yuan_of(given["planned"]) if given["planned"] else None
    if given["planned"] and planned is None:
        raise NotAllowed(_("计划总投资请连单位一起写，例如 12000万元。"))
    project = Project.objects.filter(number=given["project"]).first() if given["project"] else None
    if given["project"] and project is None:
        raise NotAllowed(_("没有这个编号的备案项目，请核对；没有备案的，先不填。"))
    bureau = (
        Unit.objects.filter(pk=int(given["bureau"])).first()
        if given["bureau"].isascii() and given["bureau"].isdecimal() and len(given["bureau"]) < 10
        else None
    )
    town = region_code.town(given["town"])
    return Lead(given["name"], given["investor"], town.name if town else "", planned, bureau, given["listed"], project)


def _page(request: HttpRequest, row: Promotion, told: str) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    words = dict(funnel.stages())
    kinds = {"first": _("首次签约"), "increase": _("增资")}
    shown = {
        "row": row,
        "state": words[row.state],
        "listed": funnel.listed_names().get(row.listed, ""),
        "planned": money_words(row.planned, "CNY"),
        "buttons": buttons.promotion_buttons(row, person, now=now),
        "stages": [(words[each.stage], each) for each in row.stages.all()],
        "counts": [(kinds[each.kind], each.day, money_words(each.amount, "CNY")) for each in row.counts.all()],
        "plans": [(each.year, money_words(each.amount, "CNY")) for each in row.plans.all()],
        "months": [(each.month, money_words(each.invested, "CNY")) for each in row.months.all()],
        "story": promotion_story(row),
        "year": timezone.localdate().year,
        "given": request.POST,
        "told": told,
        "longest": buttons.LONGEST,
    }
    return render(request, "projects/promotion.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
