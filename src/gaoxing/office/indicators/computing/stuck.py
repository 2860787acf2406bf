"""What did not get done (办不成事), from its own records: taken over, concluded, done, causes removed."""

from __future__ import annotations

from django.db.models import Max, Min
from django.utils.timezone import localdate

from gaoxing.office.escalations.models import Cause, CauseEvent, Escalation, EscalationEvent
from gaoxing.office.indicators.computing.counted import Asked, Computed, count

ESCALATION, CAUSE = "escalations.escalation", "escalations.cause"


def stuck_taken(asked: Asked) -> Computed | None:
    """Those that somebody took over for the first time."""
    if not _reaches(asked):
        return None
    first, after = asked.period.moments
    taken = EscalationEvent.objects.filter(act="take_over").values("subject").annotate(begun=Min("at"))
    return count(ESCALATION, taken.filter(begun__gte=first, begun__lt=after).order_by("begun", "subject").values_list("subject", flat=True))


def stuck_concluded(asked: Asked) -> Computed | None:
    """Those whose last result came in the period."""
    return _concluded(asked)


def stuck_done(asked: Asked) -> Computed | None:
    """Of these the ones that were done."""
    return _concluded(asked, outcome=Escalation.Outcome.DONE)


def causes_removed(asked: Asked) -> Computed | None:
    """The causes that were closed last in the period and still are."""
    if not _reaches(asked):
        return None
    first, after = asked.period.moments
    closed = CauseEvent.objects.filter(act="close", subject__state=Cause.State.CLOSED).values("subject").annotate(ended=Max("at"))
    return count(CAUSE, closed.filter(ended__gte=first, ended__lt=after).order_by("ended", "subject").values_list("subject", flat=True))


def _concluded(asked: Asked, **narrowed: str) -> Computed | None:
    if not _reaches(asked):
        return None
    first, after = asked.period.moments
    rows = Escalation.objects.filter(concluded__gte=first, concluded__lt=after, **narrowed).order_by("concluded", "pk")
    return count(ESCALATION, rows.values_list("pk", flat=True))


def _reaches(asked: Asked) -> bool:
    """Whether anything had been brought until the end of the period."""
    begun = Escalation.objects.exclude(state=Escalation.State.DRAFT).aggregate(begun=Min("made"))["begun"]
    return begun is not None and localdate(begun) <= asked.period.last
