"""Promotion and filings (招商、备案): counted as the funnel counts, by the rules of checks/projects/counting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Min, Sum

from gaoxing.checks.projects.counting import FIRST, Counted, amount, is_large
from gaoxing.office.indicators.computing.counted import Asked, Computed, count
from gaoxing.office.people.remembering import remembered
from gaoxing.office.projects.funnel import large_threshold
from gaoxing.office.projects.models import Project, Promotion, PromotionCount, PromotionMonth

PROMOTION, PROJECT = "projects.promotion", "projects.project"
_HUNDRED_MILLION = Decimal(100_000_000)


@dataclass(frozen=True)
class _Signed:
    """What counts of the projects that were first signed in the period, and the sum of each at its end."""

    sums: Mapping[int, Decimal]
    large: tuple[int, ...]


def signed_projects(asked: Asked) -> Computed | None:
    """The projects that were signed for the first time."""
    found = _signed(asked)
    return None if found is None else count(PROMOTION, found.sums)


def signed_large_projects(asked: Asked) -> Computed | None:
    """Of these the large ones."""
    found = _signed(asked)
    return None if found is None else count(PROMOTION, found.large)


def signed_large_amount(asked: Asked) -> Computed | None:
    """The money of the large ones, in hundreds of millions of yuan."""
    found = _signed(asked)
    return None if found is None else Computed(sum((found.sums[each] for each in found.large), Decimal(0)) / _HUNDRED_MILLION, PROMOTION, found.large)


def major_projects(asked: Asked) -> Computed | None:
    """The projects on a list of major ones that were entered until the end of the period."""
    _first, after = asked.period.moments
    listed = Promotion.objects.exclude(listed="").exclude(state=Promotion.State.DROPPED)
    if not Promotion.objects.filter(made__lt=after).exists():
        return None
    return count(PROMOTION, listed.filter(made__lt=after).order_by("pk").values_list("pk", flat=True))


def major_projects_investment(asked: Asked) -> Computed | None:
    """The investment that was reported of them month by month, in hundreds of millions of yuan; None where nobody reported."""
    months = PromotionMonth.objects.exclude(promotion__listed="").filter(month__gte=asked.period.first, month__lte=asked.period.last)
    sums = dict(months.values_list("promotion").annotate(whole=Sum("invested")).order_by("promotion"))
    return Computed(sum(sums.values(), Decimal(0)) / _HUNDRED_MILLION, PROMOTION, tuple(sums)) if sums else None


def project_filings(asked: Asked) -> Computed | None:
    """The projects that were filed in the period and are still on file."""
    found = _filed(asked)
    return None if found is None else count(PROJECT, found)


def project_filings_total(asked: Asked) -> Computed | None:
    """Their total investment in renminbi, in hundreds of millions of yuan."""
    found = _filed(asked)
    if found is None:
        return None
    told = {pk: total for pk, total in found.items() if total is not None}
    return Computed(sum(told.values(), Decimal(0)) / _HUNDRED_MILLION, PROJECT, tuple(told))


def _signed(asked: Asked) -> _Signed | None:
    return remembered(("signed projects", asked.period, asked.now), lambda: _counted(asked))


def _counted(asked: Asked) -> _Signed | None:
    begun = PromotionCount.objects.aggregate(begun=Min("day"))["begun"]
    if begun is None or begun > asked.period.last:
        return None
    projects = dict[int, list[Counted]]()
    for each in PromotionCount.objects.filter(day__lte=asked.period.last).order_by("day", "pk"):
        projects.setdefault(each.promotion_id, []).append(Counted(each.kind, each.day, each.amount))
    fresh = {number: counts for number, counts in projects.items() if any(each.kind == FIRST and each.day >= asked.period.first for each in counts)}
    sums = {number: amount(counts) for number, counts in fresh.items()}
    return _Signed(sums, tuple(number for number, whole in sums.items() if is_large(whole, large_threshold(asked.day))))


def _filed(asked: Asked) -> Mapping[int, Decimal | None] | None:
    """The filings of the period, each with its total in renminbi; None where none was filed yet so early."""
    begun = Project.objects.aggregate(begun=Min("filed"))["begun"]
    if begun is None or begun > asked.period.last:
        return None
    left = (Project.State.DRAFT, Project.State.WITHDRAWN, Project.State.REMOVED)
    rows = Project.objects.filter(filed__gte=asked.period.first, filed__lte=asked.period.last).exclude(state__in=left).order_by("filed", "pk")
    return {pk: total if currency == "CNY" else None for pk, total, currency in rows.values_list("pk", "total", "currency")}
