"""What the tick does for the requests (到时自动办理): takes up what lay too long, reminds of silence and ends it, as often as one likes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from gaoxing.office.aftercare import clocking, escalating
from gaoxing.office.aftercare.firing import Row, fire
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.telling import remind
from gaoxing.office.aftercare.units.telling import DUE as DUE_OF_UNITS
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed


def receive_due(now: datetime) -> int:
    """Take up by the system what nobody took up within its day; how many."""
    waiting = Request.objects.filter(state=Request.State.SUBMITTED)
    return sum(_fired(each, "receive", now) for each in waiting if now > clocking.ends(each.made, "receive"))


def remind_of_silence(now: datetime) -> int:
    """Remind enterprises to accept, once a reminder; how many notices are new."""
    new = 0
    for each in Request.objects.filter(state=Request.State.ANSWERED).select_related("owner"):
        found = clocking.silence_of(each)
        due = found.reminders_due(now) if found else 0
        new += remind(each, about=f"{each.events.filter(act='answer').count()} {due}", now=now) if due else 0
    return new


def lapse_due(now: datetime) -> int:
    """Accept without a rating what the enterprise was silent on to the end; how many."""
    waiting = Request.objects.filter(state=Request.State.ANSWERED, due__lt=now)
    return sum(_fired(each, "lapse", now) for each in waiting)


def remind_of_supplies(now: datetime) -> int:
    """Remind enterprises of what their units wait for, and end it for want of an answer; how many of both."""
    done = 0
    for part in Part.objects.filter(state=Part.State.WAITING).select_related("request__owner"):
        last = part.events.filter(act="ask_enterprise").latest("number")
        if now > clocking.ends(last.at, "enterprise_given_up"):
            done += _fired(part, "give_up", now)
        elif now > clocking.ends(last.at, "enterprise_reminded"):
            done += remind(part, about=str(last.number), now=now)
    return done


def _fired(row: Row, act: str, now: datetime) -> bool:
    """Whether the system did it; somebody may have been quicker."""
    try:
        fire(row, Pressed(act, revision=row.revision), None, now=now)
    except NotAllowed:
        return False
    return True


DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (
    ("诉求自动受理", receive_due),
    ("提醒企业验收", remind_of_silence),
    ("到期自动验收（未评价）", lapse_due),
    ("等企业补充", remind_of_supplies),
    *escalating.DUE,
    *DUE_OF_UNITS,
)
"""What the tick runs, with its official term."""
