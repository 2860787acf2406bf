"""How long requests are kept (保存期限): some years after they came to their end [K]; what others were merged into stays with them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from gaoxing.office.aftercare.clients.kept import OF_CLIENTS
from gaoxing.office.aftercare.models import Request
from gaoxing.office.retention.actions import Kept

DAYS = 5 * 365
"""So long after its last change a request that came to its end is kept; the zone's own figure, not confirmed."""

_OVER = (Request.State.ARCHIVED, Request.State.NOT_ACCEPTED, Request.State.WITHDRAWN)


def due(now: datetime) -> QuerySet[Request]:
    """What was kept long enough."""
    return Request.objects.filter(state__in=_OVER, changed__lt=now - timedelta(days=DAYS))


def _delete(now: datetime) -> int:
    return due(now).delete()[1].get("aftercare.Request", 0)


KEPT = (Kept("request", "企业诉求", f"办结后 {DAYS} 天", Request.objects.count, lambda now: due(now).count(), _delete), *OF_CLIENTS)
"""What the minute's tick deletes when it is due."""
