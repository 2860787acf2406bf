"""What no database can store (存不了的字符): NUL, which nobody types, is left out of what was asked and typed before anybody looks for it or keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

_NUL, _API = "\x00", "/api/"
_WITH_FILES = "multipart/form-data"


class Storable:
    """The middleware in front of every page. The API refuses NUL itself, blank by blank."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer as it comes."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, positional: Any, named: Any) -> None:
        """Leave NUL out of what was asked and typed. A post with files that nobody has read yet is left unread: it goes without NUL when it is read.

        Raises Http404 where the address itself holds it: nothing has such a name.
        """
        if request.path_info.startswith(_API):
            return
        if _NUL in request.path_info:
            raise Http404
        if _holds(request.GET):
            request.GET = _without(request.GET)  # type: ignore[assignment]
        if request.content_type == _WITH_FILES and not hasattr(request, "_post"):
            request.parse_file_upload = _parsing(request.parse_file_upload)  # type: ignore[method-assign]
        elif _holds(request.POST):
            request.POST = _without(request.POST)  # type: ignore[assignment]


def _parsing(parse: Callable[..., Any]) -> Callable[..., Any]:
    """Reading a post with files, its blanks without NUL; the names of the files come without it from Django's own reader."""

    def parsed(*given: Any) -> Any:
        blanks, files = parse(*given)
        return (_without(blanks) if _holds(blanks) else blanks), files

    return parsed


def _holds(given: QueryDict) -> bool:
    return any(_NUL in each for name, values in given.lists() for each in (name, *values))


def _without(given: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, values in given.lists():
        kept.setlist(name.replace(_NUL, ""), [each.replace(_NUL, "") for each in values])
    kept._mutable = False
    return kept
