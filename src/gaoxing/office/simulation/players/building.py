"""What becomes of a filed project (备案以后): looked at, coded, changed, begun, reported by month, completed, explained, withdrawn or removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from gaoxing.casework.acting import Reason
from gaoxing.checks.deadline import months_later
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role
from gaoxing.office.projects.facts import Pressed
from gaoxing.office.projects.firing import fire
from gaoxing.office.projects.models import Project
from gaoxing.office.simulation.growing import cast
from gaoxing.office.simulation.growing.filings import Meant
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import altering
from gaoxing.office.simulation.world import World

CODED, CHANGED, BEGUN, PROCEDURE, WITHDRAWN, SILENT_MONTH, COMPLETED_EARLY = 0.85, 0.28, 0.7, 0.25, 0.05, 0.12, 0.1
"""How often: the platform's code is entered, the filing changed, work begun in time, a procedure told, the filing withdrawn, a month not told."""

_NIGHT, _TWO_YEARS = timedelta(days=1), 24
_LOOK_MINUTES, _CODE_MINUTES = 25, 6
_PROCEDURES = ("办了不动产权登记", "环评批复下来了", "建设工程规划许可证办好了", "施工许可证办好了")
_REFERRED = {"approval": "for_approval", "no_fixed_assets": "no_fixed_assets", "restricted": "prohibited"}


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Once a month a leader looks at what is silent for two years."""
    day = world.begins
    while day <= world.ends:
        at = world.calendar.opening(world.calendar.after(day + timedelta(days=9), 1)) + timedelta(minutes=30)
        yield Planned(at, f"silent/{day:%Y-%m}", "project.silent")
        day = months_later(day, 1)


def begun(row: Project, told: Meant, world: World, at: datetime, filing: str) -> Iterator[Planned]:
    """What follows from a filing: what the staff do with it, and how far its enterprise gets with it."""
    chance, key = world.chance("project", filing), f"project/{filing}"
    passed = {"project": row.pk, "filing": filing, "flaw": told.flaw, "total": told.total}
    office = max(at, world.calendar.opening(world.begins))
    if row.to_look:
        yield from _at(world, office + timedelta(days=chance.randint(1, 5)), f"{key}/look", "project.looked", passed)
    if chance.random() < CODED:
        yield from _at(world, office + timedelta(days=chance.randint(1, 12)), f"{key}/code", "project.coded", passed)
    if told.flaw in _REFERRED:
        return
    if chance.random() < WITHDRAWN:
        yield from _at(world, at + timedelta(days=chance.randint(30, 300)), f"{key}/withdraw", "project.withdrawn", passed)
        return
    if chance.random() < CHANGED:
        yield from _at(world, at + timedelta(days=chance.randint(15, 200)), f"{key}/change", "project.changed", passed)
    if chance.random() < PROCEDURE:
        yield from _at(world, at + timedelta(days=chance.randint(20, 120)), f"{key}/procedure", "project.procedure", passed)
    yield from _work(passed, told, world, at)


def _work(known: dict[str, Any], told: Meant, world: World, at: datetime) -> Iterator[Planned]:
    """The start, a little after it was planned; where it never comes, what is said after two years."""
    chance, key = world.chance("work", known["filing"]), f"project/{known['filing']}"
    months = max(2, (told.finish.year - told.start.year) * 12 + told.finish.month - told.start.month)
    passed = {**known, "months": months}
    if chance.random() < BEGUN:
        begin = max(at, world.calendar.opening(told.start)) + timedelta(days=chance.randint(0, 45))
        yield from _at(world, begin, f"{key}/start", "project.started", passed)
        return
    act = chance.choices(("explain", "procedure", "withdrawn", "started", ""), (35, 12, 15, 13, 25))[0]
    if act:
        over = months_later(world.calendar.day(at), _TWO_YEARS) + timedelta(days=chance.randint(3, 40))
        yield from _at(world, world.calendar.opening(over), f"{key}/over", f"project.{'explained' if act == 'explain' else act}", passed)


def _at(world: World, at: datetime, key: str, kind: str, told: dict[str, Any]) -> Iterator[Planned]:
    """A step at a moment, where the run goes so far."""
    if world.calendar.day(at) <= world.ends:
        yield Planned(at, key, kind, told)


def _row(step: Planned) -> Project:
    return Project.objects.select_related("owner").get(pk=step.told["project"])


def press(row: Project, act: str, by: Person | None, step: Planned, *, note: str = "", reason: str = "", **details: object) -> Project:
    """Do an act on a project as it stands. Raises NotAllowed with the sentence of the table."""
    reasons = (Reason(reason, note),) if reason else ()
    return fire(row, Pressed(act, reasons, note, row.revision, details=details), by, now=step.at)


def _clerk(step: Planned, world: World, role: Role) -> Person:
    return cast.one_of(role, world.chance(step.key, "clerk"), on=world.calendar.day(step.at))


def _looked(step: Planned, world: World) -> Iterable[Planned]:
    """An examiner compares with the lists: it stands, or it should not have been filed."""
    examiner, chance = _clerk(step, world, Role.EXAMINER), world.chance(step.key)
    flaw = str(step.told["flaw"])

    def act() -> tuple[Planned, ...]:
        row = _row(step)
        if flaw in _REFERRED and chance.random() < 0.75:
            press(row, "refer", examiner, step, note="对照清单核对过，请企业按告知的去办。", reason=_REFERRED[flaw])
        elif row.state in (Project.State.FILED, Project.State.STARTED):
            press(row, "look", examiner, step, note="对照清单看过，没有问题。")
        return ()

    return cast.attended(step, world, examiner, _LOOK_MINUTES, act)


def _coded(step: Planned, world: World) -> Iterable[Planned]:
    """A clerk enters the code that the platform gave."""
    clerk = _clerk(step, world, Role.WINDOW_CLERK)

    def act() -> tuple[Planned, ...]:
        row = _row(step)
        if row.state in (Project.State.FILED, Project.State.STARTED) and row.filed:
            kind = "02" if row.nature == "technical_renovation" else "01"
            code = f"{row.filed:%y%m}-320583-89-{kind}-{row.serial:05}{world.chance(step.key).randrange(10)}"
            press(row, "give_code", clerk, step, code=code)
        return ()

    return cast.attended(step, world, clerk, _CODE_MINUTES, act)


def _changed(step: Planned, world: World) -> Iterable[Planned]:
    """The enterprise changes what is filed."""
    row = _row(step)
    if row.state in (Project.State.FILED, Project.State.STARTED):
        altering.alter(row, world, step)
    return ()


def _started(step: Planned, world: World) -> Iterator[Planned]:
    """Work has begun; from now on it is told month by month."""
    row, on = _row(step), world.calendar.day(step.at)
    if row.state != Project.State.FILED:
        return
    press(row, "report_start", row.owner, step, day=on.isoformat())
    yield from _month(world, step, on, 1)


def _month(world: World, step: Planned, month: date, number: int) -> Iterator[Planned]:
    """The report on a month, in the first days of the next."""
    after = months_later(month.replace(day=1), 1)
    chance = world.chance(step.told["filing"], "month", number)
    at = world.calendar.opening(after + timedelta(days=chance.randint(1, 9))) + timedelta(minutes=chance.randint(0, 460))
    told = {**step.told, "number": number, "month": f"{month:%Y-%m}"}
    yield from _at(world, at, f"project/{step.told['filing']}/month/{number}", "project.month", told)


def _told_month(step: Planned, world: World) -> Iterator[Planned]:
    """What was invested in a month; one that is not told follows with the next, and at the end the completion is."""
    row, number, months = _row(step), int(step.told["number"]), int(step.told["months"])
    if row.state != Project.State.STARTED:
        return
    chance = world.chance(step.key)
    if chance.random() >= SILENT_MONTH:
        done = Decimal(int(step.told["total"])) / months * Decimal(chance.randint(60, 125)) / 100
        press(row, "report_progress", row.owner, step, month=step.told["month"], invested=f"{done:.0f}万元")
    if number >= months:
        press(Project.objects.select_related("owner").get(pk=row.pk), "report_completion", row.owner, step, day=world.calendar.day(step.at).isoformat())
        return
    following = months_later(date.fromisoformat(f"{step.told['month']}-01"), 1)
    yield from _month(world, step, following, number + 1)


def _procedure(step: Planned, world: World) -> Iterable[Planned]:
    """Another procedure was taken."""
    row = _row(step)
    if row.state == Project.State.FILED:
        told = world.chance(step.key).choice(_PROCEDURES)
        press(row, "report_procedure", row.owner, step, note=told, day=world.calendar.day(step.at).isoformat())
    return ()


def _explained(step: Planned, world: World) -> Iterable[Planned]:
    """The enterprise explains that it goes on."""
    row = _row(step)
    if row.state == Project.State.FILED:
        press(row, "explain", row.owner, step, note="项目继续做，受订单影响推迟，计划明年上半年开工。")
    return ()


def _withdrawn(step: Planned, world: World) -> Iterable[Planned]:
    """The enterprise gives it up."""
    row = _row(step)
    if row.state in (Project.State.FILED, Project.State.STARTED):
        press(row, "withdraw", row.owner, step, note="市场变化，项目不做了，申请撤回备案。")
    return ()


def _silent(step: Planned, world: World) -> Iterator[Planned]:
    """A leader looks at what is two years old, was reminded of and says nothing: removed a month after the last reminder."""
    on, leader = world.calendar.day(step.at), _clerk(step, world, Role.LEADER)
    old = Project.objects.filter(state=Project.State.FILED, filed__lte=months_later(on, -_TWO_YEARS - 2), procedure=None, explained=None)
    for row in old.order_by("filed", "pk"):
        yield Planned(step.at, f"{step.key}/{row.year}-{row.serial}", "project.removed", {"project": row.pk, "by": leader.pk})


def _removed(step: Planned, world: World) -> Iterable[Planned]:
    """One that stayed silent is removed; the table refuses where something speaks against it."""
    press(_row(step), "remove", Person.objects.get(pk=step.told["by"]), step, note="备案满两年未开工，提醒后没有说明，按规定移除。")
    return ()


HANDLERS = {
    "project.looked": _looked,
    "project.coded": _coded,
    "project.changed": _changed,
    "project.started": _started,
    "project.month": _told_month,
    "project.procedure": _procedure,
    "project.explained": _explained,
    "project.withdrawn": _withdrawn,
    "project.silent": _silent,
    "project.removed": _removed,
}
