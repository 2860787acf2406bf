"""What the clock brings (联办的到期事项): duties after the opening are reminded of, commitments come up for their check, old offers of times go."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing import telling, visiting
from gaoxing.office.licensing.models import Item, JointCase, OpeningDuty
from gaoxing.office.refusal import NotAllowed

AHEAD = timedelta(days=7)
"""A duty is reminded of so long before its last day."""


@transaction.atomic
def open_shop(case: Case, day: date, *, by: Actor, now: datetime) -> None:
    """The shop opens, or opened, on this day: the duties are counted from it. Raises NotAllowed for a day far off."""
    if abs(day - localdate(now)) > timedelta(days=366):
        raise NotAllowed(_("开业日期要在前后一年里，请再看看写对了没有。"))
    JointCase.objects.filter(case=case).update(opens=day)
    for duty in OpeningDuty.objects.filter(case=case, done=None):
        OpeningDuty.objects.filter(pk=duty.pk).update(due=day + timedelta(days=duty.days), told=None)
    audit.write("joint.opening_told", actor=by, subject=case, now=now)


@transaction.atomic
def finish(duty: OpeningDuty, *, by: Actor, now: datetime) -> None:
    """The applicant did it."""
    OpeningDuty.objects.filter(pk=duty.pk, done=None).update(done=now)
    audit.write("duty.done", actor=by, subject=duty, now=now)


def checks_due(*, on: date) -> QuerySet[Item]:
    """What was granted on a commitment and is to be checked, what is due first first."""
    return Item.objects.filter(state=Item.State.GRANTED, verify_by__isnull=False, verified=None).order_by("verify_by", "pk")


def apply_due(*, now: datetime) -> int:
    """Remind of duties whose last day is near, take old offers back; how many. A second run finds none."""
    near = OpeningDuty.objects.filter(done=None, told=None, due__lte=localdate(now) + AHEAD).select_related("case__owner")
    reminded = 0
    for duty in near:
        if OpeningDuty.objects.filter(pk=duty.pk, told=None).update(told=now) and duty.due:
            reminded += telling.remind(duty, duty.due, now=now)
    return reminded + visiting.withdraw_due(now=now)
