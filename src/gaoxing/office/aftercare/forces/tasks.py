"""The minutes of a task force and the tasks they became (会办纪要、专班任务): who does what by which day, whether it is done, and what was done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.forces.forming import member_units
from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.forces.sealed import task_place
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.permissions import HANDLE_PART, parts_of_unit, parts_visible_to, units_of
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.units.people import handlers
from gaoxing.office.aftercare.vault import seal, unseal
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

MOST_TASKS, MOST_WORDS, MOST_MINUTES = 20, 500, 2_000
"""Tasks of one meeting, and how long the words of a task and the minutes may be."""


MOOT = (Part.State.IMPOSSIBLE, Part.State.ENDED)
"""Nobody is asked for the tasks of a part that goes no further; what was answered may still have some, and what is done again has them again."""


@dataclass(frozen=True)
class Wanted:
    """A task as a meeting gives it out: its words, the unit, where named the unit's person (0: none), and the day it is due."""

    words: str
    unit: int
    person: int
    due: date | None


@dataclass(frozen=True)
class Minutes:
    """What came of a meeting: its day, the minutes, and the tasks in them."""

    held: date | None
    words: str
    tasks: tuple[Wanted, ...]


def words_of(task: ForceTask) -> str:
    """What is to be done. Raises a Fault where it does not open."""
    return str(unseal(task.words, task_place(task, "words")).get("words", ""))


def note_of(task: ForceTask) -> str:
    """What was done; empty before. Raises a Fault where it does not open."""
    return str(unseal(task.note, task_place(task, "note")).get("words", ""))


def visible_to(person: Person | None, *, on: date) -> QuerySet[ForceTask]:
    """The tasks that a person sees: those of the parts they see."""
    parts = parts_visible_to(person, on=on) if person is None or person.is_staff_member else Part.objects.none()
    return ForceTask.objects.filter(part__in=parts.values("pk"))


def tasks_of(person: Person, *, on: date) -> QuerySet[ForceTask]:
    """The open tasks of a person's units, of parts that they handle and that go on; what is due first first."""
    parts = parts_of_unit(person, on=on).exclude(state__in=MOOT).values("pk")
    found = ForceTask.objects.filter(unit__in=units_of(person, on=on), part__in=parts, state=ForceTask.State.OPEN)
    return found.select_related("part__request", "unit", "person").order_by("due", "pk")


@transaction.atomic
def minute(part: Part, minutes: Minutes, by: Person, *, revision: int | None, now: datetime) -> Part:
    """Record a meeting's minutes; what it decided becomes tasks.

    Raises NotAllowed where the table does not allow it, or the day, the minutes or a task falls short.
    """
    _require(minutes, now)
    details = {"held": minutes.held.isoformat() if minutes.held else "", "tasks": len(minutes.tasks)}
    part = fire(part, Pressed("minute", note=minutes.words.strip(), revision=revision, details=details), by, now=now)
    meeting = part.events.order_by("-number").values_list("number", flat=True)[0]
    allowed = {each.pk for each in member_units(part)}
    last = part.tasks.order_by("-number").values_list("number", flat=True).first() or 0
    for number, each in enumerate(minutes.tasks, last + 1):
        _give(part, each, allowed, Actor(by.pk, Role.TASK_FORCE_LEAD), number=number, meeting=meeting, now=now)
    return part


@transaction.atomic
def finish(task: ForceTask, note: str, by: Person, *, now: datetime) -> None:
    """A task is done, and what was done. Raises NotAllowed for whoever it does not belong to, without a note, or where somebody was quicker."""
    role = _owner(task, by, now)
    if not note.strip() or len(note) > MOST_WORDS:
        raise NotAllowed(_("请用 1 到 %(most)s 个字写明这项任务怎么做的。") % {"most": MOST_WORDS})
    sealed = seal({"words": note.strip()}, task_place(task, "note"))
    done = ForceTask.objects.filter(pk=task.pk, state=ForceTask.State.OPEN).update(state=ForceTask.State.DONE, done=now, done_by=by, note=sealed)
    _require_won(done)
    audit.write("task.done", actor=Actor(by.pk, role), subject=task, now=now)


