"""When everything is answered (验收、重办、归档): the enterprise accepts, says no or says nothing; a leader has it redone; what was bad is called back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.timezone import localtime

from gaoxing.office.aftercare.facts import WORST_GOOD
from gaoxing.office.aftercare.models import Part
from gaoxing.office.people.models import Person
from gaoxing.office.simulation.players.requests.fronting import elsewhere_led, steward, supplement, withdraw
from gaoxing.office.simulation.players.requests.moves import Move, Scene, Think

SILENT, DISSATISFIED, AGAIN, BY_CALL, BAD, CAME_BACK = 0.11, 0.06, 0.12, 0.35, 0.05, 0.025
"""Shares: says nothing to the end, is not satisfied, is not satisfied again, is asked by a call, rates it badly, asks for it again."""

MOST_TIMES = 3
"""So often something is redone; whoever is not satisfied then says so elsewhere."""

_LAPSED, _LOOKED = 8, 2
_WHY = (("unsolved", 5), ("slow", 2), ("unclear", 2), ("attitude", 1))
_RATED = ((5, 55), (4, 33), (3, 12))
_SAID = {"unsolved": "说是办好了，实际还是老样子。", "slow": "拖了太久。", "unclear": "答复看不明白，到底能不能办？", "attitude": "电话里态度不好。"}


def _answered(found: Scene) -> Move:
    if supervision := _answers_supervision(found, 0.7):
        return supervision
    if _refuses(found):
        return _reject(found)
    if found.takes(f"lapse {found.request.rejections}", SILENT) or "lapse" in found.life.turns:
        return Move(_morning(found, _LAPSED))
    return _accept(found)


def _refuses(found: Scene) -> bool:
    """Whether the enterprise says no: the first time by its own reasons, further times seldom; never where no leader is left to have it redone."""
    times, outcomes = found.request.rejections, set(found.request.parts.values_list("outcome", flat=True))
    if times >= MOST_TIMES or elsewhere_led(found) is None:
        return False
    turn = "reject again" if times else "reject"
    share = AGAIN if times else DISSATISFIED if outcomes <= {"solved", "partly"} else 2 * DISSATISFIED
    return found.chance(turn, times).random() < share or turn in found.life.turns


def _who(found: Scene, about: str) -> tuple[Person, datetime, dict[str, str]]:
    """Who says it, when: the enterprise at its own time, else the steward who calls it."""
    chance, owner = found.chance(about, "who", found.request.rejections), found.request.owner
    if owner is not None and chance.random() > BY_CALL:
        return owner, found.lived(chance, min(chance.expovariate(1 / 30), 110)), {}
    by = steward(found)
    at = found.worked(by, chance.uniform(1, 24), 10)
    return by, at, {"whom": found.life.contact, "when": f"{localtime(at):%Y-%m-%d %H:%M}", "how": "电话"}


def _accept(found: Scene) -> Move:
    chance = found.chance("rating", found.request.rejections)
    solved = all(each.outcome in ("solved", "partly") for each in found.request.parts.all())
    bad = found.takes("bad", BAD if solved else 3 * BAD)
    rating = chance.choice((1, 2)) if bad else chance.choices([each for each, _ in _RATED], [share for _, share in _RATED])[0]
    by, at, call = _who(found, "accept")
    return Move(at, "accept", by, details={"rating": rating, "solved": "yes" if solved and not bad else "no", **call})


def _reject(found: Scene) -> Move:
    why = found.chance("why", found.request.rejections).choices([each for each, _ in _WHY], [share for _, share in _WHY])[0]
    by, at, call = _who(found, "reject")
    return Move(at, "reject", by, why, _SAID[why], call)


def _redoing(found: Scene) -> Move | None:
    """A leader looks at it, perhaps supervises it, and has it redone; what had no unit gets one."""
    request, leader = found.request, elsewhere_led(found)
    if aside := supplement(found) or withdraw(found, "withdraw:redoing"):
        return aside
    if leader is None:
        return None
    at = found.worked(leader, found.chance("redo", request.rejections).uniform(0.3, 6), 15)
    supervised = request.events.filter(act="supervise", source="redoing").exists()
    if not supervised and request.supervised_until is None and found.takes("supervise:redoing", 0.05):
        return Move(at, "supervise", leader, "unsolved", "企业不满意，请两天里说明怎么办。")
    if supervision := _answers_supervision(found, 0.4):
        return supervision
    return Move(at, "redo", leader)


def _answers_supervision(found: Scene, share: float) -> Move | None:
    """The steward answers a supervision that nobody answered until now."""
    if found.request.supervised_until is None or not found.takes(f"answer_supervision:{found.request.state}", share):
        return None
    by = steward(found)
    return Move(found.worked(by, 2, 12), "answer_supervision", by, note="已经催过主办单位，办理情况写在答复里。")


def _accepted(found: Scene) -> Move:
    request, by = found.request, steward(found)
    if supervision := _answers_supervision(found, 0.9):
        return supervision
    if back := _comes_back(found, "reopen:accepted", 12):
        return back
    if request.rating is not None and request.rating < WORST_GOOD and request.called_back is None:
        before = {request.reviewer_id, *request.parts.values_list("handler", flat=True)}
        who = by if by.pk not in before else elsewhere_led(found) or by
        at = found.worked(who, found.chance("call back").uniform(2, 8), 20)
        return Move(
            at,
            "call_back",
            who,
            note="问清了为什么不满意，已经交给单位改。",
            details={"whom": found.life.contact, "when": f"{localtime(at):%H:%M}", "how": "电话"},
        )
    return Move(found.worked(by, found.chance("archive", request.rejections).uniform(6, 24), 4), "archive", by)


def _comes_back(found: Scene, turn: str, days: float) -> Move | None:
    """The trouble comes back within the days; or later, when it is too late."""
    request, late = found.request, turn == "reopen:archived" and "late reopen" in found.life.turns
    before = request.events.filter(act="reopen").exists()
    if request.owner is None or before or elsewhere_led(found) is None or not (late or found.takes(turn, CAME_BACK / 2)):
        return None
    chance = found.chance("comes back")
    hours = 24 * (36 if late else chance.uniform(1, days))
    why, words = ("came_back", "办好以后又发生了。") if chance.random() < 0.6 else ("new_facts", "有新的情况。")
    return Move(found.lived(chance, hours), "reopen", request.owner, why, words)


def _archived(found: Scene) -> Move | None:
    return None if found.request.events.filter(act="reopen").exists() else _comes_back(found, "reopen:archived", 20)


def _merged(found: Scene) -> Move:
    return supplement(found) or withdraw(found, "withdraw:merged") or Move(_morning(found, _LOOKED))


def _morning(found: Scene, days: int) -> datetime:
    """As the office opens, so many working days on."""
    calendar = found.world.calendar
    return calendar.opening(calendar.after(calendar.day(found.now), days)) + timedelta(minutes=found.chance("morning").randrange(60))


JUDGED: Mapping[str, Think] = {
    "answered": _answered,
    "redoing": _redoing,
    "accepted": _accepted,
    "archived": _archived,
    "merged": _merged,
}
"""What comes next once everything was answered, and of what was merged."""


def lead_missing(found: Scene) -> list[Part]:
    """Parts that nobody leads: what was added, or merged and opened again."""
    return [each for each in found.request.parts.select_related("request") if each.lead_id is None]
