"""Who serves whom (服务对象): on the first working day of a run the leader imports the list of key enterprises, then that of the investment projects.

How other players find clients: `growing.firms.counts(world)` says how many there are of each kind; `firms.one(world, kind, number)` who the n-th
is (number from 1: name, code, contact, trade); `firms.client_of(kind, number)` gives the row of the office, None before it was listed (nothing is
before the first working day's noon; a few rows that were written wrongly come a day later, some enterprises by hand within a month);
`serving.term_of(client, on=day).steward` its steward; `client.person` the account with which it signs in, where it has one (enterprise 1 is the
demonstration's applicant's). Stewards are booked by their account (`growing.cast.busy`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta

from gaoxing.office.aftercare.clients import contacts, linking, profiles
from gaoxing.office.aftercare.clients.contacts import Reach
from gaoxing.office.aftercare.clients.profiles import Profile
from gaoxing.office.aftercare.models import Client
from gaoxing.office.aftercare.stewards import Listed, enlist, entrust
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role
from gaoxing.office.simulation.growing import cast, firms, lists
from gaoxing.office.simulation.growing.firms import Firm
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import visiting
from gaoxing.office.simulation.world import World

LISTS = {Client.Kind.ENTERPRISE: "clients", Client.Kind.PROJECT: "projects"}
"""The word of the import of each kind's list."""

BY_HAND, WRONG, LINKED, SECOND_CONTACT, GROWN = 0.02, 0.006, 0.15, 0.3, 0.1
"""Shares of the clients: entered by hand, written wrongly in the list, with an account, with a second contact, with new figures in the year."""

_LOOK, _NIGHT, _MONTH = timedelta(minutes=25), timedelta(days=1), timedelta(days=30)
_ENTRY_MINUTES, _UPLOAD = 8, 40


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """The lists are sent up on the first working day, one after the other; what is not in them is entered by hand in the first weeks."""
    first = world.calendar.opening(world.calendar.after(world.begins - _NIGHT, 1)) + timedelta(minutes=_UPLOAD)
    for place, (kind, count) in enumerate(firms.counts(world).items()):
        listed = [number for number in range(1, count + 1) if not _by_hand(world, kind, number)]
        yield Planned(first + timedelta(hours=place), f"clients/list/{kind}", "clients.list", {"kind": kind, "numbers": listed})
        yield from (_hand(world, kind, number) for number in range(1, count + 1) if _by_hand(world, kind, number))


def _by_hand(world: World, kind: str, number: int) -> bool:
    return number > 1 and world.chance("by hand", kind, number).random() < BY_HAND


def _hand(world: World, kind: str, number: int) -> Planned:
    at = cast.working_moment(world, world.chance("entered", kind, number), world.begins + _NIGHT, min(world.begins + _MONTH, world.ends))
    return Planned(at or world.calendar.opening(world.begins), f"clients/hand/{kind}/{number}", "clients.hand", {"kind": kind, "number": number})


def _list(step: Planned, world: World) -> Iterable[Planned]:
    """Send a list up; whoever looks at the preview confirms it a while later. What was written wrongly is sent again the next day."""
    on, kind, again = world.calendar.day(step.at), str(step.told["kind"]), bool(step.told.get("again"))
    leader, stewards = world.chance(step.key).choice(cast.of_role(Role.LEADER, on=on)), cast.of_role(Role.STEWARD, on=on)
    numbers = [int(each) for each in step.told["numbers"]]
    wrong = [] if again else [each for each in numbers if each > 1 and world.chance("wrong", kind, each).random() < WRONG]
    rows = [_row(firms.one(world, kind, each), stewards[each % len(stewards)], wrong=each in wrong) for each in numbers]
    batch = lists.sent(LISTS[Client.Kind(kind)], rows, leader, now=step.at)
    told = {"kind": kind, "numbers": [each for each in numbers if each not in wrong], "batch": batch.pk, "by": leader.pk}
    yield Planned(step.at + _LOOK, f"{step.key}/taken", "clients.taken", told)
    if wrong:
        yield Planned(step.at + _NIGHT, f"{step.key}/again", "clients.list", {"kind": kind, "numbers": wrong, "again": True})


def _row(firm: Firm, steward: Person, *, wrong: bool) -> dict[str, object]:
    """A row of the list; a wrong one has a number with a figure too few."""
    row: dict[str, object] = {"code": firm.code, "name": firm.name, "uscc": firm.uscc, "industry": firm.trade.industry, "town": firm.town}
    row |= {"contact": firm.contact, "post": firm.post, "mobile": firm.mobile[:-1] if wrong else firm.mobile, "steward": steward.account}
    if firm.revenue:
        row |= {"staff": firm.staff, "revenue": str(Client.Revenue(firm.revenue).label)}
    return row


