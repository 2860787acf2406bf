"""Doing an act on one licence (证照流转): the table decides, one conditional update wins; event, audit and effects belong to the same transaction.

The case's row is locked first, so that what hangs between its licences (prerequisites, the end of the case) is settled one act after another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gaoxing.casework import acting
from gaoxing.casework.acting import Outcome, Reason, Refused
from gaoxing.casework.table import Facts
from gaoxing.casework.tables import table
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.clocking import LAST
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing import clocking
from gaoxing.office.licensing.item_facts import Look, facts
from gaoxing.office.licensing.item_roles import role_for
from gaoxing.office.licensing.models import Item, ItemEvent
from gaoxing.office.licensing.sealed import note_place
from gaoxing.office.licensing.vault import seal, unseal
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

_MOST_NOTES = 2_000
_EFFECTS: dict[str, Callable[[Done], None]] = {}
"""What follows from an act, by name; `item_effects`, which fires further acts, enters it."""

_STAFF = frozenset({"unit_handler", "leader"})


@dataclass(frozen=True)
class Pressed:
    """What was pressed: the act, its typed reasons, a note, the revision that the page showed; `details` are what effects need."""

    act: str
    reasons: tuple[Reason, ...] = ()
    note: str = ""
    revision: int | None = None
    given: Facts = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)


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
    actor = Actor(by.pk if by else 0, outcome.role)
    for effect in outcome.effects:
        _EFFECTS[effect](Done(item, pressed, outcome, event, actor))
    reason = outcome.reasons[0].id if outcome.reasons else ""
    audit.write(f"item.{outcome.act}", actor=actor, subject=item, now=event.at, reason=reason, details={"from": outcome.source, "revision": item.revision})
    item.refresh_from_db()
    return item


def decide(item: Item, pressed: Pressed, by: Person | None, *, now: datetime) -> Outcome:
    """What the table says of an act on a licence. Raises NotAllowed with its sentence, in the language of the page."""
    rows = table(clocking.TABLE)
    if pressed.act not in rows.acts:
        raise NotAllowed(_("没有这个操作。请刷新页面，从页面上的按钮里选。"))
    row = next((each for each in rows.leaving(item.state) if each.act == pressed.act), None)
    role = role_for(item, row.roles if row else (), by, now=now)
    known = facts(Look(item, by, now, pressed.given), {rows.guards[each].fact for each in row.guards} if row else ())
    answer = acting.fire(rows, item.state, pressed.act, known, role, reasons=pressed.reasons)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.english if (get_language() or "").startswith("en") else answer.sentence)
    return replace(answer, limit=replace(answer.limit, days=_days(item, answer.limit.id))) if answer.limit else answer


def note_of(event: ItemEvent) -> dict[str, Any]:
    """What was written with an event: its reasons in words, the note, and what else was told. Raises a Fault where it does not open."""
    return dict(unseal(event.note, note_place(event))) if event.note else {}


def _days(item: Item, limit: str) -> int:
    """The catalogue's days for the limit that the table names."""
    return item.extension if limit == "licence_extension" else item.days


def _happened(item: Item, outcome: Outcome, pressed: Pressed, by: Person | None, now: datetime) -> ItemEvent:
    events = list(item.events.all())
    at = max(now, events[-1].at) if events else now
    told = {"source": outcome.source, "target": outcome.target, "role": outcome.role, "pause": outcome.pause}
    days = outcome.limit.days if outcome.limit else 0
    event = ItemEvent(item=item, number=len(events) + 1, act=outcome.act, by=by, at=at, clock=str(outcome.clock or ""), days=days, **told)
    event.reason = " ".join(dict.fromkeys(each.id for each in outcome.reasons))
    note = {"reasons": [each.to_json() for each in outcome.reasons], "note": pressed.note[:_MOST_NOTES], **pressed.details}
    if any(note.values()):
        event.note = seal(note, note_place(event))
    event.save(force_insert=True)
    Item.objects.filter(pk=item.pk).update(**_clock([*events, event], at))
    return event


def _clock(events: Sequence[ItemEvent], at: datetime) -> dict[str, Any]:
    """What the row keeps of the clock."""
    read = clocking.reading(events, now=at)
    due = None if read is None or read.stopped else read.due
    return {"due": due, "rank": due or LAST}


def _overtaken(item: Item) -> NotAllowed:
    last = item.events.order_by("-number").first()
    if last is None:
        return NotAllowed(_("这一项刚才在别处办过，这一次没有办。请刷新页面，看看现在的样子。"))
    told = {"act": table(clocking.TABLE).acts[last.act].term, "clock": f"{localtime(last.at):%m-%d %H:%M}"}
    return NotAllowed(_("这一次没有办：您打开页面以后，已经有人办了“%(act)s”（%(clock)s）。请刷新页面，看看现在的状态再办。") % told)
