"""Telling other systems that a case went on (推送): an event becomes a row a subscription in the act's own transaction; the tick sends them.

The body holds numbers and states alone: nothing of a person.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gaoxing.office.api.models import Delivery, Subscription
from gaoxing.office.api.sealed import secret_place
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR, Actor
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import office_sealer

EVENTS = {
    "case.submitted": ("submit",),
    "case.corrected": ("correct",),
    "case.accepted": ("accept",),
    "case.correction_asked": ("ask_correction",),
    "case.not_accepted": ("not_accept",),
    "case.decided": ("register", "refuse"),
    "case.withdrawn": ("withdraw",),
    "case.reopened": ("reopen",),
    "case.archived": ("archive",),
}
"""Event → the acts of the casework after which it is sent."""

SECRET = "whsec_"  # noqa: S105 - the beginning of every secret, none itself
_OF_ACT = {act: event for event, acts in EVENTS.items() for act in acts}
_LONGEST = 300


def subscribe(owner: Person | Unit, url: str, events: Collection[str], *, now: datetime, by: Person | None) -> tuple[Subscription, str]:
    """A new subscription of a person or a unit, and its secret, which is shown once. Raises NotAllowed for an address or events that will not do."""
    if not events or set(events) - set(EVENTS):
        raise NotAllowed(_("请选要推送的事件：%(known)s。") % {"known": "、".join(EVENTS)})
    require_url(url)
    secret, whose = SECRET + base64.b64encode(secrets.token_bytes(32)).decode(), {"person": owner} if isinstance(owner, Person) else {"unit": owner}
    made = Subscription(url=url, events=[each for each in EVENTS if each in events], mark=secrets.token_hex(16), made=now, **whose)
    made.secret = office_sealer().seal(secret.encode(), place=secret_place(made))
    with transaction.atomic():
        made.save(force_insert=True)
        audit.write("webhook.subscribed", actor=_actor(by), subject=made, now=now, details={"events": made.events})
    return made, secret


def require_url(url: str) -> None:
    """Pass for an https address without a name or password in it. Raises NotAllowed."""
    try:
        parts = urlsplit(url)
        known = parts.scheme == "https" and parts.hostname and not parts.username and not parts.fragment and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known or len(url) > _LONGEST or not url.isascii() or not url.isprintable() or " " in url:
        raise NotAllowed(_("推送地址要用 https:// 开头的完整网址，不带账号密码，最多 %(most)s 个字符。") % {"most": _LONGEST})


def secret_of(subscription: Subscription) -> str:
    """What signs. Raises a Fault where it does not open."""
    return office_sealer().unseal(bytes(subscription.secret), place=secret_place(subscription)).decode()


def end(subscription: Subscription, *, now: datetime, by: Person | None) -> None:
    """End a subscription for good; what still waits is not sent."""
    with transaction.atomic():
        if Subscription.objects.filter(pk=subscription.pk, ended=None).update(ended=now):
            subscription.deliveries.filter(state__in=(Delivery.State.QUEUED, Delivery.State.FAILED)).update(state=Delivery.State.GIVEN_UP)
            audit.write("webhook.ended", actor=_actor(by), subject=subscription, now=now)


def resume(subscription: Subscription, *, now: datetime, by: Person | None) -> None:
    """Send to a paused subscription again, what it missed too; nothing to one that ended."""
    with transaction.atomic():
        if not Subscription.objects.filter(pk=subscription.pk, ended=None).update(paused=None, failures=0):
            return
        subscription.deliveries.filter(state=Delivery.State.FAILED).update(due=now)
        audit.write("webhook.resumed", actor=_actor(by), subject=subscription, now=now)


def again(delivery: Delivery, *, now: datetime, by: Person | None) -> None:
    """Queue a delivery once more, under its own token."""
    with transaction.atomic():
        Delivery.objects.filter(pk=delivery.pk).update(state=Delivery.State.QUEUED, due=now, tries=0, claimed=None)
        audit.write("webhook.sent_again", actor=_actor(by), subject=delivery, now=now)


def queue(event: CaseEvent, case: Case, now: datetime) -> int:
    """Queue an event for everybody who wants it and may see the case: its owner's systems, and those of the unit that handles it; how many.

    A closed account's or unit's systems are told nothing more.
    """
    name = _OF_ACT.get(event.act)
    if name is None or not case.number:
        return 0
    whose = Q(person=case.owner_id, person__is_active=True) | Q(unit=case.unit_id, unit__closed=None, unit__isnull=False)
    wanted = [each for each in Subscription.objects.filter(whose, ended=None) if name in each.events]
    body = _body(name, event, case)
    rows = [Delivery(subscription=each, token=secrets.token_hex(16), event=name, body=body, due=now, made=now) for each in wanted]
    return len(Delivery.objects.bulk_create(rows))


def _body(name: str, event: CaseEvent, case: Case) -> dict[str, Any]:
    told = {"number": case.number, "matter": case.matter, "state": event.target, "event": event.number, "revision": case.revision}
    return {"type": name, "timestamp": localtime(event.at).isoformat(timespec="seconds"), "data": told}


def _actor(by: Person | None) -> Actor:
    return Actor(by.pk, "system_administrator") if by else OPERATOR
