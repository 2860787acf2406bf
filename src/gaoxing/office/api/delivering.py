"""Sending what is due to other systems (推送): claimed before it is sent, signed, tried again after growing waits; a receiver that keeps failing rests.

Signed as Standard Webhooks has it: HMAC-SHA256 over `id.timestamp.body`, in base64, behind `v1,`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q
from django.utils.timezone import localdate

from gaoxing import __version__
from gaoxing.engines.fault import Fault
from gaoxing.office.api.limits import waits, webhook
from gaoxing.office.api.models import Delivery, Subscription
from gaoxing.office.api.outbox import SECRET, secret_of
from gaoxing.office.api.reaching import Post, deliver
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.people.models import Person, RoleAssignment
from gaoxing.office.people.roles import Role

State = Delivery.State
CLAIM = timedelta(minutes=10)
_WAITING = (State.QUEUED, State.FAILED)


def deliver_due(*, now: datetime) -> int:
    """Send what is due; how many were taken. A second run finds none; those of one receiver that fails wait for the next run."""
    free = Q(claimed=None) | Q(claimed__lt=now - CLAIM)
    found = Delivery.objects.filter(free, state__in=_WAITING, due__lte=now, subscription__paused=None, subscription__ended=None)
    done, failing = 0, set()
    for each in found.select_related("subscription").order_by("due", "pk")[: webhook("at_once")]:
        if each.subscription_id not in failing and _claimed(each, now=now):
            taken = _tried(each, now=now)
            done += taken
            failing |= set() if taken else {each.subscription_id}
    return done


def signature(secret: str, mark: str, moment: int, body: bytes) -> str:
    """What a receiver works out too: keyed with the bytes that the secret holds behind its first six letters, in base64.

    >>> signature("whsec_eA==", "a", 1, b"{}").startswith("v1,")
    True
    """
    key = base64.b64decode(secret.removeprefix(SECRET))
    mac = hmac.new(key, f"{mark}.{moment}.".encode() + body, hashlib.sha256)
    return f"v1,{base64.b64encode(mac.digest()).decode()}"


def _claimed(delivery: Delivery, *, now: datetime) -> bool:
    """Whether this run took it: it is still free, still due, and its subscription neither rests nor ended since the list was read."""
    free = Delivery.objects.filter(Q(claimed=None) | Q(claimed__lt=now - CLAIM), pk=delivery.pk, state__in=_WAITING, due__lte=now)
    awake = Subscription.objects.filter(paused=None, ended=None).values("pk")
    return bool(free.filter(subscription__in=awake).update(claimed=now, tries=F("tries") + 1))


def _tried(delivery: Delivery, *, now: datetime) -> bool:
    try:
        deliver(_post(delivery, now), seconds=webhook("seconds"), listed=settings.WEBHOOK_NETWORKS)
    except Fault as fault:
        _failed(delivery, fault, now=now)
        return False
    Delivery.objects.filter(pk=delivery.pk).update(state=State.SENT, sent=now, claimed=None, trouble="")
    Subscription.objects.filter(pk=delivery.subscription_id).update(failures=0)
    return True


def _post(delivery: Delivery, now: datetime) -> Post:
    body, moment = json.dumps(delivery.body, ensure_ascii=False).encode(), int(now.timestamp())
    signed = signature(secret_of(delivery.subscription), delivery.token, moment, body)
    told = {"webhook-id": delivery.token, "webhook-timestamp": str(moment), "webhook-signature": signed}
    return Post(delivery.subscription.url, {**told, "Content-Type": "application/json", "User-Agent": f"gaoxing/{__version__}"}, body)


def _failed(delivery: Delivery, fault: Fault, *, now: datetime) -> None:
    tries, plan = delivery.tries + 1, waits()
    over = tries > len(plan)
    changes = {"state": State.GIVEN_UP if over else State.FAILED, "claimed": None, "due": now + timedelta(minutes=plan[min(tries, len(plan)) - 1])}
    Delivery.objects.filter(pk=delivery.pk, state__in=_WAITING).update(trouble=fault.message[:100], **changes)
    Subscription.objects.filter(pk=delivery.subscription_id).update(failures=F("failures") + 1)
    tired = Subscription.objects.filter(pk=delivery.subscription_id, failures__gte=webhook("paused_after"), paused=None)
    if tired.update(paused=now):
        _tell(delivery.subscription_id, now=now)


def _tell(subscription: int, *, now: datetime) -> None:
    """Tell every system administrator that a receiver rests."""
    on = localdate(now)
    holding = RoleAssignment.objects.filter(Q(until=None) | Q(until__gte=on), role=Role.SYSTEM_ADMINISTRATOR, since__lte=on).values("person")
    for each in Person.objects.filter(pk__in=holding, is_active=True):
        notify("webhook_paused", Recipient(each.pk, each.language), {"number": str(subscription)}, now=now, once=f"{subscription} {now:%Y%m%d%H%M}")
