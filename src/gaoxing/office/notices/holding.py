"""What the notices hold of a person (个人资料里的通知): handed out with their words and addresses, deleted with everything else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext_noop

from gaoxing.office.notices import queries
from gaoxing.office.notices.models import Notice
from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person


def _rows(person: Person) -> list[dict[str, Any]]:
    return [_row(each) for each in Notice.objects.filter(person=person.pk).order_by("pk")]


def _row(notice: Notice) -> dict[str, Any]:
    title, text = queries.content_of(notice)
    address = queries.address_of(notice) if notice.address else ""
    told = {"channel": notice.channel, "state": notice.state, "made": localtime(notice.made).isoformat(timespec="seconds")}
    return {**told, "address": address, "title": title, "text": text}


def _numbers(person: Person) -> list[int]:
    return list(Notice.objects.filter(person=person.pk).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    return Notice.objects.filter(person=person.pk).delete()[0]


HOLDING = Holding("notices.notice", gettext_noop("通知"), _rows, _numbers, _delete)
