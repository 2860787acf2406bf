"""How long what belongs to clients is kept (保存期限): visits some years, whom to reach a year after the client left the list [K]; the list itself stays."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate

from gaoxing.office.aftercare.models import Client, ClientContact, ClientVisit
from gaoxing.office.retention.actions import Kept

VISIT_DAYS, CONTACT_DAYS = 5 * 365, 365
"""So long after it a visit is kept, and so long after a client's last day on the list whom to reach there; the zone's own figures, not confirmed."""


def visits_due(now: datetime) -> QuerySet[ClientVisit]:
    """Visits that were kept long enough. What they became a request of stays as long as requests do."""
    return ClientVisit.objects.filter(at__lt=now - timedelta(days=VISIT_DAYS))


def contacts_due(now: datetime) -> QuerySet[ClientContact]:
    """Contacts of clients that left the list long enough ago."""
    return ClientContact.objects.filter(client__until__lt=_last_day(now))


def listed_due(now: datetime) -> QuerySet[Client]:
    """Clients that left the list long enough ago and still have the list's own contact."""
    return Client.objects.filter(until__lt=_last_day(now)).exclude(contact=b"")


def _last_day(now: datetime) -> date:
    return localdate(now) - timedelta(days=CONTACT_DAYS)


def _held() -> int:
    return ClientContact.objects.count() + Client.objects.exclude(contact=b"").count()


def _delete_contacts(now: datetime) -> int:
    gone = contacts_due(now).delete()[1].get("aftercare.ClientContact", 0)
    return gone + listed_due(now).update(contact=b"", reached="")


def _delete_visits(now: datetime) -> int:
    return visits_due(now).delete()[1].get("aftercare.ClientVisit", 0)


OF_CLIENTS = (
    Kept("visit", "走访", f"走访后 {VISIT_DAYS} 天", ClientVisit.objects.count, lambda now: visits_due(now).count(), _delete_visits),
    Kept(
        "client_contact",
        "服务对象联系人",
        f"离开名单后 {CONTACT_DAYS} 天",
        _held,
        lambda now: contacts_due(now).count() + listed_due(now).count(),
        _delete_contacts,
    ),
)
"""What the minute's tick deletes of them when it is due."""
