"""An address that only a button sends to (只供按钮用的网址), opened as a page: a sentence of what to do instead of an empty page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from gaoxing.office.frontdesk import errors

_API = "/api/"


class OnlyPressed:
    """The middleware that fills an empty 405. The API answers for itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; where it is an empty 405, the same with a page that says what next."""
        response = self.get_response(request)
        if response.status_code != 405 or request.path_info.startswith(_API) or response.streaming or response.content:
            return response
        page = errors.only_pressed(request)
        page["Allow"] = response.headers.get("Allow", "")
        return page
