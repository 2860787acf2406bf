"""Joint cases (证照联办): one application for everything a shop needs; units look, ask for corrections, come to see the place, grant or refuse.

After every act whatever stands ready is planned: a licence by its revision, so that nothing is planned twice. The hands of every unit are limited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils.timezone import localdate

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import table_for
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import queries
from gaoxing.office.cases.firing import fire as fire_case
from gaoxing.office.cases.judging import judged
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Sent, defects_of, submit
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.frontdesk import actions
from gaoxing.office.licensing import committing, correcting, duties, visiting
from gaoxing.office.licensing.case_facts import OVER, unsent
from gaoxing.office.licensing.firing import fire
from gaoxing.office.licensing.models import Item, Visit
from gaoxing.office.people.models import Person
from gaoxing.office.simulation import counter, papers_made
from gaoxing.office.simulation.invented import trades
from gaoxing.office.simulation.invented.truth import Truth
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players.examining import minutes
from gaoxing.office.simulation.units import UNITS
from gaoxing.office.simulation.world import World

A_YEAR = 600
SAYS, SUBMITS, HANDLES, WINDOW, CORRECTS, PICKS, MENDS, OPENS, WITHDRAWS, CHECKS = (
    f"joint.{each}" for each in ("says", "submits", "handles", "window", "corrects", "picks", "mends", "opens", "withdraws", "checks")
)
STATE = Item.State
_ABANDONED, _WITHDRAWN, _DEFECT, _REFUSED, _RECTIFIED, _COMMITS = 0.05, 0.03, 0.06, 0.02, 0.15, 0.5
_BROKEN_PROMISE, _NOT_ACCEPTED, _EXTENDED, _DETOUR = 0.08, 0.015, 0.04, 0.008
_DEFECT_WORDS = Reason("missing_paper", "平面图没有标尺寸，请重画一份")
_HEARD = timedelta(days=10)


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Everybody who wants all licences at once, the trades going round."""
    for number in range(world.count(A_YEAR)):
        yield Planned(world.moment(world.chance("joint", number)), f"joint/{number}", SAYS, {"n": number})


def meant(world: World, number: int) -> Truth:
    """What the person of a step means, drawn anew."""
    return trades.joint(world.chance("joint", number, "meant"), number)


def _says(step: Planned, world: World) -> Iterable[Planned]:
    chance, number = world.chance(step.key), int(step.told["n"])
    sitting = counter.Sitting(world, step, meant(world, number), _owner(world, number), chance)
    reference = sitting.say()
    if chance.random() < _ABANDONED:
        return ()
    whole, at = sitting.answer(reference)
    if not whole:
        world.note("unfinished", step.key, left=sitting.left)
        return ()
    case = Case.objects.values_list("pk", flat=True).get(reference=reference)
    return (Planned(at + minutes(chance, 4.5), f"{step.key}/submits", SUBMITS, {"n": number, "case": case}),)


def _submits(step: Planned, world: World) -> Iterable[Planned]:
    """Submits; commits where that is allowed and wanted; every unit has it on its desk."""
    chance, number, owner = world.chance(step.key), int(step.told["n"]), _owner(world, int(step.told["n"]))
    case = _case(step)
    found = judged(case, actions.read(queries.words_of(case), now=step.at), now=step.at)
    if found is None:
        return ()
    submit(case, found, Sent(step.key, case.revision, rules_seen=True), owner, now=step.at)
    if papers := papers_made.drawn(number, found.form, on=localdate(step.at)):
        world.note("papers", step.key, count=papers)
    for item in Item.objects.filter(case=case).exclude(commitment=None).order_by("pk"):
        if chance.random() < _COMMITS:
            committing.commit(item, by=Actor(owner.pk, "applicant"), agreed=True, now=step.at)
    more = [Planned(step.at + minutes(chance, 7.5), f"joint/{number}/withdraws", WITHDRAWS, dict(step.told))] if chance.random() < _WITHDRAWN else []
    return [*_next(step, world), *more]


