"""Who sees which enterprise of the register (谁能看登记簿): by the policy table those who handle registrations; nobody lists it otherwise.

What an applicant is shown of an enterprise they name is what its licence says, filled in beside their words; that is no look into the register's rows.
"""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.policy import table
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer

SEE = "see_register"


def visible_to(person: Person | None, *, on: date) -> QuerySet[Enterprise]:
    """The enterprises whose record a person sees on a day: all of them or none."""
    return Enterprise.objects.all() if person is not None and may(person, SEE, on=on) else Enterprise.objects.none()


def who_sees() -> tuple[Seer, ...]:
    """Everybody who sees an enterprise of the register, and why."""
    handlers = tuple(Seer(str(Role(role).label), _("要办登记，看得到登记簿。")) for role in table()[SEE].conditions)
    return Seer(_("说出它的名称或代码的人"), _("只看到营业执照上写明的内容，帮着填表。")), *handlers
