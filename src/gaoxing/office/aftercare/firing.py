"""Doing an act on a request or a part (诉求流转): the table decides, one conditional update wins; event, audit and effects belong to the same transaction.

The request's row is locked first, for its parts too, so that what hangs between them (the last part's outcome, the hand-over to the enterprise) is settled
one act after another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from gaoxing.casework.acting import Outcome
from gaoxing.casework.table import Table
from gaoxing.casework.tables import table
from gaoxing.office.aftercare import clocking, facts
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.roles import role_for
from gaoxing.office.aftercare.sealed import note_place
from gaoxing.office.aftercare.vault import seal, unseal
from gaoxing.office.firing import doing
from gaoxing.office.firing.details import Look, number
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

Row = TypeVar("Row", Request, Part)

_HANDLERS = frozenset({"unit_handler", "task_force_lead"})
_EFFECTS: dict[str, Callable[[Done], None]] = {}
"""What follows from an act, by name; `effects`, which fires further acts, enters it."""


@dataclass(frozen=True)
class Done:
    """An act that was just done: the record as it now stands, what was pressed, the outcome, its event, who acts."""

    row: Request | Part
    pressed: Pressed
    outcome: Outcome
    event: RequestEvent | PartEvent
    by: Person | None

    @property
    def now(self) -> datetime:
        """When it was done."""
        return self.event.at

    @property
    def request(self) -> Request:
        """The request that was acted on, or whose part was."""
        return self.row if isinstance(self.row, Request) else self.row.request

    @property
    def part(self) -> Part:
        """The part that was acted on. Raises TypeError where it was a request: a mistake of the tables."""
        if isinstance(self.row, Request):
            raise TypeError("an effect of parts stands in the table of requests")
        return self.row


def enter(effects: Mapping[str, Callable[[Done], None]]) -> None:
    """Let these be carried out."""
    _EFFECTS.update(effects)


def table_of(row: Request | Part) -> Table:
    """The table by which a record goes on."""
    return table("request" if isinstance(row, Request) else "request_part")


@transaction.atomic
def fire(row: Row, pressed: Pressed, by: Person | None, *, now: datetime) -> Row:
    """Do an act on a request or a part; the record as it then stands. `by` None is the system.

    Raises NotAllowed with a sentence where the table, the state, the role, a guard or a reason stands in the way, or somebody was quicker.
    """
    _lock(row, pressed)
    if pressed.revision is not None and pressed.revision != row.revision:
        raise _overtaken(row)
    outcome = decide(row, pressed, by, now=now)
    won: dict[str, Any] = {"state": outcome.target, "revision": row.revision + 1, "changed": now}
    won |= {"handler": by} if isinstance(row, Part) and outcome.role in _HANDLERS else {}
    if type(row)._default_manager.filter(pk=row.pk, state=row.state, revision=row.revision).update(**won) != 1:
        raise _overtaken(row)
    event = _happened(row, outcome, pressed, by, now)
    row.refresh_from_db()
    for effect in outcome.effects:
        _EFFECTS[effect](Done(row, pressed, outcome, event, by))
    doing.told("request" if isinstance(row, Request) else "part", row, outcome, by, revision=row.revision, at=event.at)
    if outcome.effects:
        row.refresh_from_db()
    return row


def decide(row: Request | Part, pressed: Pressed, by: Person | None, *, now: datetime) -> Outcome:
    """What the table says of an act. Raises NotAllowed with its sentence, in the language of the page."""
    rows = table_of(row)
    doing.require_act(rows, pressed.act)
    found = next((each for each in rows.leaving(row.state) if each.act == pressed.act), None)
    role = role_for(row, found.roles if found else (), by, now=now)
    wanted = {rows.guards[each].fact for each in found.guards} if found and role in found.roles else set()
    answer = doing.answered(rows, row.state, pressed, _known(row, by, role, now, pressed, wanted), role)
    return replace(answer, limit=replace(answer.limit, days=clocking.days_of(row, answer.limit.id))) if answer.limit else answer


def note_of(event: RequestEvent | PartEvent) -> dict[str, Any]:
    """What was written with an event: its reasons in words, the note, and what else was told. Raises a Fault where it does not open."""
    return unseal(event.note, note_place(event))


def _lock(row: Request | Part, pressed: Pressed) -> None:
    """Hold the request, and the one into which it is merged, always in one order: of two that are merged into each other the second waits and is told."""
    numbers = {row.pk if isinstance(row, Request) else row.request_id}
    if isinstance(row, Request) and pressed.act == "merge":
        numbers.add(number(pressed.details, "main"))
    list(Request.objects.select_for_update().filter(pk__in=numbers).order_by("pk"))


def _known(row: Request | Part, by: Person | None, role: str, now: datetime, pressed: Pressed, wanted: set[str]) -> dict[str, bool | int]:
    if isinstance(row, Request):
        return facts.of_request(Look(row, by, role, now, pressed), wanted)
    return facts.of_part(Look(row, by, role, now, pressed), wanted)


def _happened(row: Request | Part, outcome: Outcome, pressed: Pressed, by: Person | None, now: datetime) -> RequestEvent | PartEvent:
    """Write the event, and what the row keeps of the clock; the row is this transaction's by now, so nobody else adds an event."""
    events = list(row.events.all())
    told = doing.happened(outcome, events, by, now=now)
    event = RequestEvent(subject=row, **told) if isinstance(row, Request) else PartEvent(subject=row, unit_id=row.lead_id, **told)
    if note := doing.noted(outcome, pressed):
        event.note = seal(note, note_place(event))
    event.save(force_insert=True)
    read = clocking.reading([*events, event], now=event.at)
    stands = {"due": None, "yellow_from": None} if read is None or read.stopped else {"due": read.due, "yellow_from": read.yellow_from}
    if any(getattr(row, name) != value for name, value in stands.items()):
        type(row)._default_manager.filter(pk=row.pk).update(**stands)
    return event


def _overtaken(row: Request | Part) -> NotAllowed:
    return doing.overtaken(table_of(row), row.events.order_by("-number").first())