@transaction.atomic
def reopen(task: ForceTask, by: Person, *, now: datetime) -> None:
    """The task force's lead finds a task not done. Raises NotAllowed for anybody else, or where it is open."""
    Request.objects.select_for_update().get(pk=task.part.request_id)
    if Role.TASK_FORCE_LEAD.value not in roles_on(task.part, by, now=now):
        raise NotAllowed(_("任务做没做完，由专班负责人来定。"))
    _require_won(ForceTask.objects.filter(pk=task.pk, state=ForceTask.State.DONE).update(state=ForceTask.State.OPEN, done=None, done_by=None, note=b""))
    audit.write("task.reopened", actor=Actor(by.pk, Role.TASK_FORCE_LEAD), subject=task, now=now)


def may_finish(task: ForceTask, person: Person, *, now: datetime) -> bool:
    """Whether a task is somebody's to do: their unit's, or of the task force they lead."""
    return task.pk in finishable((task,), person, now=now)


def finishable(found: Iterable[ForceTask], person: Person, *, now: datetime) -> frozenset[int]:
    """Of these tasks the numbers of those that are somebody's to do; asked of the database once for their units and once a part."""
    on, listed = localdate(now), list(found)
    units = units_of(person, on=on) if may(person, HANDLE_PART, on=on) else frozenset()
    mine = {each.pk for each in listed if each.unit_id in units}
    parts = {each.part_id: each.part for each in listed if each.pk not in mine}
    led = {number for number, part in parts.items() if Role.TASK_FORCE_LEAD.value in roles_on(part, person, now=now)}
    return frozenset(mine | {each.pk for each in listed if each.part_id in led})


def _owner(task: ForceTask, by: Person, now: datetime) -> str:
    Request.objects.select_for_update().get(pk=task.part.request_id)
    if not may_finish(task, by, now=now):
        raise NotAllowed(_("这项任务交给了“%(unit)s”，由它或者专班负责人来记。") % {"unit": task.unit.name})
    return next(iter(roles_on(task.part, by, now=now)), Role.UNIT_HANDLER.value)


def _require(minutes: Minutes, now: datetime) -> None:
    """Raise NotAllowed for what a meeting cannot be recorded with."""
    if minutes.held is None or minutes.held > localdate(now):
        raise NotAllowed(_("请写明哪天开的会，不能晚于今天。"))
    if not minutes.words.strip() or len(minutes.words) > MOST_MINUTES:
        raise NotAllowed(_("请用 1 到 %(most)s 个字写会办纪要。") % {"most": MOST_MINUTES})
    if len(minutes.tasks) > MOST_TASKS:
        raise NotAllowed(_("一次最多记 %(most)s 项任务，多的请再记一次纪要。") % {"most": MOST_TASKS})
    _require_tasks(minutes.tasks, localdate(now))


def _require_tasks(tasks: Sequence[Wanted], today: date) -> None:
    for place, each in enumerate(tasks, 1):
        if not each.words.strip() or len(each.words) > MOST_WORDS or not each.unit:
            raise NotAllowed(_("第 %(place)s 项任务要写明做什么（1 到 %(most)s 个字）、交给谁。") % {"place": place, "most": MOST_WORDS})
        if each.due is None or each.due < today:
            raise NotAllowed(_("第 %(place)s 项任务要写明哪天做完，不能早于今天。") % {"place": place})


def _give(part: Part, wanted: Wanted, allowed: set[int], actor: Actor, *, number: int, meeting: int, now: datetime) -> None:
    people = handlers([wanted.unit], on=localdate(now)).get(wanted.unit, [])
    if wanted.unit not in allowed or (wanted.person and wanted.person not in {each.pk for each in people}):
        raise NotAllowed(_("任务只能交给主办、协办单位和专班的成员。请先把这家单位加进专班。"))
    told = {"unit_id": wanted.unit, "person_id": wanted.person or None, "due": wanted.due, "made": now}
    made = ForceTask(part=part, number=number, meeting=meeting, **told)
    made.words = seal({"words": wanted.words.strip()}, task_place(made, "words"))
    made.save(force_insert=True)
    audit.write("task.made", actor=actor, subject=made, now=now, details={"unit": wanted.unit, "due": str(wanted.due)})


def _require_won(count: int) -> None:
    if not count:
        raise NotAllowed(_("这项任务刚才在别处记过，这一次没有办。请刷新页面，看看现在的样子。"))
