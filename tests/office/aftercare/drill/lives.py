"""Lives of requests nobody thought of beforehand: each a coroutine that says who does what when, and is told how the request then stands.

Imports nothing of the house. Moments are on the wall clock, without a time zone. What must be refused is foretold by counting days one by one.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from tests.casework.day_by_day import CLOSES, works

CATEGORIES = {"policy": 3, "construction": 5, "finance": 5, "labour": 5, "utilities": 3, "market": 5, "amenities": 5, "other": 5}
GRADES = {"consult": (1, 1), "simple": (3, 3), "ordinary": (5, 5), "complex": (15, 10)}
CALL = {"whom": "联系人甲", "when": "上午十点", "how": "电话"}
UNITS = ("power", "city", "police")
OUTCOMES = ("solved", "partly", "explained", "passed_up", "planned")
ANSWERED_FOR = ("in_hand", "redoing", "answered", "accepted")
"""The states in which a supervision is answered."""

TURNS = (
    *(f"supplement:{state}" for state in ("submitted", "received", "contacted", "decomposed", "in_hand", "redoing")),
    *(f"withdraw:{state}" for state in ("submitted", "received", "contacted", "decomposed", "redoing")),
    *(f"end:{state}" for state in ("dispatched", "objected", "in_hand", "waiting", "extension_asked")),
    *(
        "not_accept:submitted",
        "not_accept:received",
        "merge:submitted",
        "merge:received",
        "merge:contacted",
        "merge:submitted|supplement:merged",
        "merge:received|withdraw:merged",
        "twice",
        "by itself",
        "lapse",
        "bad",
    ),
    *("object redispatch", "object designate", "ask supply", "ask give_up", "extend grant", "extend refuse", "convene", "reply", "decline", "slow"),
    *("reject", "reject done", "reject impossible", "reject ended", "supervise:in_hand", "supervise:redoing", "reopen:accepted", "reopen:archived"),
    *(f"answer_supervision:{state}" for state in ANSWERED_FOR),
)
"""Every turn that a life can be sent to take; some only after another."""

EARLY = ("withdraw", "merge", "not_accept", "end:")
"""What ends a life before its time."""


def turns(acts: frozenset[str]) -> tuple[str, ...]:
    """The turns that lives of these acts can be sent to take: none of a supervision's answer where that is no act."""
    return tuple(each for each in TURNS if not each.startswith("answer_supervision") or "answer_supervision" in acts)


@dataclass(frozen=True)
class Step:
    """What comes next in a life: when, who, on which of its parts (0: the request itself), which act; without an act it is only looked at.

    `refused` is a piece of the sentence with which it must be refused.
    """

    at: datetime
    who: str = ""
    act: str = ""
    part: int = 0
    name: str = ""
    reason: str = ""
    note: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    refused: str = ""


@dataclass(frozen=True)
class SeenPart:
    """A part as it stands: its state, lead unit, the co-units that have not answered, when it was last sent and is due."""

    state: str
    lead: str
    waits_for: tuple[str, ...]
    sent: datetime | None
    due: datetime | None


@dataclass(frozen=True)
class Seen:
    """A request as it stands at a moment; when everything was last answered, and when it was last accepted."""

    now: datetime
    state: str = ""
    supervised: bool = False
    parts: dict[int, SeenPart] = field(default_factory=dict)
    answered: datetime | None = None
    accepted: datetime | None = None


Life = Generator[Step, Seen, None]


def after(moment: datetime, days: int) -> datetime:
    """The end of the last of so many working days after the day of a moment."""
    day = moment.date()
    while days:
        day += timedelta(days=1)
        days -= works(day)
    return datetime.combine(day, CLOSES)


