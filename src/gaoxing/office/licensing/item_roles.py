"""In which role somebody acts on a licence (办理身份): applicant and agent by the case, a unit's handler by the unit, a leader by their role."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.office.cases import roles as cases
from gaoxing.office.licensing.models import Item
from gaoxing.office.licensing.permissions import desk
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import roles_of
from gaoxing.office.people.roles import Role


def roles_on(item: Item, person: Person | None, *, now: datetime) -> tuple[str, ...]:
    """Every role in which the person may act on this licence; none for a stranger. Where no unit was named, the leader stands in for it."""
    if person is None:
        return (cases.SYSTEM,)
    if not person.is_staff_member:
        return cases.roles_on(item.case, person, now=now)
    on = localdate(now)
    handler = [Role.UNIT_HANDLER.value] if desk(person, on=on).filter(pk=item.pk).exists() else []
    leader = [Role.LEADER.value] if Role.LEADER.value in roles_of(person, on=on) else []
    return (*handler, *leader)


def role_for(item: Item, wanted: Collection[str], person: Person | None, *, now: datetime) -> str:
    """The role for an act that these roles may do; where none of theirs may, the first they have, for the refusal to name."""
    held = roles_on(item, person, now=now)
    return next((each for each in held if each in wanted), next(iter(held), ""))