def _handles(step: Planned, world: World) -> Iterable[Planned]:
    """What a unit does with a licence as it stands now."""
    item = Item.objects.select_related("case", "unit").get(case=step.told["case"], licence=step.told["licence"])
    case, chance = item.case, world.chance(step.key)
    if item.state not in OVER and case.state not in (Case.State.WITHDRAWN, Case.State.NOT_ACCEPTED):
        item = _detour(item, step, world)
        acts = _acts(item, step.at, chance) if item.state not in OVER else []
        for act, more in acts:
            item = fire(item, Pressed(act, revision=item.revision, **more), _handler(world, item, int(step.told["n"])), now=step.at)
        if acts and item.state == STATE.EXAMINED:
            for act, more in _decided(item, chance):
                fire(item, Pressed(act, revision=item.revision, **more), _handler(world, item, int(step.told["n"])), now=step.at)
    yield from _next(step, world)


def _detour(item: Item, step: Planned, world: World) -> Item:
    """What happens to few licences: their applicant wants it no more, it is refused before its end, or a leader gives it more time."""
    draw, number = world.chance(step.key, "detour").random(), int(step.told["n"])
    if draw < _DETOUR and item.state != STATE.WAITING:
        return fire(item, Pressed("withdraw", revision=item.revision), _owner(world, number), now=step.at)
    if draw < 2 * _DETOUR and item.state in (STATE.DISPATCHED, STATE.ACCEPTED, STATE.VISIT):
        told = Pressed("refuse", revision=item.revision, reasons=(_reason("refusal", "场所不符合要求"),))
        return fire(item, told, _handler(world, item, number), now=step.at)
    timely = item.due is None or item.due > step.at
    if draw < 3 * _DETOUR and item.extension and timely and item.state in (STATE.DISPATCHED, STATE.ACCEPTED, STATE.VISIT, STATE.EXAMINED):
        told = Pressed("extend", revision=item.revision, reasons=(_reason("complexity", "要请专家看"),))
        return fire(item, told, world.person("leader", number), now=step.at) if not item.events.filter(act="extend").exists() else item
    return item


def _acts(item: Item, now: datetime, chance: Random) -> list[tuple[str, dict[str, Any]]]:
    """The acts that its handler does, one after the other."""
    if item.state in (STATE.WAITING, STATE.DISPATCHED):
        return _looked(item, chance)
    if item.state == STATE.ACCEPTED and item.committed is not None and not _lacking(item.case_id, item.decides):
        return [("grant_by_commitment", {"details": _details(item)})]
    if item.state == STATE.ACCEPTED and not (item.visit and item.inspected is None):
        return [("examine", {})]
    if item.state == STATE.VISIT and item.appointment and item.appointment.starts and item.appointment.starts <= now:
        if item.inspected is not None:
            return [("examine", {})]
        mends = chance.random() < _RECTIFIED and not item.events.filter(act="ask_rectification").exists()
        return [("ask_rectification", {"reasons": (_reason("rectification", "操作间还缺一个水池"),)})] if mends else [("inspect", {}), ("examine", {})]
    if item.state == STATE.HEARING:
        return [("close_hearing", {})]
    if item.state == STATE.EXAMINED:
        return _decided(item, chance)
    return []


def _looked(item: Item, chance: Random) -> list[tuple[str, dict[str, Any]]]:
    """Whether the papers are whole."""
    promised = item.committed is not None and not _lacking(item.case_id, item.decides)
    if item.state == STATE.DISPATCHED and promised and chance.random() < _COMMITS:
        return [("grant_by_commitment", {"details": _details(item)})]
    if item.said is None and chance.random() < _DEFECT and not item.case.events.filter(act="ask_correction").exists():
        return [("report", {"reasons": (_DEFECT_WORDS,)})]
    return [("complete", {})] if item.said is None or item.state == STATE.DISPATCHED else []


