"""In which role somebody acts on a case (办理身份): applicant and agent by the case, the staff by their assignments and what was passed on to them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import passed_on, posts, roles_of
from gaoxing.office.people.roles import Role

SYSTEM = "system"
SUBMIT, HANDLE = "submit_case", "handle_case"
"""The acts of the policy table under which applicants and staff come to a case at all."""


def roles_on(case: Case, person: Person | None, *, now: datetime) -> tuple[str, ...]:
    """Every role in which the person may act on this case, the applicant's first; none for somebody who has nothing to do with it."""
    if person is None:
        return (SYSTEM,)
    on = localdate(now)
    if not person.is_staff_member:
        own = [Role.APPLICANT.value] if case.owner_id == person.pk else []
        represents = not own and visible_to(person, on=on, act=SUBMIT).filter(pk=case.pk).exists()
        return (*own, *([Role.AGENT.value] if represents else []))
    held = set(roles_of(person, on=on)).union(*(roles_of(each.giver, on=on) for each in passed_on(person, HANDLE, on=on)))
    if not case.number:
        held = held & {Role.WINDOW_CLERK.value} if case.helps.filter(clerk=person).exists() else set()
    return tuple(sorted(held))


def role_for(case: Case, wanted: Collection[str], person: Person | None, *, now: datetime) -> str:
    """The role in which the person does an act that these roles may do; where none of theirs may, the first they have, for the refusal to name."""
    held = roles_on(case, person, now=now)
    return next((each for each in held if each in wanted), next(iter(held), ""))


def unit_of(person: Person, *, now: datetime) -> int | None:
    """The unit for which one of the staff works; None where no assignment names one."""
    return next((unit for _role, unit in posts(person, on=localdate(now)) if unit), None)
