"""What does not get done in the year (办不成事): taken over at once, its cause found, seen through and confirmed; the causes are mended, so that they stop.

Some sixty a year: half of what this office itself refused, could not do or is late with, half of what people bring to the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localtime

from gaoxing.casework.acting import Reason
from gaoxing.office.escalations.actions import bring
from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.looking import ENDS, Told
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.growing.cast import of_role
from gaoxing.office.simulation.invented import persons
from gaoxing.office.simulation.planned import Handler, Planned, Refused
from gaoxing.office.simulation.players.requests.workers import a_steward
from gaoxing.office.simulation.players.stuck import matters, mending
from gaoxing.office.simulation.players.stuck.pace import worked
from gaoxing.office.simulation.world import World

BRING, GO = "stuck.bring", "stuck.go"
"""Kinds of steps: it is brought, and something is done about it."""

YEAR = 62
"""Stuck matters of a year at scale 1."""

OWN, AGENTLESS = 0.55, 0.5
"""Shares: what has a number of this office; of the rest what a clerk brings for somebody without an account."""

TURNS: tuple[str, ...] = (
    "",
    "",
    "",
    "refer taken",
    "refer in hand",
    "withdraw taken",
    "hand over",
    "",
    "reply",
    "add",
    "extend",
    "extend twice",
    "",
    "decline",
    "late contact",
)
TURNS += (
    "",
    "reject",
    "reject|withdraw unsatisfied",
    "reject by call",
    "late",
    "hand over in hand",
    "add taken",
    "withdraw in hand",
    "add taken",
    "reject|add unsatisfied",
    "silent",
)
"""What each is sent to do, one after the other round the list."""

_CALL = {"how": "电话", "whom": "本人"}
_WHY = ("not_done", "other_result", "unclear")


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Every one of the span, on working days."""
    for number in range(1, world.count(YEAR) + 1):
        chance, calendar = world.chance("stuck", number), world.calendar
        day = calendar.day(world.moment(chance))
        day = day if calendar.works(day) else calendar.after(day, 1)
        yield Planned(calendar.opening(day) + timedelta(minutes=chance.randrange(5, 460)), f"stuck/{number:04}", BRING, {"number": number})


def _bring(step: Planned, world: World) -> Iterable[Planned]:
    chance, number = world.chance(step.key), int(step.told["number"])
    turns = TURNS[number % len(TURNS)].split("|")
    reason, stray = matters.likely(chance), chance.choice(matters.strays()) if any(each.startswith("refer") for each in turns) else None
    told, by = _told(world, step, reason, stray)
    made = bring(told, by, now=step.at)
    kept = {"pk": made.pk, "turns": turns, "reason": [reason.kind, reason.name], "stray": [stray.reason, stray.channel] if stray else [], "n": 0}
    return [_then(world, made, {**kept, "number": number}, step)]


def _told(world: World, step: Planned, reason: matters.Reason, stray: matters.Stray | None) -> tuple[Told, Person]:
    """What is told, and who brings it: the person by their account, or a clerk of the window."""
    chance, number = world.chance(step.key, "told"), int(step.told["number"])
    wanted, where = matters.wanted(chance)
    clerk, times = world.person("window_clerk", number), f"跑了{chance.choice('两三四五')}趟"
    stuck = matters.blocked(step.at, chance) if stray is None and chance.random() < OWN else None
    felt = chance.choice(reason.blocked)
    if stuck is not None:
        told = Told(stuck.about, f"{stuck.why}，{felt}（{stuck.number}）", "网上", times, blocked=stuck.number, owner=stuck.owner, once=step.key)
        return (told, stuck.owner) if chance.random() < 0.7 else (told, clerk)
    about, owner = stray.about if stray else wanted, world.applicant(number)
    person = persons.person(chance)
    if chance.random() < AGENTLESS and not _needs_owner(number):
        return Told(about, f"{felt}，第{number}回", where, times, person.name, person.mobile, once=step.key), clerk
    return Told(about, f"{felt}，第{number}回", where, times, person.name, owner=owner, once=step.key), owner


def _needs_owner(number: int) -> bool:
    return any(word in TURNS[number % len(TURNS)] for word in ("withdraw", "add", "reject|"))


def _go(step: Planned, world: World) -> Iterable[Planned]:
    """Do what was planned where it still stands so, and think of what comes next."""
    row = Escalation.objects.select_related("handler", "owner").get(pk=step.told["pk"])
    move: Mapping[str, Any] = step.told.get("move", {})
    if move.get("act") and row.state == move["from"]:
        reasons = (Reason(move["reason"], move["note"]),) if move["reason"] else ()
        by = Person.objects.get(pk=move["by"])
        try:
            fire(row, Pressed(move["act"], reasons, move["note"], row.revision, details=move["details"]), by, now=step.at)
        except NotAllowed as refusal:
            raise Refused(refusal.reason, [_later(world, step)] if int(step.told.get("refusals", 0)) < 3 else []) from None
        row = Escalation.objects.select_related("handler", "owner", "cause").get(pk=row.pk)
    mended = mending.begun(world, row.cause, step) if row.cause and row.state == Escalation.State.CONCLUDED else []
    return [*mended, *([] if row.state in ENDS else [_then(world, row, step.told, step)])]


