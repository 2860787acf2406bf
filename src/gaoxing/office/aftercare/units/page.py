"""One part as the page of its units shows it (事项页面): only this part, its clock, what may be done, its files, its task force and what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import clocking, files, merging, revealing
from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.forces.tasks import finishable, note_of, words_of
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.permissions import who_sees
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.units import acts, contacts, desk, pressing, story
from gaoxing.office.aftercare.units.people import open_units
from gaoxing.office.aftercare.wording import Told, category_of, outcomes, state_of, told
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.language import said
from gaoxing.office.masking import mask_contacts
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

EXCERPT = 48
"""Characters of a part's words that a list shows."""


@dataclass(frozen=True)
class Row:
    """A part in the list: its words in short, its category and state, as what one has it, its clock, and the day of its next reply where that is near."""

    part: Part
    words: str
    category: str
    state: str
    held: str
    clock: Told | None
    reply: str


@dataclass(frozen=True)
class Task:
    """A task as it is listed: whose it is, the sign and word of its day, its words, what was done, and whether one may say that it is done."""

    task: ForceTask
    owner: str
    sign: str
    word: str
    words: str
    note: str
    mine: bool


def held_words() -> dict[str, str]:
    """As what somebody may have a part, in words."""
    return {desk.LEAD: _("主办"), desk.HELP: _("协办"), desk.FORCE: _("专班")}


def rows(parts: Iterable[Part], person: Person, *, now: datetime) -> tuple[Row, ...]:
    """The parts as a list shows them. Raises a Fault where words do not open."""
    listed, words = list(parts), held_words()
    held = desk.held_among(listed, person, on=localdate(now))
    return tuple(_row(each, words.get(held.get(each.pk, ""), ""), now) for each in listed)


def tasks(found: Iterable[ForceTask], person: Person, *, now: datetime) -> tuple[Task, ...]:
    """Tasks as they are listed. Raises a Fault where their words do not open."""
    listed = list(found)
    mine = finishable(listed, person, now=now)
    return tuple(_task(each, localdate(now), mine=each.pk in mine) for each in listed)


def whole(part: Part, person: Person, *, now: datetime, reached: contacts.Reached | None = None, typed: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Everything on the page of a part; `reached` where somebody was just shown whom to reach, `typed` what a refused post held."""
    on, open_acts, roles = localdate(now), acts.buttons(part, person, now=now), roles_on(part, person, now=now)
    return {
        "part": part,
        "category": category_of(part.category),
        "state": said(state_of(part)),
        "held": held_words().get(desk.held_as(part, person, on=on), ""),
        "clock": clock_of(part, now=now),
        "unsigned": _unsigned(part, now),
        "reply": _reply(part, on),
        "reach": reached or contacts.masked(part),
        "shown": reached is not None,
        "may_reveal": bool(roles),
        "revealable": revealing.reasons(),
        "buttons": open_acts,
        "typed": typed or {},
        "lost": _lost(typed or {}, {*(each.act for each in open_acts), "reveal", pressing.SUPERVISION}),
        "supervised": pressing.supervised(part, person, now=now),
        "extension": acts.extension_of(part) if any(each.act == "ask_extension" for each in open_acts) else None,
        "units": [each for each in open_units(on=on) if each.pk != part.lead_id] if any(each.act == "object" for each in open_acts) else [],
        "outcomes": tuple(outcomes().items()),
        "originators": _originators(part, typed or {}) if any(each.act == "finish" for each in open_acts) else (),
        "co_units": part.co_units.select_related("unit"),
        "needs": story.last_needs(part) if part.state == Part.State.WAITING else (),
        "force_lead": name_of(part.force_lead) if part.force_lead else "",
        "tasks": tasks(part.tasks.select_related("unit", "person", "part__request"), person, now=now),
        "open_tasks": part.tasks.filter(state=ForceTask.State.OPEN).count(),
        "files": [(each, attachments.name_of(each)) for each in files.of_part(part)],
        "may_send": bool(set(roles) & pressing.ANSWERING),
        "story": story.story(part),
        "seers": who_sees(part.request),
        "today": on,
    }


def clock_of(part: Part, *, now: datetime) -> Told | None:
    """The clock of a part in words; None before it was dispatched."""
    return told(part, clocking.light_of(part, now=now), now=now)


def _originators(part: Part, typed: Mapping[str, str]) -> tuple[dict[str, Any], ...]:
    """The merged requests of other enterprises that wait for an answer of their own: each with the name of its blank and what was typed there."""
    names = ((each, f"{acts.ANSWER}{each.number}") for each in merging.originators(part))
    return tuple({"request": each, "name": name, "typed": typed.get(name, "")} for each, name in names)


def _lost(typed: Mapping[str, str], shown: set[str]) -> str:
    """What somebody wrote for an act that no longer stands open, so that it is not written in vain."""
    if typed.get("act", "") in shown:
        return ""
    names = ("words", "needs", "note", "tasks_note", *(each for each in typed if each.startswith(acts.ANSWER)))
    return "\n".join(each for name in names if (each := typed.get(name, "").strip()))


def _row(part: Part, held: str, now: datetime) -> Row:
    words = contacts.masked_words(part)
    short = words if len(words) <= EXCERPT else f"{words[:EXCERPT]}…"
    return Row(part, short, category_of(part.category), said(state_of(part)), held, clock_of(part, now=now), _reply(part, localdate(now)))


def _task(task: ForceTask, today: date, *, mine: bool) -> Task:
    owner = f"{task.unit.name} · {name_of(task.person)}" if task.person else task.unit.name
    sign, word = _day_of(task, today)
    return Task(task, owner, sign, word, mask_contacts(words_of(task)), mask_contacts(note_of(task)), mine)


def _day_of(task: ForceTask, today: date) -> tuple[str, str]:
    """The sign and the word of a task's day."""
    if task.state == ForceTask.State.DONE:
        return "free", _("做完了")
    if task.state == ForceTask.State.CLOSED:
        return "unsearched", _("不用做了：这一件改由别的单位主办")
    if task.due < today:
        return "reject", _("过期了")
    return ("warn", _("今天到期")) if task.due == today else ("free", _("来得及"))


def _unsigned(part: Part, now: datetime) -> bool:
    """Whether it is yellow for want of a signature."""
    read = clocking.reading(part.events.all(), now=now)
    return read is not None and read.light is Light.GREEN and clocking.light_of(part, now=now) is Light.YELLOW


def _reply(part: Part, today: date) -> str:
    """The day on which the enterprise was told that it would hear more; empty where none is open."""
    if part.next_reply is None or part.state not in desk.OPEN:
        return ""
    day = f"{part.next_reply:%m-%d}"
    if part.next_reply < today:
        return _("说好 %(day)s 再答复，过了") % {"day": day}
    return _("说好今天再答复") if part.next_reply == today else _("说好 %(day)s 再答复") % {"day": day}
