"""Who sees which request and which part (谁能看诉求): the enterprise its own, a steward their clients', a unit its parts alone, a leader all."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.models import Client, Part, Request, Stewardship
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may, passed_on, posts, powers, roles_of
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer

SUBMIT, HANDLE, HANDLE_PART = "submit_request", "handle_request", "handle_part"
"""The acts of the policy table."""

MATTER, POWER = "enterprise_request", "submit_case"
"""The matter and the act that a power of attorney names; whoever may submit for somebody may accept for them."""


def acting_for(person: Person, act: str, *, on: date) -> tuple[Person, ...]:
    """A person and whoever passed the act on to them: a colleague on leave has a deputy."""
    return (person, *(each.giver for each in passed_on(person, act, on=on)))


def stewarded(person: Person, *, on: date, act: str = HANDLE) -> QuerySet[Client]:
    """The clients whose steward somebody is on a day, or stands in for in this act."""
    people = [each.pk for each in acting_for(person, act, on=on) if Role.STEWARD.value in roles_of(each, on=on)]
    current = Stewardship.objects.filter(Q(until=None) | Q(until__gte=on), steward__in=people, since__lte=on)
    return Client.objects.filter(pk__in=current.values("client"))


def units_of(person: Person, *, on: date) -> frozenset[int]:
    """The units for whose parts somebody acts, their own and those of whoever passed it on to them."""
    held = (posts(each, on=on) for each in acting_for(person, HANDLE_PART, on=on))
    return frozenset(unit for found in held for role, unit in found if role == Role.UNIT_HANDLER and unit)


def leads(person: Person, act: str, *, on: date) -> bool:
    """Whether somebody acts as a leader, themselves or for one who passed it on."""
    return any(Role.LEADER.value in roles_of(each, on=on) for each in acting_for(person, act, on=on))


def represented(person: Person, *, on: date) -> Q:
    """The requests of those who gave the person a power to submit, of all matters or of this one."""
    given = [each.principal_id for each in powers(person, on=on) if POWER in each.acts and (not each.matters or MATTER in each.matters)]
    return Q(owner__in=given)


def visible_to(person: Person | None, *, on: date) -> QuerySet[Request]:
    """The requests that a person sees on a day."""
    if person is None:
        return Request.objects.none()
    if not person.is_staff_member:
        return Request.objects.filter(Q(owner=person) | represented(person, on=on))
    if leads(person, HANDLE, on=on):
        return Request.objects.all()
    found = Q(pk__in=parts_of_unit(person, on=on).values("request"))
    if may(person, HANDLE, on=on):
        found |= Q(client__in=stewarded(person, on=on)) | unserved(on)
    if may(person, SUBMIT, on=on):
        found |= Q(brought_by=person)
    return Request.objects.filter(found)


def unserved(on: date) -> Q:
    """Of enterprises that have no steward: every steward may take them up, so that nobody's request lies."""
    served = Stewardship.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on).values("client")
    return Q(client=None) | ~Q(client__in=served)


def parts_of_unit(person: Person, *, on: date) -> QuerySet[Part]:
    """The parts that somebody handles: those their units lead or help with, and those of the task forces they lead or belong to."""
    if not may(person, HANDLE_PART, on=on):
        return Part.objects.none()
    units, forces = units_of(person, on=on), [each.pk for each in acting_for(person, HANDLE_PART, on=on)]
    found = Q(lead__in=units) | Q(co_units__unit__in=units) | Q(force_lead__in=forces) | Q(force_members__unit__in=units)
    return Part.objects.filter(found).exclude(state=Part.State.PLANNED).distinct()


def parts_visible_to(person: Person | None, *, on: date) -> QuerySet[Part]:
    """The parts that a person sees: all of a request of their own or their client's; a unit only those it has to do with."""
    if person is None:
        return Part.objects.none()
    mine = parts_of_unit(person, on=on) if person.is_staff_member else Part.objects.none()
    whole = visible_to(person, on=on)
    if person.is_staff_member and not leads(person, HANDLE, on=on):
        whole = whole.filter(Q(client__in=stewarded(person, on=on)) | Q(brought_by=person) | unserved(on)) if may(person, HANDLE, on=on) else whole.none()
    return Part.objects.filter(Q(pk__in=mine.values("pk")) | Q(request__in=whole.values("pk")))


def whole_to(person: Person | None, *, on: date) -> QuerySet[Request]:
    """The requests of which a person may read everything: their own, their clients', those they brought, a leader all; a unit none, it reads its parts."""
    found = visible_to(person, on=on)
    if person is None or not person.is_staff_member or leads(person, HANDLE, on=on):
        return found
    whole = Q(pk__in=())
    if may(person, HANDLE, on=on):
        whole |= Q(client__in=stewarded(person, on=on)) | unserved(on)
    if may(person, SUBMIT, on=on):
        whole |= Q(brought_by=person)
    return found.filter(whole)


def clients_visible_to(person: Person | None, *, on: date) -> QuerySet[Client]:
    """The clients that a person sees: their own enterprise, a steward those they serve, a leader all."""
    if person is None:
        return Client.objects.none()
    if not person.is_staff_member:
        return Client.objects.filter(person=person)
    return Client.objects.all() if leads(person, HANDLE, on=on) else stewarded(person, on=on)


def who_sees(request: Request) -> tuple[Seer, ...]:
    """Everybody who sees a request, and why."""
    return (
        Seer(_("企业自己和委托的代理人"), _("这是自己的诉求。")),
        Seer(_("服务专员和代班的同事"), _("由他联系企业、分解、跟到企业验收；没有专员的企业，服务专员都看得到。")),
        Seer(_("主办、协办单位和专班"), _("只看得到由它办的那几件。")),
        Seer(_("领导"), _("决定退回、延期、重办和督办。")),
    )
