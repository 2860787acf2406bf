"""A sentence for every kind of trouble on the people's pages (出错页面): what, why, what next."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def problem(request: HttpRequest, status: HTTPStatus, title: str, text: str, *, sign_in: bool = False) -> HttpResponse:
    """A page of its own, or, where a part of a page had asked, a notice on that page; `sign_in` offers the way in."""
    partly = bool(getattr(request, "htmx", False))
    template = "frontdesk/notice.html" if partly else "people/problem.html"
    return render(request, template, {"title": title, "text": text, "partly": partly, "sign_in": sign_in}, status=status)
