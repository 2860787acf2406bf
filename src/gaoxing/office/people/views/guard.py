"""The middleware that opens a route only to whom the tables name (网址守卫): strangers are led to the sign-in, others told why not."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gaoxing.office.people import routes
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import has_factor
from gaoxing.office.people.remembering import remembering
from gaoxing.office.people.routes import Answer
from gaoxing.office.people.views.adapters import signed_in_just_now
from gaoxing.office.people.views.held import kept
from gaoxing.office.people.views.telling import problem

READING = ("GET", "HEAD")

SETTING_UP = ("account_change_password", "account_logout", "account_reauthenticate", "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes")
"""Where one of the staff may go before they have a password of their own and a second factor."""


class Guard:
    """Stands innermost: whoever gets past it is shown in by the tables."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; while one only reads, roles are asked for once."""
        if request.method not in READING:
            return self.get_response(request)
        with remembering():
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, positional: Any, named: Any) -> HttpResponse | None:
        """None to go on, else what to answer instead."""
        name = request.resolver_match.url_name if request.resolver_match else None
        route = routes.table().get(name or "")
        if route is not None and route.kind in routes.UNGUARDED:
            return None
        person = request.user if isinstance(request.user, Person) else None
        answer = routes.answer(name, person, on=timezone.localdate())
        if answer is Answer.SIGN_IN:
            return kept(request, signed_out=True) or redirect(_way_in(request))
        if answer is not Answer.OPEN or person is None or route is None:
            return problem(request, HTTPStatus.FORBIDDEN, _("不能打开这一页"), _("您的账号没有用这一页的权限。需要的话请找安全管理员任命角色。"))
        return _unready(person, name or "") or (_asked_again(request, person) if route.fresh else None)


def _way_in(request: HttpRequest) -> str:
    """The page of signing in, which leads back to what was to be read."""
    return reverse("sign_in") + (f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else "")


def _unready(person: Person, name: str) -> HttpResponse | None:
    """Where one of the staff goes first: to a password of their own, and a second factor."""
    if not person.is_staff_member or name in SETTING_UP:
        return None
    if person.password_due:
        return redirect("account_change_password")
    return None if has_factor(person) else redirect("mfa_activate_totp")


def _asked_again(request: HttpRequest, person: Person) -> HttpResponse | None:
    """Who one is, once more: by the second factor or the password, for those who have neither by a code."""
    if signed_in_just_now(request):
        return None
    known = Authenticator.objects.filter(user=person).exists() or person.has_usable_password()
    back = request.get_full_path() if request.method == "GET" else reverse("account")
    return redirect(f"{reverse('account_reauthenticate' if known else 'sign_in')}?{urlencode({'next': back})}")
