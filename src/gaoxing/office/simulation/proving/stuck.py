"""What must hold of stuck matters and their causes (办不成事的不变式): none is lost or confirmed by whoever handled it, and no cause closes before its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from gaoxing.office.escalations.models import Cause, CauseEvent, Escalation, EscalationEvent
from gaoxing.office.simulation import recount
from gaoxing.office.simulation.models import Run

Looked = tuple[int, list[str]]
"""How many were looked at, and what broke, in words."""

_WHOLE, _AGAIN, _CALL_BACK, _WATCHED = 15, 5, 5, timedelta(days=90)
_STARTS = {"submit": _WHOLE, "reject": _AGAIN}
_STOPS = frozenset({"refer", "conclude", "decline", "withdraw"})
_HANDLED = frozenset({"contact", "reply", "conclude", "decline"})


def planned(run: Run) -> Looked:
    """Everything that was brought is there, was taken over, and stands where the last thing that happened left it."""
    brought = run.steps.filter(kind="stuck.bring", done=True, refused="").count()
    rows = list(Escalation.objects.prefetch_related("events").order_by("pk"))
    broken = [] if len(rows) >= brought else [f"提了 {brought} 件，只有 {len(rows)} 件"]
    for row in rows:
        events = _in_order(row.events.all())
        if not events or events[-1].target != row.state:
            broken.append(f"{row.number}：状态是 {row.state}，经过说的不一样")
        elif row.state not in ("submitted", "referred", "withdrawn") and row.handler_id is None:
            broken.append(f"{row.number}：没有人接手")
    return len(rows), broken


def confirmed(_run: Run) -> Looked:
    """Each is confirmed by the person, or on a call of somebody who did not handle it, and after there was a result with a cause."""
    rows = list(Escalation.objects.filter(state="confirmed").prefetch_related("events").order_by("pk"))
    return len(rows), [f"{row.number}：{why}" for row in rows for why in _wrongly(row, _in_order(row.events.all()))]


def _wrongly(row: Escalation, events: Sequence[EscalationEvent]) -> Iterator[str]:
    handled = {each.by_id for each in events if each.act in _HANDLED}
    if row.cause_id is None or row.concluded is None or not row.outcome:
        yield "没有结果或者成因就确认了"
    if not events or events[-1].act not in ("confirm", "call_back"):
        yield "没有确认、没有回访"
    elif events[-1].act == "call_back" and events[-1].by_id in handled:
        yield "自己办的自己回访"


def clocks(_run: Run) -> Looked:
    """The day due is the one of the second count; with a result it is the end of the days in which somebody calls back."""
    rows = list(Escalation.objects.prefetch_related("events").order_by("pk"))
    broken = []
    for row in rows:
        events = _in_order(row.events.all())
        walked, kept = _due(row, events), _wall(row.due) if row.due else None
        if walked != kept:
            broken.append(f"{row.number}：存的到期时间是 {kept}，另数的是 {walked}")
    return len(rows), broken


def _due(row: Escalation, events: Sequence[EscalationEvent]) -> datetime | None:
    if row.state == "concluded":
        return recount.due([(_wall(events[-1].at), "start", _CALL_BACK)])
    kinds = {**dict.fromkeys(_STARTS, "start"), **dict.fromkeys(_STOPS, "stop"), "extend": "extend"}
    told = [(_wall(each.at), kinds[each.act], _STARTS.get(each.act, each.days)) for each in events if each.act in kinds]
    return None if not told or told[-1][1] == "stop" else recount.due(told)


def causes(_run: Run) -> Looked:
    """A cause closed only after its days of watching without a recurrence; it recurred as often as it says."""
    rows, broken = list(Cause.objects.prefetch_related("events").order_by("pk")), []
    for row in rows:
        events = _in_order_of_cause(row.events.all())
        if sum(each.act == "recur" for each in events) != row.recurrences:
            broken.append(f"成因 {row.name}：又发生的次数和经过不一样")
        for watch, close in pairwise(events):
            if close.act == "close" and (watch.act != "watch" or _wall(close.at).date() <= _wall(watch.at).date() + _WATCHED):
                broken.append(f"成因 {row.name}：没有观察满就销号了")
    return len(rows), broken


def _in_order(events: Iterable[EscalationEvent]) -> list[EscalationEvent]:
    return sorted(events, key=lambda each: each.number)


def _in_order_of_cause(events: Iterable[CauseEvent]) -> list[CauseEvent]:
    return sorted(events, key=lambda each: each.number)


def _wall(moment: datetime) -> datetime:
    """A moment on the zone's wall clock."""
    return moment.astimezone(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None)
