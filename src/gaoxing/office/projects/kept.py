"""How long projects are kept (保存期限): some years after they came to their end [K]."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from gaoxing.office.projects.models import Project
from gaoxing.office.retention.actions import Kept

DAYS = 10 * 365
"""So long after its last change a project that came to its end is kept; the zone's own figure, not confirmed."""

_OVER = (Project.State.COMPLETED, Project.State.WITHDRAWN, Project.State.REMOVED)


def due(now: datetime) -> QuerySet[Project]:
    """What was kept long enough."""
    return Project.objects.filter(state__in=_OVER, changed__lt=now - timedelta(days=DAYS))


def _delete(now: datetime) -> int:
    return due(now).delete()[1].get("projects.Project", 0)


KEPT = (Kept("project", "备案项目", f"竣工、撤回或者移除后 {DAYS} 天", Project.objects.count, lambda now: due(now).count(), _delete),)
"""What the minute's tick deletes when it is due."""
