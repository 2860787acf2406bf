"""Cultivation (企业培育): figures are told as tables, by word of mouth and in letters, and judged; lists of certificates come in their rounds.

What was read otherwise than it is, is noted (`misread`). Plans to double are set with the figures; what they came to is computed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from gaoxing.forms.cultivation import CERTIFICATES
from gaoxing.office.aftercare.models import Client
from gaoxing.office.cultivation import keeping, taking
from gaoxing.office.cultivation.content import Content, content_of
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.taking import Whose
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role
from gaoxing.office.simulation.growing import cast, figures, firms, lists
from gaoxing.office.simulation.growing.figures import Certificate, Figures
from gaoxing.office.simulation.growing.firms import Firm
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.world import World

SHARE, AGAIN, PLANNED = 0.6, 0.25, 0.3
"""Shares of the key enterprises: that tell their figures, that send a table later in the year, that plan to double."""

RUNGS = dict(CERTIFICATES)
"""What each rung is called, by its id."""

_WAYS = (("sheet", 45), ("said", 42), ("letter", 13))
_TOLD_MINUTES = 25
_NIGHT, _NOTICE, _YUAN = timedelta(days=1), timedelta(days=6), 10_000


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """The lists by the day on which they come; the figures through the year, most of them in its first half, before the rounds."""
    yield from _lists(world)
    for number in range(1, firms.counts(world)[Client.Kind.ENTERPRISE] + 1):
        chance = world.chance("ladder", number)
        if chance.random() >= SHARE and number > 1:
            continue
        first = world.begins + timedelta(days=35)
        at = cast.working_moment(world, chance, first, first + timedelta(days=int(300 * chance.betavariate(1.4, 2.2))) + _NIGHT)
        if at is not None and world.calendar.day(at) <= world.ends:
            way = chance.choices(_WAYS, [each[1] for each in _WAYS])[0][0]
            yield Planned(at, f"ladder/{number}", _kind(way), {"number": number, "way": way})


def _kind(way: str) -> str:
    """Under which kind figures that come in a way are played: what is said is counted as statements."""
    return "ladder.sheet" if way == "sheet" else "ladder.says"


def _lists(world: World) -> Iterator[Planned]:
    """A list a day and rung: what was given before the run comes on one day early in it."""
    carried, rounds = world.begins + timedelta(days=20), defaultdict[tuple[date, str], list[int]](list)
    for number in range(1, firms.counts(world)[Client.Kind.ENTERPRISE] + 1):
        for each in figures.certificates(world, firms.enterprise(world, number)):
            rounds[max(carried, each.since + _NOTICE), each.rung].append(number)
    for (day, rung), numbers in sorted(rounds.items()):
        at = world.calendar.opening(world.calendar.after(day - _NIGHT, 1)) + timedelta(hours=3)
        if world.calendar.day(at) <= world.ends:
            told = {"rung": rung, "numbers": numbers, "day": day.isoformat()}
            yield Planned(at, f"ladder/list/{rung}/{day}", "ladder.listed", told)


def _listed(step: Planned, world: World) -> Iterable[Planned]:
    """A list of certificates is sent up, and taken in once somebody looked at it."""
    leader, day = cast.one_of(Role.LEADER, world.chance(step.key), on=world.calendar.day(step.at)), date.fromisoformat(str(step.told["day"]))
    carried = day == world.begins + timedelta(days=20)
    rows = [_row(firm, each) for firm, each in _of(world, step) if each.since + _NOTICE == day or (carried and each.since + _NOTICE < day)]
    batch = lists.sent("qualifications", rows, leader, now=step.at)
    return (Planned(step.at + timedelta(minutes=35), f"{step.key}/taken", "ladder.taken", {"batch": batch.pk, "by": leader.pk}),)


def _of(world: World, step: Planned) -> Iterator[tuple[Firm, Certificate]]:
    for number in step.told["numbers"]:
        firm = firms.enterprise(world, int(number))
        yield from ((firm, each) for each in figures.certificates(world, firm) if each.rung == step.told["rung"])


def _row(firm: Firm, each: Certificate) -> Mapping[str, object]:
    names = {"name": firm.name, "uscc": firm.uscc, "rung": RUNGS[each.rung], "number": each.number}
    return {**names, "since": each.since.isoformat(), "until": each.until.isoformat()}


def _taken(step: Planned, world: World) -> Iterable[Planned]:
    lists.taken_in(int(step.told["batch"]), Person.objects.get(pk=step.told["by"]), now=step.at)
    return ()


def _told(step: Planned, world: World) -> Iterable[Planned]:
    """The steward takes the figures of a client down, in the way in which they come."""
    firm, on = firms.enterprise(world, int(step.told["number"])), world.calendar.day(step.at)
    term = firms.served(Client.Kind.ENTERPRISE, firm.number, on=on)
    if term is None:
        return ()
    true, client, steward = figures.figures(world, firm), term.client, term.steward

    def act() -> tuple[Planned, ...]:
        row = keeping.begin_for(client, steward, now=step.at)
        for take in _taking(str(step.told["way"]), true, firm, world, step):
            content = take(content_of(row), steward, on)
            row = keeping.keep(row, content, steward, revision=row.revision, now=step.at)
        _note(row, true, step, world)
        return tuple(_followed(row, steward, step, world))

    return cast.attended(step, world, steward, _TOLD_MINUTES, act)


Take = Callable[[Content, Person, date], Content]


def _taking(way: str, true: Figures, firm: Firm, world: World, step: Planned) -> Iterator[Take]:
    """How the figures come: each piece is kept by itself; what words leave open between two readings waits for an answer."""
    if way == "sheet":
        yield lambda content, by, on: taking.by_sheet(content, figures.table(true), Whose(firm.name, firm.uscc), by, units_checked=False, on=on)
        return
    words = [figures.letter(true)] if way == "letter" else list(figures.statements(true, world.chance(step.key, "words")))
    for each in words:
        yield partial(_heard, each)


def _heard(said: str, content: Content, by: Person, on: date) -> Content:
    return taking.by_words(content, said, by, on=on)


def _note(row: Assessed, true: Figures, step: Planned, world: World) -> None:
    content = content_of(row)
    for key, (read, meant) in figures.wrong(true, {key: each.value for key, each in content.keyed.answers.items()}).items():
        world.note("misread", step.key, blank=key, read=read, meant=meant, said=content.said)


def _followed(row: Assessed, steward: Person, step: Planned, world: World) -> Iterator[Planned]:
    """A plan of the growing sort now; later a table of what was only said."""
    chance, number = world.chance(step.key, "next"), int(step.told["number"])
    if not step.told.get("again") and chance.random() < PLANNED:
        last = figures.figures(world, firms.enterprise(world, number)).years[-1]
        for ahead in range(3):
            planned = Decimal(int(last.revenue * 1.2**ahead) * _YUAN * chance.randint(90, 112) // 100)
            keeping.plan(row, last.year + ahead, planned, steward, now=step.at)
    if step.told["way"] != "sheet" and not step.told.get("again") and chance.random() < AGAIN:
        at = cast.working_moment(world, chance, world.calendar.day(step.at) + timedelta(days=20), world.calendar.day(step.at) + timedelta(days=90))
        if at is not None and world.calendar.day(at) <= world.ends:
            yield Planned(at, f"{step.key}/again", "ladder.sheet", {"number": number, "way": "sheet", "again": True})


HANDLERS = {"ladder.listed": _listed, "ladder.taken": _taken, "ladder.sheet": _told, "ladder.says": _told}