class One:
    """One request and what is to become of it: what its seed says, and the turns it was sent to take."""

    def __init__(self, name: str, seed: int, turns: tuple[str, ...] = (), *, acts: frozenset[str] = frozenset(), main: bool = False) -> None:
        self.name, self.turns, self.acts, self.main = name, set(turns), acts, main
        self.random = Random(f"{name} {seed}")
        self.brought_by, self.speaker = self.random.choice((("applicant", "applicant"), ("steward", "applicant"), ("window_clerk", "neighbour")))
        self.returned: set[int] = set()
        self.rejections, self.bad = 0, False

    def takes(self, turn: str, chance: float) -> bool:
        """Whether it takes a turn: the one it was sent to take once for sure, any other by chance. None ends early that has a turn to take, nor a main one."""
        if turn in self.turns:
            self.turns.remove(turn)
            return True
        if (self.main or self.turns) and turn.startswith(EARLY):
            return False
        return self.random.random() < chance

    def soon(self, seen: Seen) -> datetime:
        """Some minutes later."""
        return seen.now + timedelta(minutes=self.random.randint(1, 45), seconds=self.random.choice((0, 1)))

    def later(self, seen: Seen, days: int) -> datetime:
        """Some time of a day that is so many days on, often about the end of office hours; never before now."""
        hour = self.random.choice((time(9), time(10, 30), time(16, 59, 59), CLOSES, time(17, 0, 1), time(12, 15), time(20), time(0, 0, 1)))
        return max(datetime.combine(seen.now.date() + timedelta(days=days), hour), seen.now + timedelta(seconds=1))

    def step(self, seen: Seen, who: str, act: str, part: int = 0, *, days: int | None = None, **told: Any) -> Step:
        """A step soon after what was seen, or some days after."""
        return Step(self.soon(seen) if days is None else self.later(seen, days), who, act, part, self.name, **told)

    def pick(self, *choices: str) -> str:
        return self.random.choice(choices)


def until(one: One, seen: Seen, state: str, most: int = 90) -> Generator[Step, Seen, Seen]:
    """Look once a day until it has left a state."""
    for _ in range(most):
        if seen.state != state:
            break
        seen = yield one.step(seen, "", "", days=1)
    return seen


def life(one: One, begins: datetime) -> Life:
    """A request from its words to its end. Raises AssertionError where a stage takes no step, which would go round for ever."""
    seen = yield from front(one, begins)
    while stage := STAGES.get(seen.state):
        before, seen = seen, (yield from stage(one, seen))
        if seen is before:
            raise AssertionError(f"{one.name} takes no step in {seen.state}; turns left: {sorted(one.turns)}")
        if seen.state == "archived":
            return


def front(one: One, begins: datetime) -> Generator[Step, Seen, Seen]:
    """Until the units have it."""
    asked = {"parts": [one.pick(*CATEGORIES) for _ in range(one.random.choice((1, 1, 2, 3)))], "urgent": one.random.random() < 0.15}
    seen = yield Step(begins, one.brought_by, "bring", 0, one.name, details=asked)
    if one.takes("twice", 0.05):
        yield one.step(seen, one.brought_by, "bring", details=asked, refused="同样的诉求已经提过")
    for act, days in (("receive", 1), ("contact", 2), ("decompose", 2), ("dispatch", 2)):
        state = seen.state
        seen = yield from aside(one, seen)
        if seen.state != state:
            return seen
        if act == "receive" and one.takes("by itself", 0.2):
            seen = yield from until(one, seen, "submitted")
            continue
        if act == "decompose":
            seen = yield one.step(seen, "steward", "plan", details={"plans": planned(one, seen)})
        on = one.random.randrange(days + 1) if act != "receive" else None
        seen = yield one.step(seen, one.pick("steward", "leader"), act, days=on, details=dict(CALL) if act == "contact" else {})
    return seen


def planned(one: One, seen: Seen) -> list[tuple[int, str, str, str, tuple[str, ...]]]:
    """The parts as the steward plans them: number, category, grade, lead unit, co-units; sometimes one is added."""
    numbers = [*seen.parts, *([0] if one.random.random() < 0.15 else [])]
    helping = [tuple(one.random.sample(UNITS, one.random.choice((0, 0, 1)))) for _ in numbers]
    return [(number, one.pick(*CATEGORIES), one.pick("", "", *GRADES), one.pick(*UNITS), helpers) for number, helpers in zip(numbers, helping, strict=True)]