def _decided(item: Item, chance: Random) -> list[tuple[str, dict[str, Any]]]:
    """Granted as soon as what it hangs on is granted; a few are refused."""
    if item.hearing and not item.events.filter(act="close_hearing").exists():
        return [("open_hearing", {})]
    if chance.random() < _REFUSED:
        return [("refuse", {"reasons": (_reason("refusal", "场所不符合要求"),)})]
    return [("grant", {"details": _details(item)})] if not _lacking(item.case_id, item.decides) else []


def _details(item: Item) -> dict[str, Any]:
    """What the unit writes with a grant."""
    if item.licence != "business_licence":
        return {"number": f"苏演许字{item.case_id:06}{item.pk % 1000:03}号"}
    head = "".join(str(answer.value) for path, answer in _form(item.case).items() if path == "operator.name")
    return {"scope": "餐饮服务", "composition": "individual", "capital": "200", "owners": f"{head} 200", "officers": f"董事 {head}"}


def _next(step: Planned, world: World) -> Iterator[Planned]:
    """Whatever of the case stands ready and was not planned yet."""
    case, number = _case(step), int(step.told["n"])
    yield from _afterwards(case, step, world)
    if case.state not in (Case.State.SUBMITTED, Case.State.ACCEPTED):
        return
    items = list(Item.objects.filter(case=case).exclude(state__in=OVER).select_related("appointment", "unit").order_by("pk"))
    planned = [*(each for item in items for each in _ready(item, step, world)), *_at_the_window(case, items, step, world)]
    known = set(world.run.steps.filter(key__in=[each.key for each in planned]).values_list("key", flat=True))
    for each in planned:
        if each.key not in known:
            worker = world.person("window_clerk", number).account if each.kind == WINDOW else _worker(world, str(each.told.get("licence", "")), items, number)
            yield Planned(world.hands(worker, each.at, 20), each.key, each.kind, each.told) if worker else each


def _afterwards(case: Case, step: Planned, world: World) -> Iterator[Planned]:
    """What comes of grants: a commitment is checked by its day; the shop opens when everything is there."""
    number = int(step.told["n"])
    told = [
        (each.licence, each.verify_by) for each in Item.objects.filter(case=case, state=STATE.GRANTED, verified=None).exclude(verify_by=None).order_by("pk")
    ]
    found = [
        Planned(world.calendar.opening(day) - timedelta(days=2), f"joint/{number}/{licence}/checks", CHECKS, {"n": number, "case": case.pk, "licence": licence})
        for licence, day in told
        if day
    ]
    if case.state == Case.State.COMPLETED:
        days = timedelta(days=3 + world.chance("joint", number, "opens").randrange(20))
        found.append(Planned(step.at + days, f"joint/{number}/opens", OPENS, {"n": number, "case": case.pk}))
    known = set(world.run.steps.filter(key__in=[each.key for each in found]).values_list("key", flat=True)) if found else set()
    yield from (each for each in found if each.key not in known)


def _checks(step: Planned, world: World) -> Iterable[Planned]:
    """What was promised is looked at: mostly it is so, else the licence is taken back."""
    item = Item.objects.select_related("case", "unit").get(case=step.told["case"], licence=step.told["licence"])
    if item.state == STATE.GRANTED and item.verified is None:
        broken = world.chance(step.key).random() < _BROKEN_PROMISE
        why = (_reason("revocation", "现场和承诺不一样"),) if broken else ()
        told = Pressed("revoke" if broken else "verify", why, revision=item.revision)
        fire(item, told, _handler(world, item, int(step.told["n"])), now=step.at)
    return ()


