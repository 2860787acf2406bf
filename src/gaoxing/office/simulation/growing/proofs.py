"""What must hold of clients, projects, promotion and the ladder at the end of a run (不变式), each counted anew from what the rooms keep.

Nothing here asks the rooms' own figures for the truth: days are walked through, the tables of acts are read from their files, sums from the events.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from django.db.models import QuerySet

from gaoxing.engines.fault import Fault
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.models import Client, ClientVisit, Stewardship
from gaoxing.office.cultivation.assessing import inputs_of, ordered
from gaoxing.office.cultivation.content import content_of
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.projects.firing import note_of
from gaoxing.office.projects.models import Project, ProjectEvent, Promotion, PromotionCount, PromotionEvent
from gaoxing.office.simulation.invariants import Invariant
from gaoxing.office.simulation.models import Run

WHOLE_YEAR, NEW = 12, timedelta(days=120)
"""Months after which every client has been visited; one that was listed less long ago need not have been."""

_DAY = timedelta(days=1)
_UNITS = {"亿元": 10**8, "亿": 10**8, "万元": 10**4, "万": 10**4, "元": 1}


def _last(run: Run) -> date:
    return clocking.calendar().day(run.at) if run.at else run.begins


def _served_daily(run: Run) -> tuple[int, list[str]]:
    """Every client has exactly one steward on each day on the list, from its first to its last or the last of the run."""
    last, count, broken = _last(run), 0, list[str]()
    for client in Client.objects.prefetch_related("stewardships").order_by("kind", "code"):
        terms, until = list(client.stewardships.all()), min(client.until or last, last)
        day = client.since
        while day <= until:
            count += 1
            stewards = sum(_runs(each, day) for each in terms)
            if stewards != 1:
                broken.append(f"{client.kind} {client.code}：{day} 有 {stewards} 位专员")
                break
            day += _DAY
    return count, broken


def _runs(term: Stewardship, day: date) -> bool:
    return term.since <= day and (term.until is None or term.until >= day)


def _visited(run: Run) -> tuple[int, list[str]]:
    """At the end of a whole year every client was visited, by somebody who served it or stood in; a visit that was struck is none."""
    if run.months < WHOLE_YEAR:
        return 0, []
    first, last = run.begins, _last(run)
    visits = ClientVisit.objects.filter(struck=None).values_list("client", "at")
    paid = {client for client, at in visits if first <= clocking.calendar().day(at) <= last}
    clients = Client.objects.filter(since__lte=last - NEW, until=None).order_by("kind", "code")
    return clients.count(), [f"{each.kind} {each.code}：一年里没有走访过" for each in clients if each.pk not in paid]


def _lawful(_run: Run) -> tuple[int, list[str]]:
    """Every act on a filed project and on one in promotion is one that its table has, from where the one before left it; it stands where the last did."""
    count, broken = 0, list[str]()
    kinds: tuple[tuple[str, str, QuerySet[Any]], ...] = (
        ("project", "备案项目", Project.objects.all()),
        ("promotion", "招商项目", Promotion.objects.all()),
    )
    for name, term, rows in kinds:
        for row in rows.prefetch_related("events").order_by("pk").iterator(chunk_size=500):
            events = sorted(row.events.all(), key=lambda each: each.number)
            count += len(events)
            broken += [f"{term} {row.number}：{fault}" for fault in _faults(name, row, events)]
    return count, broken


def _faults(name: str, row: Project | Promotion, events: list[ProjectEvent] | list[PromotionEvent]) -> Iterator[str]:
    state = "draft" if name == "project" else "lead"
    for event in events:
        if event.source != state or (event.source, event.act, event.target, event.role) not in _known(name):
            yield f"第 {event.number} 步 {event.act}（{event.role}）从 {event.source} 到 {event.target}，前面是 {state}"
        begun = event.act == "restore" and isinstance(row, Project) and row.started is not None
        state = "started" if begun else event.target
    if row.state != state:
        yield f"状态是 {row.state}，经过说是 {state}"


@cache
def _known(name: str) -> frozenset[tuple[str, str, str, str]]:
    """From, act, to and role of everything that a table allows, as its file has it."""
    told = tomllib.loads(files("gaoxing.casework").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    rows = ((source, each, role) for each in told["transitions"] for source in each["from"] for role in each["roles"])
    return frozenset((source, each["act"], source if each["to"] == "same" else each["to"], role) for source, each, role in rows)


def _funnel(_run: Run) -> tuple[int, list[str]]:
    """What counts of promotion is the first signing and every increase, as their events tell: project by project, and the sum."""
    told, counted = _told_sums(), dict[str, Decimal]()
    for number, amount in PromotionCount.objects.values_list("promotion__number", "amount"):
        counted[str(number)] = counted.get(str(number), Decimal(0)) + amount
    numbers = sorted({*told, *counted})
    broken = [f"招商项目 {each}：计了 {counted.get(each, 0)} 元，经过里是 {told.get(each, 0)} 元" for each in numbers if counted.get(each) != told.get(each)]
    whole, other = sum(counted.values(), Decimal(0)), sum(told.values(), Decimal(0))
    return len(numbers), broken + ([] if whole == other else [f"一共计了 {whole} 元，经过里是 {other} 元"])


def _told_sums() -> dict[str, Decimal]:
    """By project what its events tell: the first signing and the increases, in yuan."""
    found, signed = dict[str, Decimal](), set[str]()
    events = PromotionEvent.objects.filter(act__in=("sign", "increase")).select_related("subject").order_by("subject", "number")
    for event in events:
        number = str(event.subject.number)
        if event.act == "sign" and number in signed:
            continue
        signed |= {number} if event.act == "sign" else set()
        found[number] = found.get(number, Decimal(0)) + _yuan(str(note_of(event).get("invested", "")))
    return found


def _yuan(text: str) -> Decimal:
    """A sum as it was told, in yuan."""
    unit = next(each for each in _UNITS if text.endswith(each))
    return Decimal(text.removesuffix(unit)) * _UNITS[unit]


def _ladder(_run: Run) -> tuple[int, list[str]]:
    """Where every enterprise stands before every rung is what its figures and certificates give when they are judged anew for the day of the verdict."""
    count, broken = 0, list[str]()
    for row in Assessed.objects.exclude(judged=None).prefetch_related("rungs").order_by("pk").iterator(chunk_size=200):
        try:
            content = content_of(row)
        except Fault as trouble:
            broken.append(f"{row.number}：打不开，{trouble.message}")
            continue
        assert row.judged is not None
        fresh = {
            each.rung.id: (str(each.verdict), len(each.unmet), len(each.wants)) for each in ordered(inputs_of(row, content), row.judged, content.confirmed)
        }
        kept = {each.rung: (each.verdict, each.unmet, each.wants) for each in row.rungs.all()}
        count += len(fresh)
        broken += [
            f"{row.number} {each}：存的是 {kept.get(each)}，重评是 {fresh.get(each)}" for each in sorted({*fresh, *kept}) if fresh.get(each) != kept.get(each)
        ]
    return count, broken


PROOFS = (
    Invariant("served_daily", "每个服务对象天天有一位专员", _served_daily),
    Invariant("visited", "一年里都走访过", _visited),
    Invariant("projects_lawful", "备案、招商项目的经过合规", _lawful),
    Invariant("funnel", "招商计数和经过一致", _funnel),
    Invariant("ladder", "梯队判断和重评一致", _ladder),
)
"""Every one of these rooms, for `invariants.enter`."""
