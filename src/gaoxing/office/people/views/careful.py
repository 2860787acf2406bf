"""What every view of the people does alike (统一防护): no caching, posts at a human pace, and a sentence for a refusal or a fault."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django_ratelimit import UNSAFE
from django_ratelimit.core import is_ratelimited

from gaoxing.engines.fault import Fault
from gaoxing.office.people.models import Person
from gaoxing.office.people.views.telling import problem
from gaoxing.office.refusal import NotAllowed

PER_ADDRESS = "120/m"
"""Posts from one address; a hall has one address for many."""

View = Callable[..., HttpResponse]


def careful(view: View) -> View:
    """The view, guarded."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        if is_ratelimited(request, group="people", key="ip", rate=PER_ADDRESS, method=UNSAFE, increment=True):
            return problem(request, HTTPStatus.TOO_MANY_REQUESTS, _("操作太快"), _("这一分钟里提交得太多了。请等一分钟再试。"))
        try:
            return view(request, **parts)
        except NotAllowed as refusal:
            return problem(request, HTTPStatus.CONFLICT, _("这一步不能办"), refusal.reason)
        except Fault as fault:
            return problem(request, HTTPStatus.SERVICE_UNAVAILABLE, _("这一步暂时办不成"), fault.message)

    return guarded


def person_of(request: HttpRequest) -> Person:
    """Who is signed in; the guard has seen to it that somebody is."""
    return cast("Person", request.user)
