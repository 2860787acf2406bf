"""How the API answers (应答): JSON in the asker's language, nothing stored by anybody between, no cookies, and every error a problem document."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from pydantic import BaseModel

from gaoxing.office.api import problems
from gaoxing.office.api.problems import Problem

ROOM = "/api/"
"""Everything below it is the API; the page of the document, at /api, is a page."""

_WORDS = {400: "unreadable", 403: "not_permitted", 404: "absent", 405: "method", 413: "too_large", 429: "hurried", 503: "outage"}
_JSON = ("application/json", "application/*", "*/*", "application/problem+json")


class Answering:
    """The middleware around every address of the API. It stands inside the one that speaks the visitor's language, for here the header says it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; pages pass untouched."""
        if not request.path_info.startswith(ROOM):
            return self.get_response(request)
        request.COOKIES = {}
        with translation.override(_language(request)):
            response = self._answered(request)
            if response.status_code >= 400 and not response.get("Content-Type", "").startswith(problems.MEDIA_TYPE):
                response = _told(response)
        response["Cache-Control"] = "no-store"
        response["Content-Language"] = _language(request)[:2]
        response["Vary"] = "Accept-Language, Authorization"
        response.cookies.clear()
        return response

    def _answered(self, request: HttpRequest) -> HttpResponse:
        """The answer of the rooms behind; none of them is asked for what no address can hold."""
        if "\x00" in request.path_info:
            return problems.answer(problems.absent())
        return self.get_response(request) if _acceptable(request) else problems.answer(Problem(406, "not_acceptable"))


def answer(payload: BaseModel, status: int = 200) -> HttpResponse:
    """A payload as JSON."""
    return HttpResponse(payload.model_dump_json().encode(), content_type="application/json", status=status)


def _language(request: HttpRequest) -> str:
    """English where the header's first choice is; Chinese else."""
    first = request.headers.get("Accept-Language", "").split(",")[0].strip().lower()
    return "en" if first.startswith("en") else "zh-hans"


def _acceptable(request: HttpRequest) -> bool:
    wanted = [each.partition(";")[0].strip().lower() for each in request.headers.get("Accept", "*/*").split(",")]
    return request.path_info.endswith("/content") or any(each in _JSON for each in wanted if each) or wanted == [""]


def _told(response: HttpResponse) -> HttpResponse:
    """An error that something before or behind the API answered, as a problem."""
    status = response.status_code
    headers = {name: response[name] for name in ("Allow", "Retry-After") if name in response}
    return problems.answer(Problem(status, _WORDS.get(status, "broken" if status >= 500 else "unreadable"), headers=headers))
