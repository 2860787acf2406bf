"""How long names are held (名称占用期限)."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.names.neighbour import State
from gaoxing.office.names import actions
from gaoxing.office.names.models import RegisteredName
from gaoxing.office.retention.actions import Kept


def _holds(now: datetime) -> int:
    return actions.free_over(on=localdate(now), now=now)


KEPT = (
    Kept(
        "name_hold",
        "占用的名称",
        "占用到的那一天",
        lambda: RegisteredName.objects.filter(state=str(State.HELD)).count(),
        lambda now: actions.over(on=localdate(now)).count(),
        _holds,
    ),
)
"""What the minute's tick gives free when it is due."""
