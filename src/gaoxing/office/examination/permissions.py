"""Who sees an examination, and who may look at it again (谁能看自动审查记录): who sees or handles its case; never a party as its reviewer."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.cases import permissions as cases
from gaoxing.office.cases.facts import is_own
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.examination.models import Examination
from gaoxing.office.people.models import Person
from gaoxing.office.people.seeing import Seer

REVIEW = "review_examination"


def visible_to(person: Person | None, *, on: date) -> QuerySet[Examination]:
    """The examinations of the cases that the person sees or handles."""
    if person is None:
        return Examination.objects.none()
    act = HANDLE if person.is_staff_member else cases.SEE
    return Examination.objects.filter(case__in=cases.visible_to(person, on=on, act=act))


def may_review(found: Examination, person: Person) -> bool:
    """Whether the person is no party to the case."""
    return not is_own(found.case, person)


def who_sees(found: Examination, *, on: date) -> tuple[Seer, ...]:
    """Whoever sees the case, and why."""
    return (*cases.who_sees(found.case, on=on), Seer(_("复核人员"), _("抽查到的、申请人要求复核的，由没有利害关系的审核人员复核。")))
