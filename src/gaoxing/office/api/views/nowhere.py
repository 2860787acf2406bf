"""Addresses of the API that are none (没有的接口地址)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from gaoxing.office.api import problems


@csrf_exempt
def nowhere(request: HttpRequest) -> HttpResponse:
    """404 as a problem."""
    return problems.answer(problems.absent())