def _taken(step: Planned, world: World) -> Iterable[Planned]:
    """The list is taken in, and the life of every client on it begins."""
    lists.taken_in(int(step.told["batch"]), Person.objects.get(pk=step.told["by"]), now=step.at)
    for number in step.told["numbers"]:
        yield from _begun(world, str(step.told["kind"]), int(number), step.at)


def _entered(step: Planned, world: World) -> Iterable[Planned]:
    """One that was not on the list is entered by hand, and given to a steward at once."""
    kind, number, on = str(step.told["kind"]), int(step.told["number"]), world.calendar.day(step.at)
    leader, firm = cast.one_of(Role.LEADER, world.chance(step.key), on=on), firms.one(world, kind, number)

    def act() -> Sequence[Planned]:
        listed = Listed(firm.kind, firm.code, firm.name, firm.contact, firm.mobile, firm.post)
        client = enlist(listed, leader, now=step.at, profile=_profile(firm))
        entrust(client, cast.one_of(Role.STEWARD, world.chance(step.key, "steward"), on=on), leader, now=step.at)
        return tuple(_begun(world, kind, number, step.at))

    return cast.attended(step, world, leader, _ENTRY_MINUTES, act)


def _profile(firm: Firm) -> Profile:
    return Profile(firm.uscc, firm.trade.industry, firm.town, firm.staff or None, firm.revenue)


def _begun(world: World, kind: str, number: int, at: datetime) -> Iterator[Planned]:
    """What the year holds for a client that was just listed."""
    chance, told = world.chance("life", kind, number), {"kind": kind, "number": number}
    yield from visiting.first(world, kind, number, at)
    today = world.calendar.day(at) + _NIGHT
    if number == 1 or chance.random() < LINKED:
        yield from _once(world, "clients.linked", told, today, days=60)
    if chance.random() < SECOND_CONTACT:
        yield from _once(world, "clients.contact", told, today, days=300)
    if kind == Client.Kind.ENTERPRISE and chance.random() < GROWN:
        yield from _once(world, "clients.grown", told, today + _MONTH, days=300)


def _once(world: World, kind: str, told: dict[str, object], first: date, *, days: int) -> Iterator[Planned]:
    """A step somewhen in the days after a day; none where the run is over before."""
    key = f"{kind.replace('.', '/')}/{told['kind']}/{told['number']}"
    at = cast.working_moment(world, world.chance(key), first, min(first + timedelta(days=days), world.ends))
    if at is not None:
        yield Planned(at, key, kind, told)


def _served(step: Planned, world: World) -> tuple[Client, Person, Firm]:
    """The client of a step, its steward of the day, and who it is. Raises LookupError where it is not on the list."""
    term = firms.served(str(step.told["kind"]), int(step.told["number"]), on=world.calendar.day(step.at))
    if term is None:
        raise LookupError(f"{step.key}: not listed, or nobody's")
    return term.client, term.steward, firms.one(world, term.client.kind, int(step.told["number"]))


def _linked(step: Planned, world: World) -> Iterable[Planned]:
    """The contact signs in for the first time, and the steward links the account."""
    client, steward, firm = _served(step, world)
    accounts.applicant_of(firm.mobile, language="zh-hans", now=step.at)
    linking.link(client, firm.mobile, steward, now=step.at)
    return ()


def _contact(step: Planned, world: World) -> Iterable[Planned]:
    """Somebody else to reach."""
    client, steward, firm = _served(step, world)
    chance = world.chance(step.key, "who")
    reach = Reach(0, firms.person(chance), chance.choice(firms.POSTS), f"1390{4 + (firm.kind == Client.Kind.PROJECT)}1{firm.number:05}")
    contacts.add(client, reach, steward, now=step.at)
    return ()


def _grown(step: Planned, world: World) -> Iterable[Planned]:
    """An enterprise that tells new figures of itself."""
    client, steward, firm = _served(step, world)
    known = asdict(_profile(firm))
    profiles.change(client, Profile(**{**known, "staff": round(firm.staff * world.chance(step.key, "staff").uniform(0.9, 1.4))}), steward, now=step.at)
    return ()


HANDLERS = {
    "clients.list": _list,
    "clients.taken": _taken,
    "clients.hand": _entered,
    "clients.linked": _linked,
    "clients.contact": _contact,
    "clients.grown": _grown,
}
