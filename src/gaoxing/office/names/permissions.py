"""Who sees which name of the pool (谁能看名称): registered names are public; who holds a name, and until when, is seen by those who examine names."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.names.neighbour import State
from gaoxing.office.names.models import RegisteredName
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.policy import table
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer

SEE = "see_names"


def visible_to(person: Person | None, *, on: date) -> QuerySet[RegisteredName]:
    """The names that a person sees on a day: what is registered, and, where the policy table lets them, what is held or kept back too."""
    if person is not None and may(person, SEE, on=on):
        return RegisteredName.objects.all()
    return RegisteredName.objects.filter(state=State.ACTIVE)


def who_sees(name: RegisteredName) -> tuple[Seer, ...]:
    """Everybody who sees a row of the pool, and why."""
    examiners = tuple(Seer(str(Role(role).label), _("要审查名称，看得到整个名称库。")) for role in table()[SEE].conditions)
    if name.state == State.ACTIVE:
        return Seer(_("所有人"), _("已经登记的名称是公开的。")), *examiners
    return Seer(_("申请相近名称的人"), _("只知道这个名称现在不能用，不知道是谁占用的。")), *examiners