def _ready(item: Item, step: Planned, world: World) -> Iterator[Planned]:
    """The next step of a licence; none where it waits for something."""
    chance, number = world.chance(step.key, item.licence), int(step.told["n"])
    told = {"n": number, "case": item.case_id, "licence": item.licence}
    at = step.at + minutes(chance, 5.5)
    if item.state == STATE.RECTIFYING:
        yield Planned(step.at + timedelta(days=2 + chance.randrange(8)), f"joint/{number}/{item.licence}/mends", MENDS, told)
        return
    waits = item.state == STATE.WAITING and item.said is not None
    promised = item.committed is not None and not _lacking(item.case_id, item.decides)
    unseen = item.state == STATE.ACCEPTED and item.visit and item.inspected is None and not promised
    held = item.state == STATE.EXAMINED and _lacking(item.case_id, item.decides)
    reported = item.state == STATE.DISPATCHED and item.said is not None and item.defects.filter(sent=None).exists()
    if waits or unseen or held or reported or item.unit_id is None:
        return
    if item.state == STATE.VISIT and item.appointment and item.appointment.starts:
        at = max(at, item.appointment.starts + timedelta(minutes=30))
    if item.state == STATE.HEARING:
        at += _HEARD
    yield Planned(at, f"joint/{number}/{item.licence}/{item.revision}.{item.said is not None:d}", HANDLES, told)


def _at_the_window(case: Case, items: list[Item], step: Planned, world: World) -> Iterator[Planned]:
    """What the window does for the case as a whole: accept it, send the one list, offer times for the visit."""
    number, told = int(step.told["n"]), {"n": step.told["n"], "case": case.pk}
    at = step.at + minutes(world.chance(step.key, "window"), 4)
    if case.state == Case.State.SUBMITTED and all(each.said is not None for each in items):
        yield Planned(at, f"joint/{number}/window/{case.revision}", WINDOW, told)
    wanted = [each for each in items if each.visit and each.inspected is None and each.appointment_id is None and each.state == STATE.ACCEPTED]
    if case.state == Case.State.ACCEPTED and wanted and not Visit.objects.filter(case=case, starts=None).exists():
        yield Planned(at, f"joint/{number}/offers/{Visit.objects.filter(case=case).count()}.{len(wanted)}", WINDOW, told)


def _window(step: Planned, world: World) -> Iterable[Planned]:
    case, number = _case(step), int(step.told["n"])
    clerk = world.person("window_clerk", number)
    if case.state == Case.State.SUBMITTED and unsent(case).exists():
        correcting.send(case, clerk, revision=case.revision, now=step.at)
        yield Planned(step.at + minutes(world.chance(step.key), 7), f"joint/{number}/corrects", CORRECTS, dict(step.told))
        return
    if case.state == Case.State.SUBMITTED and world.chance(step.key, "not").random() < _NOT_ACCEPTED:
        choice = table_for("joint_licence").reasons["not_accepted"].choices[0]
        fire_case(case.number or "", Pressed("not_accept", revision=case.revision, reasons=(Reason(choice.id, "不归这里办"),)), clerk, now=step.at)
        return
    if case.state == Case.State.SUBMITTED:
        case = fire_case(case.number or "", Pressed("accept", revision=case.revision), clerk, now=step.at)
    if case.state == Case.State.ACCEPTED and world.chance(step.key, "more").random() < _EXTENDED and not case.events.filter(act="extend").exists():
        pressed = Pressed("extend", (Reason("complex", "要多个部门会商"),), revision=case.revision)
        case = fire_case(case.number or "", pressed, world.person("leader", number), now=step.at)
    if case.state == Case.State.ACCEPTED and visiting.wanted(case).exists() and not Visit.objects.filter(case=case, starts=None).exists():
        made = visiting.offer(case, visiting.usual(now=step.at), by=Actor(clerk.pk, "window_clerk"), now=step.at)
        told = {**step.told, "visit": made.pk}
        yield Planned(step.at + minutes(world.chance(step.key), 5), f"{step.key}/picks", PICKS, told)
    yield from _next(step, world)


