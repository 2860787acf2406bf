"""Reading requests (查阅诉求): their words, and whether the same was asked before."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.sealed import SAID, bare, content_place
from gaoxing.office.aftercare.vault import unseal
from gaoxing.office.vault import digest, digests

_OVER = (Request.State.ARCHIVED, Request.State.NOT_ACCEPTED, Request.State.WITHDRAWN, Request.State.DRAFT)


def content_of(row: Request | Part) -> dict[str, Any]:
    """What was said: of a request `words` and `contact`, of a part `words`. Raises a Fault where it does not open."""
    return unseal(row.content, content_place(row))


def said_digest(words: str) -> str:
    """The digest of words to be stored; spaces and points do not make them others."""
    return digest(bare(words), purpose=SAID)


def said_before(words: str, *, owner: int | None, enterprise: str) -> Request | None:
    """The open request in which the same enterprise said the same; None where there is none."""
    whose = Q(enterprise=enterprise) if owner is None else Q(enterprise=enterprise) | Q(owner=owner)
    return Request.objects.exclude(state__in=_OVER).filter(whose, said__in=digests(bare(words), purpose=SAID)).order_by("-pk").first()
