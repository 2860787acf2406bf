"""Who has how much in hand (工作量): open, due today, past due, and decided since Monday, for each of the colleagues and for what nobody has in hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Count, Q
from django.utils.timezone import get_default_timezone, localdate

from gaoxing.office.cases import lights
from gaoxing.office.cases.colleagues import colleagues, reach
from gaoxing.office.cases.models import CaseEvent
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.queue import OPEN
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.people.models import Person

DECISIONS = ("register", "refuse", "not_accept")


@dataclass(frozen=True)
class Load:
    """What somebody has in hand; `person` None: nobody. `gone`: they handle no cases here any more, so that theirs are to be handed over."""

    person: Person | None
    open: int = 0
    today: int = 0
    red: int = 0
    decided: int = 0
    gone: bool = False


def workload(person: Person, *, now: datetime) -> tuple[Load, ...]:
    """A row a colleague of the person's, by account, one for those who left cases behind, and one for what nobody has in hand at the end."""
    counts, decided, known = _open(person, now), _decided(now), colleagues(person, now=now)
    left = Person.objects.filter(pk__in=[each for each in counts if each is not None]).exclude(pk__in=[each.pk for each in known]).order_by("account")
    rows = [_load(each, counts, decided) for each in known]
    rows += [_load(each, counts, decided, gone=True) for each in left]
    return (*rows, Load(None, *counts.get(None, (0, 0, 0))))


def monday(now: datetime) -> datetime:
    """The beginning of the moment's week."""
    day = localdate(now)
    return datetime.combine(day - timedelta(days=day.weekday()), time.min, get_default_timezone())


def _load(person: Person, counts: Mapping[int | None, tuple[int, int, int]], decided: Mapping[int, int], *, gone: bool = False) -> Load:
    return Load(person, *counts.get(person.pk, (0, 0, 0)), decided.get(person.pk, 0), gone)


def _open(person: Person, now: datetime) -> dict[int | None, tuple[int, int, int]]:
    visible = visible_to(person, on=localdate(now), act=HANDLE).filter(reach(person, now=now), state__in=OPEN, rank__isnull=False)
    today, red = Count("pk", filter=lights.condition(lights.TODAY, now=now)), Count("pk", filter=Q(rank__lt=now))
    rows = visible.order_by().values_list("handler").annotate(open=Count("pk"), today=today, red=red)
    return {handler: (count, due, late) for handler, count, due, late in rows}


def _decided(now: datetime) -> dict[int, int]:
    return dict(
        CaseEvent.objects.filter(act__in=DECISIONS, at__gte=monday(now), at__lte=now, by__isnull=False)
        .order_by()
        .values_list("by")
        .annotate(decided=Count("pk"))
    )
