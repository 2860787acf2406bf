"""Who sees which case, and why (谁能看办件): the conditions of the policy table as conditions of the database, and as sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gaoxing.office.cases.models import Case
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person, PowerOfAttorney
from gaoxing.office.people.permissions import conditions, powers, roles_of
from gaoxing.office.people.policy import table
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer as Seer

SEE = "see_case"


def visible_to(person: Person | None, *, on: date, act: str = SEE) -> QuerySet[Case]:
    """The cases on which a person may do an act (seeing them); none for a stranger, who has only what their browser holds."""
    if person is None:
        return Case.objects.none()
    allowed = Q(pk__in=())
    for condition in conditions(person, act, on=on):
        allowed |= CONDITIONS[condition](person, act, on)
    return Case.objects.filter(allowed)


def who_sees(case: Case, *, on: date) -> tuple[Seer, ...]:
    """Everybody who sees this case, and why; those in whose browser it lies, and whoever holds its code, come first."""
    found = [Seer(_("这台设备"), _("草稿是在这里填的；谁用这台设备、又没有清除记录，谁就看得到。"))]
    if case.resume and case.resume_until:
        until = f"{localtime(case.resume_until):%Y-%m-%d}"
        found.append(Seer(_("有取回码的人"), _("您生成过取回码，%(until)s 以前，谁有码谁能打开。") % {"until": until}))
    if case.owner is not None:
        found.append(Seer(name_of(case.owner), _("在本人自己的账号里。")))
        given = PowerOfAttorney.objects.filter(principal=case.owner, withdrawn=None, since__lte=on, until__gte=on).select_related("agent")
        covering = [each for each in given if SEE in each.acts and _covers(each, case)]
        found += [Seer(name_of(each.agent), _("申请人委托了他，到 %(until)s。") % {"until": each.until}) for each in covering]
    if case.number:
        found.append(Seer(_("窗口人员、审核人员、领导"), _("已经提交，由登记机关办理；谁看过、办过，审计里都有记录。他们之间写的备注只有他们看得到。")))
    told = _("窗口人员，%(since)s 凭申请人的取回码接手，还没有交回。")
    helping = case.helps.select_related("clerk") if Role.WINDOW_CLERK in table()[SEE].conditions else ()
    found += [Seer(name_of(each.clerk), told % {"since": f"{localtime(each.since):%Y-%m-%d %H:%M}"}) for each in helping if roles_of(each.clerk, on=on)]
    return tuple(found)


def _own(person: Person, act: str, on: date) -> Q:
    return Q(owner=person)


def _represented(person: Person, act: str, on: date) -> Q:
    """The cases of those who gave the person a power that covers the act and the matter."""
    found = Q(pk__in=())
    for each in powers(person, on=on):
        if act in each.acts:
            found |= Q(owner=each.principal_id, **({"matter__in": each.matters} if each.matters else {}))
    return found


def _helping(person: Person, act: str, on: date) -> Q:
    return Q(helps__clerk=person)


def _submitted(person: Person, act: str, on: date) -> Q:
    return Q(number__isnull=False)


CONDITIONS: dict[str, Callable[[Person, str, date], Q]] = {"own": _own, "represented": _represented, "helping": _helping, "submitted": _submitted}
"""The conditions of the policy table that cases know."""


def _covers(power: PowerOfAttorney, case: Case) -> bool:
    return not power.matters or case.matter in power.matters
