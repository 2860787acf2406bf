"""Photos and papers of a request (诉求的照片和材料): they lie with its case at the desk; whoever may see the request, or their part, opens them.

A request that did not come from the desk gets such a case when its first file comes; the room that has the cases enters how (`enter`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.permissions import parts_of_unit, whole_to
from gaoxing.office.attachments import actions as attachments
from gaoxing.office.attachments.actions import Sent
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.models import Person

_PART = "诉求第{number}件"
"""To what a file that was sent for one part belongs; what belongs to none was sent with the request and concerns every part."""

_OPENERS: list[Callable[[Request, datetime], int]] = []


def enter(opener: Callable[[Request, datetime], int]) -> None:
    """Let this open the case of a request that has none: it gives its number."""
    _OPENERS[:] = [opener]


def receive(request: Request, sent: Sent, *, part: Part | None, actor: Actor, now: datetime) -> Attachment:
    """Take a file in for a request, or for one part of it. Raises NotAllowed with a sentence where it is not to be taken, a Fault where it cannot be stored."""
    material = _PART.format(number=part.number) if part else ""
    return attachments.receive(_case(request, now), sent, material=material, actor=actor, now=now)


def of(request: Request) -> tuple[Attachment, ...]:
    """All files of a request, oldest first."""
    return tuple(Attachment.objects.filter(case=request.case)) if request.case is not None else ()


def of_part(part: Part) -> tuple[Attachment, ...]:
    """What the unit of a part sees: the files that were sent with the request, and those for this very part."""
    mine = _PART.format(number=part.number)
    others = {_PART.format(number=each) for each in part.request.parts.exclude(pk=part.pk).values_list("number", flat=True)}
    return tuple(each for each in of(part.request) if each.material == mine or each.material not in others)


def one(request: Request, number: int, person: Person, *, on: date) -> Attachment | None:
    """A file of a request where the person may see it: the whole request's, or that of a part they handle; None else, whether there is one or not."""
    if whole_to(person, on=on).filter(pk=request.pk).exists():
        found = of(request)
    else:
        found = tuple(each for part in parts_of_unit(person, on=on).filter(request=request) for each in of_part(part))
    return next((each for each in found if each.pk == number), None)


def _case(request: Request, now: datetime) -> int:
    """The case at the desk under which a request's files lie; opened for a request that has none."""
    with transaction.atomic():
        found = Request.objects.select_for_update().get(pk=request.pk)
        if found.case is None:
            found.case = _OPENERS[0](found, now)
            found.save(update_fields=["case"])
    request.case = found.case
    return found.case
