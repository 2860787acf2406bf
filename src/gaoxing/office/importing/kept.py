"""How long imported lists are kept (保存期限): what nobody confirmed goes after a week, what was imported after three months; the records themselves stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from gaoxing.office.importing.models import ImportBatch
from gaoxing.office.retention.actions import Kept

OPEN_DAYS, DONE_DAYS = 7, 90

_State = ImportBatch.State


def due(now: datetime) -> QuerySet[ImportBatch]:
    """What was kept long enough; one that is being imported stays."""
    left = Q(state__in=(_State.JUDGING, _State.PREVIEWED, _State.DISCARDED), made__lt=now - timedelta(days=OPEN_DAYS))
    return ImportBatch.objects.filter(left | Q(state=_State.DONE, ended__lt=now - timedelta(days=DONE_DAYS)))


def _delete(now: datetime) -> int:
    return due(now).delete()[1].get("importing.ImportBatch", 0)


KEPT = (Kept("import", "导入的名单", f"没确认的 {OPEN_DAYS} 天；导入了的 {DONE_DAYS} 天", ImportBatch.objects.count, lambda now: due(now).count(), _delete),)
"""What the minute's tick deletes when it is due."""
