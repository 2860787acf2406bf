"""That one of the staff looked (留痕：查看): at a submitted case, its papers and files. What is masked on its page takes a reason (revealing.py)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.people.models import Person
from gaoxing.office.people.trail import acting_as


def read(case: Case, person: Person, *, now: datetime) -> None:
    """Keep that the person read the case's page."""
    with transaction.atomic():
        audit.write("case.read", actor=_actor(person, now), subject=case, now=now)


def opened_paper(case: Case, person: Person, place: int, *, now: datetime) -> None:
    """Keep that the person opened one of its papers, where nothing is masked."""
    with transaction.atomic():
        audit.write("case.paper_opened", actor=_actor(person, now), subject=case, now=now, details={"paper": place})


def opened_file(case: Case, person: Person, file: int, *, now: datetime) -> None:
    """Keep that the person opened one of its attachments."""
    with transaction.atomic():
        audit.write("case.file_opened", actor=_actor(person, now), subject=case, now=now, details={"attachment": file})


def _actor(person: Person, now: datetime) -> Actor:
    return Actor(person.pk, acting_as(person, HANDLE, now=now))
