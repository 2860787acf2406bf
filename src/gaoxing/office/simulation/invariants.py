"""What must hold at the end of a run (不变式): each is looked at over everything there is, and says how much it looked at and what broke.

`INVARIANTS` is the list; a room that is built later adds its own with `enter`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from gaoxing.office.aftercare.models import Client, Request
from gaoxing.office.audit import queries, triggers
from gaoxing.office.audit.models import Entry
from gaoxing.office.audit.verifying import verify
from gaoxing.office.cases import clocking
from gaoxing.office.cases.models import Case, CaseEvent, Serial, Submission
from gaoxing.office.happening import Happening
from gaoxing.office.licensing import clocking as item_clocking
from gaoxing.office.licensing.models import Item
from gaoxing.office.simulation import recount
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.proving import indicators, requests, stuck

EXAMPLES = 10
"""Of what broke, so many are told."""


@dataclass(frozen=True)
class Looked:
    """How many things were looked at, how many broke, and the first of those in words."""

    count: int
    broken: int = 0
    examples: tuple[str, ...] = ()


Check = Callable[[Run], tuple[int, list[str]]]


@dataclass(frozen=True)
class Invariant:
    """One that must hold: its id, what it says, and how it is looked at."""

    id: str
    term: str
    check: Check


def enter(invariant: Invariant) -> None:
    """Add one. Raises ValueError where its id is taken."""
    if any(each.id == invariant.id for each in INVARIANTS):
        raise ValueError(f"invariant known already: {invariant.id}")
    INVARIANTS.append(invariant)


def prove(run: Run) -> dict[str, Looked]:
    """Look at every one."""
    found = {}
    for each in INVARIANTS:
        count, broken = each.check(run)
        found[each.id] = Looked(count, len(broken), tuple(broken[:EXAMPLES]))
    return found


def _nothing_lost(_run: Run) -> tuple[int, list[str]]:
    """Every draft that was made is a draft still, was deleted and says so, or was submitted; numbers have no gaps; every submission has its event."""
    made, deleted = (Entry.objects.filter(act=act).count() for act in ("draft.made", "draft.deleted"))
    cases = Case.objects.count()
    broken = [] if made - deleted == cases else [f"开过草稿 {made} 份，删去 {deleted} 份，还有办件 {cases} 件"]
    numbered = Case.objects.exclude(number=None).count()
    given = sum(Serial.objects.values_list("last", flat=True))
    broken += [] if numbered == given else [f"发过编号 {given} 个，办件有编号的 {numbered} 件"]
    first = Submission.objects.filter(number=1).count()
    broken += [] if numbered == first else [f"有编号的办件 {numbered} 件，首次提交 {first} 次"]
    told = CaseEvent.objects.filter(act__in=("submit", "correct")).count()
    broken += [] if told == Submission.objects.count() else [f"提交的经过 {told} 条，提交 {Submission.objects.count()} 次"]
    return made, broken + [f"办件 {number}：没有这个状态 {state}" for number, state in _strange()]


def _strange() -> list[tuple[str, str]]:
    return [(f"{number}", state) for number, state in Case.objects.values_list("number", "state") if state not in Case.State.values]


def _states(_run: Run) -> tuple[int, list[str]]:
    """Every record stands where the last thing that happened to it left it."""
    count, broken = 0, []
    rooms = ((Case.objects.exclude(number=None), "办件"), (Item.objects.all(), "证照"), (Request.objects.all(), "诉求"))
    for rows, name in rooms:
        for row in rows.exclude(state__in=("draft", "waiting")).prefetch_related("events").order_by("pk").iterator(chunk_size=500):
            last = max(row.events.all(), key=lambda each: each.number, default=None)
            count += 1
            if last is None or last.target != row.state:
                broken.append(f"{name} {row}：状态是 {row.state}，经过说是 {last.target if last else '没有经过'}")
    return count, broken


def _clocks(run: Run) -> tuple[int, list[str]]:
    """The day by which every case and licence had to be done is the one that a walk through the days finds."""
    count, broken = 0, []
    end = run.at
    if end is None:
        return 0, []
    for case in Case.objects.exclude(number=None).prefetch_related("events").order_by("pk").iterator(chunk_size=500):
        count += 1
        broken += _differs(f"办件 {case.number}", list(case.events.all()), clocking.reading(case, now=end), case.due)
    for item in Item.objects.prefetch_related("events").order_by("pk").iterator(chunk_size=500):
        events = [each for each in item.events.all() if each.clock]
        count += bool(events)
        broken += _differs(f"证照 {item.case_id} {item.licence}", events, item_clocking.reading(events, now=end), item.due)
    return count, broken


def _differs(name: str, events: Sequence[Happening], reading: object, kept: datetime | None) -> list[str]:
    history = [(clocking.calendar().local(each.at).replace(tzinfo=None), each.clock, each.days) for each in events if each.clock]
    walked, read = recount.due(history), getattr(reading, "due", None)
    ours = clocking.calendar().local(read).replace(tzinfo=None) if read else None
    stopped = bool(getattr(reading, "stopped", False))
    broken = [] if ours == walked else [f"{name}：时限到 {ours}，另数的是 {walked}"]
    if not stopped and kept != read:
        broken.append(f"{name}：存的到期时间是 {kept}，时限是 {read}")
    return broken


def _closed(_run: Run) -> tuple[int, list[str]]:
    """A request is closed by nothing but its enterprise's acceptance, or the lapse that the table knows."""
    count, broken = 0, []
    for row in Request.objects.filter(state__in=("accepted", "archived")).prefetch_related("events").order_by("pk"):
        count += 1
        acts = [each.act for each in sorted(row.events.all(), key=lambda each: each.number)]
        if not {"accept", "lapse"} & set(acts):
            broken.append(f"诉求 {row.number}：没有验收就办结了")
    return count, broken


