"""A part with its units (一件事): signed for or returned, asked of the enterprise, advised on, extended, met on, and answered — mostly in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gaoxing.casework import working_hours
from gaoxing.office.aftercare import merging
from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.models import Part, PartEvent
from gaoxing.office.people.models import Person
from gaoxing.office.simulation.players.requests import statements
from gaoxing.office.simulation.players.requests.fronting import steward, supplement, withdraw
from gaoxing.office.simulation.players.requests.moves import Move, Scene, Think
from gaoxing.office.simulation.players.requests.workers import handler_of, leader, of_unit, units

LATE, ASKS, SILENT, EXTENDS, MEETS, REPLIES, DECLINES = 0.07, 0.07, 0.15, 0.06, 0.03, 0.06, 0.04
"""Shares of the parts: late, the enterprise is asked for something and does not send it, an extension, a task force, a reply by stage, cannot be done."""


_OUTCOMES = (("solved", 70), ("partly", 13), ("explained", 10), ("passed_up", 3), ("planned", 4))
_WHY_NOT = (("law_forbids", 3), ("policy_none", 3), ("conditions_unmet", 3), ("higher_level", 2), ("resources_lacking", 2))
_NEEDS = {"facts": "请说明现在的用量和设备清单。", "papers": "请传营业执照和租赁合同的照片。", "choice": "有两个方案，请选一个。"}
_WHY_LONGER = {"complex": "要现场勘察两次。", "several_units": "要几家一起定方案。", "outside": "要等上级公司排设备。"}


@dataclass(frozen=True)
class Round:
    """A part since it was last sent: what was done in it, and how often it was sent."""

    acts: tuple[str, ...]
    number: int

    @classmethod
    def of(cls, part: Part) -> Round:
        """As the events say."""
        acts = list(PartEvent.objects.filter(subject=part).order_by("number").values_list("act", flat=True))
        starts = [place for place, act in enumerate(acts) if act in ("dispatch", "redo")]
        return cls(tuple(acts[starts[-1] + 1 :] if starts else acts), len(starts))


def part_of(found: Scene) -> Part:
    """The part of a scene. Raises TypeError where it is a request's: a mistake of the code."""
    if found.part is None:
        raise TypeError("a scene without a part")
    return found.part


def _handler(found: Scene) -> Person:
    part = part_of(found)
    if part.lead is None:
        raise TypeError("a part that was sent to nobody")
    theirs = {each.pk for each in of_unit(found.world, part.lead)}
    return part.handler if part.handler and part.handler.pk in theirs else handler_of(found.world, part.lead, found.chance("handler", part.lead.code))


def _dispatched(found: Scene) -> Move:
    by, chance, round_ = _handler(found), found.chance("sign", part_of(found).sent), Round.of(part_of(found))
    if aside := withdraw(found, "end:dispatched"):
        return aside
    if "object" not in round_.acts and not part_of(found).designated and round_.number == 1 and not found.refusals:
        wrong = chance.random() < 0.7 and part_of(found).lead_id != _meant(found)
        if "late object" in found.life.turns:
            return Move(found.worked(by, 17, 10), "object", by, "not_our_duty", "不是本单位的职责。")
        if "object" in found.life.turns or wrong:
            return Move(
                found.worked(by, chance.uniform(0.5, 5), 10), "object", by, chance.choice(("not_our_duty", "joint_duty", "wrongly_classed")), "请看三定方案。"
            )
    hours = chance.uniform(9, 15) if chance.random() < 0.05 else min(chance.expovariate(1 / 1.8), 7)
    return Move(found.worked(by, hours, 4), "sign", by)


def _meant(found: Scene) -> int:
    """The unit that a part was meant for; its own where nobody can tell."""
    part = part_of(found)
    trouble = next((each for each in found.life.troubles if each.category == part.category), None)
    return units()[trouble.lead].pk if trouble else part.lead_id or 0


def _objected(found: Scene) -> Move:
    if aside := withdraw(found, "end:objected"):
        return aside
    by = leader(found.world, found.chance("decides"))
    at = found.worked(by or steward(found), found.chance("decides", "when").uniform(0.3, 4), 12)
    meant = _meant(found)
    designates = "designate" in found.life.turns or ("redispatch" not in found.life.turns and meant == part_of(found).lead_id)
    return Move(at, "designate" if designates else "redispatch", by, details={"unit": meant})


