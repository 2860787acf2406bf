"""The words in force for a kind of notice (现行模板): the zone's, else those shipped; changed and put back by whoever may, in the audit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.notices.events import Event
from gaoxing.office.notices.models import Template
from gaoxing.office.notices.wording import wrong
from gaoxing.office.refusal import NotAllowed


@dataclass(frozen=True)
class Words:
    """Title and text with their places; `own` where the zone wrote them."""

    title: str
    text: str
    own: bool = False


def words(kind: Event, channel: str, language: str) -> Words:
    """The words in force."""
    found = Template.objects.filter(event=kind.id, channel=channel, language=language).first()
    return Words(found.title, found.text, own=True) if found else shipped(kind, language)


def shipped(kind: Event, language: str) -> Words:
    """The words as they are shipped."""
    return Words(kind.title[language], kind.text[language])


def write(kind: Event, channel: str, language: str, title: str, text: str, *, actor: Actor, now: datetime) -> None:
    """The zone's words from now on. Raises NotAllowed with a sentence where they cannot be used."""
    if told := wrong(kind, title, text):
        raise NotAllowed(told)
    with transaction.atomic():
        place: dict[str, Any] = {"event": kind.id, "channel": channel, "language": language}
        made, _ = Template.objects.update_or_create(**place, defaults={"title": title, "text": text, "changed": now, "changed_by": actor.number})
        audit.write("notice.template_written", actor=actor, subject=made, now=now, details={"title": title, "text": text})


def put_back(kind: Event, channel: str, language: str, *, actor: Actor, now: datetime) -> None:
    """The shipped words from now on."""
    with transaction.atomic():
        found = Template.objects.filter(event=kind.id, channel=channel, language=language).first()
        if found is not None:
            audit.write("notice.template_put_back", actor=actor, subject=found, now=now)
            found.delete()
