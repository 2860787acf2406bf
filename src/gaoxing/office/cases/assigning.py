"""Whose hand a case is in (经办、转办): taking one, handing it to a colleague, and a leader handing over many at once.

Each is a conditional update on whoever had it when the page was shown: of two leaders at once one wins, the other is told. Nobody is given their own case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.colleagues import colleagues, reach
from gaoxing.office.cases.facts import is_own
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.noting import note
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.queue import OPEN
from gaoxing.office.cases.roles import HANDLE, unit_of
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may, permit
from gaoxing.office.people.trail import acting_as
from gaoxing.office.refusal import NotAllowed

ASSIGN = "assign_case"
"""The act of the policy table under which somebody else's cases are handed over."""

MOST_AT_ONCE = 200
"""Cases handed over by one press; what is left over is told, and goes with the next."""


@dataclass(frozen=True)
class Handing:
    """What the page posted: to whom, the note to them, the page's token, and who had the case when the page was shown (None: nobody)."""

    to: Person
    note: str = ""
    token: str = ""
    was: int | None = None


@dataclass
class HandedOver:
    """What became of handing over many: how many moved, which stay because the receiver is a party to them, how many are left for the next time."""

    moved: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    left: int = 0


@transaction.atomic
def take(case: Case, by: Person, *, was: int | None, now: datetime) -> None:
    """The person has the case in hand from now on; whoever had it is told. Raises NotAllowed."""
    _handles(case, by, now)
    former = case.handler
    _move(case, by, by, was, now=now)
    audit.write("case.taken", actor=_actor(by, HANDLE, now), subject=case, now=now, details={"from": was})
    if former is not None:
        _tell(former, "case_taken", {"number": case.number or "", "by": name_of(by)}, now=now)


@transaction.atomic
def hand_over(case: Case, handing: Handing, by: Person, *, now: datetime) -> None:
    """A colleague has the case in hand from now on, and is told. Raises NotAllowed where it is not the person's to give, or not the colleague's to take."""
    _handles(case, by, now)
    if handing.was not in (None, by.pk):
        permit(by, ASSIGN, on=localdate(now))
    if handing.to not in colleagues(by, now=now):
        raise NotAllowed(_("只能转给本单位办理办件的同事。请在名单里选一位；名单里没有的，请找领导或者安全管理员。"))
    _move(case, handing.to, by, handing.was, now=now)
    if handing.note.strip():
        note(case, handing.note, by, token=handing.token, now=now)
    audit.write("case.handed_over", actor=_actor(by, HANDLE, now), subject=case, now=now, details={"from": handing.was, "to": handing.to.pk})
    _tell(handing.to, "case_handed_over", {"number": case.number or "", "by": name_of(by)}, now=now)


@transaction.atomic
def hand_over_all(giver: Person, to: Person, by: Person, *, now: datetime) -> HandedOver:
    """Every open case that a colleague has in hand goes to another, as when the first is on leave; the receiver is told once. Raises NotAllowed."""
    permit(by, ASSIGN, on=localdate(now))
    if to not in colleagues(by, now=now) or giver.pk == to.pk:
        raise NotAllowed(_("请选本单位的两位不同的同事：从谁手里，转给谁。没有别的同事时，请找安全管理员任命一位。"))
    visible = visible_to(by, on=localdate(now), act=HANDLE).filter(reach(by, now=now), state__in=OPEN, rank__isnull=False, handler=giver)
    cases = list(visible.select_related("owner").order_by("rank", "pk")[: MOST_AT_ONCE + 1])
    done = HandedOver(left=max(0, len(cases) - MOST_AT_ONCE))
    for case in cases[:MOST_AT_ONCE]:
        _one_of_many(case, to, by, done, now=now)
    if done.moved:
        _tell(to, "cases_handed_over", {"count": str(len(done.moved)), "by": name_of(by)}, now=now)
    return done


def _one_of_many(case: Case, to: Person, by: Person, done: HandedOver, *, now: datetime) -> None:
    if is_own(case, to) or is_own(case, by):
        done.own.append(case.number or "")
        return
    if Case.objects.filter(pk=case.pk, handler=case.handler_id, state__in=OPEN).update(handler=to, unit=unit_of(to, now=now)):
        audit.write("case.handed_over", actor=_actor(by, ASSIGN, now), subject=case, now=now, details={"from": case.handler_id, "to": to.pk})
        done.moved.append(case.number or "")


def may_assign(person: Person, *, now: datetime) -> bool:
    """Whether the person may hand over what is in somebody else's hand."""
    return may(person, ASSIGN, on=localdate(now))


def _handles(case: Case, by: Person, now: datetime) -> None:
    if not visible_to(by, on=localdate(now), act=HANDLE).filter(pk=case.pk).exists():
        raise NotAllowed(_("这件办件不能由您办。"))
    if is_own(case, by):
        raise NotAllowed(_("您是这件事的申请人或者当事人，不能办，也不能由您转办。请告诉领导，由领导转给同事。"))


def _move(case: Case, to: Person, by: Person, was: int | None, *, now: datetime) -> None:
    if is_own(case, to):
        raise NotAllowed(_("这位同事是这件事的申请人或者当事人，不能办。请转给别人。"))
    if was == to.pk:
        raise NotAllowed(_("这件办件已经在%(who)s手里，不用再转。") % {"who": name_of(to)})
    if case.state not in OPEN:
        raise NotAllowed(_("这件办件已经办完，不用再转。"))
    if Case.objects.filter(pk=case.pk, handler=was, state__in=OPEN).update(handler=to, unit=unit_of(to, now=now)) != 1:
        raise NotAllowed(_("这一次没有转：您打开页面以后，这件办件已经换了经办人，或者已经办完。请刷新页面，看看现在在谁手里。"))


def _tell(person: Person, event: str, values: dict[str, str], *, now: datetime) -> None:
    notify(event, Recipient(person.pk, person.language), values, now=now)


def _actor(by: Person, act: str, now: datetime) -> Actor:
    return Actor(by.pk, acting_as(by, act, now=now))
