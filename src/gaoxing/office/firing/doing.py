"""Doing an act (办理): the table's answer or its sentence, the columns of the event, what is sealed with it, its audit, and who was quicker.

Each room locks and updates its own rows, for only it knows what else must stand still meanwhile; the rest is the same everywhere and stands here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gaoxing.casework import acting
from gaoxing.casework.acting import Outcome, Refused
from gaoxing.casework.table import Facts, Table
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.happening import Happening
from gaoxing.office.language import in_english
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

MOST_NOTES = 2_000
"""How many characters of a note are kept."""


def require_act(table: Table, act: str) -> None:
    """Raises NotAllowed with a sentence where the table has no such act: a button that this page never showed."""
    if act not in table.acts:
        raise NotAllowed(_("没有这个操作。请刷新页面，从页面上的按钮里选。"))


def answered(table: Table, state: str, pressed: Pressed, known: Facts, role: str) -> Outcome:
    """What comes of an act. Raises NotAllowed with a sentence, in the language of the page, where it does not happen or wants what nobody handed in."""
    try:
        answer = acting.fire(table, state, pressed.act, known, role, reasons=pressed.reasons, limit=pressed.limit)
    except ValueError as mistake:
        raise NotAllowed(_("这一步缺了要填的内容，没有办。请刷新页面，从页面上的按钮里再选一次。")) from mistake
    if isinstance(answer, Refused):
        raise NotAllowed(answer.english if in_english() else answer.sentence)
    return answer


def happened(outcome: Outcome, events: Sequence[Happening], by: Person | None, *, now: datetime) -> dict[str, Any]:
    """The columns of the event that follows these: numbered on, never before the last one; what it belongs to and its note are the room's."""
    told: dict[str, Any] = {"source": outcome.source, "target": outcome.target, "role": outcome.role, "pause": outcome.pause, "act": outcome.act}
    told |= {"number": len(events) + 1, "at": max(now, events[-1].at) if events else now, "by": by, "clock": str(outcome.clock or "")}
    told |= {"days": outcome.limit.days if outcome.limit else 0, "reason": " ".join(dict.fromkeys(each.id for each in outcome.reasons))}
    return told


def noted(outcome: Outcome, pressed: Pressed) -> dict[str, Any]:
    """What is sealed with the event: its reasons in words, the note, what else was told; empty where nothing was."""
    note = {"reasons": [each.to_json() for each in outcome.reasons], "note": pressed.note[:MOST_NOTES], **pressed.details}
    return note if any(note.values()) else {}


def actor_of(outcome: Outcome, by: Person | None) -> Actor:
    """Who acted, in which role; the system is nobody."""
    return Actor(by.pk if by else 0, outcome.role)


def told(kind: str, row: Model, outcome: Outcome, by: Person | None, *, revision: int, at: datetime) -> None:
    """Write the audit of an act: `kind` and the act are its word. Raises as the audit does."""
    reason = outcome.reasons[0].id if outcome.reasons else ""
    details = {"from": outcome.source, "revision": revision}
    audit.write(f"{kind}.{outcome.act}", actor=actor_of(outcome, by), subject=row, now=at, reason=reason, details=details)


def overtaken(table: Table, last: Happening | None, unseen: str = "") -> NotAllowed:
    """Somebody was quicker: who did what and when, by the last event; `unseen` is the sentence where nothing that leaves an event was done."""
    if last is None:
        return NotAllowed(unseen or _("这一件刚才在别处办过，这一次没有办。请刷新页面，看看现在的样子。"))
    act = table.acts[last.act]
    words = {"act": act.english if in_english() else act.term, "clock": f"{localtime(last.at):%m-%d %H:%M}"}
    return NotAllowed(_("这一次没有办：您打开页面以后，已经有人办了“%(act)s”（%(clock)s）。请刷新页面，看看现在的状态再办。") % words)
