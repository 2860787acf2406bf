"""How long stuck matters are kept (保存期限): some years after they came to their end [K]; causes stay, they name nobody."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from gaoxing.office.escalations.models import Escalation
from gaoxing.office.retention.actions import Kept

DAYS = 5 * 365
"""So long after its last change one that came to its end is kept; the zone's own figure, not confirmed."""

_OVER = (Escalation.State.CONFIRMED, Escalation.State.REFERRED, Escalation.State.WITHDRAWN)


def due(now: datetime) -> QuerySet[Escalation]:
    """What was kept long enough."""
    return Escalation.objects.filter(state__in=_OVER, changed__lt=now - timedelta(days=DAYS))


def _delete(now: datetime) -> int:
    return due(now).delete()[1].get("escalations.Escalation", 0)


KEPT = (Kept("escalation", "办不成事", f"办结后 {DAYS} 天", Escalation.objects.count, lambda now: due(now).count(), _delete),)
"""What the minute's tick deletes when it is due."""
