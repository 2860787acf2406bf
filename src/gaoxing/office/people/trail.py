"""The one place where an act on people reaches the audit (留痕): numbers and words of the policy table, never a name, a number or a text."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model
from django.utils.timezone import localdate

from gaoxing.office.audit import actions
from gaoxing.office.audit.entry import OPERATOR, Actor
from gaoxing.office.people import policy
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import roles_of


def record(act: str, *, by: Person | None, about: Model | None, now: datetime, reason: str = "", under: str = "", **details: object) -> None:
    """Keep in the act's own transaction that it was done, by whom, and to which record; `by` is None for the operator at the machine itself.

    `under` names the act of the policy table that it counts as, where that is another one.
    """
    actor = Actor(by.pk, acting_as(by, under or act, now=now)) if by else OPERATOR
    actions.write(f"people.{act}", actor=actor, subject=about, now=now, details=details, reason=reason)


def acting_as(person: Person, act: str, *, now: datetime) -> str:
    """The role in which a person does an act: one that the policy table names for it, else the kind of their account."""
    named = policy.table()[act].conditions if act in policy.table() else {}
    return next(iter(sorted(roles_of(person, on=localdate(now)) & set(named))), person.kind)
