"""The light of a stored case (亮灯), told from its columns: by it a list is narrowed in the database, and a row is shown without its events.

The clock is read anew with every event (firing.py) and leaves when the case is due and when it turns yellow; what the moment makes of these is told here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils.timezone import get_default_timezone, localdate

from gaoxing.casework.clock import Light
from gaoxing.office.cases.clocking import LAST
from gaoxing.office.cases.models import Case

TODAY = "today"
"""Due today: no light, but asked for like one."""


def light_of(case: Case, *, now: datetime) -> Light:
    """The light of a submitted case at a moment."""
    if case.rank is None:
        return Light.DONE
    if case.rank < now:
        return Light.RED
    if case.rank >= LAST:
        return Light.PAUSED
    return Light.YELLOW if case.yellow_from and case.yellow_from < now else Light.GREEN


def condition(light: str, *, now: datetime) -> Q:
    """What the cases of a light have in common. Raises KeyError for a light that no list is narrowed by."""
    return CONDITIONS[light](now)


def end_of(now: datetime) -> datetime:
    """The end of the moment's day."""
    return datetime.combine(localdate(now) + timedelta(days=1), time.min, get_default_timezone())


def _running(now: datetime) -> Q:
    return Q(rank__gte=now, rank__lt=LAST)


CONDITIONS: Mapping[str, Callable[[datetime], Q]] = {
    Light.RED: lambda now: Q(rank__lt=now),
    TODAY: lambda now: Q(rank__gte=now, rank__lt=end_of(now)),
    Light.YELLOW: lambda now: _running(now) & Q(yellow_from__lt=now),
    Light.GREEN: lambda now: _running(now) & (Q(yellow_from__gte=now) | Q(yellow_from__isnull=True)),
    Light.PAUSED: lambda now: Q(rank__gte=LAST),
}
"""By what a list may be narrowed, in the order in which it is offered."""
