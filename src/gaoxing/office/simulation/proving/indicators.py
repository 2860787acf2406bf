"""What must hold of the indicators (指标的不变式): each equals a second count from what was done, event by event, for every month and the whole span.

The second count knows no table of indicators and asks the database for no sum: it goes through the events in the order in which they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date, datetime

from django.utils.timezone import localdate

from gaoxing.office.aftercare.models import RequestEvent
from gaoxing.office.cases.models import CaseEvent
from gaoxing.office.escalations.models import EscalationEvent
from gaoxing.office.indicators.computing.registry import compute
from gaoxing.office.indicators.definitions import indicator
from gaoxing.office.indicators.periods import MONTH, YEAR, Period
from gaoxing.office.licensing.models import Item, ItemEvent
from gaoxing.office.licensing.registering import BUSINESS_LICENCE
from gaoxing.office.people.remembering import remembering
from gaoxing.office.projects.models import ProjectEvent
from gaoxing.office.simulation.models import Run

Looked = tuple[int, list[str]]
"""How many were looked at, and what broke, in words."""

COMPANY, SOLE_TRADER = "company_registration", "sole_trader_registration"
GONE = frozenset({"withdrawn", "removed"})
"""Where a filed project is no more."""


def equal(run: Run) -> Looked:
    """Every indicator of `COUNTS` in every month of the span, and in its years."""
    if run.at is None:
        return 0, []
    periods, broken, count = _periods(run.begins, localdate(run.at)), list[str](), 0
    with remembering():
        for id_, counted in COUNTS.items():
            days = list(counted())
            for period in periods:
                count += 1
                told, ours = _told(id_, period, run.at), sum(period.first <= day <= period.last for day in days)
                if told != ours:
                    broken.append(f"{indicator(id_).term} {period}：指标是 {told}，另数是 {ours}")
    return count, broken


def _told(id_: str, period: Period, now: datetime) -> int:
    """What the indicator says; nothing where it says that there is no record yet."""
    found = compute(indicator(id_), period, now=now)
    return int(found.value) if found and found.value is not None else 0


def _periods(first: date, last: date) -> list[Period]:
    """Every month from one day to another, then every year."""
    months = [Period.of(MONTH, first)]
    while months[-1].last < last:
        months.append(Period.of(MONTH, date.fromordinal(months[-1].last.toordinal() + 1)))
    return months + list(dict.fromkeys(Period.of(YEAR, each.first) for each in months))


def _founded() -> Iterator[date]:
    """The first day of every case that set somebody up: registered alone, or its business licence granted in a joint one."""
    rows = CaseEvent.objects.filter(case__matter__in=(COMPANY, SOLE_TRADER)).order_by("at", "pk").values_list("case", "target", "at")
    alone = [(case, at) for case, target, at in rows.iterator() if target == "registered"]
    items = ItemEvent.objects.filter(item__licence=BUSINESS_LICENCE).order_by("at", "pk").values_list("item__case", "target", "at")
    return _firsts(alone + [(case, at) for case, target, at in items.iterator() if target == "granted"])


def _received() -> Iterator[date]:
    rows = RequestEvent.objects.order_by("at", "pk").values_list("subject", "act", "at")
    return _firsts((request, at) for request, act, at in rows.iterator() if act == "submit")


def _handed_out() -> Iterator[date]:
    return (localdate(at) for at in Item.objects.order_by("pk").values_list("issued", flat=True).iterator() if at)


def _first_handed_out() -> Iterator[date]:
    rows = sorted(((at, case) for case, at in Item.objects.values_list("case", "issued").iterator() if at))
    return _firsts((case, at) for at, case in rows)


def _taken_over() -> Iterator[date]:
    rows = EscalationEvent.objects.order_by("at", "pk").values_list("subject", "act", "at")
    return _firsts((row, at) for row, act, at in rows.iterator() if act == "take_over")


def _filed() -> Iterator[date]:
    """The projects that were filed and stand where no later act took them off file."""
    rows = list(ProjectEvent.objects.order_by("subject", "number").values_list("subject", "act", "target", "at"))
    stand = {subject: target for subject, _act, target, _at in rows}
    return _firsts((subject, at) for subject, act, _target, at in rows if act == "file" and stand[subject] not in GONE)


def _firsts(told: Iterable[tuple[Hashable, datetime]]) -> Iterator[date]:
    """The day of the first time of each."""
    seen = Counter[Hashable]()
    for key, at in told:
        seen[key] += 1
        if seen[key] == 1:
            yield localdate(at)


COUNTS: Mapping[str, Callable[[], Iterator[date]]] = {
    "licences_granted": _founded,
    "requests_received": _received,
    "joint_licences_issued": _handed_out,
    "joint_cases_issued": _first_handed_out,
    "stuck_taken": _taken_over,
    "project_filings": _filed,
}
"""The days on which what an indicator counts came about, by its id."""
