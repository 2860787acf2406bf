"""Whose a draft is (草稿归谁): an applicant who signs in takes up what was begun in their browser; a clerk helps with what was handed to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import APPLICANT, Actor
from gaoxing.office.cases.models import Case, Help
from gaoxing.office.people.models import Consent, Person


def adopt(references: Iterable[str], owner: Person, *, now: datetime) -> int:
    """Attach the drafts that were begun in this browser and are nobody's to an applicant's account; how many."""
    with transaction.atomic():
        found = list(Case.objects.filter(reference__in=list(references), state=Case.State.DRAFT, owner=None).select_for_update().only("pk"))
        numbers = [each.pk for each in found]
        Case.objects.filter(pk__in=numbers).update(owner=owner)
        Consent.objects.filter(about__in=[f"cases.case:{number}" for number in numbers]).update(person=owner)
        audit.write_all([audit.Told("draft.adopted", Actor(owner.pk, APPLICANT.role), each) for each in found], now=now)
    return len(numbers)


def references_of(owner: Person) -> tuple[str, ...]:
    """The drafts of an account and the cases it is asked to correct, the one changed last first."""
    return tuple(Case.objects.filter(owner=owner, state__in=Case.WRITABLE).order_by("-changed", "-pk").values_list("reference", flat=True))


def begin_help(case: Case, clerk: Person, *, now: datetime) -> None:
    """A clerk with an account was handed the draft by its code."""
    with transaction.atomic():
        Help.objects.get_or_create(case=case, clerk=clerk, defaults={"since": now})
        audit.write("draft.help_begun", actor=Actor(clerk.pk, "window_clerk"), subject=case, now=now)


def end_help(reference: str, clerk: Person) -> None:
    """The clerk gave the draft back."""
    Help.objects.filter(case__reference=reference, clerk=clerk).delete()
