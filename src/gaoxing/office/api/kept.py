"""How long what belongs to the API is kept (保存期限): answers to keys a day, deliveries a month, tokens and subscriptions a year after they ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from gaoxing.office.api.limits import limit, webhook
from gaoxing.office.api.models import Delivery, Replay, Subscription, Token
from gaoxing.office.api.replaying import due
from gaoxing.office.retention.actions import Kept

_ENDED = f"停用后 {limit('ended_days')} 天"


def _replays(now: datetime) -> QuerySet[Replay]:
    return Replay.objects.filter(made__lte=due(now))


def _deliveries(now: datetime) -> QuerySet[Delivery]:
    return Delivery.objects.filter(made__lt=now - timedelta(days=webhook("kept_days")))


def _tokens(now: datetime) -> QuerySet[Token]:
    return Token.objects.filter(ended__lt=now - timedelta(days=limit("ended_days")))


def _subscriptions(now: datetime) -> QuerySet[Subscription]:
    return Subscription.objects.filter(ended__lt=now - timedelta(days=limit("ended_days")))


KEPT = (
    Kept(
        "api_replay",
        "幂等记录",
        f"{limit('replay_hours')} 小时",
        Replay.objects.count,
        lambda now: _replays(now).count(),
        lambda now: _replays(now).delete()[0],
    ),
    Kept(
        "webhook", "推送", f"{webhook('kept_days')} 天", Delivery.objects.count, lambda now: _deliveries(now).count(), lambda now: _deliveries(now).delete()[0]
    ),
    Kept("api_token", "停用的接口令牌", _ENDED, Token.objects.count, lambda now: _tokens(now).count(), lambda now: _tokens(now).delete()[0]),
    Kept(
        "webhook_ended",
        "停用的推送订阅",
        _ENDED,
        Subscription.objects.count,
        lambda now: _subscriptions(now).count(),
        lambda now: _subscriptions(now).delete()[0],
    ),
)
"""What the minute's tick deletes when it is due."""
