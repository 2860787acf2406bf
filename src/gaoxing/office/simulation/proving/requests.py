"""What must hold of requests (诉求的不变式): none is lost, none is closed but by acceptance or a lawful lapse, every day due is that of a second count.

The second count reads what was done, never the clock that the office keeps: which act starts, stops or lengthens it, and the figures, stand here again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from gaoxing.casework.tables import table
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.simulation import recount
from gaoxing.office.simulation.models import Run, Step

Looked = tuple[int, list[str]]
"""How many were looked at, and what broke, in words."""

OPEN = frozenset({"dispatched", "objected", "in_hand", "waiting", "extension_asked"})
"""The states of a part that its unit has."""

CLOSED = frozenset({"accepted", "archived", "withdrawn", "not_accepted", "answered", "merged"})
"""The states of a request in which no unit has anything of it."""

_FRONT, _SILENCE, _BAD = 3, 7, 3
_CATEGORIES = {"policy": 3, "construction": 5, "finance": 5, "labour": 5, "utilities": 3, "market": 5, "amenities": 5, "other": 5}
_GRADES = {"consult": (1, 1), "simple": (3, 3), "ordinary": (5, 5), "complex": (15, 10)}
_REQUEST = {"submit": "start", "answer": "start", **dict.fromkeys(("not_accept", "merge", "dispatch", "accept", "lapse", "reject"), "stop")}
_PART = {"dispatch": "start", "redo": "start", "ask_enterprise": "pause", "supply": "resume", "grant_extension": "extend"}
_PART |= dict.fromkeys(("give_up", "finish", "decline"), "stop")
_CHUNK = 500


def planned(run: Run) -> Looked:
    """Everything that was brought, and not refused, is a request in a state that the table knows, with a number of its own."""
    brought = run.steps.filter(kind="request.says", done=True, refused="").values_list("key", flat=True)
    made: Mapping[str, int] = {key.removesuffix("/0"): told["pk"] for key, told in _looks(run)}
    states = dict(Request.objects.exclude(number=None).values_list("pk", "state"))
    known, seen = table("request").states, list(made.values())
    broken = [f"{key}：提过的诉求不在了" for key in brought if made.get(key) not in states]
    broken += [f"诉求 {number}：没有这个状态 {states[number]}" for number in seen if number in states and states[number] not in known]
    broken += [f"诉求 {number}：一件当成了两件" for number in dict.fromkeys(seen) if seen.count(number) > 1]
    return len(brought), broken


def _looks(run: Run) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The first look at each, which names its record."""
    return iter(Step.objects.filter(run=run, kind="request.look", key__regex=r"^request/[0-9]+/0$").values_list("key", "told"))


def closed(_run: Run) -> Looked:
    """Each is closed by its enterprise, by a call that is recorded, or by silence that was long enough and is flagged; a bad rating was called back."""
    count, broken = 0, list[str]()
    rows = Request.objects.filter(state__in=("accepted", "archived")).prefetch_related("events").order_by("pk")
    for row in rows.iterator(chunk_size=_CHUNK):
        count += 1
        broken += [f"诉求 {row.number}：{why}" for why in _wrongly_closed(row, list(row.events.all()))]
    return count, broken


def _wrongly_closed(row: Request, events: Sequence[RequestEvent]) -> Iterator[str]:
    last = next((each for each in reversed(events) if each.target == "accepted" and each.act in ("accept", "lapse")), None)
    if last is None:
        yield "没有验收就办结了"
        return
    answered = next((each.at for each in reversed(events) if each.act == "answer" and each.number < last.number), None)
    if last.act == "lapse":
        due = recount.due([(_wall(answered), "start", _SILENCE)]) if answered else None
        if due is None or _wall(last.at) <= due or not row.unrated or row.rating is not None:
            yield "没有等满期限就自动验收，或者没有标未评价"
    elif last.role not in ("applicant", "agent") and not all(note_of(last).get(each) for each in ("whom", "when", "how")):
        yield "代为验收，没有记下联系了谁"
    if row.state == "archived" and row.rating is not None and row.rating < _BAD and row.called_back is None:
        yield "差评没有回访就归档了"