def aside(one: One, seen: Seen) -> Generator[Step, Seen, Seen]:
    """What may happen besides: facts are added, it is withdrawn, merged, or not taken up."""
    state = seen.state
    if one.takes(f"supplement:{state}", 0.05):
        seen = yield one.step(seen, one.brought_by if state == "submitted" else one.speaker, "supplement", note="又停了一次电")
    if one.takes(f"withdraw:{state}", 0.01):
        return (yield one.step(seen, one.speaker, "withdraw"))
    if state in ("submitted", "received") and one.takes(f"not_accept:{state}", 0.01):
        yield one.step(seen, "steward", "not_accept", reason="elsewhere", refused="应该走的渠道")
        return (yield one.step(seen, "steward", "not_accept", reason="elsewhere", note="请向所在地的单位提"))
    if state in ("submitted", "received", "contacted") and one.takes(f"merge:{state}", 0.02):
        return (yield from merging(one, seen))
    return seen


def merging(one: One, seen: Seen) -> Generator[Step, Seen, Seen]:
    """It goes into another request of the same problem, which is done with before its own enterprise is asked."""
    other = One(f"{one.name}m", 0, acts=one.acts, main=True)
    main = life(other, one.soon(seen))
    seen = yield next(main)
    seen = yield one.step(seen, "steward", "merge", details={"main": other.name})
    seen = yield from aside(one, seen)
    step = main.send((yield Step(one.soon(seen), name=other.name)))
    while True:
        try:
            step = main.send((yield step))
        except StopIteration:
            return (yield Step(step.at, name=one.name))


def handled(one: One, seen: Seen) -> Generator[Step, Seen, Seen]:
    """The units have it: each part in turn, until all have an outcome or the enterprise withdraws."""
    seen = yield from supervised(one, seen)
    seen = yield from aside(one, seen)
    for number in list(seen.parts):
        if seen.state == "in_hand" and seen.parts[number].state == "dispatched":
            seen = yield from of_part(one, seen, number)
    return seen


def of_part(one: One, seen: Seen, number: int) -> Generator[Step, Seen, Seen]:
    """A part from its dispatch to its outcome; the withdrawal meets it wherever it is sent to."""
    for stage in (_returned, _signed, _asked, _extended, _met, _ended):
        if seen.state != "in_hand" or seen.parts[number].state in ("done", "impossible", "ended"):
            break
        seen = yield from stage(one, seen, number)
    return seen


def _gone(one: One, seen: Seen, number: int) -> Generator[Step, Seen, Seen]:
    if one.takes(f"end:{seen.parts[number].state}", 0.005):
        seen = yield one.step(seen, one.speaker, "withdraw")
    return seen


def _returned(one: One, seen: Seen, number: int) -> Generator[Step, Seen, Seen]:
    seen = yield from _gone(one, seen, number)
    act = next((each for each in ("redispatch", "designate") if one.takes(f"object {each}", 0.06) or "end:objected" in one.turns), "")
    if seen.state != "in_hand" or not act or number in one.returned:
        return seen
    objects, sent = one.step(seen, seen.parts[number].lead, "object", number, reason="not_our_duty"), seen.parts[number].sent
    if sent is not None and objects.at > after(sent, 1):
        return (yield replace(objects, refused="过了一个工作日"))
    one.returned.add(number)
    seen = yield objects
    seen = yield from _gone(one, seen, number)
    if seen.state == "in_hand":
        seen = yield one.step(seen, "leader", act, number, details={"unit": one.pick(*UNITS)})
        seen = yield one.step(seen, seen.parts[number].lead, "object", number, reason="not_our_duty", refused="不能")
    return seen


def _signed(one: One, seen: Seen, number: int) -> Generator[Step, Seen, Seen]:
    seen = yield one.step(seen, seen.parts[number].lead, "sign", number, days=one.random.randrange(3))
    return (yield from _gone(one, seen, number))


