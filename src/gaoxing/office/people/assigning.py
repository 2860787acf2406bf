"""Roles given and taken back (任命、收回): by the security administrator, never by oneself, and the three administrations never to one person."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.people import trail
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.permissions import has_factor, permit
from gaoxing.office.people.roles import ADMINISTRATORS, AT_A_UNIT, OF_STAFF, Role
from gaoxing.office.refusal import NotAllowed


@transaction.atomic
def assign(
    person: Person, role: str, *, by: Person | None, now: datetime, unit: Unit | None = None, since: date | None = None, until: date | None = None
) -> RoleAssignment:
    """Give a role to one of the staff, from a day (today) to a day (open). `by` is None for the operator at the machine itself."""
    today = localdate(now)
    if by is not None:
        permit(by, "assign_roles", on=today)
    begins = since or today
    _refuse(person, role, by, unit, begins, until)
    try:
        with transaction.atomic():
            made = RoleAssignment.objects.create(person=person, role=role, unit=unit, since=begins, until=until, granted_by=by)
    except IntegrityError:
        raise NotAllowed(_exclusive()) from None
    trail.record("assign_role", by=by, about=person, now=now, role=role)
    return made


@transaction.atomic
def withdraw(assignment: RoleAssignment, *, by: Person, now: datetime) -> None:
    """The role ends: yesterday was its last day. Nobody takes back their own, so that the last security administrator cannot lock everybody out."""
    today = localdate(now)
    permit(by, "assign_roles", on=today)
    if assignment.person_id == by.pk:
        raise NotAllowed(_("不能收回自己的角色，请另一位安全管理员来办。"))
    assignment.until = today - timedelta(days=1)
    assignment.save(update_fields=["until"])
    trail.record("withdraw_role", by=by, about=assignment.person, now=now, role=assignment.role)


def _refuse(person: Person, role: str, by: Person | None, unit: Unit | None, since: date, until: date | None) -> None:
    if role not in OF_STAFF or not person.is_staff_member:
        raise NotAllowed(_("这个角色不能任命给这个账号：工作人员的角色只给工作人员账号，申请人和代理人的角色由账号和授权委托得来。"))
    if by is not None and by.pk == person.pk:
        raise NotAllowed(_("不能给自己任命角色，请另一位安全管理员来办。"))
    if role in AT_A_UNIT and unit is None:
        raise NotAllowed(_("%(role)s要写明是哪个单位的。") % {"role": Role(role).label})
    if until is not None and until < since:
        raise NotAllowed(_("“至”的日期早于“自”的日期，请改过再存。"))
    held = set(person.assignments.values_list("role", flat=True))
    if held and (held & ADMINISTRATORS or role in ADMINISTRATORS) and held != {role}:
        raise NotAllowed(_exclusive())
    if role in person.assignments.filter(until=None).values_list("role", flat=True):
        raise NotAllowed(_("这个角色已经任命过了。"))
    if by is not None and role in ADMINISTRATORS and (person.password_due or not has_factor(person)):
        raise NotAllowed(_("请先让本人登录一次，改好密码、设好两步验证，再任命为管理员：不然开账号的人可以用初始密码抢先进来。"))


def _exclusive() -> str:
    return _(
        "系统管理员、安全管理员、审计管理员三员分立：担任过其中一员的人，不能再任另一员，也不能兼办业务；办业务的人也不能任管理员。请另开一个账号给另一个人。"
    )
