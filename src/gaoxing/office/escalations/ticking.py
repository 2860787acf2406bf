"""What the tick does for stuck matters (到时自动办理): has them taken over, and closes causes that did not recur, as often as one likes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.office.aftercare.escalating import quiet
from gaoxing.office.escalations import clocking, telling
from gaoxing.office.escalations.actions import take_over
from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.looking import ENDS
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed


def take_over_waiting(now: datetime) -> int:
    """Have taken over what nobody could take over when it was brought; how many."""
    return sum(_taken(each, now) for each in Escalation.objects.filter(state=Escalation.State.SUBMITTED))


def close_watched(now: datetime) -> int:
    """Close the causes whose days of watching are over; how many."""
    return sum(_closed(each, now) for each in Cause.objects.filter(state=Cause.State.WATCHED, watched_until__lt=localdate(now)))


def tell_of_contacts(now: datetime) -> int:
    """Tell the next leader where nobody contacted the person within the hour, or nobody took it over by then; how many notices are new."""
    if quiet(now):
        return 0
    waiting = Escalation.objects.filter(state__in=(Escalation.State.SUBMITTED, Escalation.State.TAKEN)).select_related("handler")
    ends = ((each, each.contact_due or clocking.contact_due(each.made)) for each in waiting)
    return sum(telling.tell_contact_late(each, until, now=now) for each, until in ends if until < now)


def tell_of_due(now: datetime) -> int:
    """Tell of what is past due, of replies whose day has come, and of causes that were not mended by their day; how many notices are new."""
    if quiet(now):
        return 0
    on = localdate(now)
    going = Escalation.objects.exclude(state__in=ENDS).select_related("handler")
    new = sum(telling.tell_overdue(each, now=now) for each in going.filter(due__lt=now))
    new += sum(telling.tell_reply_due(each, now=now) for each in going.filter(next_reply__lte=on))
    late = Cause.objects.filter(state__in=(Cause.State.OPEN, Cause.State.RECURRED), mend_by__lt=on).select_related("unit__parent")
    return new + sum(telling.tell_mend_late(each, now=now) for each in late)


def _taken(row: Escalation, now: datetime) -> bool:
    """Whether somebody took it over; somebody may have been quicker."""
    try:
        return take_over(row, now=now).state == Escalation.State.TAKEN
    except NotAllowed:
        return False


def _closed(cause: Cause, now: datetime) -> bool:
    try:
        fire(cause, Pressed("close", revision=cause.revision), None, now=now)
    except NotAllowed:
        return False
    return True


DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (
    ("办不成事自动接手", take_over_waiting),
    ("成因销号", close_watched),
    ("办不成事没有按时联系", tell_of_contacts),
    ("办不成事到期提醒", tell_of_due),
)
"""What the tick runs, with its official term."""