def _asked(one: One, seen: Seen, number: int) -> Generator[Step, Seen, Seen]:
    what = next((each for each in ("supply", "give_up") if one.takes(f"ask {each}", 0.08) or "end:waiting" in one.turns or "reject ended" in one.turns), "")
    what = "give_up" if "reject ended" in one.turns else what
    if not what:
        return seen
    seen = yield one.step(seen, seen.parts[number].lead, "ask_enterprise", number, reason="papers", days=one.random.randrange(2))
    seen = yield from _gone(one, seen, number)
    if seen.state == "in_hand" and what == "supply":
        return (yield one.step(seen, one.pick(one.speaker, "steward"), "supply", number, note="见照片", days=one.random.randrange(9)))
    while seen.state == "in_hand" and seen.parts[number].state == "waiting":
        seen = yield one.step(seen, "", "", days=1)
    return seen


def _extended(one: One, seen: Seen, number: int) -> Generator[Step, Seen, Seen]:
    what = next((each for each in ("grant", "refuse") if one.takes(f"extend {each}", 0.12) or "end:extension_asked" in one.turns), "")
    part, asks = seen.parts[number], one.step(seen, seen.parts[number].lead, "ask_extension", number, reason="complex", note="要等设备")
    if not what or part.due is None:
        return seen
    if after(asks.at, 1) > part.due:
        return (yield replace(asks, refused="不到一个工作日"))
    seen = yield asks
    seen = yield from _gone(one, seen, number)
    if seen.state != "in_hand":
        return seen
    decided = one.step(seen, "leader", "grant_extension", number, days=one.random.choice((0, 1, 1, 12)))
    if decided.at > part.due and what == "grant":
        seen = yield replace(decided, refused="已经到期")
        what = "refuse"
    elif what == "grant":
        return (yield decided)
    return (yield one.step(seen, "leader", "refuse_extension", number, reason="can_be_done"))


def _met(one: One, seen: Seen, number: int) -> Generator[Step, Seen, Seen]:
    if one.takes("convene", 0.06):
        seen = yield one.step(seen, one.pick("steward", "leader"), "convene", number, details={"lead": "task_force_lead"})
        seen = yield one.step(seen, "task_force_lead", "minute", number, note="三家一起定")
    if one.takes("reply", 0.2):
        at = one.step(seen, seen.parts[number].lead, "reply", number, note="正在订设备", days=1)
        seen = yield replace(at, details={"next_reply": f"{at.at.date() + timedelta(days=3)}"})
    if one.takes("slow", 0.1):
        seen = yield one.step(seen, "", "", days=one.random.choice((8, 15, 30)))
    return seen


def _ended(one: One, seen: Seen, number: int) -> Generator[Step, Seen, Seen]:
    lead = seen.parts[number].lead
    if one.takes("decline", 0.15) or "reject impossible" in one.turns:
        return (yield one.step(seen, lead, "decline", number, note="没有容量", reason="resources_lacking", days=one.random.randrange(3)))
    told: dict[str, Any] = {"note": "已经办好", "details": {"outcome": one.pick(*OUTCOMES)}}
    if seen.parts[number].waits_for:
        yield one.step(seen, lead, "finish", number, refused="协办单位没有答复", **told)
    for unit in seen.parts[number].waits_for:
        seen = yield one.step(seen, unit, "advise", number, note="同意", days=one.random.randrange(2))
    return (yield one.step(seen, lead, "finish", number, days=one.random.randrange(3), **told))


def supervised(one: One, seen: Seen) -> Generator[Step, Seen, Seen]:
    """A leader supervises it, and it is answered, in whichever state it was sent to be answered."""
    wanted = "answer_supervision" in one.acts and (any(each.startswith("answer_sup") for each in one.turns) or one.random.random() < 0.1)
    if seen.state in ("in_hand", "redoing") and not seen.supervised and (one.takes(f"supervise:{seen.state}", 0.05) or wanted):
        seen = yield one.step(seen, "leader", "supervise", reason="overdue")
    if seen.supervised and "answer_supervision" in one.acts and one.takes(f"answer_supervision:{seen.state}", 0.3):
        seen = yield one.step(seen, "steward", "answer_supervision", note="已经去看过")
    return seen


