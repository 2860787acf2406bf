"""What happened to a part, as its units read it (事项经过): every event with who did it, the reasons and words, and what else was told with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.casework.tables import table
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.models import Part, PartEvent
from gaoxing.office.aftercare.wording import outcomes
from gaoxing.office.language import said
from gaoxing.office.people.accounts import name_of

TABLE = "request_part"


@dataclass(frozen=True)
class Line:
    """One line: when, what was done, by whom in which role, the reasons in words, the note, and what else was told."""

    number: int
    act: str
    at: datetime
    word: str
    who: str
    reasons: tuple[str, ...]
    note: str
    told: tuple[str, ...]


@dataclass(frozen=True)
class Meeting:
    """A meeting of the task force: its event's number, its day, the minutes."""

    number: int
    held: str
    words: str


def story(part: Part) -> tuple[Line, ...]:
    """Everything that happened to it, oldest first. Raises a Fault where a note does not open."""
    return tuple(_line(each) for each in part.events.select_related("by"))


def meetings(part: Part) -> tuple[Meeting, ...]:
    """The minutes of its task force, oldest first. Raises a Fault where they do not open."""
    found = [(each.number, note_of(each)) for each in part.events.filter(act="minute")]
    return tuple(Meeting(number, str(note.get("held", "")), str(note.get("note", ""))) for number, note in found)


def last_needs(part: Part) -> tuple[str, ...]:
    """What the enterprise was last asked for. Raises a Fault where it does not open."""
    last = part.events.filter(act="ask_enterprise").order_by("-number").first()
    return tuple(str(each) for each in note_of(last).get("needs", ())) if last else ()


def _line(event: PartEvent) -> Line:
    rows, note = table(TABLE), note_of(event)
    act, role = rows.acts.get(event.act), rows.roles.get(event.role)
    kinds = {choice.id: said(choice) for kind in rows.reasons.values() for choice in kind.choices}
    reasons = tuple(f"{kinds.get(each['id'], each['id'])}：{each['words']}" for each in note.get("reasons", ()))
    who = f"{name_of(event.by)} · " if event.by and event.by.is_staff_member else ""
    return Line(
        event.number,
        event.act,
        event.at,
        said(act) if act else event.act,
        f"{who}{said(role) if role else event.role}",
        reasons,
        str(note.get("note", "")),
        tuple(said_with(note)),
    )


def said_with(note: Mapping[str, Any]) -> list[str]:
    """What was told with an act beside its reasons and its note, a phrase each."""
    return [phrase % {"value": _plain(name, note[name])} for name, phrase in _phrases().items() if note.get(name)]


def _plain(name: str, value: object) -> str:
    return str(outcomes().get(str(value), value)) if name == "outcome" else str(value)


def _phrases() -> dict[str, str]:
    return {
        "suggested_name": _("建议由 %(value)s 主办"),
        "days": _("延 %(value)s 个工作日"),
        "until": _("新的到期日 %(value)s"),
        "next_reply": _("下次答复 %(value)s"),
        "outcome": _("结果：%(value)s"),
        "tasks_note": _("专班任务没有做完：%(value)s"),
        "held": _("%(value)s 开的会"),
    }
