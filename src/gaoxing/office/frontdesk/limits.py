"""How often one browser may post (限流): generous for someone typing, too little for a machine; and how often one may guess a resume code.

Of 30 ** 12 codes the brake lets 600 an hour be tried in all: with a million drafts to be found, one would be met in about a hundred thousand years.
"""

from __future__ import annotations

import ipaddress
from datetime import datetime, timedelta

from django.core.cache import cache
from django.http import HttpRequest
from django_ratelimit import UNSAFE
from django_ratelimit.core import is_ratelimited

from gaoxing.office.frontdesk.visitor import reference

PER_DRAFT = "300/m"
PER_ADDRESS = "1200/m"

READINGS_PER_DRAFT, READINGS_PER_ADDRESS = "6/m", "300/h"
"""How often a language model may be asked to read: it costs time, and often money. A hall has one address for many."""

WRONG_CODES = 10
"""Wrong resume codes from one address in one hour."""

WRONG_CODES_IN_ALL = 600
"""Wrong resume codes from everywhere in one hour."""

WINDOW = timedelta(hours=1)

_NEIGHBOURS = 64
"""Bits of an IPv6 address that a household has to itself."""


def too_many(request: HttpRequest) -> bool:
    """Whether this post is one too many, for its draft or for the address it comes from."""
    by_draft = bool(is_ratelimited(request, group="draft", key=_draft, rate=PER_DRAFT, method=UNSAFE, increment=True))
    by_address = bool(is_ratelimited(request, group="address", key="ip", rate=PER_ADDRESS, method=UNSAFE, increment=True))
    return by_draft or by_address


def too_many_readings(request: HttpRequest) -> bool:
    """Whether this is one request too many to a language model, for its draft or for the address it comes from."""
    by_draft = bool(is_ratelimited(request, group="model-draft", key=_draft, rate=READINGS_PER_DRAFT, method=UNSAFE, increment=True))
    by_address = bool(is_ratelimited(request, group="model-address", key="ip", rate=READINGS_PER_ADDRESS, method=UNSAFE, increment=True))
    return by_draft or by_address


def wait_for_code(request: HttpRequest, *, now: datetime) -> datetime | None:
    """Count one try of a resume code; None where it may be made, else the time from which one may try again."""
    here = _counted(_address(request), WRONG_CODES, now)
    return here or _counted("", WRONG_CODES_IN_ALL, now)


def right_code(request: HttpRequest) -> None:
    """The try just counted was right: it counts for nothing."""
    for name in (_address(request), ""):
        if cache.get(_tries(name)):
            cache.decr(_tries(name))


def wait_for_link(request: HttpRequest, *, now: datetime) -> datetime | None:
    """Count one opening of a signing link, for its address alone; None where it may be tried."""
    return _counted(_link(request), WRONG_CODES, now)


def right_link(request: HttpRequest) -> None:
    """The link just opened was good: it counts for nothing."""
    if cache.get(_tries(_link(request))):
        cache.decr(_tries(_link(request)))


def _link(request: HttpRequest) -> str:
    return f"link-{_address(request)}"


def _counted(name: str, most: int, now: datetime) -> datetime | None:
    ends = cache.get_or_set(f"{_tries(name)}-end", now + WINDOW, WINDOW.total_seconds())
    if ends is None or ends <= now:
        ends = now + WINDOW
        cache.set(f"{_tries(name)}-end", ends, WINDOW.total_seconds())
        cache.delete(_tries(name))
    cache.add(_tries(name), 0, WINDOW.total_seconds())
    return ends if cache.incr(_tries(name)) > most else None


def _tries(name: str) -> str:
    return f"resume-tries-{name}"


def _address(request: HttpRequest) -> str:
    """Where the request comes from; of IPv6 the first 64 bits."""
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return "unknown"
    return str(address) if address.version == 4 else str(ipaddress.ip_network((address, _NEIGHBOURS), strict=False).network_address)


def _draft(group: str, request: HttpRequest) -> str:
    return str(reference(request) or request.META.get("REMOTE_ADDR", ""))
