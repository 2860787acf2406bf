"""What the API holds of a person (个人资料里的接口令牌、推送订阅): handed out without what opens or signs anything; deleted, so that nothing opens any more."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext_noop

from gaoxing.office.api.models import Subscription, Token
from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person


def _tokens(person: Person) -> list[dict[str, Any]]:
    return [_token(each) for each in Token.objects.filter(person=person).order_by("pk")]


def _token(token: Token) -> dict[str, Any]:
    told = {"label": token.label, "start": token.start, "scopes": token.scopes}
    return {**told, **{name: _moment(getattr(token, name)) for name in ("made", "until", "used", "ended")}}


def _subscriptions(person: Person) -> list[dict[str, Any]]:
    rows = Subscription.objects.filter(person=person).order_by("pk")
    return [{"url": each.url, "events": each.events, "made": _moment(each.made), "ended": _moment(each.ended)} for each in rows]


def _moment(at: datetime | None) -> str | None:
    return localtime(at).isoformat(timespec="seconds") if at else None


def _token_numbers(person: Person) -> list[int]:
    return list(Token.objects.filter(person=person).values_list("pk", flat=True))


def _subscription_numbers(person: Person) -> list[int]:
    return list(Subscription.objects.filter(person=person).values_list("pk", flat=True))


def _delete_tokens(person: Person, now: datetime) -> int:
    """The tokens, and with each what was answered to its keys; how many tokens."""
    return Token.objects.filter(person=person).delete()[1].get("api.Token", 0)


def _delete_subscriptions(person: Person, now: datetime) -> int:
    return Subscription.objects.filter(person=person).delete()[1].get("api.Subscription", 0)


TOKENS = Holding("api.token", gettext_noop("接口令牌"), _tokens, _token_numbers, _delete_tokens)
SUBSCRIPTIONS = Holding("api.subscription", gettext_noop("推送订阅"), _subscriptions, _subscription_numbers, _delete_subscriptions)
