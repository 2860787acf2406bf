"""The funnel of promotion as it is read (招商台账): how many reached each stage, what the year counts, by town, by month against the plan, and the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.checks.projects.counting import Counted, Year, of_year, share
from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.office.language import said
from gaoxing.office.people.models import Person
from gaoxing.office.projects.firing import life
from gaoxing.office.projects.models import Promotion, PromotionCount, PromotionMonth, PromotionPlan
from gaoxing.office.projects.permissions import promotions_visible_to
from gaoxing.office.projects.queries import figures
from gaoxing.office.projects.wording import money_words

PAGE = 50
"""Rows of one page."""

ALL, LARGE, MAJOR = "all", "large", "major"
"""What may be looked at alone, beside the stages: everything, what is large (亿元以上), what stands on a list of major projects."""

STAGES = tuple(each for each in Promotion.State.values if each != Promotion.State.DROPPED)
"""The stages in the order of the way forward."""

_TEN_THOUSAND, _MONTHS = Decimal(10_000), 12
_LONGEST_WORDS = 100


@dataclass(frozen=True)
class Row:
    """A project as listed: its stage, what counts of it and its plan of the year in words, on whose list it stands."""

    row: Promotion
    stage: str
    counted: str
    listed: str


@dataclass(frozen=True)
class Listed:
    """A page of the list: rows, what it shows, the words searched for, how many there are of each kind, how many were found, where the next page begins."""

    rows: tuple[Row, ...]
    show: str
    words: str
    counts: dict[str, int]
    found: int
    onward: int


@dataclass(frozen=True)
class Summary:
    """What a year counts, in words, with the pictures."""

    year: int
    signed: int
    amount: str
    large: int
    large_amount: str
    planned: str
    done: str
    percent: str
    funnel: Chart
    towns: Chart
    months: Chart


def listed(person: Person, *, show: str, words: str, before: int, now: datetime) -> Listed:
    """One page of what somebody sees, the newest first."""
    kinds = _kinds(promotions_visible_to(person, on=localdate(now)), localdate(now))
    show, words = show if show in kinds else ALL, words.replace("\0", "").strip()[:_LONGEST_WORDS]
    matching = kinds[show].filter(_matches(words)) if words else kinds[show]
    rows = list((matching.filter(pk__lt=before) if before else matching).select_related("bureau").order_by("-pk")[: PAGE + 1])
    onward = rows[PAGE - 1].pk if len(rows) > PAGE else 0
    sums = _sums([each.pk for each in rows])
    shown = tuple(_row(each, sums.get(each.pk)) for each in rows[:PAGE])
    counts = {name: each.count() for name, each in kinds.items()}
    return Listed(shown, show, words, counts, matching.count() if words else counts[show], onward)


def everything(person: Person, *, now: datetime) -> Iterator[Row]:
    """Every project that somebody sees, for a spreadsheet."""
    rows = list(promotions_visible_to(person, on=localdate(now)).select_related("bureau").order_by("pk"))
    sums = _sums([each.pk for each in rows])
    return (_row(each, sums.get(each.pk)) for each in rows)


def summary(person: Person, *, now: datetime) -> Summary:
    """The year so far, of what somebody sees."""
    on = localdate(now)
    seen = promotions_visible_to(person, on=on)
    year, plan = _year(seen, on), _planned(seen, on.year)
    done = _done(seen, on.year)
    whole = sum(done.values(), Decimal(0))
    percent = share(whole, plan)
    return Summary(
        on.year,
        year.signed,
        money_words(year.amount, "CNY"),
        year.large,
        money_words(year.large_amount, "CNY"),
        money_words(plan, "CNY") if plan else "",
        money_words(whole, "CNY"),
        f"{percent}%" if percent is not None else "",
        _funnel(seen),
        _towns(seen),
        _months(done, plan),
    )


def listed_names() -> dict[str, str]:
    """The lists of major projects, in the language of the page."""
    return {Promotion.Listed.PROVINCE: _("省级重大项目"), Promotion.Listed.PREFECTURE: _("苏州市级重大项目"), Promotion.Listed.COUNTY: _("昆山市级重大项目")}


def stages() -> tuple[tuple[str, str], ...]:
    """Every stage, the end of what was given up too, in the language of the page."""
    return tuple((each.id, said(each)) for each in life(Promotion()).states.values())


def _kinds(seen: QuerySet[Promotion], on: date) -> dict[str, QuerySet[Promotion]]:
    large = PromotionCount.objects.values("promotion").annotate(whole=Sum("amount")).filter(whole__gte=large_threshold(on)).values("promotion")
    states = {each: seen.filter(state=each) for each in Promotion.State.values}
    return {ALL: seen, LARGE: seen.filter(pk__in=large), MAJOR: seen.exclude(listed=""), **states}


def large_threshold(on: date) -> Decimal:
    """From how many yuan on a project is a large one (亿元以上), by the rules of a day."""
    return Decimal(int(figures(on)["large_project"]))


def _matches(words: str) -> Q:
    return Q(number=words) | Q(name__contains=words) | Q(investor__contains=words) | Q(town__contains=words) | Q(bureau__name__contains=words)


def _sums(numbers: list[int]) -> dict[int, Decimal]:
    rows = PromotionCount.objects.filter(promotion__in=numbers).values("promotion").annotate(whole=Sum("amount"))
    return {each["promotion"]: each["whole"] for each in rows}


def _row(row: Promotion, counted: Decimal | None) -> Row:
    return Row(row, said(life(row).states[row.state]), money_words(counted, "CNY"), listed_names().get(row.listed, ""))


def _year(seen: QuerySet[Promotion], on: date) -> Year:
    projects: dict[int, list[Counted]] = defaultdict(list)
    for each in PromotionCount.objects.filter(promotion__in=seen.values("pk")):
        projects[each.promotion_id].append(Counted(each.kind, each.day, each.amount))
    return of_year(projects, on.year, threshold=large_threshold(on))


def _planned(seen: QuerySet[Promotion], year: int) -> Decimal:
    return PromotionPlan.objects.filter(promotion__in=seen.values("pk"), year=year).aggregate(whole=Sum("amount"))["whole"] or Decimal(0)


def _done(seen: QuerySet[Promotion], year: int) -> dict[int, Decimal]:
    """The investment done in each month of the year that was reported."""
    rows = PromotionMonth.objects.filter(promotion__in=seen.values("pk"), month__year=year).values("month").annotate(whole=Sum("invested"))
    return {each["month"].month: each["whole"] for each in rows}


def _funnel(seen: QuerySet[Promotion]) -> Chart:
    """How many reached each stage, those that were given up aside."""
    held = [STAGES.index(each) for each in seen.exclude(state=Promotion.State.DROPPED).values_list("state", flat=True)]
    labels = tuple(word for name, word in stages() if name in STAGES)
    values = tuple(sum(place >= at for place in held) for at in range(len(STAGES)))
    return Chart(Kind.FUNNEL, _("到过每一步的项目"), labels, (Series(_("项目"), values),), unit=_("个"))


def _towns(seen: QuerySet[Promotion]) -> Chart:
    """How many projects each town has, the most first; those without one last."""
    counts: dict[str, int] = defaultdict(int)
    for town in seen.exclude(state=Promotion.State.DROPPED).values_list("town", flat=True):
        counts[town or _("没有写镇")] += 1
    rows = sorted(counts.items(), key=lambda each: -each[1])
    return Chart(Kind.BARS, _("各镇的项目"), tuple(name for name, _count in rows), (Series(_("项目"), tuple(count for _name, count in rows)),), unit=_("个"))


def _months(done: dict[int, Decimal], plan: Decimal) -> Chart:
    """What was done each month beside a twelfth of the year's plan; a month that nobody reported has no value."""
    labels = tuple(_("%(month)s月") % {"month": month} for month in range(1, _MONTHS + 1))
    told = tuple(done[month] / _TEN_THOUSAND if month in done else None for month in range(1, _MONTHS + 1))
    series = [Series(_("完成"), told)]
    if plan:
        even = (plan / _MONTHS / _TEN_THOUSAND).quantize(Decimal("0.01"))
        series.append(Series(_("计划（全年平均）"), (even,) * _MONTHS))
    return Chart(Kind.LINES, _("每月完成投资"), labels, tuple(series), unit=_("万元"))
