"""What no database can store (存不了的字符): a request that holds NUL in its address or its blanks is told so, before anybody looks for it or keeps it."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from gaoxing.office.frontdesk import errors

_NUL, _API = "\x00", "/api/"
_TYPED = "application/x-www-form-urlencoded"


class Storable:
    """The middleware in front of every page. The API refuses NUL itself, blank by blank."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer as it comes."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, positional: Any, named: Any) -> HttpResponse | None:
        """400 where the address or a blank holds NUL. A post with files is looked at only where its token was, which has read it."""
        if request.path_info.startswith(_API):
            return None
        posted = request.content_type == _TYPED or hasattr(request, "_post")
        if _NUL not in request.path_info and not _holds(request.GET) and not (posted and _holds(request.POST)):
            return None
        text = _("网址或者填的内容里有存不了的字符（空字符 NUL），没有存。请返回上一页，删掉这个字符再发一次。")
        return errors.problem(request, HTTPStatus.BAD_REQUEST, _("没有看懂这次请求"), text)


def _holds(given: QueryDict) -> bool:
    return any(_NUL in each for name, values in given.lists() for each in (name, *values))
