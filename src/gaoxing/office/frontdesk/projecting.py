"""Handing a draft on as a filed project or a change of one (备案、备案变更): what was read of the words, judged, and held against what was filed before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.checks.projects.alteration import altered as with_changes
from gaoxing.forms import Form
from gaoxing.intake import Taken
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import handed_on
from gaoxing.office.cases.models import Case
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role
from gaoxing.office.projects import filing, queries
from gaoxing.office.projects.filing import CHANGE, MATTER, Altered, Judged
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.permissions import visible_to
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import project_code

_OPEN = (Project.State.FILED, Project.State.STARTED)
_MOST = 20


@dataclass(frozen=True)
class Filing:
    """A draft about to be filed: judged; the questions that are still open as their labels, and the earlier projects it resembles."""

    case: Case
    judged: Judged
    open_questions: tuple[str, ...]
    earlier: tuple[tuple[Project, int], ...]


@dataclass(frozen=True)
class Changing:
    """A draft about to become a change: the project it is about (None: not found), those to choose from, and how the change is judged."""

    case: Case
    form: Form
    project: Project | None
    offered: tuple[Project, ...]
    altered: Altered | None
    changed: Form | None
    open_questions: tuple[str, ...]


def filing_of(case: Case, taken: Taken, *, now: datetime) -> Filing:
    """The draft as a filing. Raises NotAllowed where it is none, or says nothing."""
    form = _form(taken, MATTER)
    found = filing.judged(form, on=localdate(now))
    rows = Project.objects.in_bulk([each.earlier.number for each in found.earlier])
    earlier = tuple((rows[each.earlier.number], each.percent) for each in found.earlier if each.earlier.number in rows)
    return Filing(case, found, _open_questions(taken), earlier)


def changing_of(case: Case, taken: Taken, person: Person, *, chosen: str = "", now: datetime) -> Changing:
    """The draft as a change of the project that it names, or of the one chosen. Raises NotAllowed where it is no change."""
    form, on = _form(taken, CHANGE), localdate(now)
    mine = visible_to(person, on=on).filter(state__in=_OPEN)
    offered = tuple(_about(form, mine))
    project = mine.filter(number=chosen).first() if chosen else offered[0] if len(offered) == 1 else None
    if project is None:
        return Changing(case, form, None, offered or tuple(mine.order_by("-pk")[:_MOST]), None, None, _open_questions(taken))
    changed = with_changes(queries.current(project), form)
    return Changing(case, form, project, offered, filing.altered(project, changed, on=on), changed, _open_questions(taken))


@transaction.atomic
def file(asked: Filing, by: Person, *, revision: int, another: bool, now: datetime) -> Project:
    """The draft becomes a filed project, or the one that it already became. Raises NotAllowed with every sentence where something stands in the way."""
    if known := filing.of_draft(asked.case.pk):
        return known
    stops = [*asked.open_questions, *filing.sentences(asked.judged)]
    if stops:
        raise NotAllowed(" ".join(stops))
    owner = applicant_of(asked.case, by)
    handed_on.hand_on(asked.case, revision=revision, owner=owner, actor=_actor(asked.case, by), now=now)
    return filing.file(asked.judged, by, owner=owner, case=asked.case.pk, another=another, now=now)


@transaction.atomic
def send_change(asked: Changing, by: Person, *, revision: int, now: datetime) -> Project:
    """The draft becomes a change of its project. Raises NotAllowed with a sentence where something stands in the way."""
    if asked.project is None or asked.changed is None:
        raise NotAllowed(_("没有找到要变更的项目。请选一个，或者回去把项目代码、项目名称说清楚。"))
    if asked.open_questions:
        raise NotAllowed(" ".join(asked.open_questions))
    handed_on.hand_on(asked.case, revision=revision, owner=asked.project.owner, actor=_actor(asked.case, by), now=now)
    return filing.change(asked.project, asked.changed, by, revision=asked.project.revision, now=now)


def applicant_of(case: Case, by: Person) -> Person | None:
    """The account for which it is filed; none where one of the staff began it for an enterprise without one."""
    if case.owner is not None and not case.owner.is_staff_member:
        return case.owner
    return None if by.is_staff_member else by


def _form(taken: Taken, matter: str) -> Form:
    if taken.matter is None or taken.matter.id != matter or taken.form is None:
        raise NotAllowed(_("这份草稿不是项目备案。请回去看看，或者在“这是什么事”里选“企业投资项目备案”或者“备案变更”。"))
    return taken.form


def _open_questions(taken: Taken) -> tuple[str, ...]:
    """What has two readings and must be settled first, as sentences."""
    return tuple(each.question for each in taken.form.asks) if taken.form else ()


def _about(form: Form, rows: QuerySet[Project]) -> list[Project]:
    """The projects that the words may be about: by code, the last figure of a provisional one aside, else by name."""
    code, name = project_code.compact(str(form.value("project_code") or "")), str(form.value("project_name") or "")
    if code and (found := list(rows.filter(code__in=(code, f"{code[:-1]}{project_code.UNCHECKED}")))):
        return found
    return list(rows.filter(name__contains=name).order_by("-pk")[:_MOST]) if name else []


def _actor(case: Case, by: Person) -> Actor:
    if by.is_staff_member:
        return Actor(by.pk, Role.WINDOW_CLERK.value)
    return Actor(by.pk, Role.APPLICANT.value if case.owner_id in (None, by.pk) else Role.AGENT.value)
