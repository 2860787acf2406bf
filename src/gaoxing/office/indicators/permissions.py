"""Who sees the indicators and enters values (谁能看指标): leaders and the units see all; the office that answers for an indicator enters it.

The three administrations handle no business and see none; whoever runs the machine reads by command.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.audit.entry import Actor
from gaoxing.office.indicators.definitions import Indicator, indicators
from gaoxing.office.indicators.models import Settlement, Value
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import assignments, may
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer
from gaoxing.office.people.trail import acting_as
from gaoxing.office.refusal import NotAllowed

SEE, ENTER = "see_indicators", "enter_indicators"
"""The acts of the policy table."""


@dataclass(frozen=True)
class Operator:
    """Whoever runs a command on the machine (操作员): sees every figure, and opens no record through it."""


OPERATOR = Operator()
Reader = Person | Operator
"""Who reads figures."""


def visible_to(person: Person | None, *, on: date) -> QuerySet[Value]:
    """The values that a person sees on a day: all of them or none."""
    return Value.objects.all() if sees(person, on=on) else Value.objects.none()


def settlements_visible_to(person: Person | None, *, on: date) -> QuerySet[Settlement]:
    """Which value was chosen, for whoever sees the values."""
    return Settlement.objects.all() if sees(person, on=on) else Settlement.objects.none()


def sees(person: Reader | None, *, on: date) -> bool:
    """Whether somebody sees the indicators at all."""
    return isinstance(person, Operator) or (person is not None and person.is_staff_member and may(person, SEE, on=on))


def owns(person: Person, indicator: Indicator, *, on: date) -> bool:
    """Whether somebody may enter values of an indicator: a leader of any, a unit's handler of those that the unit answers for."""
    return may(person, ENTER, on=on) and (_of_all(person, on) or indicator.owner in _units(person, on))


def owned(person: Person, *, on: date) -> tuple[Indicator, ...]:
    """The indicators of which somebody may enter values."""
    if not may(person, ENTER, on=on):
        return ()
    whole, units = _of_all(person, on), _units(person, on)
    return tuple(each for each in indicators().values() if whole or each.owner in units)


def require_owner(person: Person, indicator: Indicator, *, on: date) -> None:
    """Pass, or refuse with a sentence that names the office that answers for the indicator."""
    if not owns(person, indicator, on=on):
        raise NotAllowed(
            _("“%(name)s”由%(owner)s负责，只有它的经办人、领导和系统管理员能录入。请把数据交给它。") % {"name": indicator.name, "owner": indicator.owner}
        )


def acting(person: Person, *, now: datetime) -> Actor:
    """The person as the audit knows them, in the role in which they enter."""
    return Actor(person.pk, acting_as(person, ENTER, now=now))


def who_sees() -> tuple[Seer, ...]:
    """Everybody who sees the values, and why."""
    return (
        Seer(_("领导"), _("看全区的指标。")),
        Seer(_("单位经办人"), _("看全部数字，录入、更正本单位负责的；看不到别人的明细。")),
    )


def _of_all(person: Person, on: date) -> bool:
    held = assignments(person, on=on).values_list("role", flat=True)
    return Role.LEADER.value in held


def _units(person: Person, on: date) -> frozenset[str]:
    rows = assignments(person, on=on).filter(role=Role.UNIT_HANDLER, unit__isnull=False).values_list("unit__name", flat=True)
    return frozenset(name for name in rows if name)