def _later(world: World, step: Planned) -> Planned:
    """Look again the next morning."""
    morning, number = world.calendar.opening(world.calendar.after(world.calendar.day(step.at), 1)), int(step.told["n"]) + 1
    told = {key: value for key, value in step.told.items() if key != "move"}
    return Planned(morning, f"stuck/{int(step.told['number']):04}/{number}", GO, {**told, "n": number, "refusals": int(step.told.get("refusals", 0)) + 1})


def _then(world: World, row: Escalation, told: Mapping[str, Any], step: Planned) -> Planned:
    """What comes next, by the state in which it is."""
    scene = Scene(world, row, told, step.at)
    at, move = _THINK[row.state](scene)
    number = int(told["n"]) + 1
    kept = {**{key: value for key, value in told.items() if key != "move"}, "n": number}
    if move:
        kept["move"] = {"from": row.state, "reason": "", "note": "", "details": {}, **move}
    return Planned(max(at, step.at), f"stuck/{int(told['number']):04}/{number}", GO, kept)


class Scene:
    """What is known when somebody thinks of what comes next: the world, the matter as it stands, what it was sent to do, and the moment."""

    def __init__(self, world: World, row: Escalation, told: Mapping[str, Any], now: datetime) -> None:
        """As the step says."""
        self.world, self.row, self.told, self.now = world, row, told, now
        self.acts = tuple(row.events.order_by("number").values_list("act", flat=True))
        self.chance = world.chance("stuck", told["number"], len(self.acts))

    def sent(self, turn: str, act: str, most: int = 1) -> bool:
        """Whether it was sent to do this, and did not do it as often yet."""
        return turn in self.told["turns"] and self.acts.count(act) < most

    @property
    def officer(self) -> Person:
        """Whoever has it in hand; a steward where nobody has."""
        return self.row.handler or a_steward(self.world, self.now, int(self.told["number"]))

    def other(self) -> Person:
        """Somebody of the office who never had it in hand."""
        before = {self.row.handler_id, *self.row.events.values_list("by", flat=True)}
        on = self.world.calendar.day(self.now)
        left = [each for each in (*of_role(Role.STEWARD, on=on), *of_role(Role.LEADER, on=on)) if each.pk not in before]
        return left[int(self.told["number"]) % len(left)] if left else self.officer

    def staff(self, by: Person, act: str, hours: float, minutes: int = 15, **move: Any) -> tuple[datetime, dict[str, Any]]:
        """One of the staff does something after so many office hours."""
        return worked(self.world, by, self.now, hours, minutes), {"act": act, "by": by.pk, **move}

    def person(self, act: str, hours: float, **move: Any) -> tuple[datetime, dict[str, Any]]:
        """The person does something, by their account, as they wake up by then."""
        at = localtime(self.now + timedelta(hours=hours))
        day = at.replace(hour=9 + self.chance.randrange(11), minute=self.chance.randrange(60)) if not 8 <= at.hour < 22 else at
        return max(day, self.now), {"act": act, "by": self.row.owner_id, **move}


def _called(scene: Scene, at: datetime) -> dict[str, str]:
    return {**_CALL, "when": f"{localtime(at):%Y-%m-%d %H:%M}"}


def _taken(scene: Scene) -> tuple[datetime, dict[str, Any]]:
    """Contacted within the hour, mostly; handed on, sent elsewhere or taken back now and then."""
    if scene.sent("hand over", "hand_over"):
        return scene.staff(scene.officer, "hand_over", 0.2, 5, details={"officer": scene.other().pk}, note="今天在外面走访，请同事接。")
    if scene.sent("refer taken", "refer"):
        return _refer(scene, 0.5)
    if scene.sent("withdraw taken", "withdraw") and scene.row.owner_id:
        return scene.person("withdraw", 0.3)
    if scene.sent("add taken", "add") and scene.row.owner_id:
        return scene.person("add", 0.2, note="刚才忘了说，第一次是在手机上交的。")
    hours = scene.chance.uniform(1.5, 5) if "late contact" in scene.told["turns"] or scene.chance.random() < 0.06 else scene.chance.uniform(0.05, 0.6)
    return scene.staff(scene.officer, "contact", hours, 8, details=_called(scene, scene.now))


def _refer(scene: Scene, hours: float) -> tuple[datetime, dict[str, Any]]:
    reason, channel = scene.told["stray"]
    return scene.staff(scene.officer, "refer", hours, 15, reason=reason, note=channel)


