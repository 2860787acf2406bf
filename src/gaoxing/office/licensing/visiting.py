"""The one joint visit (联合踏勘): the window offers times, the applicant picks one, every unit that must see the place comes then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.clocking import calendar
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.licensing import telling
from gaoxing.office.licensing.case_facts import OVER
from gaoxing.office.licensing.firing import fire
from gaoxing.office.licensing.models import Item, Visit
from gaoxing.office.refusal import NotAllowed

HOURS = (time(9, 30), time(14, 0))
"""A visit begins in the morning or in the afternoon."""

NOTICE, DAYS = 2, 3
"""The first time offered is so many working days ahead, on so many days there are some."""


def wanted(case: Case) -> QuerySet[Item]:
    """The licences whose units still must see the place."""
    return Item.objects.filter(case=case, visit=True, inspected=None, appointment=None).exclude(state__in=OVER)


def usual(*, now: datetime) -> tuple[datetime, ...]:
    """The times that are offered where nobody names others."""
    held = calendar()
    days = [held.after(held.day(now), number) for number in range(NOTICE, NOTICE + DAYS)]
    return tuple(datetime.combine(day, hour, tzinfo=held.zone) for day in days for hour in HOURS)


@transaction.atomic
def offer(case: Case, slots: Sequence[datetime], *, by: Actor, now: datetime) -> Visit:
    """Offer these times. Raises NotAllowed where nobody must come, one is over, none is given, or times were offered before."""
    ahead = sorted(each for each in slots if each > now)
    if not wanted(case).exists():
        raise NotAllowed(_("没有要上门看的证照，不用约时间。"))
    if not ahead:
        raise NotAllowed(_("请给出以后的时间，至少一个。"))
    if len(ahead) < len(slots):
        past = localtime(min(slots))
        raise NotAllowed(_("%(at)s 已经过了，没有发出去。请换一个以后的时间。") % {"at": f"{past:%Y-%m-%d %H:%M}"})
    try:
        with transaction.atomic():
            made = Visit.objects.create(case=case, slots=[each.isoformat() for each in ahead], offered=now)
    except IntegrityError:
        raise NotAllowed(_("已经给申请人提过时间了，请等申请人选。")) from None
    audit.write("visit.offered", actor=by, subject=made, now=now)
    telling.offer(case, about=made.pk, now=now)
    return made


@transaction.atomic
def pick(case: Case, number: int, slot: int, *, by: Actor, now: datetime) -> Visit:
    """The applicant picked a time: every licence that is ready for it is appointed. Raises NotAllowed where it cannot be that time."""
    visit = Visit.objects.filter(pk=number, case=case).first()
    if visit is None or not 0 <= slot < len(visit.slots):
        raise NotAllowed(_("没有这个时间，请从列表里选一个。"))
    starts = datetime.fromisoformat(visit.slots[slot])
    if starts <= now:
        raise NotAllowed(_("这个时间已经过了，请选一个以后的；都过了，请让窗口再提几个。"))
    if Visit.objects.filter(pk=number, starts=None).update(starts=starts, picked=now) != 1:
        raise NotAllowed(_("上门时间已经选好了。要改时间，请打窗口电话。"))
    visit.refresh_from_db()
    Item.objects.filter(pk__in=[each.pk for each in wanted(case)]).update(appointment=visit)
    audit.write("visit.picked", actor=by, subject=visit, now=now)
    for item in Item.objects.filter(appointment=visit, state=Item.State.ACCEPTED):
        fire(item, Pressed("appoint"), None, now=now)
    return visit


def withdraw_due(*, now: datetime, after: timedelta = timedelta(0)) -> int:
    """Take back offers of which every time is over, so that new ones can be made; how many."""
    over = [each.pk for each in Visit.objects.filter(starts=None) if all(datetime.fromisoformat(slot) + after <= now for slot in each.slots)]
    return Visit.objects.filter(pk__in=over).delete()[0]
