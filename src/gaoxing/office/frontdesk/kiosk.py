"""A device that stands in a hall for everybody (自助机): its session ends with the browser and when nobody uses it, and nothing of it stays behind.

Half of the keeping is the page's (`kiosk.js`): three idle minutes, the last of them counted down, then what 办完并清除 does. Without JavaScript nobody
can tell somebody who types a long text from somebody who left; there the page asks after eight minutes, and the session ends after ten.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from gaoxing.office.frontdesk import visitor

ASKED_AFTER = 8 * 60
"""Seconds after which a page without JavaScript asks whether somebody is there."""

ENDED_AFTER = 130
"""Seconds after which the page that asks ends by itself; the session has ended by then."""

_YEAR = 365 * 24 * 60 * 60


class Kiosk:
    """The middleware that ends a kiosk's session ten minutes after its last request and with the browser. It stands outside the session's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, its session cookie one that the browser forgets when it is closed."""
        response = self.get_response(request)
        cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie is not None and cookie.value and visitor.at_kiosk(request):
            cookie["max-age"] = cookie["expires"] = ""
        return response

    def process_view(self, request: HttpRequest, view: Any, positional: Any, named: Any) -> None:
        """Count the minutes afresh from every request but the one that asks whether somebody is there."""
        if visitor.at_kiosk(request) and visitor.consented(request) and not getattr(view, "asks_only", False):
            request.session[visitor.SHARED] = True
            request.session.set_expiry(visitor.AT_KIOSK)


def switch(response: HttpResponse, *, on: bool) -> None:
    """Make this device a kiosk, or an ordinary one again."""
    if on:
        response.set_cookie(visitor.KIOSK, "1", max_age=_YEAR, httponly=True, samesite="Lax", secure=settings.SECURE)
    else:
        response.delete_cookie(visitor.KIOSK, samesite="Lax")


def wipe(request: HttpRequest, response: HttpResponse) -> None:
    """End the session and take every cookie back but the one that makes the device a kiosk; browsers over https clear what pages stored, too."""
    request.session.flush()
    for name in request.COOKIES:
        if name != visitor.KIOSK:
            response.delete_cookie(name, samesite="Lax")
    response["Clear-Site-Data"] = '"storage"'
