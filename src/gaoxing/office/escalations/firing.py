"""Doing an act on a stuck matter or a cause: the table decides, one conditional update wins; event, audit and effects belong to the same transaction.

A stuck matter is locked before its cause, never the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from gaoxing.casework.acting import Outcome
from gaoxing.casework.escalations.limits import limits
from gaoxing.casework.table import Table
from gaoxing.casework.tables import table
from gaoxing.office.escalations import clocking, facts
from gaoxing.office.escalations.models import Cause, CauseEvent, Escalation, EscalationEvent
from gaoxing.office.escalations.roles import role_for
from gaoxing.office.escalations.sealed import note_place
from gaoxing.office.escalations.vault import seal, unseal
from gaoxing.office.firing import doing
from gaoxing.office.firing.details import Look
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

Row = TypeVar("Row", Escalation, Cause)

_EFFECTS: dict[str, Callable[[Done], None]] = {}
"""What follows from an act, by name; `effects`, which fires further acts, enters it."""


@dataclass(frozen=True)
class Done:
    """An act that was just done: the record as it now stands, what was pressed, the outcome, its event, who acts."""

    row: Escalation | Cause
    pressed: Pressed
    outcome: Outcome
    event: EscalationEvent | CauseEvent
    by: Person | None

    @property
    def now(self) -> datetime:
        """When it was done."""
        return self.event.at


def enter(effects: Mapping[str, Callable[[Done], None]]) -> None:
    """Let these be carried out."""
    _EFFECTS.update(effects)


def table_of(row: Escalation | Cause) -> Table:
    """The table by which a record goes on."""
    return table("escalation" if isinstance(row, Escalation) else "escalation_cause")


@transaction.atomic
def fire(row: Row, pressed: Pressed, by: Person | None, *, now: datetime) -> Row:
    """Do an act on a stuck matter or a cause; the record as it then stands. `by` None is the system.

    Raises NotAllowed with a sentence where the table, the state, the role, a guard or a reason stands in the way, or somebody was quicker.
    """
    rows = type(row)._default_manager
    rows.select_for_update().get(pk=row.pk)
    if pressed.revision is not None and pressed.revision != row.revision:
        raise _overtaken(row)
    outcome = decide(row, pressed, by, now=now)
    won = {"state": outcome.target, "revision": row.revision + 1, "changed": now}
    if rows.filter(pk=row.pk, state=row.state, revision=row.revision).update(**won) != 1:
        raise _overtaken(row)
    event = _happened(row, outcome, pressed, by, now)
    row.refresh_from_db()
    for effect in outcome.effects:
        _EFFECTS[effect](Done(row, pressed, outcome, event, by))
    doing.told("stuck" if isinstance(row, Escalation) else "cause", row, outcome, by, revision=row.revision, at=event.at)
    row.refresh_from_db()
    return row


def decide(row: Escalation | Cause, pressed: Pressed, by: Person | None, *, now: datetime) -> Outcome:
    """What the table says of an act. Raises NotAllowed with its sentence, in the language of the page."""
    rows = table_of(row)
    doing.require_act(rows, pressed.act)
    leaving = [each for each in rows.leaving(row.state) if each.act == pressed.act]
    role = role_for(row, [role for each in leaving for role in each.roles], by, now=now)
    found = next((each for each in leaving if role in each.roles), None)
    wanted = {rows.guards[each].fact for each in found.guards} if found else set()
    answer = doing.answered(rows, row.state, pressed, _known(row, by, role, now, pressed, wanted), role)
    return replace(answer, limit=replace(answer.limit, days=_days(row, answer.limit.id, pressed))) if answer.limit else answer


def note_of(event: EscalationEvent | CauseEvent) -> dict[str, Any]:
    """What was written with an event: its reasons in words, the note, and what else was told. Raises a Fault where it does not open."""
    return unseal(event.note, note_place(event))


def _days(row: Escalation | Cause, limit: str, pressed: Pressed) -> int:
    """The working days that a limit of the table counts for this record."""
    return facts.extension(row, pressed) if limit == "extension" and isinstance(row, Escalation) else limits().days[limit]


def _known(row: Escalation | Cause, by: Person | None, role: str, now: datetime, pressed: Pressed, wanted: set[str]) -> dict[str, bool | int]:
    given = {name: pressed.given[name] for name in wanted & set(pressed.given)}
    rest = wanted - set(given)
    if isinstance(row, Escalation):
        return {**given, **{name: facts.ESCALATION[name](Look(row, by, role, now, pressed)) for name in rest}}
    return {**given, **{name: facts.CAUSE[name](Look(row, by, role, now, pressed)) for name in rest}}


def _happened(row: Escalation | Cause, outcome: Outcome, pressed: Pressed, by: Person | None, now: datetime) -> EscalationEvent | CauseEvent:
    """Write the event, and what a stuck matter keeps of the clock; the row is this transaction's by now, so nobody else adds an event."""
    events = list(row.events.all())
    told = doing.happened(outcome, events, by, now=now)
    event = EscalationEvent(subject=row, **told) if isinstance(row, Escalation) else CauseEvent(subject=row, **told)
    if note := doing.noted(outcome, pressed):
        event.note = seal(note, note_place(event))
    event.save(force_insert=True)
    if isinstance(row, Escalation):
        Escalation.objects.filter(pk=row.pk).update(due=_due([*events, event], outcome.target, event.at))
    return event


def _due(events: list[Any], state: str, at: datetime) -> datetime | None:
    """When it is due: by its clock, and once there is a result by the days after which somebody calls back."""
    if state == Escalation.State.CONCLUDED:
        return clocking.ends(at, "call_back")
    read = clocking.reading(events, now=at)
    return None if read is None or read.stopped else read.due


def _overtaken(row: Escalation | Cause) -> NotAllowed:
    return doing.overtaken(table_of(row), row.events.order_by("-number").first())
