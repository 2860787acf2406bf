"""How long notices are kept (保存期限): half a year; what is of use for minutes, as a code is, for one more day."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from gaoxing.office.notices.models import Notice
from gaoxing.office.retention.actions import Kept

DAYS = 180
_AFTER_USE = timedelta(days=1)


def due(now: datetime) -> QuerySet[Notice]:
    """What was kept long enough."""
    return Notice.objects.filter(Q(made__lt=now - timedelta(days=DAYS)) | Q(until__lt=now - _AFTER_USE))


def _delete(now: datetime) -> int:
    return due(now).delete()[0]


KEPT = (Kept("notice", "通知", f"{DAYS} 天；验证码过期后 1 天", Notice.objects.count, lambda now: due(now).count(), _delete),)
"""What the minute's tick deletes when it is due."""
