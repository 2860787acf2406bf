"""Signing in and out (登录、退出): applicants by a code to their mobile number, whoever has a password by that, staff with a second factor behind it."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import authenticate, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_ratelimit.core import is_ratelimited

from gaoxing.office.people import accounts, codes, demo, signing
from gaoxing.office.people.backends import PATH
from gaoxing.office.people.codes import Wait
from gaoxing.office.people.forms import CodeForm, MobileForm, PasswordForm, first_error
from gaoxing.office.people.models import Person
from gaoxing.office.people.sending import sender
from gaoxing.office.people.vault import MOBILE, seal_text, unseal_text
from gaoxing.office.people.views.careful import careful
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import digest
from gaoxing.standards import telephone

PENDING = "signing_in"
"""Where the session keeps the number that a code was sent to, sealed, where to go on, and, in the demonstration, the code."""

AGREED = "privacy_agreed"
"""Told to the request: the privacy page was agreed to while signing in. The front desk keeps it."""

CODES_PER_ADDRESS = "120/h"
"""Codes asked for from one address, whatever the numbers: each costs a message, and troubles whoever did not ask for it."""

_PLACE = "session signing in"


@require_http_methods(["GET", "POST"])
@careful
def sign_in(request: HttpRequest) -> HttpResponse:
    """A mobile number is asked for (GET /sign-in) and sent a code (POST); somebody signed in confirms their own number."""
    own = _own_number(request)
    if request.method == "GET":
        return _asking(request, "people/sign_in.html", own=telephone.mask(own) if own else "")
    form = MobileForm({"who": own} if own else request.POST, agreed=bool(own))
    if not form.is_valid():
        return _asking(request, "people/sign_in.html", first_error(form), form=form, status=HTTPStatus.BAD_REQUEST)
    if is_ratelimited(request, group="codes", key="ip", rate=CODES_PER_ADDRESS, increment=True):
        told = _("从这里要的验证码太多了，为防有人拿它骚扰别人，请过一小时再要；也可以用密码登录，或不登录直接填表。")
        return _asking(request, "people/sign_in.html", told, form=form, status=HTTPStatus.TOO_MANY_REQUESTS)
    number, now = form.cleaned_data["who"], timezone.now()
    sent = codes.send(number, sender(), now=now)
    if isinstance(sent, Wait):
        told = _("验证码发得太多，请在 %(clock)s 之后再要；5 分钟内收到的那条，没有输错 5 次就还能用。") % {"clock": _clock(sent.until)}
        return _asking(request, "people/sign_in.html", told, form=form, status=HTTPStatus.TOO_MANY_REQUESTS)
    pending = {"number": seal_text(number, place=_PLACE), "next": _onward(request)}
    request.session[PENDING] = pending | ({"code": sent} if settings.DEMO else {})
    return redirect("sign_in_code")


@require_http_methods(["GET", "POST"])
@careful
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The code is asked for (GET /sign-in/code) and taken (POST): the applicant is signed in, a new one with a new account."""
    pending: dict[str, Any] = request.session.get(PENDING, {})
    if not pending:
        return redirect("sign_in")
    number, now, form = unseal_text(pending["number"], place=_PLACE), timezone.now(), CodeForm(request.POST or None)
    shown = {"number": telephone.mask(number), "demo_code": pending.get("code", "")}
    if request.method == "GET":
        return _asking(request, "people/sign_in_code.html", **shown)
    right = codes.check(number, form.cleaned_data["code"] if form.is_valid() else "", now=now)
    if isinstance(right, Wait):
        told = _("验证码试错太多次，为防有人乱猜，请在 %(clock)s 之后再试；着急请到窗口办理。") % {"clock": _clock(right.until)}
        return _asking(request, "people/sign_in_code.html", told, status=HTTPStatus.TOO_MANY_REQUESTS, **shown)
    if not right:
        told = _("验证码不对、用过了，或过了 5 分钟。请再看一眼短信；实在不行，重新发一条。")
        return _asking(request, "people/sign_in_code.html", told, status=HTTPStatus.BAD_REQUEST, **shown)
    del request.session[PENDING]
    return _entered(request, number, pending["next"], now)


