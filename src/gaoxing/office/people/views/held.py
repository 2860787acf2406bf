"""What was posted when the sign-in had ended, or with a token from before it (没有送出的内容): it stays in the page, to be sent once one is signed in again.

Nothing of it is stored: it lies in the tab in which it was typed, and whoever sends it is judged then.
"""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 — the field's name
_SECRET = "password"  # noqa: S105 — a part of the names of such fields


def posted(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """Name, value and whether to show it, of everything that was posted but the token and passwords."""
    told = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN and _SECRET not in name]
    return [(name, str(value), _written(str(value))) for name, value in told]


def kept(request: HttpRequest, *, signed_out: bool) -> HttpResponse | None:
    """The page that keeps it, 403; None where there is nothing to keep, or part of a page had asked, which keeps its words itself."""
    fields = posted(request)
    if not fields or request.method != "POST" or getattr(request, "htmx", False):
        return None
    title = _("登录已经过期，这一次没有送出") if signed_out else _("页面放得太久，这一次没有送出")
    told = {"title": title, "fields": fields, "signed_out": signed_out, "files": bool(request.FILES)}
    return render(request, "people/held.html", told, status=HTTPStatus.FORBIDDEN)


def from_our_own_page(request: HttpRequest) -> bool:
    """Whether the browser itself says that a page of this office posted it: only then is it offered to be sent again."""
    ours = settings.ORIGIN or f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin") == ours.rstrip("/")


def _written(value: str) -> bool:
    """Whether somebody seems to have written it, rather than the page."""
    return bool(value.strip()) and (not value.isascii() or any(each.isspace() for each in value.strip()))
