"""Doing an act on one licence (证照流转): the table decides, one conditional update wins; event, audit and effects belong to the same transaction.

The case's row is locked first, so that what hangs between its licences (prerequisites, the end of the case) is settled one act after another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from gaoxing.casework.acting import Outcome
from gaoxing.casework.tables import table
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.clocking import LAST
from gaoxing.office.cases.models import Case
from gaoxing.office.firing import doing
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.licensing import clocking
from gaoxing.office.licensing.item_facts import Look, facts
from gaoxing.office.licensing.item_roles import role_for
from gaoxing.office.licensing.models import Item, ItemEvent
from gaoxing.office.licensing.sealed import note_place
from gaoxing.office.licensing.vault import seal, unseal
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

_EFFECTS: dict[str, Callable[[Done], None]] = {}
"""What follows from an act, by name; `item_effects`, which fires further acts, enters it."""

_STAFF = frozenset({"unit_handler", "leader"})


@dataclass(frozen=True)
class Done:
    """An act that was just done: the item as it now stands, what was pressed, the outcome, its event, who acts."""

    item: Item
    pressed: Pressed
    outcome: Outcome
    event: ItemEvent
    actor: Actor

    @property
    def now(self) -> datetime:
        """When it was done."""
        return self.event.at


def enter(effects: Mapping[str, Callable[[Done], None]]) -> None:
    """Let these be carried out."""
    _EFFECTS.update(effects)


@transaction.atomic
def fire(item: Item, pressed: Pressed, by: Person | None, *, now: datetime) -> Item:
    """Do an act on a licence; the licence as it then stands. `by` None is the system.

    Raises NotAllowed with a sentence where the table, the state, the role, a guard or a reason stands in the way, or somebody was quicker.
    """
    Case.objects.select_for_update().get(pk=item.case_id)
    if pressed.revision is not None and pressed.revision != item.revision:
        raise _overtaken(item)
    outcome = decide(item, pressed, by, now=now)
    won = {"state": outcome.target, "revision": item.revision + 1, **({"handler": by} if by and outcome.role in _STAFF else {})}
    if Item.objects.filter(pk=item.pk, state=item.state, revision=item.revision).update(**won) != 1:
        raise _overtaken(item)
    event = _happened(item, outcome, pressed, by, now)
    item.refresh_from_db()
    actor = doing.actor_of(outcome, by)
    for effect in outcome.effects:
        _EFFECTS[effect](Done(item, pressed, outcome, event, actor))
    doing.told("item", item, outcome, by, revision=item.revision, at=event.at)
    item.refresh_from_db()
    return item


def decide(item: Item, pressed: Pressed, by: Person | None, *, now: datetime) -> Outcome:
    """What the table says of an act on a licence. Raises NotAllowed with its sentence, in the language of the page."""
    rows = table(clocking.TABLE)
    doing.require_act(rows, pressed.act)
    row = next((each for each in rows.leaving(item.state) if each.act == pressed.act), None)
    role = role_for(item, row.roles if row else (), by, now=now)
    known = facts(Look(item, by, now, pressed.given), {rows.guards[each].fact for each in row.guards} if row else ())
    answer = doing.answered(rows, item.state, pressed, known, role)
    return replace(answer, limit=replace(answer.limit, days=_days(item, answer.limit.id))) if answer.limit else answer


def note_of(event: ItemEvent) -> dict[str, Any]:
    """What was written with an event: its reasons in words, the note, and what else was told. Raises a Fault where it does not open."""
    return dict(unseal(event.note, note_place(event))) if event.note else {}


def _days(item: Item, limit: str) -> int:
    """The catalogue's days for the limit that the table names."""
    return item.extension if limit == "licence_extension" else item.days


def _happened(item: Item, outcome: Outcome, pressed: Pressed, by: Person | None, now: datetime) -> ItemEvent:
    events = list(item.events.all())
    event = ItemEvent(item=item, **doing.happened(outcome, events, by, now=now))
    if note := doing.noted(outcome, pressed):
        event.note = seal(note, note_place(event))
    event.save(force_insert=True)
    Item.objects.filter(pk=item.pk).update(**_clock([*events, event], event.at))
    return event


def _clock(events: Sequence[ItemEvent], at: datetime) -> dict[str, Any]:
    """What the row keeps of the clock."""
    read = clocking.reading(events, now=at)
    due = None if read is None or read.stopped else read.due
    return {"due": due, "rank": due or LAST}


def _overtaken(item: Item) -> NotAllowed:
    return doing.overtaken(table(clocking.TABLE), item.events.order_by("-number").first())
