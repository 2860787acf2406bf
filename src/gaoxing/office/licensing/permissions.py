"""Who sees which licence of a joint case (谁能看证照): its applicant and window all, a unit its own alone, and of them only its fields and papers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases import permissions as cases
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.licensing.models import Item
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import assignments, may, passed_on, roles_of
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer

HANDLE_ITEM = "handle_item"


def units_of(person: Person, *, on: date) -> frozenset[int]:
    """The units for which a person handles licences, their own and those of whoever passed it on to them."""
    people = (person, *(each.giver for each in passed_on(person, HANDLE_ITEM, on=on)))
    rows = (assignments(each, on=on).filter(role=Role.UNIT_HANDLER, unit__isnull=False) for each in people)
    return frozenset(number for found in rows for number in found.values_list("unit_id", flat=True) if number)


def desk(person: Person, *, on: date) -> QuerySet[Item]:
    """The licences on a person's desk: those of their units and of the offices of these; on a leader's those that no unit was named for."""
    if not may(person, HANDLE_ITEM, on=on):
        return Item.objects.none()
    units = units_of(person, on=on)
    found = Q(unit__in=units) | Q(unit__parent__in=units)
    if Role.LEADER.value in roles_of(person, on=on):
        found |= Q(unit=None)
    return Item.objects.filter(found, case__number__isnull=False)


def visible_to(person: Person | None, *, on: date) -> QuerySet[Item]:
    """The licences that a person sees: of their own cases and those they represent, on their desk, and all of them at the window."""
    if person is None:
        return Item.objects.none()
    if not person.is_staff_member:
        return Item.objects.filter(case__in=cases.visible_to(person, on=on).values("pk"))
    return Item.objects.filter(case__in=cases.visible_to(person, on=on, act=HANDLE).values("pk")) | desk(person, on=on)


def files_of(item: Item) -> QuerySet[Attachment]:
    """The attachments that a licence's unit sees: those sent for the papers that this licence asks for, nothing else of the case."""
    return Attachment.objects.filter(case=item.case_id, material__in={name for each in item.materials for name in names_of(each)})


def names_of(paper: Mapping[str, Any]) -> tuple[str, ...]:
    """The names under which files of one of a licence's papers are kept: its own, and those of the list by which it may have come before submitting."""
    return tuple(dict.fromkeys((paper["name"], *paper.get("brought_as", ()))))


def who_sees(item: Item) -> tuple[Seer, ...]:
    """Everybody who sees a licence, and why."""
    unit = item.unit.name if item.unit else _("窗口领导")
    return (
        Seer(_("本人和委托的代理人"), _("这是自己的办件。")),
        Seer(unit, _("由它办这一项，只看得到这一项要的内容和材料。")),
        Seer(_("窗口人员、审核人员、领导"), _("已经提交，由窗口统一办理。")),
    )
