"""Who sees an enterprise's figures (谁能看自评数据): the enterprise and whoever it gave a power, its steward, the window that entered them, the leaders."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.models import Client
from gaoxing.office.aftercare.permissions import leads, stewarded
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may, powers
from gaoxing.office.people.seeing import Seer
from gaoxing.office.people.trail import acting_as

ASSESS = "assess_enterprise"
"""The act of the policy table."""

POWER = "submit_case"
"""What a power of attorney must give, of all matters: the figures are no matter of their own."""


def visible_to(person: Person | None, *, on: date) -> QuerySet[Assessed]:
    """What a person sees, and may fill in, on a day."""
    if person is None:
        return Assessed.objects.none()
    if not person.is_staff_member:
        people = [person.pk, *(each.principal_id for each in powers(person, on=on) if POWER in each.acts and not each.matters)]
        return Assessed.objects.filter(Q(owner__in=people) | Q(client__person__in=people))
    if not may(person, ASSESS, on=on):
        return Assessed.objects.none()
    if leads(person, ASSESS, on=on):
        return Assessed.objects.all()
    return Assessed.objects.filter(Q(client__in=stewarded(person, on=on, act=ASSESS).values("pk")) | Q(entered_by=person, owner=None, client=None))


def clients(person: Person, *, on: date) -> QuerySet[Client]:
    """The clients whose figures a person may begin on a day: their own enterprise, a steward those they serve, a leader all."""
    if not person.is_staff_member:
        return Client.objects.filter(person=person)
    return Client.objects.all() if leads(person, ASSESS, on=on) else stewarded(person, on=on, act=ASSESS)


def acting(person: Person, *, now: datetime) -> Actor:
    """The person as the audit knows them, in the role in which they fill in figures."""
    return Actor(person.pk, acting_as(person, ASSESS, now=now))


def who_sees(row: Assessed) -> tuple[Seer, ...]:
    """Everybody who sees it, and why."""
    return (
        Seer(_("企业自己和委托的代理人"), _("这是自己的数据。")),
        Seer(_("服务专员和代班的同事"), _("由他帮着填、看还差什么、提醒申报。")),
        Seer(_("领导"), _("看全区的梯队。")),
    )
