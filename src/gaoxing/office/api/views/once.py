"""What every address that changes something does alike (幂等): done once under its Idempotency-Key, and answered alike when it comes again."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from gaoxing.office.api.replaying import HEADER, Answered, Request, once
from gaoxing.office.api.views.bearer import caller

KEYED = {
    "parameters": [{"in": "header", "name": HEADER, "required": True, "schema": {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[!-~]+$"}}]
}
"""What the document says of it."""


def done_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, done once a key."""

    @wraps(view)
    def kept(request: HttpRequest, **given: Any) -> HttpResponse:
        asks = caller(request)
        files = [upload for name in sorted(request.FILES) for upload in request.FILES.getlist(name)]
        body = [each for upload in files for each in (str(upload.name).encode(errors="replace"), _bytes(upload))] if files else [request.body]
        sent = repr(sorted(request.POST.lists())).encode() if files else b""
        parts = ((request.method or "").encode(), request.get_full_path().encode(), sent, *body)

        def act() -> Answered:
            response = view(request, **given)
            return Answered(response.status_code, response.content)

        found = once(Request(asks.token, request.headers.get(HEADER, ""), parts), act, now=asks.now)
        headers = {"Idempotency-Replayed": "true"} if found.again else {}
        return HttpResponse(found.content, content_type="application/json", status=found.status, headers=headers)

    kept.__signature__ = inspect.signature(view, eval_str=True)  # type: ignore[attr-defined]
    return kept


def _bytes(upload: Any) -> bytes:
    content: bytes = upload.read()
    upload.seek(0)
    return content
