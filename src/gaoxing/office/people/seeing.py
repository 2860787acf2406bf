"""Who sees an account and what hangs on it, and why (谁能看账号): as a queryset for one who looks, and as sentences for the one looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.people.models import Consent, IdentityCheck, Person, PowerOfAttorney, SignIn
from gaoxing.office.people.permissions import may
from gaoxing.office.people.policy import table
from gaoxing.office.people.roles import Role

SEE = "see_people"


@dataclass(frozen=True)
class Seer:
    """Somebody who sees a record, and the reason in a sentence."""

    who: str
    why: str


def visible_to(person: Person | None, *, on: date) -> QuerySet[Person]:
    """The accounts that a person sees on a day: their own, and the staff's where the policy table lets them; no applicant's but their own."""
    if person is None:
        return Person.objects.none()
    return Person.objects.filter(Q(pk=person.pk) | (Q(kind=Person.Kind.STAFF) if may(person, SEE, on=on) else Q(pk__in=())))


def consents_visible_to(person: Person | None) -> QuerySet[Consent]:
    """The lines of the consent ledger that a person sees: their own."""
    return Consent.objects.filter(person=person) if person else Consent.objects.none()


def checks_visible_to(person: Person | None) -> QuerySet[IdentityCheck]:
    """The identity checks that a person sees: those of themselves."""
    return IdentityCheck.objects.filter(person=person) if person else IdentityCheck.objects.none()


def sign_ins_visible_to(person: Person | None) -> QuerySet[SignIn]:
    """The sign-ins that a person sees: their own."""
    return SignIn.objects.filter(person=person) if person else SignIn.objects.none()


def powers_visible_to(person: Person | None) -> QuerySet[PowerOfAttorney]:
    """The powers of attorney that a person sees: those they gave and those they hold."""
    return PowerOfAttorney.objects.filter(Q(principal=person) | Q(agent=person)) if person else PowerOfAttorney.objects.none()


def who_sees(person: Person) -> tuple[Seer, ...]:
    """Everybody who sees an account, and why."""
    own = Seer(_("本人"), _("这是自己的账号。"))
    if not person.is_staff_member:
        parties = Seer(_("委托的双方"), _("委托人和代理人看得到对方的姓名或打了码的手机号。"))
        return own, parties, Seer(_("窗口人员"), _("当面核对证件时按手机号找到账号，只记核对的结果，看不到其他资料。"))
    return own, *(Seer(str(Role(role).label), _("要管账号和任命，看得到工作人员的姓名、角色和登录处数。")) for role in table()[SEE].conditions)
