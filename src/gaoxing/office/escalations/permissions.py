"""Who sees what does not get done (谁能看办不成事): the person their own, who brought it, the office all; the causes the office, and a unit its own."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.people.models import Delegation, Person
from gaoxing.office.people.permissions import assignments, may, passed_on, powers, roles_of
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer

BRING, HANDLE, MEND = "bring_stuck", "handle_stuck", "mend_cause"
"""The acts of the policy table."""

MATTER, POWER = "stuck_matter", "submit_case"
"""The matter and the act that a power of attorney names."""


def acting_for(person: Person, act: str, *, on: date) -> tuple[Person, ...]:
    """A person and whoever passed the act on to them."""
    return (person, *(each.giver for each in passed_on(person, act, on=on)))


def deputies(person: Person, act: str, *, on: date) -> tuple[Person, ...]:
    """Whoever does an act for somebody who is away on a day; none where nobody is named, so that whoever has some is on leave."""
    given = person.given.filter(kind=Delegation.Kind.DEPUTY, withdrawn=None, since__lte=on, until__gte=on).select_related("taker")
    return tuple(each.taker for each in given if act in each.acts and each.taker.is_active)


def may_bring_for(person: Person, owner: Person | None, *, on: date) -> bool:
    """Whether somebody may bring what is stuck for an owner: their own, that of whoever gave them a power, the staff anybody's, even nobody's by account."""
    if person.is_staff_member or (owner is not None and owner.pk == person.pk):
        return True
    return owner is not None and owner.pk in _principals(person, on=on)


def owners_of(person: Person, *, on: date) -> tuple[Person, ...]:
    """For whom somebody may bring what is stuck: themselves, and whoever gave them a power to submit; the staff name nobody."""
    if person.is_staff_member:
        return ()
    return (person, *Person.objects.filter(pk__in=_principals(person, on=on), is_active=True).order_by("pk"))


def acts_as(person: Person, role: Role, *, on: date) -> bool:
    """Whether somebody handles stuck matters in a role, themselves or for one who passed it on."""
    return any(role.value in roles_of(each, on=on) for each in acting_for(person, HANDLE, on=on))


def units_of(person: Person, *, on: date) -> frozenset[int]:
    """The units for which somebody mends causes."""
    rows = (assignments(each, on=on).filter(role=Role.UNIT_HANDLER, unit__isnull=False) for each in acting_for(person, MEND, on=on))
    return frozenset(number for found in rows for number in found.values_list("unit_id", flat=True) if number)


def represented(person: Person, *, on: date) -> Q:
    """Those of whoever gave the person a power to submit, of all matters or of this one."""
    return Q(owner__in=_principals(person, on=on))


def visible_to(person: Person | None, *, on: date) -> QuerySet[Escalation]:
    """What a person sees on a day."""
    if person is None:
        return Escalation.objects.none()
    if not person.is_staff_member:
        return Escalation.objects.filter(Q(owner=person) | represented(person, on=on))
    if may(person, HANDLE, on=on):
        return Escalation.objects.all()
    return Escalation.objects.filter(brought_by=person) if may(person, BRING, on=on) else Escalation.objects.none()


def causes_visible_to(person: Person | None, *, on: date) -> QuerySet[Cause]:
    """The causes that a person sees on a day."""
    if person is None or not person.is_staff_member:
        return Cause.objects.none()
    return Cause.objects.all() if may(person, HANDLE, on=on) else Cause.objects.filter(unit__in=units_of(person, on=on))


def who_sees(row: Escalation) -> tuple[Seer, ...]:
    """Everybody who sees it, and why."""
    return (
        Seer(_("本人和委托的代理人"), _("这是自己的事。")),
        Seer(_("替您提交的窗口人员"), _("由他代您提交。")),
        Seer(_("马上办人员和领导"), _("由他们接手、跟到底、回访。")),
    )


def _principals(person: Person, *, on: date) -> list[int]:
    return [each.principal_id for each in powers(person, on=on) if POWER in each.acts and (not each.matters or MATTER in each.matters)]
