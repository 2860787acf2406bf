"""Which language the pages speak (界面语言): Chinese, whatever the browser says; English only where the visitor chose it.

The choice lies in a cookie; the official form, its values and what was said stay Chinese in either.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

COOKIE = "language"
CHINESE, ENGLISH = "zh-hans", "en"


def chosen(request: HttpRequest) -> str:
    """The visitor's language: `zh-hans`, or `en` where the cookie says so."""
    return ENGLISH if request.COOKIES.get(COOKIE) == ENGLISH else CHINESE


class Speaking:
    """The middleware that answers each request in its visitor's language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, made in the language chosen; the thread speaks Chinese again afterwards."""
        with translation.override(chosen(request)):
            return self.get_response(request)
