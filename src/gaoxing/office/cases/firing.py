"""Doing an act on a case (办件流转): the table decides, one conditional update wins, and the event, the audit and the effects belong to the same transaction.

Two who press at once read the same state and revision; the update of one changes a row, that of the other changes none and is told who was quicker.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.casework.acting import Outcome
from gaoxing.casework.table import Table
from gaoxing.casework.tables import table_for
from gaoxing.office.cases import clocking, effects
from gaoxing.office.cases.facts import Look, facts
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.cases.roles import role_for, unit_of
from gaoxing.office.cases.vault import seal, unseal
from gaoxing.office.firing import doing
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

_WITHIN: list[Callable[[CaseEvent, Case, datetime], object]] = []
_HANDLERS = frozenset({"window_clerk", "examiner", "leader"})


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
    actor = doing.actor_of(outcome, by)
    effects.carry_out(effects.Doing(case, outcome, event, actor, pressed.details, event.at))
    for act in _WITHIN:
        act(event, case, event.at)
    doing.told("case", case, outcome, by, revision=case.revision, at=event.at)
    return case


def within(act: Callable[[CaseEvent, Case, datetime], object]) -> None:
    """Let a room above the cases do something in the transaction of every act, such as to queue that others are told; what it raises undoes the act."""
    if act not in _WITHIN:
        _WITHIN.append(act)


def decide(case: Case, pressed: Pressed, by: Person | None, *, now: datetime) -> Outcome:
    """What the table says of an act on a case. Raises NotAllowed with its sentence, in the language of the page."""
    table = _table(case)
    doing.require_act(table, pressed.act)
    row = next((each for each in table.leaving(case.state) if each.act == pressed.act), None)
    role = role_for(case, row.roles if row else (), by, now=now)
    wanted = {table.guards[each].fact for each in row.guards} if row else set()
    known = facts(Look(case, by, now, pressed.given), wanted)
    return doing.answered(table, case.state, pressed, known, role)


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
    event = CaseEvent(case=case, **doing.happened(outcome, events, by, now=now))
    if note := doing.noted(outcome, pressed):
        event.note = seal(json.dumps(note, ensure_ascii=False).encode(), case=case.pk, column=note_place(event))
    event.save(force_insert=True)
    if columns := clocking.columns([*events, event], now=event.at):
        Case.objects.filter(pk=case.pk).update(**columns)
    return event


def _handler(by: Person | None, role: str, now: datetime) -> dict[str, Any]:
    """Whoever of the staff acted has the case in hand."""
    return {"handler": by, "unit_id": unit_of(by, now=now)} if by is not None and role in _HANDLERS else {}


def _overtaken(case: Case) -> NotAllowed:
    unseen = _("这份草稿刚才在别处改过或者提交过，这一次没有办。请刷新页面，看看现在的样子。")
    return doing.overtaken(_table(case), case.events.order_by("-number").first(), unseen)
