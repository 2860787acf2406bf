"""How long what belongs to the API is kept (保存期限): what was answered to a key a day, deliveries a month; tokens end on their day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from gaoxing.office.api.limits import limit, webhook
from gaoxing.office.api.models import Delivery, Replay
from gaoxing.office.api.replaying import due
from gaoxing.office.retention.actions import Kept


def _replays(now: datetime) -> QuerySet[Replay]:
    return Replay.objects.filter(made__lte=due(now))


def _deliveries(now: datetime) -> QuerySet[Delivery]:
    return Delivery.objects.filter(made__lt=now - timedelta(days=webhook("kept_days")))


def _gone(rows: QuerySet[Any]) -> int:
    return rows.delete()[0]


KEPT = (
    Kept(
        "api_replay",
        "幂等记录",
        f"{limit('replay_hours')} 小时",
        Replay.objects.count,
        lambda now: _replays(now).count(),
        lambda now: _replays(now).delete()[0],
    ),
    Kept(
        "webhook", "推送", f"{webhook('kept_days')} 天", Delivery.objects.count, lambda now: _deliveries(now).count(), lambda now: _deliveries(now).delete()[0]
    ),
)
"""What the minute's tick deletes when it is due."""
