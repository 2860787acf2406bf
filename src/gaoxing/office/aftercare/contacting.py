"""By when an enterprise is contacted (联系时限): within a working day after its request was taken up, an urgent one (马上办) within a working hour."""

from __future__ import annotations

from datetime import datetime, timedelta

from gaoxing.casework import working_hours
from gaoxing.casework.aftercare import silence
from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.office_calendar import Calendar
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.models import Request

WAITING = (Request.State.SUBMITTED, Request.State.RECEIVED)
"""The states in which the enterprise was not contacted yet."""


def due(request: Request) -> datetime | None:
    """By when the enterprise is to be contacted; None where it was, or where that is over. An urgent hour runs from the submission."""
    if request.state not in WAITING:
        return None
    taken = next((each.at for each in request.events.all() if each.act == "receive"), None)
    return limit(request.made, taken, clocking.calendar(), urgent=request.urgent)


def limit(made: datetime, taken: datetime | None, calendar: Calendar, *, urgent: bool) -> datetime:
    """By when an enterprise is to be contacted of a request that was made, and taken up (None: not yet), at these moments."""
    known = limits()
    if urgent:
        return working_hours.after(made, timedelta(hours=known.hours["contact_urgent"]), calendar)
    return silence.within(taken or silence.within(made, known.steps["receive"], calendar), known.steps["contact"], calendar)


def late(request: Request, *, now: datetime) -> bool:
    """Whether that has passed."""
    until = due(request)
    return until is not None and until < now
