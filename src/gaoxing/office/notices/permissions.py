"""Who may see which notice (通知权限): everybody their own in page, and nobody another's. What was sent elsewhere is shown to nobody."""

from __future__ import annotations

from django.db.models import QuerySet

from gaoxing.office.notices.models import Channel, Notice
from gaoxing.office.people.models import Person


def visible_to(person: Person) -> QuerySet[Notice]:
    """The person's own notices in page."""
    return Notice.objects.filter(person=person.pk, channel=Channel.PAGE)
