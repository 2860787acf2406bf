"""How long figures are kept (保存期限): some years after anybody last changed them [K]."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.retention.actions import Kept

DAYS = 5 * 365
"""So long after their last change the figures are kept; the zone's own figure, not confirmed."""


def due(now: datetime) -> QuerySet[Assessed]:
    """What was kept long enough."""
    return Assessed.objects.filter(changed__lt=now - timedelta(days=DAYS))


def _delete(now: datetime) -> int:
    return due(now).delete()[1].get("cultivation.Assessed", 0)


KEPT = (Kept("cultivation", "企业培育数据", f"最后一次改动后 {DAYS} 天", Assessed.objects.count, lambda now: due(now).count(), _delete),)
"""What the minute's tick deletes when it is due."""
