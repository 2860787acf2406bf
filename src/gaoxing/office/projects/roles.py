"""In which role somebody acts on a project (办理身份)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may, passed_on, roles_of
from gaoxing.office.people.roles import Role
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.office.projects.permissions import FILE, HANDLE, PROMOTE, represented

SYSTEM = "system"
_PROMOTERS = (Role.STEWARD, Role.UNIT_HANDLER, Role.LEADER)
FILING = frozenset({"file", "change", "report_start", "report_progress", "report_completion", "report_procedure", "explain"})
"""What of the table is filing, for the staff an act of its own that is not passed on with HANDLE."""
_OFFICE = (Role.WINDOW_CLERK, Role.EXAMINER, Role.STEWARD, Role.LEADER)


def roles_on(row: Project | Promotion, person: Person | None, *, now: datetime) -> tuple[str, ...]:
    """Every role in which the person may act on this project; none for somebody who has nothing to do with it."""
    if person is None:
        return (SYSTEM,)
    on = localdate(now)
    if isinstance(row, Promotion):
        return _promoting(person, now)
    if person.is_staff_member:
        held = set(roles_of(person, on=on)).union(*(roles_of(each.giver, on=on) for each in passed_on(person, HANDLE, on=on)))
        allowed = may(person, HANDLE, on=on) or may(person, FILE, on=on)
        return tuple(each.value for each in _OFFICE if each.value in held) if allowed else ()
    if not person.is_active:
        return ()
    if row.owner_id == person.pk:
        return (Role.APPLICANT.value,)
    return (Role.AGENT.value,) if Project.objects.filter(represented(person, on=on), pk=row.pk).exists() else ()


def _promoting(person: Person, now: datetime) -> tuple[str, ...]:
    on = localdate(now)
    if not person.is_staff_member or not may(person, PROMOTE, on=on):
        return ()
    held = set(roles_of(person, on=on)).union(*(roles_of(each.giver, on=on) for each in passed_on(person, PROMOTE, on=on)))
    return tuple(each.value for each in _PROMOTERS if each.value in held)


def barred(row: Project | Promotion, act: str, person: Person | None, *, now: datetime) -> bool:
    """Whether one of the staff is kept from an act whatever role was passed on to them: filing is only for whoever may file themselves."""
    if person is None or not person.is_staff_member or not isinstance(row, Project):
        return False
    return act in FILING and not may(person, FILE, on=localdate(now))


def role_for(row: Project | Promotion, wanted: Collection[str], person: Person | None, *, now: datetime) -> str:
    """The role for an act that these roles may do; where none of theirs may, the first they have, for the refusal to name."""
    held = roles_on(row, person, now=now)
    return next((each for each in held if each in wanted), next(iter(held), ""))
