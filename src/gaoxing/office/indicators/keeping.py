"""Keeping what was computed (留存计算的数): a figure is kept when its period is over and computed anew for some time; where it differs both stand.

A kept value is never changed: the new one restates it, and says so.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import CLOCK
from gaoxing.office.indicators.computing.registry import compute
from gaoxing.office.indicators.definitions import Indicator, indicators
from gaoxing.office.indicators.models import OWN_SOURCE, Recount, Value
from gaoxing.office.indicators.periods import MONTH, QUARTER, YEAR, Period, newest
from gaoxing.office.people.remembering import remembering

KEPT = Value.Origin.KEPT
REASON = "复算与留存的数不同"
"""Why a kept value was restated; pages say it in their own language."""

AT_ONCE = 40
"""Figures that one tick computes."""

BACK = {MONTH: 13, QUARTER: 5, YEAR: 2}
"""How many periods of each kind, the newest first, are kept and computed anew each day."""

_ONLY = 1
_EXACT = Decimal("0.000001")


def keep_due(now: datetime) -> int:
    """Compute the next of what is to be computed today: keep it where nothing was kept, restate it where it differs; how many were computed."""
    today = localdate(now)
    row, _fresh = Recount.objects.get_or_create(pk=_ONLY, defaults={"day": today})
    begun = row.done if row.day == today else 0
    places = _places(today)[begun : begun + AT_ONCE]
    with remembering():
        for wanted, period in places:
            _keep(wanted, period, now)
    if places:
        Recount.objects.filter(pk=_ONLY).update(day=today, done=begun + len(places))
    return len(places)


def _places(today: date) -> list[tuple[Indicator, Period]]:
    """What is computed on a day, period by period, so that what the indicators share is asked once."""
    computed = [each for each in indicators().values() if each.computed]
    over = [each for kind, count in BACK.items() for each in newest(kind, on=today, count=count + 1)[1:]]
    return [(wanted, period) for period in over for wanted in computed if period.kind in wanted.kinds]


def _keep(wanted: Indicator, period: Period, now: datetime) -> None:
    found = compute(wanted, period, now=now)
    if found is None or found.value is None:
        return
    value = found.value.quantize(_EXACT, ROUND_HALF_UP)
    place = {"indicator": wanted.id, "period": str(period), "source": OWN_SOURCE, "scope": wanted.scope}
    former = Value.objects.filter(current=True, **place).first()
    if former is not None and former.value == value:
        return
    with suppress(IntegrityError), transaction.atomic():
        if former is not None:
            Value.objects.filter(pk=former.pk, current=True).update(current=False)
        told = {"origin": KEPT, "dated": period.last, "at": now, "restates": former, "reason": REASON if former else ""}
        made = Value.objects.create(value=value, **place, **told)
        audit.write("indicator.recounted" if former else "indicator.kept", actor=CLOCK, subject=made, now=now, details=place)
