"""Which unit a licence goes to where the zone named none (指定单位): it lies at the window's leader with a sentence, never lost, until somebody names one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.licensing.case_facts import OVER
from gaoxing.office.licensing.models import Item
from gaoxing.office.people.models import Unit
from gaoxing.office.refusal import NotAllowed


def unassigned() -> QuerySet[Item]:
    """The licences that go on and have no unit, the oldest first."""
    return Item.objects.filter(unit=None).exclude(state__in=OVER).select_related("case").order_by("pk")


@transaction.atomic
def route(item: Item, unit: Unit, *, by: Actor, now: datetime) -> None:
    """Let this unit handle the licence from now on. Raises NotAllowed where it has its outcome or the unit is closed."""
    if unit.closed is not None:
        raise NotAllowed(_("“%(unit)s”已经撤销，请选别的单位。") % {"unit": unit.name})
    if item.state in OVER:
        raise NotAllowed(_("这一项已经有了结果，不用再指定单位。"))
    Item.objects.filter(pk=item.pk).update(unit=unit)
    audit.write("item.routed", actor=by, subject=item, now=now)