def _audit(_run: Run) -> tuple[int, list[str]]:
    """The chain of the audit holds from its first entry to its head, and nobody took its guards away."""
    verdict = verify(queries.rows(queries.Wanted()), queries.head())
    broken = [f"第 {verdict.broken.number} 条：{verdict.broken.differs}"] if verdict.broken else []
    return verdict.checked, broken + ([] if triggers.standing(connection) else ["审计表没有保护"])


def _coverage(run: Run) -> tuple[int, list[str]]:
    """Every client on the list has exactly one steward on the last day, but those who were put on it in the last days."""
    day = clocking.calendar().day(run.at) if run.at else run.begins
    listed = [each for each in Client.objects.prefetch_related("stewardships").order_by("pk") if each.until is None or each.until >= day]
    broken = []
    for each in listed:
        count = sum(row.since <= day and (row.until is None or row.until >= day) for row in each.stewardships.all())
        if count != 1:
            broken.append(f"{each.kind} {each.code}：有 {count} 位专员")
    return len(listed), broken


INVARIANTS: list[Invariant] = [
    Invariant("nothing_lost", "一件不丢", _nothing_lost),
    Invariant("states", "状态和经过一致", _states),
    Invariant("clocks", "时限和另数的工作日一致", _clocks),
    Invariant("closed", "诉求只凭验收办结", _closed),
    Invariant("audit", "审计链完整", _audit),
    Invariant("coverage", "服务对象都有专员", _coverage),
    Invariant("requests_planned", "提过的诉求一件不丢", requests.planned),
    Invariant("requests_closed", "诉求凭验收、回访或者满期限的未评价办结", requests.closed),
    Invariant("requests_clocks", "诉求和每一件的到期时间和另数的一致", requests.clocks),
    Invariant("requests_merged", "并入的跟着主单", requests.merged),
    Invariant("requests_parts", "办结的诉求没有还在办的事", requests.parts),
    Invariant("stuck_planned", "办不成事一件不丢", stuck.planned),
    Invariant("stuck_confirmed", "办不成事由本人或者另一个人回访确认", stuck.confirmed),
    Invariant("stuck_clocks", "办不成事的到期时间和另数的一致", stuck.clocks),
    Invariant("stuck_causes", "成因观察满了才销号", stuck.causes),
    Invariant("indicators", "指标和另数的一致", indicators.equal),
]
"""Every one, in the order in which the report tells them."""
