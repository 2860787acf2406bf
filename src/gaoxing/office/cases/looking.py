"""That one of the staff looked (留痕：查看): at a submitted case, its papers and files, and at what is masked on its page, which takes a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.people.models import Person
from gaoxing.office.people.trail import acting_as
from gaoxing.office.refusal import NotAllowed


class Reason(TextChoices):
    """Why somebody is shown what is masked (查看事由)."""

    IDENTITY = "identity", gettext_lazy("核对身份")
    CONTACT = "contact", gettext_lazy("联系申请人")
    DECISION = "decision", gettext_lazy("审查、决定要用")
    LAWFUL = "lawful", gettext_lazy("依法调取")


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


def reveal(case: Case, person: Person, reason: str, *, now: datetime) -> None:
    """Keep that the person is shown what is masked, and why; raises NotAllowed without a reason. Only then may it be shown."""
    if reason not in Reason.values:
        raise NotAllowed(_("请选为什么要看。选了才显示，并且留痕，申请人看得到。"))
    with transaction.atomic():
        audit.write("case.revealed", actor=_actor(person, now), subject=case, now=now, reason=reason)


def _actor(person: Person, now: datetime) -> Actor:
    return Actor(person.pk, acting_as(person, HANDLE, now=now))
