"""What the tick does for projects (到时自动办理): reminds of filings without a start or any procedure, once after so many months each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate

from gaoxing.checks.deadline import months_later
from gaoxing.checks.projects.due import next_due
from gaoxing.office.aftercare import clocking
from gaoxing.office.projects.facts import Pressed
from gaoxing.office.projects.firing import fire
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.queries import figures
from gaoxing.office.refusal import NotAllowed

_AT_ONCE = 200
_SHORT_MONTHS = timedelta(days=3)
"""So much later a month's last day may lie than the same day some months before."""


def remind_due(now: datetime) -> int:
    """Remind whoever is due; how many. A reminder that was missed is not sent behind a later one, and whoever explained is left in peace.

    Nobody is reminded in the quiet hours: the next tick of the day does it.
    """
    if clocking.calendar().may_remind(now) != now:
        return 0
    months = figures(localdate(now))["reminder_months"]
    return sum(_reminded(each, now) for term in sorted(months, reverse=True) for each in _waiting(term, now)[:_AT_ONCE])


def _waiting(term: int, now: datetime) -> QuerySet[Project]:
    """Filings of about so many months that were not reminded of at this term or a later one."""
    since = months_later(localdate(now), -term) + _SHORT_MONTHS
    quiet = Project.objects.filter(state=Project.State.FILED, started=None, procedure=None, explained=None, filed__lte=since)
    return quiet.exclude(reminders__months__gte=term).order_by("filed", "pk").prefetch_related("reminders")


def _reminded(row: Project, now: datetime) -> bool:
    """Whether it was due and reminded; somebody may have been quicker."""
    on = localdate(now)
    sent = [each.months for each in row.reminders.all()]
    found = next_due(row.filed, figures(on)["reminder_months"], sent=sent, on=on) if row.filed else None
    if found is None:
        return False
    try:
        fire(row, Pressed("remind", revision=row.revision, details={"months": found.months}), None, now=now)
    except NotAllowed:
        return False
    return True


DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (("备案满十八、二十三、二十四个月提醒", remind_due),)
"""What the tick runs, with its official term."""
