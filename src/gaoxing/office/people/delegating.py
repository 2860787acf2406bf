"""Passing acts on (授权、代理) among staff, and an applicant's power of attorney to an agent (授权委托)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.people import policy, trail
from gaoxing.office.people.models import Delegation, Person, PowerOfAttorney
from gaoxing.office.people.permissions import may, permit
from gaoxing.office.refusal import NotAllowed

OF_AGENTS = ("see_case", "change_case", "submit_case")
"""The acts that an applicant may let an agent do."""


@dataclass(frozen=True)
class Span:
    """From a day to a day, both included."""

    since: date
    until: date


@transaction.atomic
def delegate(giver: Person, taker: Person | None, *, kind: str, acts: Collection[str], span: Span, now: datetime) -> Delegation:
    """Let a colleague do some of one's acts. Only what may be passed on, what one may do oneself, and to another of the staff."""
    permit(giver, "delegate", on=localdate(now))
    other = _other(taker, giver)
    _check_span(span, now)
    wrong = [act for act in acts if act not in {each.name for each in policy.delegable()} or not may(giver, act, on=localdate(now))]
    if wrong or not acts or kind not in Delegation.Kind.values:
        raise NotAllowed(_("请选要交给同事办的事；只能选您自己能办、又可以转交的。"))
    made = Delegation.objects.create(giver=giver, taker=other, kind=kind, acts=sorted(acts), since=span.since, until=span.until)
    trail.record("delegate", by=giver, about=other, now=now, acts=made.acts)
    return made


@transaction.atomic
def empower(principal: Person, agent: Person | None, *, acts: Collection[str], matters: Collection[str], span: Span, now: datetime) -> PowerOfAttorney:
    """An applicant lets another applicant act for them, for some matters or all, until a day."""
    if agent is None or agent.is_staff_member or agent.pk == principal.pk or principal.is_staff_member:
        raise NotAllowed(_("没有找到这个手机号的申请人账号。请代理人先用自己的手机号登录一次，再来委托。"))
    _check_span(span, now)
    if not acts or not set(acts) <= set(OF_AGENTS):
        raise NotAllowed(_("请选委托代理人办什么。"))
    values: dict[str, Any] = {"acts": sorted(acts), "matters": sorted(matters), "since": span.since, "until": span.until}
    made = PowerOfAttorney.objects.create(principal=principal, agent=agent, **values)
    trail.record("empower", by=principal, about=agent, now=now, acts=made.acts)
    return made


@transaction.atomic
def withdraw(given: Delegation | PowerOfAttorney, *, by: Person, now: datetime) -> None:
    """Take it back at once; only the giver may."""
    if by.pk != (given.giver_id if isinstance(given, Delegation) else given.principal_id):
        raise NotAllowed(_("只有给出授权的人能收回它。"))
    given.withdrawn = now
    given.save(update_fields=["withdrawn"])
    trail.record("withdraw_delegation", by=by, about=given, now=now)


def _other(taker: Person | None, giver: Person) -> Person:
    if taker is None or not taker.is_staff_member or not taker.is_active or taker.pk == giver.pk:
        raise NotAllowed(_("没有找到这位同事的账号。请照同事登录用的账号填写。"))
    return taker


def _check_span(span: Span, now: datetime) -> None:
    if span.until < span.since or span.until < localdate(now):
        raise NotAllowed(_("“至”的日期已经过了，或早于“自”的日期，请改过再存。"))
