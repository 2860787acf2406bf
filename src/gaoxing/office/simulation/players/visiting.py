"""Visits (走访): every client once a quarter by its steward or whoever stands in; now and then one slips into the next, and some are entered by mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from gaoxing.office.aftercare.clients import contacts, serving, visits
from gaoxing.office.aftercare.clients.quarters import Quarter, quarter_of
from gaoxing.office.aftercare.clients.visits import Noted
from gaoxing.office.aftercare.models import Client, ClientVisit
from gaoxing.office.people.models import Person
from gaoxing.office.simulation.growing import cast, firms, notes
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.world import World

LATE, MISTAKEN, SHOWN, FORGOTTEN = 0.03, 0.004, 0.3, 0.04
"""Shares of the visits: slipped into the next quarter, entered by mistake, telephoned after the number was shown; of the last quarter's: not paid."""

_HOW = ((ClientVisit.How.ON_SITE, 60, 75), (ClientVisit.How.TELEPHONE, 30, 20), (ClientVisit.How.ONLINE, 10, 30))
"""How a client is visited, how often of a hundred, and how many minutes it takes with the note."""

_NIGHT, _SLIP = timedelta(days=1), timedelta(days=25)


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Nobody is visited before they are listed (`first`)."""
    return ()


def first(world: World, kind: str, number: int, at: datetime) -> Iterator[Planned]:
    """The first visit to a client that was listed at a moment: in what is left of the quarter, or in the next where that is little."""
    quarter, today = quarter_of(world.calendar.day(at)), world.calendar.day(at) + _NIGHT
    yield from _visit(world, kind, number, quarter if (quarter.until - today).days > _SLIP.days else quarter.after, today)


def _visit(world: World, kind: str, number: int, quarter: Quarter, after: date) -> Iterator[Planned]:
    """The visit of a quarter; none where the run is over before, or where it is forgotten until then."""
    key = f"visit/{kind}/{number}/{quarter.written}"
    chance = world.chance(key)
    since, until = max(quarter.since, after), quarter.until
    if chance.random() < LATE:
        since, until = quarter.after.since, quarter.after.since + _SLIP
    if quarter.until >= world.ends and quarter.since > world.begins and chance.random() < FORGOTTEN:
        return
    at = cast.working_moment(world, chance, since, until)
    if at is not None and world.calendar.day(at) <= world.ends:
        yield Planned(at, key, "visit.paid", {"kind": kind, "number": number, "quarter": quarter.written})


def _paid(step: Planned, world: World) -> Iterable[Planned]:
    """A visit was paid just now, and is entered; the next one follows in the next quarter."""
    on, chance = world.calendar.day(step.at), world.chance(step.key, "how")
    term = firms.served(str(step.told["kind"]), int(step.told["number"]), on=on)
    if term is None:
        raise LookupError(f"{step.key}: not listed, or nobody's")
    how, _share, minutes = chance.choices(_HOW, [each[1] for each in _HOW])[0]
    by = next((each.person for each in serving.deputies_of(term.steward, on=on)), term.steward)

    def act() -> Sequence[Planned]:
        return (*_entered(step, world, term.client, by, (str(how), minutes)), *_following(step, world))

    return cast.attended(step, world, by, minutes, act)


def _entered(step: Planned, world: World, client: Client, by: Person, spent: tuple[str, int]) -> Iterator[Planned]:
    """The note as it was dictated; one that was entered for the wrong client is taken out the next working day."""
    how, minutes = spent
    chance, firm = world.chance(step.key, "note"), firms.one(world, client.kind, int(step.told["number"]))
    if how == ClientVisit.How.TELEPHONE and chance.random() < SHOWN:
        contacts.show(client, contacts.OF_LIST, chance.choice(contacts.reasons())[0], by, now=step.at - timedelta(minutes=minutes))
    noted = Noted(how, step.at - timedelta(minutes=minutes), notes.said(firm, how, chance), notes.found(how, chance))
    made = visits.record(client, noted, by, now=step.at)
    if chance.random() < MISTAKEN:
        day = world.calendar.after(world.calendar.day(step.at), 1)
        told = {"visit": made.pk, "by": by.pk, **step.told}
        yield Planned(world.calendar.opening(day) + timedelta(minutes=chance.randint(5, 50)), f"{step.key}/struck", "visit.struck", told)


def _following(step: Planned, world: World) -> Iterator[Planned]:
    """The visit of the next quarter."""
    year, number = str(step.told["quarter"]).split("Q")
    yield from _visit(world, step.told["kind"], int(step.told["number"]), Quarter(int(year), int(number)).after, world.calendar.day(step.at) + _NIGHT)


def _struck(step: Planned, world: World) -> Iterable[Planned]:
    """What was entered by mistake is taken out, and the visit paid after all."""
    visits.strike(ClientVisit.objects.select_related("client").get(pk=step.told["visit"]), Person.objects.get(pk=step.told["by"]), now=step.at)
    day = world.calendar.after(world.calendar.day(step.at), 3)
    told = {name: step.told[name] for name in ("kind", "number", "quarter")}
    return (Planned(world.calendar.opening(day) + timedelta(hours=2), f"{step.key}/again", "visit.again", told),)


def _again(step: Planned, world: World) -> Iterable[Planned]:
    """The visit that makes up for the mistaken one; the next quarter's was planned with it."""
    return tuple(each for each in _paid(step, world) if each.kind == "visit.again")


HANDLERS = {"visit.paid": _paid, "visit.struck": _struck, "visit.again": _again}
