"""A part's task force (专班): when a part is worth one, who leads it, and which units belong to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.forces.models import ForceMember, ForceTask
from gaoxing.office.aftercare.models import Part, PartEvent, Request
from gaoxing.office.aftercare.roles import role_for
from gaoxing.office.aftercare.units.people import handlers
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing.details import open_unit
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.refusal import NotAllowed

SEVERAL, RETURNS = 3, 2
"""From so many units, or so many returns of a request's parts, a task force is worth forming; the zone's own proposal [K]."""

KEEPERS = ("task_force_lead", "leader", "steward")
"""Who says which units belong to it."""


def worth(part: Part, *, now: datetime) -> tuple[str, ...]:
    """Why this part is worth a task force, a sentence each; none where it is not. It is a hint: whoever may form one decides."""
    units = part.co_units.count() + (part.lead_id is not None)
    returns = PartEvent.objects.filter(subject__request=part.request_id, act="object").count()
    told = [_("要 %(count)s 家单位一起办。") % {"count": units}] if units >= SEVERAL else []
    if returns >= RETURNS:
        told.append(_("这件诉求里退回过 %(count)s 次。") % {"count": returns})
    if clocking.light_of(part, now=now) in (Light.RED, Light.DOUBLE_RED):
        told.append(_("已经超期。"))
    return tuple(told)


@transaction.atomic
def convene(part: Part, pressed: Pressed, units: Iterable[int], by: Person, *, now: datetime) -> Part:
    """Give a part to a task force: `pressed` names its lead, and these units belong to it; whoever belonged to it before stays.

    Raises NotAllowed where the table does not allow it, or a unit is none.
    """
    part = fire(part, pressed, by, now=now)
    for each in dict.fromkeys(units):
        _joined(part, _unit(each, now), None, now)
    return part


@transaction.atomic
def join(part: Part, unit: int, person: int, by: Person, *, now: datetime) -> ForceMember:
    """Let a unit belong to the task force, and, where one is named, one of its handlers go there for it.

    Raises NotAllowed where there is no task force, the person may not, or the unit or its handler is none.
    """
    role = _keeper(part, by, now)
    found = _unit(unit, now)
    named = next((each for each in handlers([found.pk], on=localdate(now)).get(found.pk, ()) if each.pk == person), None)
    if person and named is None:
        raise NotAllowed(_("这个人不是“%(unit)s”的经办人，请另选一个。") % {"unit": found.name})
    made = _joined(part, found, named, now)
    audit.write("force.joined", actor=Actor(by.pk, role), subject=part, now=now, details={"unit": found.pk, "person": person})
    return made


@transaction.atomic
def leave(part: Part, unit: int, by: Person, *, now: datetime) -> None:
    """Let a unit belong to it no more. Raises NotAllowed where a task of it is open, or the person may not."""
    role = _keeper(part, by, now)
    if part.tasks.filter(unit=unit, state=ForceTask.State.OPEN).exists():
        raise NotAllowed(_("这家单位还有任务没有做完，不能退出专班。请先把任务做完。"))
    if part.force_members.filter(unit=unit).delete()[0]:
        audit.write("force.left", actor=Actor(by.pk, role), subject=part, now=now, details={"unit": unit})


def member_units(part: Part) -> list[Unit]:
    """The units that a task of the force may be given to: its members, the lead unit and the co-units, each once."""
    members = [each.unit for each in part.force_members.select_related("unit")]
    helping = [each.unit for each in part.co_units.select_related("unit")]
    return list({each.pk: each for each in (*([part.lead] if part.lead else []), *helping, *members)}.values())


def _keeper(part: Part, by: Person, now: datetime) -> str:
    """The role in which somebody keeps the list of members; the request's row is locked."""
    Request.objects.select_for_update().get(pk=part.request_id)
    if part.force_lead_id is None:
        raise NotAllowed(_("这一件还没有交给专班。请先选专班负责人。"))
    role = role_for(part, KEEPERS, by, now=now)
    if role not in KEEPERS:
        raise NotAllowed(_("专班有哪些单位，由专班负责人、服务专员或者领导来定。"))
    return role


def _unit(number: int, now: datetime) -> Unit:
    found = open_unit({"unit": number}, on=localdate(now))
    if found is None:
        raise NotAllowed(_("没有这个单位，或者它已经撤销。请另选一个。"))
    return found


def _joined(part: Part, unit: Unit, person: Person | None, now: datetime) -> ForceMember:
    found, new = ForceMember.objects.get_or_create(part=part, unit=unit, defaults={"person": person, "since": now})
    if not new and person is not None:
        ForceMember.objects.filter(pk=found.pk).update(person=person)
    return found
