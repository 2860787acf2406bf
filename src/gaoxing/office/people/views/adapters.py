"""How allauth is to behave here (登录组件设置): no registration, our pages afterwards, secrets sealed, staff keep a second factor, and our sentences."""

from __future__ import annotations

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import authenticate, login
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gaoxing.office.people.backends import PATH
from gaoxing.office.people.models import Person
from gaoxing.office.people.vault import SECOND_FACTOR, seal_text, unseal_text


def signed_in_just_now(request: HttpRequest) -> bool:
    """Whether the person showed who they are within the last five minutes, in whatever way."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's account pages, as far as they are used."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _("试错太多次。请等 5 分钟再试；着急请联系安全管理员。"),
        "incorrect_password": _("密码不对，请再输一次。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Staff accounts are opened by the system administrator, applicants' by signing in with a code."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff begin at their own page, applicants at the desk."""
        person = request.user
        return reverse("staff" if isinstance(person, Person) and person.is_staff_member else "account")

    def login(self, request: HttpRequest, user: Person) -> None:
        """Sign in under our own backend."""
        login(request, user, backend=PATH)

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Whether this is the person's password; a wrong one counts towards the lockout."""
        return authenticate(self.request, account=user.account, password=password) is not None

    def add_message(self, *arguments: object, **others: object) -> None:
        """The pages tell what was done themselves."""

    def is_reauthentication_required(self, *, app: str, **others: object) -> bool:
        """Not within five minutes of signing in."""
        return not signed_in_just_now(self.request)


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """allauth's second factors."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("动态码不对，或已经用过。请等下一个再输；手机的时间要准。"),
        "cannot_delete_authenticator": _("工作人员必须留一种两步验证。要换手机，请先加一把通行密钥，或请安全管理员重置。"),
    }

    def encrypt(self, text: str) -> str:
        """Sealed as everything else about people is."""
        return seal_text(text, place=SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        """What was sealed."""
        return unseal_text(encrypted_text, place=SECOND_FACTOR)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep at least one factor."""
        strong = Authenticator.objects.filter(user=authenticator.user, type__in=(Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN))
        return not authenticator.user.is_staff_member or strong.exclude(pk=authenticator.pk).exists()
