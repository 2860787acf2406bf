"""What the tick does for stuck matters (到时自动办理): has them taken over, and closes causes that did not recur, as often as one likes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.office.escalations.actions import take_over
from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed


def take_over_waiting(now: datetime) -> int:
    """Have taken over what nobody could take over when it was brought; how many."""
    return sum(_taken(each, now) for each in Escalation.objects.filter(state=Escalation.State.SUBMITTED))


def close_watched(now: datetime) -> int:
    """Close the causes whose days of watching are over; how many."""
    return sum(_closed(each, now) for each in Cause.objects.filter(state=Cause.State.WATCHED, watched_until__lt=localdate(now)))


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
)
"""What the tick runs, with its official term."""
