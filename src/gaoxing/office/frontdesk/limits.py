"""How often one browser may post (限流): generous for someone typing, too little for a machine."""

from __future__ import annotations

from django.http import HttpRequest
from django_ratelimit import UNSAFE
from django_ratelimit.core import is_ratelimited

from gaoxing.office.frontdesk.visitor import reference

PER_DRAFT = "300/m"
PER_ADDRESS = "1200/m"


def too_many(request: HttpRequest) -> bool:
    """Whether this post is one too many, for its draft or for the address it comes from."""
    by_draft = bool(is_ratelimited(request, group="draft", key=_draft, rate=PER_DRAFT, method=UNSAFE, increment=True))
    by_address = bool(is_ratelimited(request, group="address", key="ip", rate=PER_ADDRESS, method=UNSAFE, increment=True))
    return by_draft or by_address


def _draft(group: str, request: HttpRequest) -> str:
    return str(reference(request) or request.META.get("REMOTE_ADDR", ""))
