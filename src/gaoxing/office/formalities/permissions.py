"""Who sees what follows a licence (谁能看后续事项): whoever sees or handles the case; who may ask for it: the applicant, and who submits for them."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from gaoxing.office.cases import permissions as cases
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.formalities.models import Formality
from gaoxing.office.people.models import Person
from gaoxing.office.people.seeing import Seer


def visible_to(person: Person | None, *, on: date) -> QuerySet[Formality]:
    """The steps of the cases that the person sees or handles."""
    if person is None:
        return Formality.objects.none()
    act = HANDLE if person.is_staff_member else cases.SEE
    return Formality.objects.filter(case__in=cases.visible_to(person, on=on, act=act))


def who_sees(found: Formality, *, on: date) -> tuple[Seer, ...]:
    """Whoever sees the case, and why."""
    return cases.who_sees(found.case, on=on)
