"""Whom a unit reaches at the enterprise (企业联系人): masked until somebody says why, which is kept before it is shown and which the enterprise sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.aftercare import revealing
from gaoxing.office.aftercare.models import Part, RequestReveal
from gaoxing.office.aftercare.permissions import parts_visible_to
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.sealed import reveal_place
from gaoxing.office.aftercare.vault import seal
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.masking import mask, mask_contacts
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

PATH = "reach"
"""What a unit is shown: whom to reach, how, and the words of its own part."""


@dataclass(frozen=True, repr=False)
class Reached:
    """Whom to reach, how, and what this part is about; masked or whole."""

    name: str
    mobile: str
    words: str


def masked(part: Part) -> Reached:
    """The same as staff see it before they give a reason. Raises a Fault where it does not open."""
    found = whole(part)
    return Reached(found.name[:1] + "*" * max(len(found.name) - 1, 0), mask(found.mobile), mask_contacts(found.words))


def masked_words(part: Part) -> str:
    """The words of a part alone, masked. Raises a Fault where they do not open."""
    return mask_contacts(str(content_of(part).get("words", "")))


def whole(part: Part) -> Reached:
    """The same unmasked. Raises a Fault where it does not open."""
    told = content_of(part.request)
    return Reached(str(told.get("contact", "")), str(told.get("mobile", "")), str(content_of(part).get("words", "")))


@transaction.atomic
def reveal(part: Part, reason: str, words: str, by: Person, *, now: datetime) -> Reached:
    """Keep that the person is shown whom to reach, and why; and only then give it.

    Raises NotAllowed where the part is not theirs, or the reason, the words or the hour stands in the way.
    """
    roles = roles_on(part, by, now=now)
    if not roles or not parts_visible_to(by, on=localdate(now)).filter(pk=part.pk).exists():
        raise NotAllowed(_("这一件不归您办，联系方式不能显示。"))
    plain = revealing.plain(reason, words)
    revealing.require_room(by, now=now)
    made = RequestReveal.objects.create(request=part.request, path=PATH, by=by, reason=reason, at=now)
    made.words = seal({"words": plain}, reveal_place(made))
    made.save(update_fields=["words"])
    told = {"path": PATH, "part": part.number}
    audit.write("request.revealed", actor=Actor(by.pk, roles[0]), subject=part.request, now=now, reason=reason, details=told)
    return whole(part)