@require_http_methods(["GET", "POST"])
@careful
def sign_in_password(request: HttpRequest) -> HttpResponse:
    """Account or mobile number and password (GET and POST /sign-in/password); a second factor follows where there is one."""
    if request.method == "GET":
        return _asking(request, "people/sign_in_password.html")
    form = PasswordForm(request.POST)
    if not form.is_valid():
        return _asking(request, "people/sign_in_password.html", first_error(form), form=form, status=HTTPStatus.BAD_REQUEST)
    account = _account(form.cleaned_data["who"])
    person = authenticate(request, account=account, password=form.cleaned_data["password"])
    if person is None:
        locked = _locked_until(account)
        if locked is not None:
            told = _("这个账号输错密码太多次，已经锁住。请在 %(clock)s 之后再试；着急请联系安全管理员解锁。") % {"clock": _clock(locked)}
            return _asking(request, "people/sign_in_password.html", told, form=form, status=HTTPStatus.TOO_MANY_REQUESTS)
        told = _("账号或密码不对。请再输一次；连错 5 次会锁 15 分钟。")
        return _asking(request, "people/sign_in_password.html", told, form=form, status=HTTPStatus.BAD_REQUEST)
    record_authentication(request, person, method="password")
    onward: HttpResponse = perform_login(request, person, email_verification="none", redirect_url=_onward(request) or None)
    return onward


@require_POST
@careful
def sign_out(request: HttpRequest) -> HttpResponse:
    """The session ends (POST /sign-out); what was filled in stays in the account."""
    signing.leave(request, why=signing.LEFT, now=timezone.now())
    response = redirect("start")
    response.delete_cookie(signing.COOKIE, samesite="Lax")
    return response


@require_POST
@careful
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Signed in as one of the demonstration's cast (POST /demo/sign-in); 404 anywhere else."""
    if not settings.DEMO:
        raise Http404
    person = demo.find(request.POST.get("person", ""))
    enter_as(request, person)
    return redirect("staff" if person.is_staff_member else "desk")


def enter_as(request: HttpRequest, person: Person) -> None:
    """Sign in as one of the demonstration's cast, in place of whoever is signed in."""
    if isinstance(request.user, Person):
        signing.leave(request, why=signing.LEFT, now=timezone.now())
    record_authentication(request, person, method="demo", reauthenticated=True)
    setattr(request, AGREED, True)
    login(request, person, backend=PATH)


@require_GET
@careful
def inactive(request: HttpRequest) -> HttpResponse:
    """An account that was closed (GET /sign-in/closed)."""
    raise NotAllowed(_("这个账号已经停用。请联系系统管理员。"))


def _entered(request: HttpRequest, number: str, onward: str, now: datetime) -> HttpResponse:
    person = accounts.applicant_of(number, language=get_language() or "zh-hans", now=now)
    if not person.is_active:
        return redirect("account_inactive")
    record_authentication(request, person, method="code", reauthenticated=True)
    if isinstance(request.user, Person):
        if request.user.pk != person.pk:
            raise NotAllowed(_("这不是您账号的手机号。请先退出，再用这个号码登录。"))
        return redirect(onward or "account")
    setattr(request, AGREED, True)
    person.backend = PATH  # Django's own way to say how somebody came in
    entered: HttpResponse = perform_login(request, person, email_verification="none", redirect_url=onward or reverse("desk"))
    return entered


def _own_number(request: HttpRequest) -> str:
    """The number of whoever is signed in and confirms it; empty for strangers. Staff are not signed in by a number."""
    person = request.user
    if not isinstance(person, Person):
        return ""
    if person.is_staff_member:
        raise NotAllowed(_("工作人员用账号、密码和两步验证登录，不用手机验证码。"))
    return accounts.own(person, "mobile")


def _account(who: str) -> str:
    """The account behind what was typed: an applicant's by their number, else the name itself.

    What is no account may be a number, a name or a password in the wrong field: the lockout keeps a digest of it alone.
    """
    number, name = telephone.compact(who), who.strip().lower()
    if telephone.MOBILE.fullmatch(number):
        known = accounts.find_applicant(number)
        return known.account if known else _nobody(number)
    return name if Person.objects.filter(account=name).exists() else _nobody(name)


def _nobody(typed: str) -> str:
    return f"unknown-{digest(typed, purpose=MOBILE)[:24]}"


def _locked_until(account: str) -> datetime | None:
    attempt = AccessAttempt.objects.filter(username=account, failures_since_start__gte=settings.AXES_FAILURE_LIMIT).order_by("-attempt_time").first()
    return attempt.attempt_time + settings.AXES_COOLOFF_TIME if attempt is not None else None


def _onward(request: HttpRequest) -> str:
    """Where the page was to go on; empty for anything that is not of this office."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if local else ""


def _clock(moment: datetime) -> str:
    return f"{localtime(moment):%H:%M}"


def _asking(request: HttpRequest, template: str, told: str = "", *, status: HTTPStatus = HTTPStatus.OK, **shown: Any) -> HttpResponse:
    return render(request, template, {"told": told, "next": _onward(request), **shown}, status=status)