def _corrects(step: Planned, world: World) -> Iterable[Planned]:
    case = _case(step)
    found = judged(case, actions.read(queries.words_of(case), now=step.at), now=step.at)
    if found is None or case.state != Case.State.CORRECTION_ASKED:
        return ()
    if world.chance(step.key).random() < _DEFECT:
        fire_case(case.number or "", Pressed("withdraw", revision=case.revision), _owner(world, int(step.told["n"])), now=step.at)
        return ()
    answers = dict.fromkeys(range(1, defects_of(case) + 1), "已经改好了。")
    submit(case, found, Sent(step.key, case.revision, rules_seen=True, answers=answers), _owner(world, int(step.told["n"])), now=step.at)
    return list(_next(step, world))


def _picks(step: Planned, world: World) -> Iterable[Planned]:
    """The applicant picks one of the times that are still ahead."""
    visit, owner = Visit.objects.get(pk=step.told["visit"]), _owner(world, int(step.told["n"]))
    ahead = [place for place, text in enumerate(visit.slots) if datetime.fromisoformat(text) > step.at]
    if visit.starts is None and ahead:
        visiting.pick(_case(step), visit.pk, world.chance(step.key).choice(ahead), by=Actor(owner.pk, "applicant"), now=step.at)
    return list(_next(step, world))


def _mends(step: Planned, world: World) -> Iterable[Planned]:
    """The applicant put right what was wanted."""
    item = Item.objects.select_related("case", "unit").get(case=step.told["case"], licence=step.told["licence"])
    draw, owner = world.chance(step.key).random(), _owner(world, int(step.told["n"]))
    if item.state == STATE.RECTIFYING and draw < _DEFECT:
        told = Pressed("refuse", revision=item.revision, reasons=(_reason("refusal", "到期没有整改"),))
        fire(item, told, _handler(world, item, int(step.told["n"])), now=step.at)
    elif item.state == STATE.RECTIFYING:
        fire(item, Pressed("withdraw" if draw < 2 * _DEFECT else "rectify", revision=item.revision), owner, now=step.at)
    return list(_next(step, world))


def _withdraws(step: Planned, world: World) -> Iterable[Planned]:
    case = _case(step)
    if case.state in (Case.State.SUBMITTED, Case.State.ACCEPTED, Case.State.CORRECTION_ASKED):
        fire_case(case.number or "", Pressed("withdraw", revision=case.revision), _owner(world, int(step.told["n"])), now=step.at)
    return ()


def _opens(step: Planned, world: World) -> Iterable[Planned]:
    """The shop opens, and its duties begin to count."""
    owner = _owner(world, int(step.told["n"]))
    duties.open_shop(_case(step), localdate(step.at), by=Actor(owner.pk, "applicant"), now=step.at)
    return ()


def _reason(kind: str, words: str) -> Reason:
    return Reason(table_for("licence_item").reasons[kind].choices[0].id, words)


def _lacking(case: int, licences: list[str]) -> bool:
    return Item.objects.filter(case=case, licence__in=licences, state=STATE.GRANTED).count() < len(licences)


def _handler(world: World, item: Item, number: int) -> Person:
    return world.person("unit_handler", number, _key(item))


def _worker(world: World, licence: str, items: list[Item], number: int) -> str:
    """Whose hands a step of a licence needs; nobody's where its applicant acts."""
    item = next((each for each in items if each.licence == licence), None)
    return _handler(world, item, number).account if item is not None and item.state != STATE.RECTIFYING else ""


def _key(item: Item) -> str:
    return next(each.key for each in UNITS if item.unit is not None and each.code == item.unit.code)


def _owner(world: World, number: int) -> Person:
    return world.applicant(number * 7 + 3)


def _form(case: Case) -> dict[str, Any]:
    form = queries.form_of(case)
    return dict(form.answers) if form else {}


def _case(step: Planned) -> Case:
    return Case.objects.select_related("owner").get(pk=step.told["case"])


HANDLERS = {
    SAYS: _says,
    SUBMITS: _submits,
    HANDLES: _handles,
    WINDOW: _window,
    CORRECTS: _corrects,
    PICKS: _picks,
    MENDS: _mends,
    OPENS: _opens,
    CHECKS: _checks,
    WITHDRAWS: _withdraws,
}
