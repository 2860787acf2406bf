"""Sending what is due (发送): each notice is claimed before it is sent, so that two ticks never send the same; what fails is tried again after growing waits.

A kill may fall between handing over and writing down: the notice is then sent once more, after ten minutes, under the same token, by which gateways know it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils.timezone import get_default_timezone

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.sender import Message, Outcome
from gaoxing.office.notices.carriers import carrier
from gaoxing.office.notices.models import Notice
from gaoxing.office.notices.queries import address_of, content_of
from gaoxing.office.notices.quiet import decent
from gaoxing.office.zone.queries import profile

State = Notice.State

AT_ONCE, RECEIPTS_AT_ONCE = 50, 50
"""Sent, and asked after, in one run."""

WAITS = (1, 5, 15, 60, 240)
"""Minutes between the tries; after the last one it is given up."""

CLAIM = timedelta(minutes=10)
ASKED_FOR = timedelta(days=3)
"""How long a receipt is asked after."""

LATE = "过了有用的时间，没有发。"
_WAITING = (State.QUEUED, State.FAILED)
_OUTCOMES = {Outcome.DELIVERED: State.DELIVERED, Outcome.READ: State.READ, Outcome.FAILED: State.GIVEN_UP}


def deliver_due(*, now: datetime) -> int:
    """Send what is due; how many were sent. A second run finds none."""
    due = Notice.objects.filter(Q(claimed=None) | Q(claimed__lt=now - CLAIM), state__in=_WAITING, due__lte=now).order_by("-urgent", "due", "pk")
    return sum(deliver(each, now=now) for each in due[:AT_ONCE])


def deliver(notice: Notice, *, now: datetime) -> bool:
    """Send one notice unless somebody else does, its time is over, or these are quiet hours; whether it was sent."""
    if notice.until and notice.until < now:
        Notice.objects.filter(pk=notice.pk, state__in=_WAITING).update(state=State.GIVEN_UP, trouble=LATE)
        return False
    if not notice.urgent and (later := decent(now, *profile().quiet, get_default_timezone())) > now:
        Notice.objects.filter(pk=notice.pk, state__in=_WAITING).update(due=later)
        return False
    if not _claimed(notice, now=now):
        return False
    try:
        title, text = content_of(notice)
        receipt = carrier(notice.channel).send(Message(address_of(notice), text, notice.token, title))
    except Fault as fault:
        _failed(notice, fault, now=now)
        return False
    Notice.objects.filter(pk=notice.pk).update(state=State.SENT, receipt=receipt, sent=now, claimed=None, trouble="")
    return True


def ask_receipts(*, now: datetime) -> int:
    """Ask the gateways what became of what was sent; how many were told. An outage asks again the next time."""
    open_ones = Notice.objects.filter(state=State.SENT, sent__gt=now - ASKED_FOR).exclude(receipt="").order_by(F("claimed").asc(nulls_first=True), "sent")
    told = 0
    for each in open_ones[:RECEIPTS_AT_ONCE]:
        try:
            outcome = carrier(each.channel).outcome(each.receipt)
        except Fault:
            return told
        told += _told(each, outcome, now=now)
    return told


def _claimed(notice: Notice, *, now: datetime) -> bool:
    """Whether it is ours to send."""
    free = Notice.objects.filter(Q(claimed=None) | Q(claimed__lt=now - CLAIM), pk=notice.pk, state__in=_WAITING)
    return bool(free.update(claimed=now, tries=F("tries") + 1))


def _failed(notice: Notice, fault: Fault, *, now: datetime) -> None:
    tries = notice.tries + 1
    over = fault.permanent or tries > len(WAITS)
    wait = timedelta(minutes=WAITS[min(tries, len(WAITS)) - 1])
    changes = {"state": State.GIVEN_UP if over else State.FAILED, "claimed": None, "due": now + wait, "trouble": fault.message[:200]}
    Notice.objects.filter(pk=notice.pk).update(**changes)


def _told(notice: Notice, outcome: Outcome, *, now: datetime) -> bool:
    """Write the outcome down; where there is none yet, that it was asked after, so that the others get their turn."""
    state = _OUTCOMES.get(outcome)
    if state is None:
        Notice.objects.filter(pk=notice.pk, state=State.SENT).update(claimed=now)
        return False
    trouble = "网关说没有送到。" if state == State.GIVEN_UP else ""
    return bool(Notice.objects.filter(pk=notice.pk, state=State.SENT).update(state=state, trouble=trouble, claimed=None))
