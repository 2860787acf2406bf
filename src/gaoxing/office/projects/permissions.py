"""Who sees a project (谁能看备案项目): the enterprise and whoever it gave a power, and the staff who deal with filings."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may, powers
from gaoxing.office.people.seeing import Seer
from gaoxing.office.projects.models import Project, Promotion

FILE, HANDLE, PROMOTE = "file_project", "handle_project", "promote_project"
"""The acts of the policy table."""

MATTERS, POWER = ("project_filing", "project_change"), "submit_case"
"""The matters and the act that a power of attorney names."""


def visible_to(person: Person | None, *, on: date) -> QuerySet[Project]:
    """What a person sees on a day."""
    if person is None:
        return Project.objects.none()
    if not person.is_staff_member:
        return Project.objects.filter(Q(owner=person) | represented(person, on=on))
    return Project.objects.all() if may(person, HANDLE, on=on) else Project.objects.none()


def promotions_visible_to(person: Person | None, *, on: date) -> QuerySet[Promotion]:
    """The projects in promotion that a person sees on a day: those of the staff who promote see all."""
    sees = person is not None and person.is_staff_member and may(person, PROMOTE, on=on)
    return Promotion.objects.all() if sees else Promotion.objects.none()


def represented(person: Person, *, on: date) -> Q:
    """Those of whoever gave the person a power to submit, of all matters or of these."""
    return Q(owner__in=_principals(person, on=on))


def may_file_for(person: Person, owner: Person | None, *, on: date) -> bool:
    """Whether somebody may file for an owner: their own, that of whoever gave them a power, the staff anybody's."""
    if person.is_staff_member:
        return may(person, FILE, on=on)
    return owner is not None and (owner.pk == person.pk or owner.pk in _principals(person, on=on))


def who_sees(row: Project) -> tuple[Seer, ...]:
    """Everybody who sees it, and why."""
    return (
        Seer(_("企业和委托的代理人"), _("这是自己的项目。")),
        Seer(_("窗口、审核、服务专员和领导"), _("由他们核对备案、提醒、跟进；联系人的电话只显示一部分。")),
    )


def _principals(person: Person, *, on: date) -> list[int]:
    return [each.principal_id for each in powers(person, on=on) if POWER in each.acts and (not each.matters or set(MATTERS) & set(each.matters))]
