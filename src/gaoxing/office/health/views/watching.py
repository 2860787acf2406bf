"""The middleware that counts each request and leaves a line of it in the log (请求日志): route, status and time, never an address or a word."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from gaoxing.office.health import counted
from gaoxing.office.log_lines import REQUEST

OF_MACHINES = ("health", "health_ready", "metrics")
"""Routes that are asked all day: they are counted, and logged only where something is wrong."""

_LOG = logging.getLogger("gaoxing.requests")


class Watched:
    """Stands outermost. The request's number goes back as `X-Request-ID`, so that a proxy's log can name it too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, counted."""
        begun, number = time.perf_counter(), secrets.token_hex(8)
        kept = REQUEST.set(number)
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = number
            _noted(request, response.status_code, time.perf_counter() - begun)
            return response
        finally:
            REQUEST.reset(kept)


def _noted(request: HttpRequest, status: int, seconds: float) -> None:
    route = _route(request)
    counted.count(route, status, seconds)
    if route in OF_MACHINES and status < 400:
        return
    told = {"route": route, "method": str(request.method)[:8], "status": status, "ms": round(seconds * 1000, 1), "person": _person(request)}
    _LOG.log(logging.ERROR if status >= 500 else logging.INFO, "request", extra=told)


def _route(request: HttpRequest) -> str:
    found = request.resolver_match
    if found is not None:
        return found.url_name or counted.NOWHERE
    return counted.STATIC if request.path_info.startswith(f"/{settings.STATIC_URL.strip('/')}/") else counted.NOWHERE


def _person(request: HttpRequest) -> int | None:
    """The number of whoever asked, where somebody had to know it anyway: nobody is looked up for the log."""
    known = getattr(request, "_cached_user", None) or getattr(getattr(request, "auth", None), "person", None)
    return getattr(known, "pk", None)
