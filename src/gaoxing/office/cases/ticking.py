"""What the minute's tick does for the cases beside what the front desk's tick names (例行): cases of an earlier edition come into the lists."""

from __future__ import annotations

from datetime import datetime

from gaoxing.office.cases import relisting


def _lists(now: datetime) -> int:
    return relisting.list_due(now=now)


DUE = (("补目录", _lists),)
