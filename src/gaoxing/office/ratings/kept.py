"""How long ratings are kept (保存期限): as `scale.toml` says."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from gaoxing.office.ratings import scale
from gaoxing.office.ratings.models import Rating
from gaoxing.office.retention.actions import Kept


def due(now: datetime) -> QuerySet[Rating]:
    """What was kept long enough."""
    return Rating.objects.filter(asked__lt=now - timedelta(days=scale.days().kept))


def _delete(now: datetime) -> int:
    return due(now).delete()[1].get("ratings.Rating", 0)


KEPT = (Kept("rating", "好差评", f"{scale.days().kept} 天", Rating.objects.count, lambda now: due(now).count(), _delete),)
"""What the minute's tick deletes when it is due."""