def _in_hand(found: Scene) -> Move:
    done = Round.of(part_of(found))
    if aside := supplement(found) or withdraw(found, "end:in_hand"):
        return aside
    for think in (_supervised, _asks, _convened, _met, _tasks, _advised, _extends, _replies):
        if move := think(found, done):
            return move
    return _ends(found, done)


def _supervised(found: Scene, _done: Round) -> Move | None:
    request = found.request
    if "supervise:in_hand" not in found.life.turns or request.events.filter(act="supervise").exists():
        return None
    by = leader(found.world, found.chance("supervises"))
    return Move(found.worked(by or steward(found), 2, 8), "supervise", by, "bad_effect", "请盯紧这一件。", whole=True)


def _asks(found: Scene, done: Round) -> Move | None:
    if "ask_enterprise" in done.acts or done.number > 1 or not _turned(found, "ask", ASKS, also=("end:waiting",)):
        return None
    by, chance = _handler(found), found.chance("asks")
    what = chance.choice(sorted(_NEEDS))
    return Move(found.worked(by, chance.uniform(0.5, 8), 15), "ask_enterprise", by, what, _NEEDS[what], {"needs": [_NEEDS[what]]})


def _turned(found: Scene, turn: str, share: float, also: tuple[str, ...] = ()) -> bool:
    """Whether it takes a turn, or one that leads through it."""
    return found.takes(turn, share, part_of(found).number) or bool(found.life.turns & set(also))


def _convened(found: Scene, done: Round) -> Move | None:
    part = part_of(found)
    if part.force_lead_id is not None or not found.takes("convene", MEETS):
        return None
    by, chance = steward(found), found.chance("convene")
    lead = chance.choice(found.world.people("task_force_lead"))
    joined = [each.pk for each in chance.sample(sorted(units().values(), key=lambda each: each.code), 2)]
    return Move(found.worked(by, chance.uniform(1, 6), 30), "convene", by, details={"lead": lead.pk, "units": joined})


def _met(found: Scene, done: Round) -> Move | None:
    part = part_of(found)
    if part.force_lead is None or "minute" in done.acts or "convene" not in done.acts:
        return None
    return Move(
        found.worked(part.force_lead, found.chance("meets").uniform(3, 10), 60), "minute", part.force_lead, note="几家一起看了现场，分了工，各自按期办好。"
    )


def _tasks(found: Scene, _done: Round) -> Move | None:
    """The open tasks of a meeting, one after the other; now and then the last one is still open when the part is answered."""
    part = part_of(found)
    if part.force_lead_id is None:
        return None
    task = part.tasks.filter(state=ForceTask.State.OPEN).select_related("unit").order_by("number").first()
    if task is None or (task.number == 2 and found.chance("forgotten").random() < 0.2):
        return None
    by = handler_of(found.world, task.unit, found.chance("task", task.number))
    return Move(
        found.worked(by, found.chance("task", task.number, "when").uniform(2, 10), 40),
        "task",
        by,
        note="已经做完，材料交给了主办单位。",
        details={"task": task.pk},
    )


def _advised(found: Scene, _done: Round) -> Move | None:
    """Each co-unit tells the lead unit what it thinks."""
    waits = part_of(found).co_units.filter(advised=None).exclude(unit=part_of(found).lead_id).select_related("unit").order_by("pk").first()
    if waits is None:
        return None
    by, chance = handler_of(found.world, waits.unit, found.chance("advise", waits.unit.code)), found.chance("advise", waits.pk)
    return Move(
        found.worked(by, chance.uniform(1, 14), 25), "advise", by, note=chance.choice(("同意这样办。", "我们这边配合，随时可以开工。", "请注意地下的管线。"))
    )


def _extends(found: Scene, done: Round) -> Move | None:
    part, calendar = part_of(found), found.world.calendar
    if "ask_extension" in done.acts or part.due is None or not _turned(found, "extend", EXTENDS, also=("end:extension_asked",)):
        return None
    by, chance = _handler(found), found.chance("extends")
    last = calendar.closing(calendar.day(part.due) - timedelta(days=3))
    why = chance.choice(sorted(_WHY_LONGER))
    if found.now >= last:
        return None
    at = found.worked(by, chance.uniform(0.5, 4), 15)
    return Move(at, "ask_extension", by, why, _WHY_LONGER[why], {"days": 2})


