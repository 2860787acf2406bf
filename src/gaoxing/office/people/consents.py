"""The consent ledger (同意台账): for every purpose and version who agreed when, and when it was taken back."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from gaoxing.office.people.models import Consent, Person


def give(purpose: str, version: str, *, now: datetime, person: Person | None = None, about: str = "") -> Consent:
    """Enter a consent; the line that stands where the same was agreed to before and not taken back. `about` names a record: `cases.case:12`."""
    known = {"purpose": purpose, "version": version, "withdrawn": None, "about": about}
    standing = Consent.objects.filter(**known, person=person).first() if person or about else None
    return standing or Consent.objects.create(**known, person=person, given=now)


def withdraw(purpose: str, *, now: datetime, person: Person | None = None, about: tuple[str, ...] = ()) -> int:
    """Enter that a consent was taken back: a person's, and those for the records named; how many lines stood."""
    whose = Q(about__in=about, about__gt="") | (Q(person=person) if person else Q(pk=None))
    return Consent.objects.filter(whose, purpose=purpose, withdrawn=None).update(withdrawn=now)


def ledger(person: Person) -> tuple[Consent, ...]:
    """Every line of a person, oldest first."""
    return tuple(person.consents.all())
