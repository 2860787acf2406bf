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
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gaoxing.casework import acting
from gaoxing.casework.acting import Outcome, Refused
from gaoxing.casework.table import Table
from gaoxing.casework.tables import table
from gaoxing.office.aftercare import clocking, facts
from gaoxing.office.aftercare.facts import Look, Pressed
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.roles import role_for
from gaoxing.office.aftercare.sealed import note_place
from gaoxing.office.aftercare.vault import seal, unseal
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

Row = TypeVar("Row", Request, Part)

_MOST_NOTES = 2_000
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
    Request.objects.select_for_update().get(pk=row.pk if isinstance(row, Request) else row.request_id)
    if pressed.revision is not None and pressed.revision != row.revision:
        raise _overtaken(row)
    outcome = decide(row, pressed, by, now=now)
    won: dict[str, Any] = {"state": outcome.target, "revision": row.revision + 1, "changed": now}
    won |= {"handler": by} if isinstance(row, Part) and outcome.role in _HANDLERS else {}
    if type(row)._default_manager.filter(pk=row.pk, state=row.state, revision=row.revision).update(**won) != 1:
        raise _overtaken(row)
    event = _happened(row, outcome, pressed, by, now)
    row.refresh_from_db()
    actor = Actor(by.pk if by else 0, outcome.role)
    for effect in outcome.effects:
        _EFFECTS[effect](Done(row, pressed, outcome, event, by))
    act = f"request.{outcome.act}" if isinstance(row, Request) else f"part.{outcome.act}"
    reason = outcome.reasons[0].id if outcome.reasons else ""
    audit.write(act, actor=actor, subject=row, now=event.at, reason=reason, details={"from": outcome.source, "revision": row.revision})
    row.refresh_from_db()
    return row


def decide(row: Request | Part, pressed: Pressed, by: Person | None, *, now: datetime) -> Outcome:
    """What the table says of an act. Raises NotAllowed with its sentence, in the language of the page."""
    rows = table_of(row)
    if pressed.act not in rows.acts:
        raise NotAllowed(_("没有这个操作。请刷新页面，从页面上的按钮里选。"))
    found = next((each for each in rows.leaving(row.state) if each.act == pressed.act), None)
    role = role_for(row, found.roles if found else (), by, now=now)
    wanted = {rows.guards[each].fact for each in found.guards} if found and role in found.roles else set()
    known = _known(row, by, role, now, pressed, wanted)
    answer = acting.fire(rows, row.state, pressed.act, known, role, reasons=pressed.reasons)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.english if _english() else answer.sentence)
    return replace(answer, limit=replace(answer.limit, days=clocking.days_of(row, answer.limit.id))) if answer.limit else answer


def note_of(event: RequestEvent | PartEvent) -> dict[str, Any]:
    """What was written with an event: its reasons in words, the note, and what else was told. Raises a Fault where it does not open."""
    return unseal(event.note, note_place(event))


def _known(row: Request | Part, by: Person | None, role: str, now: datetime, pressed: Pressed, wanted: set[str]) -> dict[str, bool | int]:
    if isinstance(row, Request):
        return facts.of_request(Look(row, by, role, now, pressed), wanted)
    return facts.of_part(Look(row, by, role, now, pressed), wanted)


def _happened(row: Request | Part, outcome: Outcome, pressed: Pressed, by: Person | None, now: datetime) -> RequestEvent | PartEvent:
    """Write the event, and what the row keeps of the clock; the row is this transaction's by now, so nobody else adds an event."""
    events = list(row.events.all())
    at = max(now, events[-1].at) if events else now
    told: dict[str, Any] = {"source": outcome.source, "target": outcome.target, "role": outcome.role, "pause": outcome.pause, "act": outcome.act}
    told |= {"number": len(events) + 1, "at": at, "by": by, "clock": str(outcome.clock or ""), "days": outcome.limit.days if outcome.limit else 0}
    told["reason"] = " ".join(dict.fromkeys(each.id for each in outcome.reasons))
    event = RequestEvent(subject=row, **told) if isinstance(row, Request) else PartEvent(subject=row, **told)
    note = {"reasons": [each.to_json() for each in outcome.reasons], "note": pressed.note[:_MOST_NOTES], **pressed.details}
    if any(note.values()):
        event.note = seal(note, note_place(event))
    event.save(force_insert=True)
    read = clocking.reading([*events, event], now=at)
    stands = {"due": None, "yellow_from": None} if read is None or read.stopped else {"due": read.due, "yellow_from": read.yellow_from}
    type(row)._default_manager.filter(pk=row.pk).update(**stands)
    return event


def _overtaken(row: Request | Part) -> NotAllowed:
    last = row.events.order_by("-number").first()
    if last is None:
        return NotAllowed(_("这一件刚才在别处办过，这一次没有办。请刷新页面，看看现在的样子。"))
    act = table_of(row).acts[last.act]
    told = {"act": act.english if _english() else act.term, "clock": f"{localtime(last.at):%m-%d %H:%M}"}
    return NotAllowed(_("这一次没有办：您打开页面以后，已经有人办了“%(act)s”（%(clock)s）。请刷新页面，看看现在的状态再办。") % told)


def _english() -> bool:
    return (get_language() or "").startswith("en")