def clocks(_run: Run) -> Looked:
    """The day due of every request and part is the one of the second count; where no clock runs none is kept."""
    count, broken = 0, list[str]()
    for row in Request.objects.exclude(number=None).prefetch_related("events").order_by("pk").iterator(chunk_size=_CHUNK):
        count += 1
        broken += _differs(f"诉求 {row.number}", _history(row.events.all()), row.due)
    parts = Part.objects.exclude(state="planned").select_related("request").prefetch_related("events").order_by("pk")
    for part in parts.iterator(chunk_size=_CHUNK):
        count += 1
        broken += _differs(f"诉求 {part.request.number} 第 {part.number} 件", _history_of_part(part.events.all(), part), part.due)
    return count, broken


def _history(events: Iterable[RequestEvent]) -> recount.History:
    """What each act does to the request's clock; one that is taken back while the units or nobody has it has none to stop."""
    told = []
    for each in events:
        kind = _REQUEST.get(each.act, "stop" if each.act == "withdraw" and each.source not in ("in_hand", "redoing", "merged") else "")
        if kind:
            told.append((_wall(each.at), kind, _FRONT if each.act == "submit" else _SILENCE if each.act == "answer" else 0))
    return told


def _history_of_part(events: Iterable[PartEvent], part: Part) -> recount.History:
    days, longer = _GRADES[part.grade] if part.grade else (_CATEGORIES[part.category],) * 2
    days, longer = _GRADES["simple"] if part.request.urgent and days > _GRADES["simple"][0] else (days, longer)
    told, asked = [], 0
    for each in events:
        asked = int(note_of(each).get("days", 0)) if each.act == "ask_extension" else asked
        kind = _PART.get(each.act, "stop" if each.act == "end" and each.source != "planned" else "")
        if kind:
            more = min(asked or longer, longer) if kind == "extend" else days if kind == "start" else 0
            told.append((_wall(each.at), kind, more))
    return told


def _differs(name: str, history: recount.History, kept: datetime | None) -> Iterator[str]:
    runs = bool(history) and history[-1][1] != "stop"
    walked, ours = recount.due(history) if runs else None, _wall(kept) if kept else None
    if ours != walked:
        yield f"{name}：存的到期时间是 {ours}，另数的是 {walked}"


def merged(_run: Run) -> Looked:
    """What was merged waits as long as its main request goes on, and is answered with it."""
    rows = list(Request.objects.exclude(main=None).select_related("main").order_by("pk"))
    waiting = [each for each in rows if each.state == "merged" and each.main]
    broken = [f"诉求 {each.number}：主单 {each.main.number} 已经“{each.main.state}”，它还在等" for each in waiting if each.main and each.main.state in CLOSED]
    broken += [f"诉求 {each.number}：并入的主单本身也是并入的" for each in rows if each.main and each.main.state == "merged"]
    return len(rows), broken


def parts(_run: Run) -> Looked:
    """No unit has a part of a request that is closed; a request that the units have has one that is open."""
    rows = Part.objects.select_related("request").order_by("pk")
    broken = [f"诉求 {each.request.number} 第 {each.number} 件：整件已经“{each.request.state}”，它还在“{each.state}”" for each in rows if _left(each)]
    handled = Request.objects.filter(state="in_hand").exclude(parts__state__in=OPEN).order_by("pk")
    broken += [f"诉求 {each.number}：没有一件在办，整件还在“in_hand”" for each in handled]
    return rows.count(), broken


def _left(part: Part) -> bool:
    return part.state in OPEN and part.request.state in CLOSED


def _wall(moment: datetime) -> datetime:
    """A moment on the zone's wall clock."""
    return moment.astimezone(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None)
