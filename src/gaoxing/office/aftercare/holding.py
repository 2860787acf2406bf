"""What the requests hold of a person (个人资料里的企业诉求): handed out with their words; deleted so that the counts stay and nobody is behind them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext_noop

from gaoxing.office.aftercare.models import Client, ForceTask, Part, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person


def _rows(person: Person) -> list[dict[str, Any]]:
    return [_row(each) for each in Request.objects.filter(owner=person)]


def _row(request: Request) -> dict[str, Any]:
    made = localtime(request.made).isoformat(timespec="seconds")
    parts = [{"category": each.category, "state": each.state, **content_of(each)} for each in request.parts.all()]
    return {"number": request.number, "enterprise": request.enterprise, "state": request.state, "made": made, "parts": parts, **content_of(request)}


def _numbers(person: Person) -> list[int]:
    return list(Request.objects.filter(owner=person).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    """Empty the words, contacts and notes of the person's requests."""
    own = _numbers(person)
    Part.objects.filter(request__in=own).update(content=b"")
    RequestEvent.objects.filter(subject__in=own).update(note=b"")
    PartEvent.objects.filter(subject__request__in=own).update(note=b"")
    ForceTask.objects.filter(part__request__in=own).update(words=b"", note=b"")
    Client.objects.filter(person=person).update(person=None)
    return Request.objects.filter(pk__in=own).update(owner=None, content=b"", said="", reached="")


HOLDING = Holding("aftercare.request", gettext_noop("企业诉求"), _rows, _numbers, _delete)