def _replies(found: Scene, done: Round) -> Move | None:
    if "reply" in done.acts or not found.takes("reply", REPLIES):
        return None
    by, calendar = _handler(found), found.world.calendar
    at = found.worked(by, found.chance("replies").uniform(2, 10), 20)
    named = calendar.after(calendar.day(at), 3)
    return Move(at, "reply", by, note="已经看过现场，正在订设备。", details={"next_reply": named.isoformat()})


def _ends(found: Scene, done: Round) -> Move:
    """Finished, or it cannot be done; most in time, a few late, very few very late."""
    part, by, chance = part_of(found), _handler(found), found.chance("ends", done.number)
    force = part.force_lead if part.force_lead and ("force finishes" in found.life.turns or chance.random() < 0.2) else None
    who, at = force or by, _when(found, done)
    done_at = found.world.hands(who.account, at, 35)
    answers = {merging.ANSWERS: {str(each.pk): "和主单一起办好了，请贵公司再看看。" for each in merging.originators(part)}}
    answers = answers if answers[merging.ANSWERS] else {}
    if found.takes("decline", DECLINES) and done.number == 1:
        why = chance.choices([each for each, _ in _WHY_NOT], [share for _, share in _WHY_NOT])[0]
        return Move(done_at, "decline", who, why, statements.words_of("declines", why, chance), dict(answers))
    outcome = chance.choices([each for each, _ in _OUTCOMES], [share for _, share in _OUTCOMES])[0]
    told = {"outcome": outcome, **answers}
    if part.force_lead_id is not None and part.tasks.filter(state=ForceTask.State.OPEN).exists():
        told["tasks_note"] = "剩下的一项不影响企业，月底前做完。"
    return Move(done_at, "finish", who, note=statements.words_of("answers", outcome, chance), details=told)


def _when(found: Scene, done: Round) -> datetime:
    """When the answer is ready: some share of what is left of the limit, or after it."""
    part, calendar, chance = part_of(found), found.world.calendar, found.chance("when", done.number)
    if part.due is None:
        return found.now
    late = "late" in found.life.turns or "very late" in found.life.turns or chance.random() < LATE
    if late and done.number == 1:
        hours = chance.uniform(34, 60) if "very late" in found.life.turns else min(1 + chance.expovariate(1 / 13), 70)
        return working_hours.after(max(part.due, found.now), timedelta(hours=hours), calendar)
    left = working_hours.between(found.now, part.due, calendar)
    return working_hours.after(found.now, left * chance.uniform(0.15, 0.85), calendar)


def _waiting(found: Scene) -> Move:
    """The enterprise sends what was asked, at once or after some days; or never."""
    if aside := withdraw(found, "end:waiting"):
        return aside
    chance, calendar = found.chance("supplies"), found.world.calendar
    silent = "give_up" in found.life.turns or ("supply" not in found.life.turns and chance.random() < SILENT)
    if silent:
        return Move(calendar.opening(calendar.after(calendar.day(found.now), 12)))
    owner = found.request.owner
    if owner is not None and chance.random() < 0.7:
        return Move(found.lived(chance, chance.uniform(3, 120)), "supply", owner, note="材料补好了，照片在手机里，请查收。")
    by = steward(found)
    return Move(found.worked(by, chance.uniform(4, 30), 10), "supply", by, note="企业把材料发给我了，已经转给单位。")


def _extension_asked(found: Scene) -> Move:
    if aside := withdraw(found, "end:extension_asked"):
        return aside
    by, chance, part = leader(found.world, found.chance("extension")), found.chance("extension", "decided"), part_of(found)
    at = found.worked(by or steward(found), chance.uniform(0.5, 6), 10)
    grants = "grant" in found.life.turns or ("refuse" not in found.life.turns and chance.random() < 0.78)
    if grants and part.due is not None and at < part.due:
        return Move(at, "grant_extension", by, note="同意，请按新的日子办好。")
    return Move(at, "refuse_extension", by, "can_be_done" if chance.random() < 0.7 else "unreasoned", "按期办得完，请抓紧。")


PARTS: Mapping[str, Think] = {
    "dispatched": _dispatched,
    "objected": _objected,
    "in_hand": _in_hand,
    "waiting": _waiting,
    "extension_asked": _extension_asked,
}
"""What comes next of a part, by the state in which it is; one that is over has nothing to come."""
