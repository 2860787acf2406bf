"""A stuck matter in plain words (办不成事的话): its state, its clock, what was told and what happened, in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light, Reading
from gaoxing.casework.explanation import explain
from gaoxing.casework.table import State
from gaoxing.engines.fault import Fault
from gaoxing.office.escalations import clocking
from gaoxing.office.escalations.firing import note_of, table_of
from gaoxing.office.escalations.models import Cause, CauseEvent, Escalation, EscalationEvent
from gaoxing.office.escalations.queries import content_of
from gaoxing.office.language import in_english, said
from gaoxing.office.people.models import Unit

TOLD = frozenset({"refer", "add", "reply", "extend", "conclude", "decline", "reject"})
"""The acts whose words are written for the person, or by them; the office reads all."""

_FIRST_WORDS = 40


@dataclass(frozen=True)
class Clock:
    """The clock as people read it: the light, its word, the sentence by which anybody can count it again."""

    light: str
    word: str
    sentence: str


@dataclass(frozen=True)
class Line:
    """One line of the story: what was done, in which role, when, the reasons in words, what was written, the day named."""

    word: str
    role: str
    at: datetime
    reasons: tuple[str, ...] = ()
    note: str = ""
    day: str = ""
    call: str = ""
    day_word: str = ""


def outcomes() -> dict[str, str]:
    """What may come of one, in the language of the page."""
    return {Escalation.Outcome.DONE: _("办成了"), Escalation.Outcome.PARTLY: _("部分办成"), Escalation.Outcome.IMPOSSIBLE: _("不能办")}


def kinds() -> dict[str, str]:
    """What may lie behind a cause, in the language of the page."""
    return {Cause.Kind.RULE: _("制度"), Cause.Kind.PROCESS: _("流程"), Cause.Kind.PEOPLE: _("人员"), Cause.Kind.SYSTEM: _("系统")}


def state_of(row: Escalation | Cause) -> State:
    """Its state."""
    return table_of(row).states[row.state]


def plainly(row: Escalation | Cause) -> str:
    """Its state as the person reads it."""
    return state_of(row).plain_english if in_english() else state_of(row).plain


def clock_of(row: Escalation, *, now: datetime) -> Clock | None:
    """The clock in words; None before it started. Until the person was contacted, the hour for that comes first."""
    read = clocking.reading(row.events.all(), now=now)
    if read is None:
        return None
    if row.state == Escalation.State.TAKEN and row.contact_due and now > row.contact_due:
        return Clock(str(Light.RED), _("还没有联系本人"), _("一个工作小时内联系的期限已经过了。"))
    if row.state == Escalation.State.CONCLUDED and row.late is not None:
        return Clock(str(Light.RED if row.late else Light.GREEN), _("超期才有结果") if row.late else _("按时有结果"), _explained(row, read))
    words = {Light.GREEN: _("来得及"), Light.YELLOW: _("快到期"), Light.RED: _("已超期"), Light.DOUBLE_RED: _("超期很久")}
    return Clock(str(read.light), words.get(read.light, _("没有在计时")), _explained(row, read))


def _explained(row: Escalation, read: Reading) -> str:
    found = explain(read, clocking.calendar(), table_of(row).pauses)
    return found.english if in_english() else found.chinese


def title_of(row: Escalation) -> str:
    """The first words; a sentence where they were deleted or do not open."""
    try:
        words = " ".join(str(content_of(row).get("tried", "")).split())
    except Fault:
        return _("（这一件打不开）")
    return (words[:_FIRST_WORDS] + ("…" if len(words) > _FIRST_WORDS else "")) or _("（内容已经删去）")


def story(row: Escalation | Cause, *, whole: bool) -> tuple[Line, ...]:
    """What happened to it, oldest first; `whole` with what the office wrote for itself. Raises a Fault where a note does not open."""
    return tuple(_line(row, each, whole=whole) for each in row.events.order_by("number"))


def _line(row: Escalation | Cause, event: EscalationEvent | CauseEvent, *, whole: bool) -> Line:
    known, note = table_of(row), note_of(event) if whole or event.act in TOLD else {}
    kinds = {choice.id: choice for kind in known.reasons.values() for choice in kind.choices}
    act, role = known.acts.get(event.act), known.roles.get(event.role)
    call = "，".join(str(note[each]).replace("T", " ") for each in ("whom", "when", "how") if note.get(each))
    return Line(
        said(act) if act else event.act,
        said(role) if role else event.role,
        event.at,
        tuple(said(kinds[each["id"]]) for each in note.get("reasons", ()) if each["id"] in kinds),
        str(note.get("note", "")),
        *_day(note, call if whole else ""),
    )


def _unit(note: Mapping[str, Any]) -> str:
    """The unit that was chosen; empty where none was."""
    chosen = str(note.get("unit", ""))
    found = Unit.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdecimal() and len(chosen) < 19 else None
    return found.name if found else ""


def _day(note: Mapping[str, Any], call: str) -> tuple[str, str, str]:
    """The day that was named, the call, and what the day is."""
    named = {"next_reply": _("下次答复："), "until": _("延长到："), "mend_by": _("整改期限：")}
    found = next((name for name in named if note.get(name)), "")
    call = call or _unit(note)
    return str(note.get(found, "")), call, named.get(found, "")
