"""Promotion (招商): leads are entered by whoever promotes them, talked about, signed or lost; what was signed is registered, filed, begun and told by month.

The major projects of earlier years come as a list on the first working day; each has a plan for the year, and every month is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from gaoxing.checks.deadline import months_later
from gaoxing.office.people.models import Person
from gaoxing.office.people.remembering import remembering
from gaoxing.office.people.roles import Role
from gaoxing.office.projects.facts import Pressed
from gaoxing.office.projects.firing import fire
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.office.projects.promoting import Lead, enter, plan
from gaoxing.office.simulation.growing import cast, lists, promotions
from gaoxing.office.simulation.growing.promotions import Prospect
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.world import World

TALKED, REGISTERED, FILED, BEGUN, GIVEN_UP = 0.92, 0.8, 0.7, 0.5, 0.06
"""How often: talks precede the signing, the company is registered, the project filed, begun after it; a signed one is given up."""

CARRIED, KNOWN = 30, 0.4
"""Days from the first within which a lead counts as carried over, and comes as a list; how often a small one is a project that is filed already."""

_MEETINGS = ("到园区看了场地，谈了厂房和人才公寓。", "线上谈了一次，约下月来看。", "分管领导带队上门谈了一次。")
_NIGHT, _YUAN = timedelta(days=1), Decimal(10_000)
_MINUTES = 10


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """The list of the major projects, the leads of the year, each at its own moment."""
    first = world.calendar.opening(world.calendar.after(world.begins - _NIGHT, 1))
    yield Planned(first + timedelta(hours=5), "majors/list", "majors.list")
    for number in range(world.count(promotions.LEADS)):
        chance, told = world.chance("lead", number), promotions.prospect(world, number)
        ended = cast.working_moment(world, chance, world.begins + timedelta(days=4), world.ends)
        if ended is None:
            continue
        day = max(world.begins + _NIGHT, world.calendar.day(ended) - timedelta(days=chance.randint(15, 150)))
        entered = cast.working_moment(world, chance, day, min(day + timedelta(days=9), world.calendar.day(ended) - _NIGHT)) or ended - timedelta(hours=2)
        yield Planned(min(entered, ended - timedelta(hours=1)), f"lead/{number}", "lead.entered", {"lead": number, "ended": ended.isoformat(), "end": told.end})


def _promoter(world: World, step: Planned, unit: str) -> Person:
    """Somebody of the bureau, now and then a leader."""
    chance = world.chance(step.key, "promoter")
    of_unit = world.people("unit_handler", unit)
    return chance.choice(of_unit) if of_unit and chance.random() < 0.9 else cast.one_of(Role.LEADER, chance, on=world.calendar.day(step.at))


def _entered(step: Planned, world: World) -> Iterable[Planned]:
    """A lead is entered; what comes of it is planned at once."""
    told = promotions.prospect(world, int(step.told["lead"]))
    by = _promoter(world, step, told.bureau)

    def act() -> tuple[Planned, ...]:
        row = enter(_lead(told, world, step), by, now=step.at)
        return tuple(_course(row, told, by, step, world))

    return cast.attended(step, world, by, _MINUTES, act)


def _lead(told: Prospect, world: World, step: Planned) -> Lead:
    """What is told of it; a small one may be a project that an enterprise of the zone filed already."""
    known = None
    if told.end == "small" and world.chance(step.key, "known").random() < KNOWN:
        known = Project.objects.filter(state=Project.State.FILED, promotions=None, total__lt=100_000_000).order_by("-filed", "-pk").first()
    name, investor = (known.name, known.enterprise) if known else (told.name, told.investor)
    planned = known.total if known and known.total else told.planned * _YUAN
    return Lead(name, investor, told.town, planned, world.unit(told.bureau), "", known)


def _course(row: Promotion, told: Prospect, by: Person, step: Planned, world: World) -> Iterator[Planned]:
    """Talks, and then the signing, the loss, or nothing yet."""
    chance, ended = world.chance(step.key, "course"), datetime.fromisoformat(str(step.told["ended"]))
    passed: dict[str, Any] = {"promotion": row.pk, "by": by.pk, "lead": step.told["lead"], "end": told.end}
    if ended <= step.at:
        ended = step.at + timedelta(hours=1)
    if chance.random() < TALKED:
        yield Planned(step.at + (ended - step.at) * chance.uniform(0.1, 0.7), f"{step.key}/talk", "lead.talked", passed)
    if told.end in ("large", "small"):
        yield Planned(ended, f"{step.key}/sign", "lead.signed", passed)
    if told.end == "lost":
        yield Planned(ended, f"{step.key}/lost", "lead.lost", passed)


def _press(step: Planned, act: str, **details: object) -> Promotion:
    """Do an act on the project of a step, by whoever promotes it. Raises NotAllowed with the sentence of the table."""
    row, note = Promotion.objects.get(pk=step.told["promotion"]), str(details.pop("note", ""))
    with remembering():
        return fire(row, Pressed(act, (), note, row.revision, details=details), Person.objects.get(pk=step.told["by"]), now=step.at)


def _day(step: Planned, world: World) -> str:
    return world.calendar.day(step.at).isoformat()


def _talked(step: Planned, world: World) -> Iterable[Planned]:
    """The first talks."""
    _press(step, "talk", day=_day(step, world), note=world.chance(step.key).choice(_MEETINGS))
    return ()


def _lost(step: Planned, world: World) -> Iterable[Planned]:
    """It comes to nothing."""
    _press(step, "drop", note=world.chance(step.key).choice(promotions.REASONS))
    return ()


def _signed(step: Planned, world: World) -> Iterator[Planned]:
    """The agreement is signed; how far it gets then."""
    row = Promotion.objects.get(pk=step.told["promotion"])
    amount = f"{(row.planned or Decimal(0)) / _YUAN:f}万元"
    _press(step, "sign", day=_day(step, world), evidence=f"投资协议 高招〔{step.at.year}〕{int(step.told['lead']) + 1}号", invested=amount)
    chance, at = world.chance(step.key, "on"), step.at
    if chance.random() < GIVEN_UP:
        yield from _later(world, step, at + timedelta(days=chance.randint(40, 200)), "lost", "lead.lost")
        return
    acts = (("register", REGISTERED, 20, 60), ("put_on_file", FILED, 15, 50), ("begin", BEGUN, 30, 110))
    for act, share, least, most in acts:
        if chance.random() >= share:
            return
        at = world.calendar.opening(world.calendar.after(world.calendar.day(at) + timedelta(days=chance.randint(least, most)), 1)) + timedelta(hours=2)
        yield from _later(world, step, at, act, "lead.forward", act=act)


def _place(step: Planned) -> str:
    """What the key of a project in promotion begins with."""
    return f"major/{step.told['major']}" if "major" in step.told else f"lead/{step.told['lead']}"


def _later(world: World, step: Planned, at: datetime, word: str, kind: str, **told: object) -> Iterator[Planned]:
    if world.calendar.day(at) <= world.ends:
        yield Planned(at, f"{_place(step)}/{word}", kind, {**step.told, **told})


_EVIDENCE = {"register": "营业执照", "put_on_file": "备案通知书", "begin": "施工许可证和开工照片", "build": "竣工验收备案表", "produce": "首张销售发票"}


def _forward(step: Planned, world: World) -> Iterator[Planned]:
    """The next stage with its evidence; once begun, the months are told."""
    act = str(step.told["act"])
    row = _press(step, act, day=_day(step, world), evidence=_EVIDENCE[act])
    if act == "begin":
        whole = int((row.planned or Decimal(0)) / _YUAN)
        yield from _month(world, step, world.calendar.day(step.at), whole // 18)


def _month(world: World, step: Planned, month: date, amount: int) -> Iterator[Planned]:
    """The report on a month early in the next, that on the last of the run on its last working day."""
    first = month.replace(day=1)
    chance, following = world.chance(_place(step), f"{first:%Y-%m}"), months_later(first, 1)
    late = following > world.ends
    at = world.calendar.opening(following + timedelta(days=chance.randint(2, 11))) + timedelta(minutes=chance.randint(0, 420))
    at = _last(world) if late else at
    passed = {**step.told, "month": f"{first:%Y-%m}", "amount": amount}
    if first <= world.ends and at > step.at:
        yield Planned(at, f"{_place(step)}/month/{first:%Y-%m}", "promotion.month", passed)


def _last(world: World) -> datetime:
    """The afternoon of the last working day."""
    days = list(world.calendar.between(world.begins - _NIGHT, world.ends))
    return world.calendar.closing(days[-1]) - timedelta(hours=1)


def _told_month(step: Planned, world: World) -> Iterator[Planned]:
    """What was invested in a month; the next one follows."""
    amount = _amount(step, world)
    _press(step, "report_month", month=step.told["month"], invested=f"{amount}万元")
    yield from _month(world, step, months_later(date.fromisoformat(f"{step.told['month']}-01"), 1), int(step.told["amount"]))


def _amount(step: Planned, world: World) -> int:
    """A major project follows its share of the year; another one goes on evenly, more or less."""
    if "major" in step.told:
        number, month = int(step.told["major"]), int(str(step.told["month"])[-2:])
        return promotions.by_month(promotions.of_year(world, number), world.chance("months", number))[month - 1]
    return int(int(step.told["amount"]) * world.chance(step.key).uniform(0.3, 1.4))


def _majors(step: Planned, world: World) -> Iterable[Planned]:
    """The list of the major projects, signed before the year."""
    leader = cast.one_of(Role.LEADER, world.chance(step.key), on=world.calendar.day(step.at))
    rows = []
    for number, level in enumerate(promotions.levels(world)):
        told, chance = promotions.major(world, number), world.chance("signed", number)
        signed = world.begins - timedelta(days=chance.randint(200, 900))
        amount = f"{told.planned}万元"
        row = {"name": told.name, "investor": told.investor, "town": told.town, "planned": amount, "bureau": promotions.unit_name(told.bureau)}
        rows.append({**row, "listed": str(level.label), "signed": signed.isoformat(), "amount": amount, "evidence": "投资协议"})
    batch = lists.sent("promotions", rows, leader, now=step.at)
    return (Planned(step.at + timedelta(minutes=20), "majors/taken", "majors.taken", {"batch": batch.pk, "by": leader.pk}),)


def _taken(step: Planned, world: World) -> Iterator[Planned]:
    """The list is taken in; the next days bring every project up to where it stands, with its plan."""
    lists.taken_in(int(step.told["batch"]), Person.objects.get(pk=step.told["by"]), now=step.at)
    for number in range(len(promotions.levels(world))):
        told = promotions.major(world, number)
        row = Promotion.objects.get(name=told.name, investor=told.investor)
        by = _promoter(world, step, told.bureau)
        passed = {"promotion": row.pk, "by": by.pk, "major": number}
        yield Planned(step.at + timedelta(days=1, minutes=15 * number), f"major/{number}/standing", "majors.standing", passed)


def _standing(step: Planned, world: World) -> Iterator[Planned]:
    """What was reached before the year, the plan of the year, and from then on every month."""
    number, row = int(step.told["major"]), Promotion.objects.get(pk=step.told["promotion"])
    chance, signed = world.chance("standing", number), row.stages.get(stage=Promotion.State.SIGNED).day
    for place, act in enumerate(("register", "put_on_file", "begin"), 1):
        _press(step, act, day=(signed + timedelta(days=50 * place)).isoformat(), evidence=_EVIDENCE[act])
    amount = promotions.of_year(world, number)
    planned = Decimal(amount * chance.randint(85, 112) // 1_000 * 10) * _YUAN
    plan(row, world.begins.year, planned, Person.objects.get(pk=step.told["by"]), now=step.at)
    yield from _month(world, step, world.begins, 0)
    for act in [act for act, share in (("increase", 0.2), ("change_investor", 0.1), ("build", 0.25)) if chance.random() < share]:
        at = cast.working_moment(world, chance, world.begins + timedelta(days=60), world.ends)
        if at is not None:
            yield from _later(world, step, at, act, f"majors.{act}")


def _increase(step: Planned, world: World) -> Iterable[Planned]:
    """The investor adds to it."""
    amount = world.chance(step.key).randrange(10, 60) * 500
    _press(step, "increase", day=_day(step, world), evidence="增资协议", invested=f"{amount}万元")
    return ()


def _investor(step: Planned, world: World) -> Iterable[Planned]:
    """Another investor goes on with it."""
    row = Promotion.objects.get(pk=step.told["promotion"])
    _press(step, "change_investor", day=_day(step, world), evidence="股权转让协议", investor=row.investor.replace("集团", "控股"))
    return ()


def _built(step: Planned, world: World) -> Iterable[Planned]:
    """It is completed; what is still invested goes on being told."""
    _press(step, "build", day=_day(step, world), evidence=_EVIDENCE["build"])
    return ()


HANDLERS = {
    "lead.entered": _entered,
    "lead.talked": _talked,
    "lead.lost": _lost,
    "lead.signed": _signed,
    "lead.forward": _forward,
    "promotion.month": _told_month,
    "majors.list": _majors,
    "majors.taken": _taken,
    "majors.standing": _standing,
    "majors.increase": _increase,
    "majors.change_investor": _investor,
    "majors.build": _built,
}
