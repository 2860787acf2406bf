"""The named leaders (督办领导): who is told when a request is late, by unit and category; the nearest place that is named goes first.

A leader who is named and no longer holds the role is passed over; where nobody is named every leader of the unit, else every leader, is told.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.aftercare.ladder import Rung
from gaoxing.casework.aftercare.limits import limits
from gaoxing.office.aftercare.models import NamedLeader
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.permissions import permit, roles_of
from gaoxing.office.people.remembering import remembered
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

NAME = "name_leaders"
"""The act of the policy table."""


def told(rung: Rung, unit: Unit | None, category: str, *, on: date) -> tuple[Person, ...]:
    """Whom a step of the ladder tells of a part of this unit and category, on a day; the tick asks it once a place."""
    return remembered(("leaders", rung, unit.pk if unit else 0, category, on), lambda: _told(rung, unit, category, on))


def name(rung: int, person: Person | None, by: Person, *, now: datetime, unit: Unit | None = None, category: str = "") -> None:
    """Name a leader for a place, or with None nobody any more. Raises NotAllowed where `by` may not, or the person is no leader."""
    on = localdate(now)
    permit(by, NAME, on=on)
    if rung not in NamedLeader.Rung.values or (category and category not in limits().categories):
        raise NotAllowed(_("请从列出的里选层级和类别。"))
    if person is not None and not _leads(person, on):
        raise NotAllowed(_("这个账号没有领导的角色。请先由安全管理员任命，再来指定。"))
    place = {"rung": rung, "unit": unit, "category": category}
    try:
        with transaction.atomic():
            NamedLeader.objects.filter(**place).delete()
            made = NamedLeader.objects.create(**place, person=person) if person else None
            details = {"rung": rung, "unit": unit.pk if unit else 0, "category": category, "to": person.pk if person else 0}
            audit.write("leader.named", actor=Actor(by.pk, Role.LEADER), subject=made, now=now, details=details)
    except IntegrityError:
        raise NotAllowed(_("这一次没有改：刚才有人同时改了同一处。请刷新页面，看看现在的样子。")) from None


def listed() -> QuerySet[NamedLeader]:
    """Every place that is named, the nearest rung first."""
    return NamedLeader.objects.select_related("unit", "person")


def every(*, on: date) -> tuple[Person, ...]:
    """Everybody who holds the role of a leader on a day."""
    return _others([], on=on)


def _told(rung: Rung, unit: Unit | None, category: str, on: date) -> tuple[Person, ...]:
    units = [each for each in (unit, unit.parent if unit else None) if each is not None]
    named = NamedLeader.objects.filter(Q(unit__in=units) | Q(unit=None), Q(category=category) | Q(category=""), rung=rung).select_related("person")
    ordered = sorted(named, key=lambda each: (each.unit_id is None, not each.category, each.unit_id != (unit.pk if unit else None)))
    found = next((each.person for each in ordered if _leads(each.person, on)), None)
    return (found,) if found else _others(units, on=on)


def _leads(person: Person, on: date) -> bool:
    return Role.LEADER.value in roles_of(person, on=on)


def _others(units: list[Unit], *, on: date) -> tuple[Person, ...]:
    """The leaders assigned to these units, else all."""
    posts = RoleAssignment.objects.filter(Q(until=None) | Q(until__gte=on), role=Role.LEADER, since__lte=on, person__is_active=True)
    own = posts.filter(unit__in=units)
    rows = (own if units and own.exists() else posts).select_related("person").order_by("person")
    return tuple({each.person_id: each.person for each in rows}.values())
