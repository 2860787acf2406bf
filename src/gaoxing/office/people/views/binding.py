"""The middleware that takes a signed-in session only from its own browser, and ends it in time (会话绑定)."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from gaoxing.office.people import signing
from gaoxing.office.people.models import Person
from gaoxing.office.people.views.telling import problem


class Bound:
    """Stands behind the session's and the sign-in's middleware; strangers pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; a sentence where the session is refused."""
        person = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        if isinstance(person, Person) and (why := signing.why_refused(request, person, now=timezone.now())):
            signing.leave(request, why=why, now=timezone.now())
            return _refused(request, why)
        response = self.get_response(request)
        if request.session.get(signing.BOUND):
            signing.keep(request, response, secure=settings.SECURE, now=timezone.now())
        return response


def enter(sender: object, request: HttpRequest, user: Person, **others: Any) -> None:
    """Whoever has just signed in is bound to this browser."""
    ways = dict.fromkeys(str(each.get("type", each["method"])) for each in get_authentication_records(request, user))
    signing.begin(request, user, way="+".join(ways)[:32], now=timezone.now())


def _refused(request: HttpRequest, why: str) -> HttpResponse:
    told = {
        signing.STOLEN: _("这次登录是在另一个浏览器里办的，为防冒用，已经让它退出。请重新登录；如果不是您自己换了浏览器，请登录后看看“我的登录”并改密码。"),
        signing.IDLE: _("太久没有操作，已经自动退出。请重新登录，您填的都还在账号里。"),
        signing.OLD: _("这次登录已经到了最长时间，自动退出了。请重新登录，您填的都还在账号里。"),
    }
    return problem(request, HTTPStatus.FORBIDDEN, _("已经退出登录"), told.get(why, _("这次登录已经结束。请重新登录。")), sign_in=True)
