"""Queuing notices, reading them (通知操作). What is queued is sent by `delivery`; in page it is there at once."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import get_default_timezone

from gaoxing.office.notices.events import CHINESE, LANGUAGES, Event, event
from gaoxing.office.notices.models import Channel, Notice
from gaoxing.office.notices.queries import place
from gaoxing.office.notices.quiet import decent
from gaoxing.office.notices.templates_in_force import words
from gaoxing.office.notices.wording import filled
from gaoxing.office.vault import office_sealer
from gaoxing.office.zone.queries import profile

State = Notice.State


@dataclass(frozen=True, repr=False)
class Recipient:
    """Whom to tell: the number of their account (0: none), their language, and where they are reached by channel; in page everybody with a number is."""

    person: int = 0
    language: str = CHINESE
    addresses: Mapping[str, str] = field(default_factory=dict)


def notify(kind: str, to: Recipient, values: Mapping[str, str], *, now: datetime, once: str = "") -> tuple[Notice, ...]:
    """Queue a notice by every channel by which the recipient is reached; those that are new. `once` names the reason: for the same one none is queued twice.

    Raises KeyError where a value is lacking that the words name, for a kind that is not there: a mistake of the code.
    """
    known = event(kind)
    channels = [*([Channel.PAGE] if to.person else []), *(each for each in Channel.values if to.addresses.get(each))]
    made = [_queued(known, to, str(channel), values, now=now, once=once) for channel in channels]
    return tuple(each for each in made if each is not None)


def mark_read(person: int, number: int, *, now: datetime) -> bool:
    """The person read a notice in page; whether it was unread."""
    own = Notice.objects.filter(pk=number, person=person, channel=Channel.PAGE, state=State.DELIVERED)
    return bool(own.update(state=State.READ, read=now))


def mark_all_read(person: int, *, now: datetime) -> int:
    """The person read all notices in page; how many were unread."""
    return Notice.objects.filter(person=person, channel=Channel.PAGE, state=State.DELIVERED, due__lte=now).update(state=State.READ, read=now)


def _queued(kind: Event, to: Recipient, channel: str, values: Mapping[str, str], *, now: datetime, once: str) -> Notice | None:
    language = to.language if to.language in LANGUAGES else CHINESE
    zone, said = profile(), words(kind, channel, language)
    whole = {"zone": zone.name, **values}
    content = json.dumps([filled(said.title, whole), filled(said.text, whole)], ensure_ascii=False).encode()
    token, sealer, in_page = secrets.token_hex(16), office_sealer(), channel == Channel.PAGE
    row = {
        "token": token,
        "person": to.person,
        "event": kind.id,
        "channel": channel,
        "language": language,
        "address": b"" if in_page else sealer.seal(to.addresses[channel].encode(), place=place(token, "address")),
        "content": sealer.seal(content, place=place(token, "content")),
        "state": State.DELIVERED if in_page else State.QUEUED,
        "urgent": kind.urgent,
        "once": once,
        "due": now if kind.urgent or in_page else decent(now, *zone.quiet, get_default_timezone()),
        "until": now + timedelta(minutes=kind.minutes) if kind.minutes else None,
        "made": now,
        "sent": now if in_page else None,
    }
    try:
        with transaction.atomic():
            return Notice.objects.create(**row)
    except IntegrityError:
        return None
