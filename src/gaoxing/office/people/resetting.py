"""Proofs given anew (重置): the second factor by the security administrator, the password by the system administrator.

Whoever could give both would come in as anybody. For one of the three administrations the two never follow each other without the person between them:
who has lost both gets another account.
"""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.people import accounts, signing, trail
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import has_factor, permit
from gaoxing.office.people.roles import ADMINISTRATORS
from gaoxing.office.refusal import NotAllowed


@transaction.atomic
def reset_factors(person: Person, *, by: Person, now: datetime) -> None:
    """Take the second factors away; the password stays, and who has it sets another factor up. Never one's own."""
    permit(by, "reset_second_factor", on=localdate(now))
    if person.pk == by.pk:
        raise NotAllowed(_("不能重置自己的两步验证，请另一位安全管理员来办。"))
    if person.password_due and _administers(person):
        raise NotAllowed(_("这位管理员的密码是别人给的，本人还没有改，现在不能再重置两步验证。请等本人登录改好；两样都没有了，请停用这个账号，另开一个。"))
    Authenticator.objects.filter(user=person).delete()
    _out(person, now)
    trail.record("reset_second_factor", by=by, about=person, now=now)


@transaction.atomic
def reset_password(person: Person, *, by: Person, now: datetime) -> str:
    """A new first password, shown once and to be changed; the second factors stay, and are still asked for. Never one's own."""
    permit(by, "add_person", on=localdate(now))
    if person.pk == by.pk:
        raise NotAllowed(_("自己的密码请在“我的账号”里改。"))
    if _administers(person) and not has_factor(person):
        raise NotAllowed(_("这位管理员现在没有两步验证，不能再由别人给密码。请本人用原来的密码登录，设好两步验证；两样都没有了，请停用这个账号，另开一个。"))
    password = accounts.first_password()
    person.set_password(password)
    person.password_due = True
    person.save(update_fields=["password", "password_due"])
    _out(person, now)
    trail.record("reset_password", by=by, about=person, now=now, under="add_person")
    return password


def _administers(person: Person) -> bool:
    return person.assignments.filter(role__in=ADMINISTRATORS).exists()


def _out(person: Person, now: datetime) -> None:
    AccessAttempt.objects.filter(username=person.account).delete()
    signing.end_all(person, why=signing.ENDED, now=now)
