"""What the report of a run says of clients, projects, promotion and the ladder (成长的一年): counted from the records, as the rooms keep them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Sum

from gaoxing.checks.assessment.verdict import TERMS
from gaoxing.forms.cultivation import CERTIFICATES
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.models import Client, ClientVisit, Stewardship
from gaoxing.office.cultivation.models import Assessed, AssessedRung, Qualification
from gaoxing.office.projects.models import Project, ProjectVersion, Promotion, PromotionCount, PromotionMonth
from gaoxing.office.simulation.models import Run

_HUNDRED_MILLION = 100_000_000


def growth(run: Run) -> dict[str, Any]:
    """The year of those whom the zone serves, files, promotes and grows."""
    last = clocking.calendar().day(run.at) if run.at else run.begins
    return {"服务对象": _clients(), "走访": _visits(), "备案": _filed(), "招商": _promoted(run), "培育": _grown(last)}


def _clients() -> dict[str, int]:
    found = _named(Client.objects.values_list("kind", flat=True), dict(Client.Kind.choices))
    return {**found, "换过专员": Stewardship.objects.exclude(until=None).count(), "有账号": Client.objects.exclude(person=None).count()}


def _visits() -> dict[str, int]:
    found = _named(ClientVisit.objects.filter(struck=None).values_list("how", flat=True), dict(ClientVisit.How.choices))
    return {**found, "作废": ClientVisit.objects.exclude(struck=None).count()}


def _filed() -> dict[str, int]:
    weights = {"minor": "一般变更", "major": "较大变更"}
    found = _named(Project.objects.exclude(number=None).values_list("state", flat=True), dict(Project.State.choices))
    return {**found, **_named(ProjectVersion.objects.exclude(weight="").values_list("weight", flat=True), weights)}


def _promoted(run: Run) -> dict[str, Any]:
    """By stage; what was signed for the first time in the run above a hundred million, and what the major projects invested in it, in 亿元."""
    signed = PromotionCount.objects.filter(kind=PromotionCount.Kind.FIRST, day__gte=run.begins, amount__gte=_HUNDRED_MILLION)
    invested = PromotionMonth.objects.exclude(promotion__listed="").aggregate(whole=Sum("invested"))["whole"] or 0
    whole = signed.aggregate(whole=Sum("amount"))["whole"] or 0
    told = {"亿元以上签约": signed.count(), "签约金额（亿元）": f"{whole / _HUNDRED_MILLION:.1f}", "重大项目投资（亿元）": f"{invested / _HUNDRED_MILLION:.1f}"}
    return {**_named(Promotion.objects.values_list("state", flat=True), dict(Promotion.State.choices)), **told}


def _grown(last: date) -> dict[str, Any]:
    """Who told figures, valid certificates by rung on the last day, and the verdicts."""
    names = dict(CERTIFICATES)
    valid = Qualification.objects.filter(since__lte=last, until__gte=last).values_list("rung", flat=True)
    verdicts = Counter(AssessedRung.objects.values_list("rung", "verdict"))
    terms = {str(verdict): term for verdict, term in TERMS.items()}
    told = {f"{names[rung]}：{terms[verdict]}": count for (rung, verdict), count in sorted(verdicts.items())}
    return {"填过数的企业": Assessed.objects.exclude(year=None).count(), "有效资质": _named(valid, names), "判断": told}


def _named(values: Iterable[str], names: Mapping[Any, Any]) -> dict[str, int]:
    return {str(names.get(value, value)): count for value, count in sorted(Counter(values).items())}
