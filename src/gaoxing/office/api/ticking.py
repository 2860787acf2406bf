"""What the minute's tick does for the API (例行): sends what is due to other systems, ends tokens on their day."""

from __future__ import annotations

from datetime import datetime

from gaoxing.office.api import delivering, tokens


def _webhooks(now: datetime) -> int:
    return delivering.deliver_due(now=now)


def _tokens(now: datetime) -> int:
    return tokens.end_due(now=now)


DUE = (("推送", _webhooks), ("到期的接口令牌", _tokens))
