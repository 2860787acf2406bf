"""The demonstration's cast (演示): one made-up person a role, who can be signed in as from the start page; in the demonstration only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.roles import AT_A_UNIT, OF_STAFF, Role
from gaoxing.office.people.vault import MOBILE, SECOND_FACTOR, unseal_text
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import digests

PASSWORD = "gaoxing demo only"  # noqa: S105 — shown to everybody, and good for made-up people alone
MOBILES = ("13900000001", "13900000002")
"""The applicant's and the agent's numbers; no message goes out in the demonstration."""

PREFIX = "demo."
"""What the accounts of the cast's staff begin with."""

UNITS = (("D1", "演示园区投资服务中心"), ("D2", "演示园区建设管理局"))


@dataclass(frozen=True)
class Shown:
    """Somebody of the cast as the start page lists them: number, role, account or mobile number, and the dynamic code of this half minute."""

    number: int
    role: str
    account: str
    code: str


@transaction.atomic
def build(*, now: datetime) -> int:
    """Make whoever of the cast is not there yet; how many. Refuses where real people have accounts."""
    if Person.objects.filter(demo=False, kind=Person.Kind.STAFF).exists():
        raise NotAllowed("这个数据库里有真实的工作人员账号，演示不能开在这里。请另给一个空的数据目录，例如 GAOXING_DATA=./demo-data gaoxing demo。")
    units = [Unit.objects.get_or_create(code=code, defaults={"name": name})[0] for code, name in UNITS]
    made = [_staff(role, units[-1], now) for role in Role if role.value in OF_STAFF and not Person.objects.filter(account=_account(role)).exists()]
    for mobile in MOBILES:
        person = accounts.applicant_of(mobile, language="zh-hans", now=now)
        Person.objects.filter(pk=person.pk).update(demo=True)
    return len(made)


@transaction.atomic
def colleague(role: Role, *, now: datetime) -> Person:
    """A second person of a role of the staff, made where there is none yet: to hand over to, or to stand in."""
    known = Person.objects.filter(account=f"{_account(role)}-2", demo=True).first()
    return known or _staff(role, Unit.objects.filter(code=UNITS[-1][0]).first(), now, again="-2")


def cast() -> tuple[Shown, ...]:
    """The cast as it is listed, applicants first."""
    return tuple(_shown(each) for each in _cast().order_by("kind", "pk"))


def find(number: str) -> Person:
    """One of the cast. Refuses everybody else."""
    wanted = int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
    found = _cast().filter(pk=wanted).first()
    if found is None:
        raise NotAllowed(_("演示里没有这个人。请回首页再选。"))
    return found


def acting_as(role: str) -> Person:
    """Whoever of the cast acts as a role. Refuses where there is none."""
    applicants = dict(zip((Role.APPLICANT.value, Role.AGENT.value), MOBILES, strict=True))
    found = accounts.find_applicant(applicants[role]) if role in applicants else _cast().filter(account=_account(Role(role))).first()
    if found is None:
        raise NotAllowed(_("演示里没有这个人。请回首页再选。"))
    return found


def _cast() -> QuerySet[Person]:
    """The cast alone: a simulated year has hundreds of made-up people beside it, whom nobody signs in as."""
    numbers = [each for mobile in MOBILES for each in digests(mobile, purpose=MOBILE)]
    ours = Q(kind=Person.Kind.STAFF, account__startswith=PREFIX) | Q(kind=Person.Kind.APPLICANT, mobile_digest__in=numbers)
    return Person.objects.filter(ours, demo=True, is_active=True)


def _staff(role: Role, unit: Unit | None, now: datetime, again: str = "") -> Person:
    name = f"演示·{role.label}{'乙' if again else ''}"
    person, _password = accounts.open_staff(f"{_account(role)}{again}", name, by=None, now=now, demo=True, closed=True)
    assign(person, role.value, by=None, now=now, unit=unit if role.value in AT_A_UNIT else None)
    person.set_password(PASSWORD)
    person.password_due = False
    person.save(update_fields=["password", "password_due"])
    TOTP.activate(person, generate_totp_secret())
    return person


def _account(role: Role) -> str:
    return f"{PREFIX}{role.value.replace('_', '-')}"[:32]


def _shown(person: Person) -> Shown:
    if not person.is_staff_member:
        mobile = accounts.own(person, "mobile")
        return Shown(person.pk, _("申请人") if mobile == MOBILES[0] else _("另一位申请人（可当代理人）"), mobile, "")
    role = Role(person.assignments.values_list("role", flat=True)[0])
    return Shown(person.pk, str(role.label), person.account, _code(person))


def _code(person: Person) -> str:
    """The dynamic code of this half minute, as a telephone would show it."""
    factor = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    if factor is None:
        return ""
    secret = unseal_text(factor.data["secret"], place=SECOND_FACTOR)
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))
