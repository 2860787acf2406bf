"""In which role somebody acts on a request or a part (办理身份): the enterprise by its account, a steward by the client, a unit by the part."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.permissions import HANDLE, HANDLE_PART, SUBMIT, acting_for, leads, represented, stewarded, units_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may, roles_of
from gaoxing.office.people.remembering import remembering
from gaoxing.office.people.roles import Role

SYSTEM, CO_HANDLER = "system", "co_handler"


def roles_on(row: Request | Part, person: Person | None, *, now: datetime) -> tuple[str, ...]:
    """Every role in which the person may act on this record; none for somebody who has nothing to do with it."""
    if person is None:
        return (SYSTEM,)
    on = localdate(now)
    request = row if isinstance(row, Request) else row.request
    if not person.is_staff_member:
        return _of_enterprise(request, person, on)
    with remembering():
        return (*_of_request(request, person, on), *(_of_part(row, person, on) if isinstance(row, Part) else _of_lead(request, person, on)))


def role_for(row: Request | Part, wanted: Collection[str], person: Person | None, *, now: datetime) -> str:
    """The role for an act that these roles may do; where none of theirs may, the first they have, for the refusal to name."""
    held = roles_on(row, person, now=now)
    return next((each for each in held if each in wanted), next(iter(held), ""))


def serves(request: Request, person: Person, on: date) -> bool:
    """Whether somebody is the steward of a request: its client's, or any where the client has none."""
    if not any(Role.STEWARD.value in roles_of(each, on=on) for each in acting_for(person, HANDLE, on=on)):
        return False
    if request.client is None or not request.client.stewardships.filter(Q(until=None) | Q(until__gte=on), since__lte=on).exists():
        return True
    return stewarded(person, on=on).filter(pk=request.client.pk).exists()


def _of_enterprise(request: Request, person: Person, on: date) -> tuple[str, ...]:
    if not person.is_active:
        return ()
    if request.owner_id == person.pk:
        return (Role.APPLICANT.value,)
    return (Role.AGENT.value,) if Request.objects.filter(represented(person, on=on), pk=request.pk).exists() else ()


def _of_request(request: Request, person: Person, on: date) -> tuple[str, ...]:
    steward = [Role.STEWARD.value] if serves(request, person, on) else []
    leader = [Role.LEADER.value] if leads(person, HANDLE, on=on) else []
    window = [Role.WINDOW_CLERK.value] if request.brought_by_id == person.pk and may(person, SUBMIT, on=on) else []
    return (*steward, *leader, *window)


def _of_lead(request: Request, person: Person, on: date) -> tuple[str, ...]:
    """Of a request as a whole: those of a unit that leads one of its parts, who answer a supervision."""
    led = request.parts.filter(lead__in=units_of(person, on=on)).exclude(state=Part.State.PLANNED)
    return (Role.UNIT_HANDLER.value,) if led.exists() else ()


def _of_part(part: Part, person: Person, on: date) -> tuple[str, ...]:
    units = units_of(person, on=on)
    handler = [Role.UNIT_HANDLER.value] if part.lead_id in units else []
    helper = [CO_HANDLER] if part.co_units.filter(unit__in=units).exists() else []
    people = [each for each in acting_for(person, HANDLE_PART, on=on) if Role.TASK_FORCE_LEAD.value in roles_of(each, on=on)]
    force = [Role.TASK_FORCE_LEAD.value] if part.force_lead_id in {each.pk for each in people} else []
    return (*handler, *helper, *force)
