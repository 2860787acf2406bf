"""The units' list of parts (单位待办): what a unit leads or helps with, what is due first at the head; narrowed, and a page at a time by keyset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime, timedelta

from django.db.models import F, Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import lights
from gaoxing.office.aftercare.lights import Moment
from gaoxing.office.aftercare.models import CoUnit, Part, PartEvent
from gaoxing.office.aftercare.permissions import HANDLE_PART, acting_for, parts_of_unit, units_of
from gaoxing.office.people.models import Person

PAGE = 50

MOST_COUNTED = 1_000
"""Further than this a list is not counted: it says that there are more."""

ALL, LEAD, HELP, FORCE = "all", "lead", "help", "force"
"""Every state; and as what somebody has a part: its lead unit, a co-unit, or in its task force."""

OPEN = (Part.State.DISPATCHED, Part.State.OBJECTED, Part.State.IN_HAND, Part.State.WAITING, Part.State.EXTENSION_ASKED)
"""The states in which something is still to be done."""

_RUNNING = ("number", "at", "clock", "days", "pause", "subject_id")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Narrowed:
    """What is asked for; empty: what is open, whatever one has it as."""

    role: str = ""
    state: str = ""
    light: str = ""
    category: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, nothing that is empty."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True)
class Listed:
    """A page of the list, and what the next goes on after; empty on the last."""

    parts: tuple[Part, ...]
    onward: str = ""


def read(given: Mapping[str, str]) -> tuple[Narrowed, bool]:
    """What an address asks for, and whether all of it was understood: what nobody knows is left out."""
    told = {each.name: given.get(each.name, "")[:32] for each in fields(Narrowed)}
    words = {"role": {LEAD, HELP, FORCE}, "state": {ALL, *Part.State.values} - {Part.State.PLANNED.value}}
    words |= {"light": {str(each) for each in _LIGHTS}, "category": set(limits().categories)}
    known = {name: value for name, value in told.items() if value and value in words[name]}
    return Narrowed(**known), len(known) == sum(map(bool, told.values()))


def one(found: QuerySet[Part], number: str, place: int) -> Part | None:
    """The part of a request's number and its own, where it is among these; None else, whether there is one or not."""
    return found.select_related("request__owner", "lead", "force_lead", "handler").filter(request__number=number, number=place).first()


def rows(person: Person, wanted: Narrowed, *, now: datetime) -> QuerySet[Part]:
    """The parts in the order in which they are due, those without a clock last and the newest of them first."""
    on = localdate(now)
    found = Part.objects.filter(pk__in=parts_of_unit(person, on=on).values("pk")).filter(_condition(person, wanted, now, on))
    return found.order_by(F("due").asc(nulls_last=True), "-pk")


def listed(person: Person, wanted: Narrowed, *, now: datetime, after: str = "") -> Listed:
    """A page of them, each with what its clock was told; `after` is an earlier page's `onward`, anything else begins anew."""
    found = rows(person, wanted, now=now)
    if place := _place(after):
        due, number = place
        behind = Q(due=None, pk__lt=number) if due is None else Q(due__gt=due) | Q(due=due, pk__lt=number) | Q(due=None)
        found = found.filter(behind)
    ticked = Prefetch("events", PartEvent.objects.exclude(clock="").only(*_RUNNING).order_by("number"))
    page = list(found.select_related("request", "lead").prefetch_related(ticked)[: PAGE + 1])
    shown = tuple(page[:PAGE])
    return Listed(shown, _mark(shown[-1]) if len(page) > PAGE else "")


def counted(found: QuerySet[Part]) -> int:
    """How many there are, counted no further than one beyond MOST_COUNTED."""
    return found.only("pk").order_by()[: MOST_COUNTED + 1].count()


def held_as(part: Part, person: Person, *, on: date) -> str:
    """As what somebody has a part: LEAD, HELP or FORCE; empty for whoever sees it otherwise."""
    return held_among((part,), person, on=on).get(part.pk, "")


def held_among(parts: Iterable[Part], person: Person, *, on: date) -> dict[int, str]:
    """The same of many parts in a few questions to the database, by their numbers; whoever sees one otherwise has no entry."""
    listed, units = list(parts), units_of(person, on=on)
    numbers = [each.pk for each in listed]
    found = dict.fromkeys(parts_of_unit(person, on=on).filter(pk__in=numbers).values_list("pk", flat=True), FORCE)
    found |= dict.fromkeys(CoUnit.objects.filter(part__in=numbers, unit__in=units).values_list("part", flat=True), HELP)
    return found | {each.pk: LEAD for each in listed if each.lead_id in units}


def _condition(person: Person, wanted: Narrowed, now: datetime, on: date) -> Q:
    found = Q() if wanted.state == ALL else Q(state=wanted.state) if wanted.state else Q(state__in=OPEN)
    if wanted.light:
        found &= _LIGHTS[Light(wanted.light)](lights.moment(now))
    if wanted.category:
        found &= Q(category=wanted.category)
    return found & _held(person, wanted.role, on) if wanted.role else found


def _held(person: Person, role: str, on: date) -> Q:
    units = units_of(person, on=on)
    helped = Part.objects.filter(co_units__unit__in=units).values("pk")
    if role == LEAD:
        return Q(lead__in=units)
    if role == HELP:
        return Q(pk__in=helped) & ~Q(lead__in=units)
    joined = Part.objects.filter(force_members__unit__in=units).values("pk")
    return Q(force_lead__in=[each.pk for each in acting_for(person, HANDLE_PART, on=on)]) | Q(pk__in=joined)


def _yellow(at: Moment) -> Q:
    return Q(due__gte=at.now) & (Q(yellow_from__lt=at.now) | Q(state=Part.State.DISPATCHED, sent__lt=at.unsigned))


_LIGHTS: Mapping[Light, Callable[[Moment], Q]] = {
    Light.DOUBLE_RED: lambda at: Q(due__lt=at.double),
    Light.RED: lambda at: Q(due__gte=at.double, due__lt=at.now),
    Light.YELLOW: _yellow,
    Light.GREEN: lambda at: Q(due__gte=at.now) & ~_yellow(at),
    Light.PAUSED: lambda at: Q(state=Part.State.WAITING),
}
"""By what the list may be narrowed, in the order in which it is offered."""

LIGHTS = tuple(_LIGHTS)


def _mark(part: Part) -> str:
    """A row's place as an address holds it: microseconds and number; without a clock the number alone."""
    return f"{(part.due - _EPOCH) // _MICROSECOND}.{part.pk}" if part.due else f".{part.pk}"


def _place(mark: str) -> tuple[datetime | None, int] | None:
    moment, _, number = mark.partition(".")
    if not (number.isascii() and number.isdecimal() and len(number) < 19 and (not moment or (moment.isascii() and moment.isdecimal() and len(moment) < 18))):
        return None
    try:
        return (_EPOCH + int(moment) * _MICROSECOND if moment else None), int(number)
    except OverflowError:
        return None
