"""Who sees which certificate (谁能看证照): a licence is public by the law; through these rows only those see it who handle cases, or revoke licences."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.certificates.models import Certificate
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.policy import table
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer

SEE = "see_certificates"


def visible_to(person: Person | None, *, on: date) -> QuerySet[Certificate]:
    """The certificates that a person may go through on a day: all of them or none. What a case brought is seen with its case."""
    return Certificate.objects.all() if person is not None and may(person, SEE, on=on) else Certificate.objects.none()


def who_sees() -> tuple[Seer, ...]:
    """Everybody who sees a certificate, and why."""
    staff = tuple(Seer(str(Role(role).label), _("要办登记、管执照，看得到发过的证照。")) for role in table()[SEE].conditions)
    everybody = Seer(_("所有人"), _("营业执照是公开的：扫它的二维码，或者输入代码和名称，看得到执照上写明的内容。"))
    return Seer(_("办件的申请人"), _("看得到、能下载自己办件的证照。")), *staff, everybody
