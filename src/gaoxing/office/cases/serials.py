"""Case numbers (办件编号): zone, year and a serial, such as 320583-2026-000001. No number is given twice, also to two at once."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.db.models import F
from django.utils.timezone import localdate

from gaoxing.office.cases.models import Serial
from gaoxing.office.zone.queries import profile

_DIGITS = 6


def next_number(*, now: datetime) -> str:
    """The next number of the zone and year. It is taken with the caller's transaction: what is rolled back leaves no gap.

    Raises RuntimeError outside a transaction, where two could be given the same.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a case number is given inside the submission's own transaction")
    region, year = profile().region, localdate(now).year
    row, _ = Serial.objects.get_or_create(region=region, year=year)
    Serial.objects.filter(pk=row.pk).update(last=F("last") + 1)
    row.refresh_from_db()
    return f"{region}-{year}-{row.last:0{_DIGITS}}"
