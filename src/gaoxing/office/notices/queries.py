"""What can be asked of notices (通知查询)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from gaoxing.office.notices.models import Channel, Notice
from gaoxing.office.vault import office_sealer

MOST_SHOWN = 200
"""Notices that a page lists; older ones go by their date."""


@dataclass(frozen=True)
class Shown:
    """A notice as its person reads it."""

    number: int
    title: str
    text: str
    at: datetime
    unread: bool


def inbox(person: int) -> tuple[Shown, ...]:
    """The notices in page of a person, the newest first. Raises a Fault where one does not open."""
    return tuple(_shown(each) for each in _in_page(person)[:MOST_SHOWN])


def unread(person: int) -> int:
    """How many of them are unread."""
    return _in_page(person).filter(state=Notice.State.DELIVERED).count()


def content_of(notice: Notice) -> tuple[str, str]:
    """Title and text. Raises a Fault where they do not open."""
    title, text = json.loads(office_sealer().unseal(bytes(notice.content), place=place(notice.token, "content")))
    return title, text


def address_of(notice: Notice) -> str:
    """Where it goes. Raises a Fault where it does not open."""
    return office_sealer().unseal(bytes(notice.address), place=place(notice.token, "address")).decode()


def place(token: str, column: str) -> str:
    """The place to which a sealed column belongs."""
    return f"notices.notice:{token}:{column}"


def troubles(*, now: datetime) -> dict[str, int]:
    """How many notices of the last week failed or were given up, by channel: the operator's sign."""
    lately = Notice.objects.filter(state__in=(Notice.State.FAILED, Notice.State.GIVEN_UP), made__gt=now - timedelta(days=7))
    found: dict[str, int] = {}
    for channel in lately.values_list("channel", flat=True):
        found[channel] = found.get(channel, 0) + 1
    return found


def _in_page(person: int) -> QuerySet[Notice]:
    return Notice.objects.filter(person=person, channel=Channel.PAGE)


def _shown(notice: Notice) -> Shown:
    title, text = content_of(notice)
    return Shown(notice.pk, title, text, notice.made, notice.state == Notice.State.DELIVERED)