def judged(one: One, seen: Seen) -> Generator[Step, Seen, Seen]:
    """The enterprise is asked: it accepts, says no, or says nothing."""
    seen = yield from supervised(one, seen)
    if one.takes("lapse", 0.2):
        return (yield from until(one, seen, "answered"))
    who, call = (one.speaker, {}) if one.random.random() < 0.7 else ("steward", dict(CALL))
    sent = [
        each for each in one.turns if each.startswith(("reject", "withdraw:redoing", "supplement:redoing", "supervise:redoing", "answer_supervision:redoing"))
    ]
    if one.rejections < 3 and ((sent and not one.rejections) or one.random.random() < 0.12):
        one.turns -= {each for each in sent if each.startswith("reject")}
        rejects = one.step(seen, who, "reject", reason="unsolved", days=one.random.randrange(6), details=call)
        return (yield from until(one, seen, "answered")) if too_late(seen, rejects) else (yield rejects)
    rated = {"rating": one.random.choice((1, 2)) if one.takes("bad", 0.15) else one.random.choice((3, 4, 5)), "solved": one.pick("yes", "no")}
    yield one.step(seen, "steward", "accept", details=rated, refused="联系了谁")
    accepts = one.step(seen, who, "accept", days=one.random.randrange(6), details=rated | call)
    if too_late(seen, accepts):
        return (yield from until(one, seen, "answered"))
    one.bad = rated["rating"] < 3
    return (yield accepts)


def too_late(seen: Seen, step: Step) -> bool:
    """Whether silence is over by then: a request that was merged may have been answered long before its life comes back to it."""
    return seen.answered is not None and step.at > after(seen.answered, 7)


def redone(one: One, seen: Seen) -> Generator[Step, Seen, Seen]:
    """Another leader than the last one has it done again, with units for what had none."""
    one.rejections += 1
    seen = yield from supervised(one, seen)
    seen = yield from aside(one, seen)
    if seen.state != "redoing":
        return seen
    if any(not each.lead for each in seen.parts.values()):
        seen = yield one.step(seen, "steward", "plan", details={"plans": [(number, "market", "", one.pick(*UNITS), ()) for number in seen.parts]})
    return (yield one.step(seen, ("leader", "chief")[one.rejections % 2], "redo", days=one.random.randrange(2)))


def closed(one: One, seen: Seen) -> Generator[Step, Seen, Seen]:
    """It is accepted: a bad rating is called back, it is archived, and perhaps opened again."""
    seen = yield from supervised(one, seen)
    if one.rejections < 3 and one.takes("reopen:accepted", 0.04):
        reopens = one.step(seen, one.speaker, "reopen", reason="came_back", days=one.random.randrange(20))
        if seen.accepted is not None and reopens.at.date() > seen.accepted.date() + timedelta(days=30):
            return (yield replace(reopens, refused="另提一件"))
        one.bad = False
        return (yield reopens)
    if one.bad:
        yield one.step(seen, "steward", "archive", refused="差评还没有回访")
        seen = yield one.step(seen, "steward", "call_back", details=dict(CALL))
        one.bad = False
    seen = yield one.step(seen, one.pick("steward", "leader"), "archive", days=one.random.randrange(3))
    if one.rejections < 3 and one.takes("reopen:archived", 0.05):
        return (yield one.step(seen, one.speaker, "reopen", reason="new_facts", days=one.random.randrange(20)))
    if one.random.random() < 0.05:
        yield one.step(seen, one.speaker, "reopen", reason="new_facts", days=40, refused="另提一件")
    return seen


STAGES = {"in_hand": handled, "answered": judged, "redoing": redone, "accepted": closed}
