"""Who lives and works in the zone of a run (人口): units of real kinds, clerks, stewards, handlers and leaders, and applicants with accounts.

The demonstration's cast is made first and belongs to them: whoever signs in as one of it has a desk with work on it. All accounts are marked as
made up (`demo`), so that nothing takes them for real people; whoever is not of the cast has no password and no second factor, and cannot sign in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.examination import demo as demo_zone
from gaoxing.office.licensing import local
from gaoxing.office.people import accounts, demo, trail
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.roles import AT_A_UNIT, Role
from gaoxing.office.simulation.invented import persons
from gaoxing.office.simulation.units import UNITS, Kind
from gaoxing.office.simulation.world import World
from gaoxing.office.zone import actions as zone
from gaoxing.office.zone.queries import in_force, profile

MARK = "sim."
"""What every account of the staff begins with that is not one of the cast."""

APPLICANTS = 2_000
STAFF = {Role.WINDOW_CLERK: 10, Role.EXAMINER: 8, Role.STEWARD: 40, Role.TASK_FORCE_LEAD: 4, Role.LEADER: 3}
"""How many there are at scale 1, the cast among them."""

HANDLERS = 5
"""How many work in every unit at scale 1."""


def build(world: World, *, now: datetime) -> None:
    """Everybody and everything that the year begins with, on an empty database."""
    demo.build(now=now)
    if in_force() is None:
        zone.publish(replace(profile(), automatic=True, units=tuple(_listed())), b"", since=localdate(now), actor=OPERATOR, now=now)
    demo_zone.build(now=now)
    for kind in UNITS:
        _unit(kind, now)
    for number, (account, role, unit) in enumerate(_posts(world)):
        _staff(account, role, unit, persons.name(world.chance("staff", number)), now)
    for authority in local.authorities(on=localdate(now)):
        local.assign(authority, _deciding(authority), by=OPERATOR, now=now)
    for number in range(world.size(APPLICANTS)):
        accounts.applicant_of(f"199{number:08}", language="zh-hans", now=now)
    Person.objects.filter(kind=Person.Kind.APPLICANT, demo=False).update(demo=True)


def _listed() -> Iterator[str]:
    """The lines of the page that says where to ask."""
    yield from (f"{each.name} 高新区服务大厅{number}号窗口 0512-5555{number:04}" for number, each in enumerate(UNITS, 1))


def _unit(kind: Kind, now: datetime) -> None:
    made, new = Unit.objects.get_or_create(code=kind.code, defaults={"name": kind.name})
    if new:
        trail.record("change_units", by=None, about=made, now=now)


def _posts(world: World) -> Iterator[tuple[str, Role, str]]:
    """Account, role and unit of everybody beside the cast."""
    for role, count in STAFF.items():
        yield from ((f"{MARK}{role.value.replace('_', '-')}.{number}", role, "") for number in range(2, world.size(count) + 1))
    for kind in UNITS:
        first = 2 if kind.key == "construction" else 1
        yield from ((f"{MARK}{kind.key}.{number}", Role.UNIT_HANDLER, kind.code) for number in range(first, world.size(HANDLERS) + 1))


def _staff(account: str, role: Role, unit: str, name: str, now: datetime) -> None:
    """Somebody with a role whom no password lets in."""
    made, _password = accounts.open_staff(account, name, by=None, now=now, demo=True, closed=True)
    assign(made, role.value, by=None, now=now, unit=Unit.objects.get(code=unit) if role.value in AT_A_UNIT else None)


def _deciding(authority: str) -> Unit:
    kind = next((each for each in UNITS if any(word in authority for word in each.authorities)), UNITS[2])
    return Unit.objects.get(code=kind.code)
