"""Accounts (账号): applicants open theirs with their mobile number, staff accounts are opened by the system administrator or at the machine."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.people import trail
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.vault import MOBILE, seal, unseal
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import digest, digests
from gaoxing.standards import telephone
from gaoxing.standards.expression import expression

COLUMNS = ("name", "mobile", "email")
"""What is sealed of a person."""

ACCOUNT = expression(r"[a-z][a-z0-9.-]{2,31}")
"""A staff account: small letters, digits, dots and dashes."""

LONGEST_NAME = 30

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


def find_applicant(mobile: str) -> Person | None:
    """The applicant with this mobile number, under the key in use or an earlier one; staff are never found by a number."""
    return Person.objects.filter(kind=Person.Kind.APPLICANT, mobile_digest__in=digests(mobile, purpose=MOBILE)).first()


@transaction.atomic
def applicant_of(mobile: str, *, language: str, now: datetime) -> Person:
    """The applicant with this mobile number; a new account where there is none."""
    known = find_applicant(mobile)
    if known is not None:
        return known
    try:
        with transaction.atomic():
            account = f"applicant-{secrets.token_hex(8)}"
            made = Person(account=account, kind=Person.Kind.APPLICANT, language=language, joined=now, mobile_digest=digest(mobile, purpose=MOBILE))
            made.set_unusable_password()
            made.save()
            _keep(made, mobile=mobile)
    except IntegrityError:
        return Person.objects.get(kind=Person.Kind.APPLICANT, mobile_digest=digest(mobile, purpose=MOBILE))
    trail.record("open_account", by=made, about=made, now=now)
    return made


@transaction.atomic
def open_staff(account: str, name: str, *, by: Person | None, now: datetime, demo: bool = False, closed: bool = False) -> tuple[Person, str]:
    """A staff account without any role, and its first password, which is shown once and to be changed. `by` is None at the machine itself.

    `closed`: no password opens it, and none is given.
    """
    if by is not None:
        permit(by, "add_person", on=localdate(now))
    wanted, password = account.strip().lower(), "" if closed else first_password()
    if not ACCOUNT.fullmatch(wanted):
        raise NotAllowed(_("账号要用 3 到 32 个小写字母、数字、点或短横线，以字母开头，例如 zhang.wei。"))
    if not name.strip() or len(name.strip()) > LONGEST_NAME:
        raise NotAllowed(_("请写上姓名，最多 30 个字。"))
    try:
        with transaction.atomic():
            made = Person(account=wanted, kind=Person.Kind.STAFF, joined=now, password_due=True, demo=demo)
            made.set_password(password or None)
            made.save()
            _keep(made, name=name.strip())
    except IntegrityError:
        raise NotAllowed(_("账号 %(account)s 已经有人用了，请换一个。") % {"account": wanted}) from None
    trail.record("add_person", by=by, about=made, now=now)
    return made, password


@transaction.atomic
def correct(person: Person, *, now: datetime, **given: str) -> None:
    """Keep another name or e-mail address (`name`, `email`); whatever else is given is refused."""
    if set(given) - {"name", "email"}:
        raise NotAllowed(_("这一项不能在这里改。"))
    _keep(person, **given)
    trail.record("correct_person", by=person, about=person, now=now, columns=sorted(given))


@transaction.atomic
def set_work_telephone(person: Person, number: str, *, now: datetime) -> None:
    """Keep the number by which somebody of the staff is reached; empty takes it away. Nobody signs in with it, and nobody is found by it."""
    if not person.is_staff_member:
        raise NotAllowed(_("这一项不能在这里改。"))
    _keep(person, mobile=number)
    trail.record("set_work_telephone", by=person, about=person, now=now)


@transaction.atomic
def change_mobile(person: Person, mobile: str, *, now: datetime) -> None:
    """The number that was just shown to be theirs becomes the applicant's."""
    other = find_applicant(mobile)
    if other is not None and other.pk != person.pk:
        raise NotAllowed(_("这个手机号已经有账号了。请用它登录；要合并两个账号请到窗口办理。"))
    with transaction.atomic():
        person.mobile_digest = digest(mobile, purpose=MOBILE)
        person.save(update_fields=["mobile_digest"])
        _keep(person, mobile=mobile)
    trail.record("change_mobile", by=person, about=person, now=now)


@transaction.atomic
def change_password(person: Person, password: str, *, now: datetime) -> None:
    """Keep a password of the person's own. Refuses one that is too short, all digits, or the one they were given."""
    try:
        validate_password(password, person)
    except ValidationError as refused:
        raise NotAllowed("".join(str(each) for each in refused.messages)) from None
    if person.has_usable_password() and person.check_password(password):
        raise NotAllowed(_("新密码和原来的一样，请换一个。"))
    person.set_password(password)
    person.password_due = False
    person.save(update_fields=["password", "password_due"])
    trail.record("change_password", by=person, about=person, now=now)


@transaction.atomic
def set_active(person: Person, *, active: bool, by: Person, now: datetime) -> None:
    """Close an account, or open it again. Nobody closes their own."""
    permit(by, "close_person", on=localdate(now))
    if by.pk == person.pk:
        raise NotAllowed(_("不能停用自己的账号，请另一位系统管理员来办。"))
    if person.erased:
        raise NotAllowed(_("这个账号的资料已经清除，不能恢复。"))
    person.is_active = active
    person.save(update_fields=["is_active"])
    trail.record("open_person" if active else "close_person", by=by, about=person, now=now)


@transaction.atomic
def erase(person: Person, *, now: datetime) -> None:
    """Empty the person's row: name, number, address, password, language; the row stays as a number."""
    emptied = {"name": b"", "mobile": b"", "email": b"", "mobile_digest": None, "is_active": False, "erased": now, "language": ""}
    Person.objects.filter(pk=person.pk).update(account=f"erased-{person.pk}", password="!", **emptied)  # noqa: S106 — no password opens it
    person.refresh_from_db()
    trail.record("erase_person", by=None, about=person, now=now)


def name_of(person: Person) -> str:
    """The name as it is shown: the person's own where known, else their number masked, else the account."""
    return own(person, "name") or telephone.mask(own(person, "mobile")) or person.account


def own(person: Person, column: str) -> str:
    """What is kept of a person in one sealed column. Raises a Fault where it does not open."""
    return unseal(getattr(person, column), person=person.pk, column=column)


def first_password() -> str:
    """A password to begin with, in groups that can be read aloud: 16 characters of 30, 78 bits."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(16))
    return "-".join(drawn[start : start + 4] for start in range(0, 16, 4))


def _keep(person: Person, **plain: str) -> None:
    for column, text in plain.items():
        setattr(person, column, seal(text, person=person.pk, column=column))
    person.save(update_fields=list(plain))
