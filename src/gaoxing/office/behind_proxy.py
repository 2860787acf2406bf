"""The office behind a reverse proxy (反向代理): who really asks, and that they ask over https, taken from the word of a proxy that is trusted, of nobody else.

Without it everybody would come from the proxy's address: the limits on guessing would shut all people out for one, and HSTS would never be sent.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

THIS_MACHINE = "127.0.0.0/8,::1/128"


def proxies(environ: Mapping[str, str]) -> tuple[Network, ...]:
    """The networks of GAOXING_PROXIES; this machine where it is not set and the office is opened over https, else none.

    Raises ImproperlyConfigured with a sentence for what is no address.

    >>> proxies({}), [str(each) for each in proxies({"GAOXING_PROXIES": "10.0.0.5"})]
    ((), ['10.0.0.5/32'])
    """
    usual = THIS_MACHINE if environ.get("GAOXING_ORIGIN", "").startswith("https://") else ""
    text = environ.get("GAOXING_PROXIES", usual)
    try:
        return tuple(ipaddress.ip_network(each.strip()) for each in text.split(",") if each.strip())
    except ValueError:
        raise ImproperlyConfigured(f"GAOXING_PROXIES 要写反向代理的地址或网段，用逗号分开，例如 127.0.0.1,10.0.0.0/24，不能写「{text}」。") from None


class BehindProxy:
    """Stands outermost. What a proxy that is not trusted says is not heard."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer to whoever really asks."""
        if _trusted(request.META.get("REMOTE_ADDR", "")):
            request.META["REMOTE_ADDR"] = _asker(request)
            if settings.SECURE:
                request.META["wsgi.url_scheme"] = "https"
        return self.get_response(request)


def _asker(request: HttpRequest) -> str:
    """The last address told that is no trusted proxy's: what stands before it anybody may have written."""
    told = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    return next((each for each in reversed(told) if _address(each) and not _trusted(each)), str(request.META["REMOTE_ADDR"]))


def _trusted(text: str) -> bool:
    address = _address(text)
    return address is not None and any(address in network for network in settings.PROXIES)


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
