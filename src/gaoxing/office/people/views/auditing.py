"""Who reads the audit (谁能看审计): the predicate that the audit, which lies below, asks for by name."""

from __future__ import annotations

from django.utils import timezone

from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may


def reads_audit(person: object) -> bool:
    """Whether the policy table lets this person read and export the audit today."""
    return isinstance(person, Person) and may(person, "read_audit", on=timezone.localdate())
