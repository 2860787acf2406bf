"""The window and the examiners (窗口、审核): what was not decided at once is looked at, corrected, accepted, examined and decided, by hands that are limited.

`first` plans the first look at what was just submitted, `afterwards` what an applicant may still do once it is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from gaoxing.casework.acting import Reason
from gaoxing.office.cases import queries
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.judging import judged
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Sent, submit
from gaoxing.office.examination import actions as examination
from gaoxing.office.examination.models import Examination
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.frontdesk import actions
from gaoxing.office.people.models import Person
from gaoxing.office.ratings import actions as ratings
from gaoxing.office.ratings import scale
from gaoxing.office.ratings.models import Rating
from gaoxing.office.simulation import signing as signed
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.world import World

LOOKS, CORRECTS, EXAMINES, WITHDRAWS, REOPENS, RATES, APPEALS, REVIEWS, RETURNS = (
    f"registration.{each}" for each in ("looks", "corrects", "examines", "withdraws", "reopens", "rates", "appeals", "reviews", "returns")
)
DEFECTS = (
    Reason("missing_paper", "缺场所的租赁合同，请补一份", "住所证明"),
    Reason("inconsistent", "章程和申请书的出资写得不一样", "章程"),
    Reason("unsigned", "决议上有一位没有签名", "股东会决议"),
    Reason("illegible", "身份证复印件看不清", "身份证明"),
)
NOT_ACCEPTED = (Reason("not_our_office", "住所在外区，请到那里登记"), Reason("not_to_be_registered", "这件事不用登记"))
REFUSED = (Reason("capital_abnormal", "出资和行业明显不合，没有调整"), Reason("permit_missing", "项目要先批准，没有批准文件"))
COMPLEX, NEW_FACTS = Reason("complex", "要向外地核实场所"), Reason("new_facts", "补来了原来缺的批准文件")
_CORRECTED, _NOT_ACCEPTED, _WITHDRAWN, _EXTENDED, _REFUSED, _REOPENED = 0.09, 0.11, 0.14, 0.16, 0.03, 0.3
_RATED, _APPEALED, _DETOUR, _OPENED_AGAIN = 0.2, 0.03, 0.05, 0.02


def OPENING(_world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Nothing comes of itself."""
    return ()


def first(step: Planned, world: World) -> Iterable[Planned]:
    """The first look by a clerk, or the applicant changes their mind before."""
    told, chance = _told(step), world.chance(step.key, "first")
    clerk = world.person("window_clerk", int(told["n"]))
    at = world.hands(clerk.account, step.at + minutes(chance, 4.0), 10 + chance.randrange(15))
    if chance.random() < _WITHDRAWN - _NOT_ACCEPTED:
        return (Planned(step.at + timedelta(minutes=1), f"{step.key}/withdraws", WITHDRAWS, told),)
    return (Planned(at, f"{step.key}/looks", LOOKS, told),)


def afterwards(told: Mapping[str, Any], stem: str, chance: Random, at: datetime) -> Iterable[Planned]:
    """A rating, and now and then the wish that somebody looks at what was decided at once."""
    if chance.random() < _RATED:
        yield Planned(at + minutes(chance, 7.0), f"{stem}/rates", RATES, told)
    if chance.random() < _APPEALED and Case.objects.filter(pk=told["case"], events__act="decide_at_once").exists():
        yield Planned(at + minutes(chance, 7.5), f"{stem}/appeals", APPEALS, told)
    if chance.random() < _OPENED_AGAIN:
        yield Planned(at + timedelta(days=40 + chance.randrange(60)), f"{stem}/reopens", REOPENS, told)


def minutes(chance: Random, mu: float, sigma: float = 0.9) -> timedelta:
    """A human delay: lognormal, whole minutes, at least one."""
    return timedelta(minutes=max(1, int(chance.lognormvariate(mu, sigma))))


def _looks(step: Planned, world: World) -> Iterable[Planned]:
    """A clerk looks: accepts it, asks once for corrections, or does not accept it; what is complicated a leader gives more time."""
    told, chance, case = _told(step), world.chance(step.key), _case(step)
    clerk, again = world.person("window_clerk", int(told["n"])), bool(step.told.get("again"))
    signed.on_paper(case, clerk, now=step.at)
    draw = chance.random()
    if draw < _CORRECTED and not again:
        _press(case, "ask_correction", clerk, step.at, reasons=(chance.choice(DEFECTS),))
        return (Planned(step.at + minutes(chance, 6.5), f"{step.key}/corrects", CORRECTS, told),)
    if draw < _NOT_ACCEPTED and not again:
        _press(case, "not_accept", clerk, step.at, reasons=(chance.choice(NOT_ACCEPTED),))
        return _reopened(step, world, told)
    _press(case, "accept", clerk, step.at)
    if draw > 1 - (_EXTENDED - _WITHDRAWN):
        _press(_case(step), "extend", world.person("leader", int(told["n"])), step.at, reasons=(COMPLEX,))
    examiner = world.person("examiner", int(told["n"]))
    at = world.hands(examiner.account, step.at + minutes(chance, 4.2), 15 + chance.randrange(30))
    return (Planned(at, f"{step.key}/examines", EXAMINES, told),)


