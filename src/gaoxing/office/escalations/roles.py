"""In which role somebody acts on what does not get done (办理身份): `officer` is whoever took this one over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.utils.timezone import localdate

from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.permissions import BRING, HANDLE, acting_for, acts_as, represented, units_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.roles import Role

SYSTEM, OFFICER = "system", "officer"


def roles_on(row: Escalation | Cause, person: Person | None, *, now: datetime) -> tuple[str, ...]:
    """Every role in which the person may act on this record; none for somebody who has nothing to do with it."""
    if person is None:
        return (SYSTEM,)
    on = localdate(now)
    if not person.is_staff_member:
        return _of_person(row, person, on) if isinstance(row, Escalation) else ()
    office = tuple(each.value for each in (Role.STEWARD, Role.LEADER) if acts_as(person, each, on=on))
    if isinstance(row, Cause):
        return (*office, *((Role.UNIT_HANDLER.value,) if row.unit_id in units_of(person, on=on) else ()))
    own = row.handler_id in {each.pk for each in acting_for(person, HANDLE, on=on)}
    window = row.brought_by_id == person.pk and may(person, BRING, on=on)
    return (*((OFFICER,) if own and office else ()), *office, *((Role.WINDOW_CLERK.value,) if window else ()))


def role_for(row: Escalation | Cause, wanted: Collection[str], person: Person | None, *, now: datetime) -> str:
    """The role for an act that these roles may do; where none of theirs may, the first they have, for the refusal to name."""
    held = roles_on(row, person, now=now)
    return next((each for each in held if each in wanted), next(iter(held), ""))


def _of_person(row: Escalation, person: Person, on: date) -> tuple[str, ...]:
    if not person.is_active:
        return ()
    if row.owner_id == person.pk:
        return (Role.APPLICANT.value,)
    return (Role.AGENT.value,) if Escalation.objects.filter(represented(person, on=on), pk=row.pk).exists() else ()
