"""Who comes and goes among the stewards (专员变动): leave with a deputy, and a steward who leaves for good, whose clients go to the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from gaoxing.office.aftercare.clients import reaching
from gaoxing.office.aftercare.clients.choosing import stewards
from gaoxing.office.aftercare.models import Stewardship
from gaoxing.office.aftercare.permissions import HANDLE
from gaoxing.office.aftercare.stewards import entrust
from gaoxing.office.people import assigning, delegating
from gaoxing.office.people.delegating import Span
from gaoxing.office.people.models import Delegation, Person
from gaoxing.office.people.roles import Role
from gaoxing.office.simulation.growing import cast
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.world import World

LEAVERS, ON_LEAVE = 3, 24
"""How many stewards leave for good in a year at scale 1, and how often one is away for a while."""

_NIGHT, _MONTH, _NOTICE = timedelta(days=1), timedelta(days=30), timedelta(days=3)
_WHY = "原专员调离，按片区重新分配。"


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Telephones on the first day; leave and departures from the second month on."""
    first = world.calendar.opening(world.calendar.after(world.begins - _NIGHT, 1))
    yield Planned(first + timedelta(minutes=5), "stewards/telephones", "stewards.telephones")
    for kind, count in (("stewards.left", LEAVERS), ("stewards.away", ON_LEAVE)):
        for number in range(world.count(count) if world.run.months > 1 else 0):
            at = cast.working_moment(world, world.chance(kind, number), world.begins + _MONTH, world.ends - _MONTH)
            if at is not None:
                yield Planned(at, f"{kind.replace('.', '/')}/{number}", kind)


def _telephones(step: Planned, world: World) -> Iterable[Planned]:
    for place, each in enumerate(cast.of_role(Role.STEWARD, on=world.calendar.day(step.at)), 1):
        reaching.set_telephone(each, f"0512-5555{place:04}", now=step.at)
    return ()


def _away(step: Planned, world: World) -> Iterable[Planned]:
    """A steward lets a colleague stand in for some days; nobody who stands in for another is away."""
    on, chance = world.calendar.day(step.at), world.chance(step.key, "who")
    span = Span(on + _NIGHT, on + timedelta(days=chance.randint(2, 12)))
    engaged = Delegation.objects.filter(withdrawn=None, since__lte=span.until, until__gte=on)
    taken = {number for pair in engaged.values_list("giver", "taker") for number in pair}
    free = [each for each in cast.of_role(Role.STEWARD, on=on) if each.pk not in taken]
    if len(free) > 1:
        giver, taker = chance.sample(free, 2)
        delegating.delegate(giver, taker, kind=Delegation.Kind.DEPUTY.value, acts=[HANDLE], span=span, now=step.at)
    return ()


def _left(step: Planned, world: World) -> Iterator[Planned]:
    """A leader gives the clients of a steward who leaves to the others, the fewest first; on the day of it the role is taken back."""
    on, chance = world.calendar.day(step.at), world.chance(step.key, "who")
    leaver = next(iter(_leavers(world, step, chance.random())), None)
    if leaver is None:
        return
    leader, since = cast.one_of(Role.LEADER, chance, on=on), on + _NOTICE
    load = {each.person: each.clients for each in stewards(on=on) if each.person != leaver and each.person.assignments.filter(until=None).exists()}
    terms = Stewardship.objects.filter(steward=leaver, until=None).select_related("client").order_by("pk")
    for term in terms:
        taker = min(load, key=lambda each: (load[each], each.pk))
        entrust(term.client, taker, leader, now=step.at, since=since, why=_WHY)
        load[taker] += 1
    yield Planned(world.calendar.opening(since) + timedelta(minutes=15), f"{step.key}/role", "stewards.gone", {"person": leaver.pk})


def _leavers(world: World, step: Planned, drawn: float) -> Iterator[Person]:
    """Who leaves: somebody with clients, who is none of the demonstration's cast and stands in for nobody; there must be others."""
    on = world.calendar.day(step.at)
    known = cast.of_role(Role.STEWARD, on=on)
    engaged = {number for pair in Delegation.objects.filter(until__gte=on).values_list("giver", "taker") for number in pair}
    free = [each for each in known if each.pk not in engaged and not each.account.startswith("demo.")]
    if len(known) > 1 and free:
        yield free[int(drawn * len(free))]


def _gone(step: Planned, world: World) -> Iterable[Planned]:
    """The role ends, where the zone has a security administrator to take it back."""
    on = world.calendar.day(step.at)
    by = next(iter(cast.of_role(Role.SECURITY_ADMINISTRATOR, on=on)), None)
    if by is not None:
        for held in Person.objects.get(pk=step.told["person"]).assignments.filter(role=Role.STEWARD, until=None):
            assigning.withdraw(held, by=by, now=step.at)
    return ()


HANDLERS = {"stewards.telephones": _telephones, "stewards.away": _away, "stewards.left": _left, "stewards.gone": _gone}