def _in_hand(scene: Scene) -> tuple[datetime, dict[str, Any]]:
    """Replied to, extended, added to, and at last concluded."""
    calendar, by = scene.world.calendar, scene.officer
    if scene.sent("refer in hand", "refer"):
        return _refer(scene, 6)
    if scene.sent("withdraw in hand", "withdraw") and scene.row.owner_id:
        return scene.person("withdraw", 30)
    if scene.sent("hand over in hand", "hand_over"):
        return scene.staff(by, "hand_over", 5, 5, details={"officer": scene.other().pk}, note="转给熟悉这件事的同事。")
    if scene.sent("add", "add") and scene.row.owner_id:
        return scene.person("add", 12, note="昨天窗口又打来电话，说的还是那一样。")
    if scene.acts.count("reply") < 1 and ("reply" in scene.told["turns"] or scene.chance.random() < 0.25):
        named = calendar.after(calendar.day(scene.now), 4)
        return scene.staff(by, "reply", 8, 20, note="已经约了两家，后天一起看。", details={"next_reply": named.isoformat()})
    most = 2 if "extend twice" in scene.told["turns"] else 1
    if (scene.sent("extend", "extend") or scene.sent("extend twice", "extend", most)) and scene.row.due:
        until = calendar.after(calendar.day(scene.row.due), 5)
        who = by if "extend" not in scene.acts else scene.world.people("leader")[0]
        details = {**_called(scene, scene.now), "until": until.isoformat()}
        return scene.staff(who, "extend", 10, 15, reason="several_units", note="要几家一起定，已经跟本人说明。", details=details)
    return _concluded(scene, by)


def _concluded(scene: Scene, by: Person) -> tuple[datetime, dict[str, Any]]:
    """It gets done, in part, or cannot be; the cause is named."""
    kind, name = scene.told["reason"]
    late = "late" in scene.told["turns"] or scene.chance.random() < 0.04
    hours = scene.chance.uniform(125, 170) if late else scene.chance.triangular(3, 100, 24)
    cause = {"cause_kind": kind, "cause_name": name}
    if "decline" in scene.told["turns"] or scene.chance.random() < 0.06:
        return scene.staff(
            by, "decline", hours, 40, reason=scene.chance.choice(("conditions_unmet", "law_forbids")), note="条件还差一项，已经讲清楚怎么补。", details=cause
        )
    outcome = scene.chance.choices(("done", "partly"), (85, 15))[0]
    return scene.staff(by, "conclude", hours, 40, note="已经陪着办好，材料不用再跑。", details={**cause, "outcome": outcome})


def _asked(scene: Scene) -> tuple[datetime, dict[str, Any]]:
    """The person confirms it, or somebody else calls; some say that it is still not done."""
    other = scene.other()
    rejected = scene.acts.count("reject")
    if not rejected and "reject by call" in scene.told["turns"]:
        return scene.staff(other, "reject", 9, 10, reason="unclear", note="电话里说还是没弄明白。", details=_called(scene, scene.now))
    if not rejected and "reject" in scene.told["turns"] and scene.row.owner_id:
        return scene.person("reject", 8, reason=scene.chance.choice(_WHY), note="回去一看还是办不了。")
    if scene.row.owner_id and "silent" not in scene.told["turns"] and scene.chance.random() < 0.55:
        return scene.person("confirm", scene.chance.uniform(1, 60))
    return scene.staff(other, "call_back", scene.chance.uniform(8, 34), 10, details=_called(scene, scene.now))


def _unsatisfied(scene: Scene) -> tuple[datetime, dict[str, Any]]:
    """A leader gives it to somebody else."""
    if scene.sent("withdraw unsatisfied", "withdraw") and scene.row.owner_id:
        return scene.person("withdraw", 1)
    if scene.sent("add unsatisfied", "add") and scene.row.owner_id:
        return scene.person("add", 1, note="补充一点：上次说的那张表已经有了。")
    leader = scene.world.person("leader", int(scene.told["number"]))
    return scene.staff(leader, "retake", scene.chance.uniform(0.5, 4), 15, details={"officer": scene.other().pk})


def _waits(scene: Scene) -> tuple[datetime, dict[str, Any]]:
    """Nobody of the office is there: the tick has it taken over when somebody is."""
    return scene.world.calendar.opening(scene.world.calendar.after(scene.world.calendar.day(scene.now), 1)), {}


_THINK: Mapping[str, Callable[[Scene], tuple[datetime, dict[str, Any]]]] = {
    "submitted": _waits,
    "taken": _taken,
    "in_hand": _in_hand,
    "concluded": _asked,
    "unsatisfied": _unsatisfied,
}

HANDLERS: Mapping[str, Handler] = {BRING: _bring, GO: _go, mending.MEND: mending.mend}
