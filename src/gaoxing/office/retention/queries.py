"""The retention report (保存期限报告): what is kept for how long, how many there are, how many are due, and what was deleted on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gaoxing.office.retention.actions import everything
from gaoxing.office.retention.models import Deletion


@dataclass(frozen=True)
class Line:
    """One kind as it stands now."""

    kind: str
    called: str
    rule: str
    held: int
    due: int


@dataclass(frozen=True)
class Deleted:
    """So many of a kind deleted on a day."""

    day: date
    kind: str
    count: int


def standing(*, now: datetime) -> tuple[Line, ...]:
    """Every kind, in the order in which the tick looks at them."""
    return tuple(Line(each.kind, each.called, each.rule, each.held(), each.due(now)) for each in everything())


def deleted(*, since: date | None = None) -> tuple[Deleted, ...]:
    """What was deleted since a day, the newest day first."""
    rows = Deletion.objects.filter(day__gte=since) if since else Deletion.objects.all()
    return tuple(Deleted(each.day, each.kind, each.count) for each in rows)
