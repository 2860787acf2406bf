"""Doing an act on a case (办件流转): the table decides, one conditional update wins, and the event, the audit and the effects belong to the same transaction.

Two who press at once read the same state and revision; the update of one changes a row, that of the other changes none and is told who was quicker.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gaoxing.casework import acting
from gaoxing.casework.acting import Outcome, Reason, Refused
from gaoxing.casework.table import Facts, Table
from gaoxing.casework.tables import table_for
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import clocking, effects
from gaoxing.office.cases.facts import Look, facts
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.cases.roles import role_for, unit_of
from gaoxing.office.cases.vault import seal, unseal
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

_MOST_NOTES = 2_000
_WITHIN: list[Callable[[CaseEvent, Case, datetime], object]] = []
_HANDLERS = frozenset({"window_clerk", "examiner", "leader"})


@dataclass(frozen=True)
class Pressed:
    """What was pressed: the act, its typed reasons, the limit chosen, a note, and the revision that the page showed (None: none was shown).

    `given` are facts that only the act knows; `details` what effects need (the code of a new enterprise); both came with the post or were worked out for it.
    """

    act: str
    reasons: tuple[Reason, ...] = ()
    limit: str = ""
    note: str = ""
    revision: int | None = None
    given: Facts = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)


def fire(number: str, pressed: Pressed, by: Person | None, *, now: datetime) -> Case:
    """Do an act on the case of a number; the case as it then stands. `by` None is the system.

    Raises NotAllowed with a sentence where the table, the state, the role, a guard or a reason stands in the way, or somebody was quicker.
    """
    with transaction.atomic():
        case = Case.objects.select_related("owner").filter(number=number).first()
        if case is None:
            raise NotAllowed(_("没有这个编号的办件。请对照回执核对编号。"))
        return fire_case(case, pressed, by, now=now)


@transaction.atomic
def fire_case(case: Case, pressed: Pressed, by: Person | None, *, now: datetime, changes: Mapping[str, Any] | None = None) -> Case:
    """The same for a case in hand; `changes` are further columns that the same update sets. Raises as `fire`."""
    if pressed.revision is not None and pressed.revision != case.revision:
        raise _overtaken(case)
    outcome = decide(case, pressed, by, now=now)
    won = {"state": outcome.target, "revision": case.revision + 1, "changed": now, **_handler(by, outcome.role, now), **(changes or {})}
    if Case.objects.filter(pk=case.pk, state=case.state, revision=case.revision).update(**won) != 1:
        raise _overtaken(case)
    event = _happened(case, outcome, pressed, by, now)
    case.refresh_from_db()
    actor = Actor(by.pk if by else 0, outcome.role)
    effects.carry_out(effects.Doing(case, outcome, event, actor, pressed.details, event.at))
    for act in _WITHIN:
        act(event, case, event.at)
    reason = outcome.reasons[0].id if outcome.reasons else ""
    audit.write(f"case.{outcome.act}", actor=actor, subject=case, now=event.at, reason=reason, details={"from": outcome.source, "revision": case.revision})
    return case


def within(act: Callable[[CaseEvent, Case, datetime], object]) -> None:
    """Let a room above the cases do something in the transaction of every act, such as to queue that others are told; what it raises undoes the act."""
    if act not in _WITHIN:
        _WITHIN.append(act)


def decide(case: Case, pressed: Pressed, by: Person | None, *, now: datetime) -> Outcome:
    """What the table says of an act on a case. Raises NotAllowed with its sentence, in the language of the page."""
    table = _table(case)
    if pressed.act not in table.acts:
        raise NotAllowed(_("没有这个操作。请刷新页面，从页面上的按钮里选。"))
    row = next((each for each in table.leaving(case.state) if each.act == pressed.act), None)
    role = role_for(case, row.roles if row else (), by, now=now)
    wanted = {table.guards[each].fact for each in row.guards} if row else set()
    known = facts(Look(case, by, now, pressed.given), wanted)
    try:
        answer = acting.fire(table, case.state, pressed.act, known, role, reasons=pressed.reasons, limit=pressed.limit)
    except ValueError as mistake:
        raise NotAllowed(_("这一步缺了要填的内容，没有办。请刷新页面，从页面上的按钮里再选一次。")) from mistake
    if isinstance(answer, Refused):
        raise NotAllowed(answer.english if (get_language() or "").startswith("en") else answer.sentence)
    return answer


def note_of(event: CaseEvent) -> dict[str, Any]:
    """What was written with an event: its reasons in words, the note, and what else was told. Raises a Fault where it does not open."""
    found: dict[str, Any] = json.loads(unseal(event.note, case=event.case_id, column=note_place(event))) if event.note else {}
    return found


def note_place(event: CaseEvent) -> str:
    """The column for which an event's note is sealed."""
    return f"event {event.number} note"


def _table(case: Case) -> Table:
    try:
        return table_for(case.matter)
    except KeyError:
        raise NotAllowed(_("这件事还不能在这里提交。请按材料单准备好，到窗口办理。")) from None


def _happened(case: Case, outcome: Outcome, pressed: Pressed, by: Person | None, now: datetime) -> CaseEvent:
    """Write the event, and what the row keeps of the clock; the row is this transaction's by now, so nobody else adds an event."""
    events = list(case.events.all())
    at = max(now, events[-1].at) if events else now
    event = _event(case, outcome, pressed, by, at=at, number=len(events) + 1)
    event.save(force_insert=True)
    if columns := clocking.columns([*events, event], now=at):
        Case.objects.filter(pk=case.pk).update(**columns)
    return event


def _event(case: Case, outcome: Outcome, pressed: Pressed, by: Person | None, *, at: datetime, number: int) -> CaseEvent:
    told = {"source": outcome.source, "target": outcome.target, "role": outcome.role, "pause": outcome.pause}
    days = outcome.limit.days if outcome.limit else 0
    event = CaseEvent(case=case, number=number, act=outcome.act, by=by, at=at, clock=str(outcome.clock or ""), days=days, **told)
    event.reason = " ".join(_unrepeated(outcome.reasons))
    note = {"reasons": [each.to_json() for each in outcome.reasons], "note": pressed.note[:_MOST_NOTES], **pressed.details}
    if any(note.values()):
        event.note = seal(json.dumps(note, ensure_ascii=False).encode(), case=case.pk, column=note_place(event))
    return event


def _unrepeated(reasons: Sequence[Reason]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in reasons))


def _handler(by: Person | None, role: str, now: datetime) -> dict[str, Any]:
    """Whoever of the staff acted has the case in hand."""
    return {"handler": by, "unit_id": unit_of(by, now=now)} if by is not None and role in _HANDLERS else {}


def _overtaken(case: Case) -> NotAllowed:
    last = case.events.order_by("-number").first()
    if last is None:
        return NotAllowed(_("这份草稿刚才在别处改过或者提交过，这一次没有办。请刷新页面，看看现在的样子。"))
    act = _table(case).acts[last.act].term
    told = {"act": act, "clock": f"{localtime(last.at):%m-%d %H:%M}"}
    return NotAllowed(_("这一次没有办：您打开页面以后，已经有人办了“%(act)s”（%(clock)s）。请刷新页面，看看现在的状态再办。") % told)