def _corrects(step: Planned, world: World) -> Iterable[Planned]:
    """The applicant mends it and says so to every point; a few give up."""
    told, chance, case = _told(step), world.chance(step.key), _case(step)
    owner = world.applicant(int(told["n"]))
    if chance.random() < _CORRECTED:
        _press(case, "withdraw", owner, step.at)
        return ()
    found = judged(case, actions.read(queries.words_of(case), now=step.at), now=step.at)
    if found is None:
        return ()
    submit(case, found, Sent(step.key, case.revision, rules_seen=True, answers={1: "已经补好，重新交了一份。"}), owner, now=step.at)
    clerk = world.person("window_clerk", int(told["n"]))
    at = world.hands(clerk.account, step.at + minutes(chance, 4.0), 10)
    return (Planned(at, f"{step.key}/looks", LOOKS, {**told, "again": True}),)


def _examines(step: Planned, world: World) -> Iterable[Planned]:
    """An examiner examines and decides."""
    told, chance = _told(step), world.chance(step.key)
    examiner = world.person("examiner", int(told["n"]))
    for act in ("examine", ""):
        if (ended := _detour(step, world, act)) is not None:
            return ended
        if act and _case(step).state != Case.State.EXAMINED:
            _press(_case(step), act, examiner, step.at)
    if chance.random() < _REFUSED and not step.told.get("reopened"):
        _press(_case(step), "refuse", examiner, step.at, reasons=(chance.choice(REFUSED),))
        return _reopened(step, world, told)
    _press(_case(step), "register", examiner, step.at, given={"open_findings": 0})
    return (Planned(step.at + timedelta(minutes=1), f"{step.key}/returns", RETURNS, told),)


def _detour(step: Planned, world: World, before: str) -> Iterable[Planned] | None:
    """What happens to few on the way: more time, a correction only now, a change of mind; None where it goes on."""
    told, chance, case = _told(step), world.chance(step.key, "detour", before), _case(step)
    if chance.random() >= _DETOUR:
        return None
    act = chance.choice(("extend", "ask_correction", "withdraw"))
    done = set(case.events.values_list("act", flat=True))
    if act == "withdraw" and "register" not in done:
        _press(case, act, world.applicant(int(told["n"])), step.at)
        return ()
    if act == "ask_correction" and act not in done:
        _press(case, act, world.person("examiner", int(told["n"])), step.at, reasons=(chance.choice(DEFECTS),))
        return (Planned(step.at + minutes(chance, 6.5), f"{step.key}/corrects", CORRECTS, told),)
    if act == "extend" and act not in done and case.due is not None and case.due > step.at:
        _press(case, act, world.person("leader", int(told["n"])), step.at, reasons=(COMPLEX,))
    return None


def _reopened(step: Planned, world: World, told: dict[str, Any]) -> Iterable[Planned]:
    """Some of what was declined a leader opens again."""
    chance = world.chance(step.key, "reopened")
    if chance.random() >= _REOPENED:
        return ()
    leader = world.person("leader", int(told["n"]))
    at = world.hands(leader.account, step.at + timedelta(days=3 + chance.randrange(10)), 20)
    return (Planned(at, f"{step.key}/reopens", REOPENS, told),)


def _reopens(step: Planned, world: World) -> Iterable[Planned]:
    told = _told(step)
    _press(_case(step), "reopen", world.person("leader", int(told["n"])), step.at, reasons=(NEW_FACTS,))
    examiner = world.person("examiner", int(told["n"]))
    at = world.hands(examiner.account, step.at + timedelta(hours=2), 30)
    return (Planned(at, f"{step.key}/examines", EXAMINES, {**told, "reopened": True}),)


def _withdraws(step: Planned, world: World) -> Iterable[Planned]:
    _press(_case(step), "withdraw", world.applicant(int(step.told["n"])), step.at)
    return ()


def _rates(step: Planned, world: World) -> Iterable[Planned]:
    """The applicant says how it was."""
    chance = world.chance(step.key)
    found = Rating.objects.filter(kind="cases.case", subject=step.told["case"]).first()
    if found is not None and not found.level:
        level = chance.choices(list(scale.levels()), weights=(60, 25, 10, 4, 1))[0]
        said = ratings.Said(level, [chance.choice(list(scale.reasons()))] if level in scale.low() else [])
        ratings.rate(found, said, by=world.applicant(int(step.told["n"])), now=step.at)
    return ()


def _appeals(step: Planned, world: World) -> Iterable[Planned]:
    """The applicant wants a person to look at what was decided at once."""
    examination.ask_for_review(_case(step), world.applicant(int(step.told["n"])), now=step.at)
    examiner = world.person("examiner", int(step.told["n"]))
    at = world.hands(examiner.account, step.at + timedelta(hours=3), 20)
    return (Planned(at, f"{step.key}/reviews", REVIEWS, _told(step)),)


def _reviews(step: Planned, world: World) -> Iterable[Planned]:
    """An examiner looks at it, and mostly agrees."""
    agreed = world.chance(step.key).random() > _APPEALED
    found = Examination.objects.get(case=step.told["case"], decided=True)
    examination.review(found.pk, world.person("examiner", int(step.told["n"])), agreed=agreed, words="" if agreed else "场所要再核实。", now=step.at)
    return ()


def _press(case: Case, act: str, by: Person, at: datetime, **more: Any) -> None:
    fire(case.number or "", Pressed(act, revision=case.revision, **more), by, now=at)


def _case(step: Planned) -> Case:
    return Case.objects.select_related("owner").get(pk=step.told["case"])


def _told(step: Planned) -> dict[str, Any]:
    return {name: step.told[name] for name in ("n", "what", "case")}


HANDLERS = {
    LOOKS: _looks,
    CORRECTS: _corrects,
    EXAMINES: _examines,
    REOPENS: _reopens,
    WITHDRAWS: _withdraws,
    RATES: _rates,
    APPEALS: _appeals,
    REVIEWS: _reviews,
}
