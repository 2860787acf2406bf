"""What the pages of clients offer to choose from (选项): the boxes by which the list is narrowed, and the stewards by name with how many each has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils.dateparse import parse_date
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated

from gaoxing.office.aftercare.clients import listing, quarters
from gaoxing.office.aftercare.clients.listing import NOBODY, NOWHERE, Wanted, view_of
from gaoxing.office.aftercare.clients.standing import CONTACTED, RED, SERVED, SILENT, UNSERVED, YELLOW, Standing, seen
from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.aftercare.permissions import leads
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

Choices = tuple[tuple[str, str], ...]
"""Values as an address holds them, each with its word."""


@dataclass(frozen=True)
class Box:
    """One box by which the list is narrowed: its name in the address, its label, the choices and which one stands."""

    name: str
    label: str
    choices: Choices
    chosen: str


@dataclass(frozen=True)
class Named:
    """A client as it stands, with the name of its steward; empty where it has none."""

    standing: Standing
    steward: str


@dataclass(frozen=True)
class Chosen:
    """A steward to choose: the person, their name, and how many clients they have."""

    person: Person
    name: str
    clients: int


def boxes(wanted: Wanted, person: Person, *, now: datetime) -> tuple[Box, ...]:
    """The boxes of the list, in the order of the page; a steward, who has only their own, chooses no steward."""
    on, every = localdate(now), (("", _("全部")),)
    towns = seen(person, view_of(wanted, now=now), on=on).exclude(town="").order_by("town").values_list("town", flat=True).distinct()
    found = {
        "kind": (_("类别"), (*every, *((str(value), translated(str(label))) for value, label in Client.Kind.choices))),
        "standing": (_("情况"), (*every, *standings())),
        "steward": (_("服务专员"), (*every, (NOBODY, _("还没有专员的")), *((str(each.person.pk), each.name) for each in stewards(on=on)))),
        "town": (_("镇、片区"), (*every, *((each, each) for each in towns), (NOWHERE, _("没有写的")))),
        "quarter": (_("季度"), (("", _("本季度")), *((each.written, each.spoken) for each in quarters.newest(on=on)[1:]))),
    }
    if not leads(person, "handle_request", on=on):
        del found["steward"]
    return tuple(Box(name, label, choices, wanted.asked.get(name, "")) for name, (label, choices) in found.items())


def standings() -> Choices:
    """How a client may stand, in the words of the pages."""
    words = {
        SERVED: _("有专员"),
        UNSERVED: _("没有专员"),
        CONTACTED: _("本季度联系过"),
        SILENT: _("本季度没联系过（沉默）"),
        RED: _("有超期"),
        YELLOW: _("快到期"),
    }
    return tuple((each, words[each]) for each in listing.STANDINGS)


def named(rows: Iterable[Standing]) -> tuple[Named, ...]:
    """Rows with the names of their stewards."""
    found = tuple(rows)
    names = {each.pk: name_of(each) for each in Person.objects.filter(pk__in={row.steward for row in found})}
    return tuple(Named(row, names.get(row.steward, "")) for row in found)


def stewards(*, on: date, former: bool = False) -> tuple[Chosen, ...]:
    """Everybody who is a steward on a day, by name; `former`: also whoever is none any more and still has clients."""
    terms = Stewardship.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on)
    counts = dict(terms.order_by().values_list("steward").annotate(count=Count("pk")))
    active = Q(is_active=True, assignments__role=Role.STEWARD, assignments__since__lte=on) & (Q(assignments__until=None) | Q(assignments__until__gte=on))
    found = Person.objects.filter(active | Q(pk__in=counts) if former else active).distinct()
    return tuple(sorted((Chosen(each, name_of(each), counts.get(each.pk, 0)) for each in found), key=lambda each: (each.name, each.person.account)))


def steward(number: str, *, on: date, former: bool = False) -> Person:
    """The steward of a number as a page posts it. Raises NotAllowed where none was chosen."""
    found = next((each.person for each in stewards(on=on, former=former) if str(each.person.pk) == number), None)
    if found is None:
        raise NotAllowed(_("请选是哪一位服务专员。"))
    return found


def day(typed: str) -> date | None:
    """A day as a page posts it; None where it is empty. Raises NotAllowed for what is none."""
    try:
        found = parse_date(typed) if typed else None
    except ValueError:
        found = None
    if typed and found is None:
        raise NotAllowed(_("交接日期没有看懂，请写成 2026-11-30 这样。"))
    return found
