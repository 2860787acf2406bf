"""Quiet hours (免打扰): from when until when nobody is reminded, by the clock on the wall; what may not wait is not asked about them.

>>> from zoneinfo import ZoneInfo
>>> night = datetime(2026, 11, 25, 23, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
>>> decent(night, time(21), time(8), ZoneInfo("Asia/Shanghai")).isoformat()
'2026-11-26T08:00:00+08:00'
"""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo


def decent(moment: datetime, begins: time, ends: time, zone: tzinfo) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into."""
    local = moment.astimezone(zone)
    clock = local.time()
    if begins <= ends:
        quiet, day = begins <= clock < ends, local.date()
    else:
        quiet, day = clock >= begins or clock < ends, local.date() + timedelta(days=clock >= begins)
    return datetime.combine(day, ends, tzinfo=zone) if quiet else moment
