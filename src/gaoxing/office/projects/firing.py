"""Doing an act on a filed project or one in promotion: the table decides, one conditional update wins; event, audit and effects in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from gaoxing.casework.acting import Outcome
from gaoxing.casework.table import Table
from gaoxing.casework.tables import table
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing import doing
from gaoxing.office.people.models import Person
from gaoxing.office.projects.facts import FACTS, Look, Pressed
from gaoxing.office.projects.models import Project, ProjectEvent, Promotion, PromotionEvent
from gaoxing.office.projects.promoting_facts import PROMOTION_FACTS
from gaoxing.office.projects.roles import barred, role_for
from gaoxing.office.projects.sealed import note_place
from gaoxing.office.projects.vault import seal, unseal
from gaoxing.office.refusal import NotAllowed

Row = TypeVar("Row", Project, Promotion)

_EFFECTS: dict[str, Callable[[Done], None]] = {}
"""What follows from an act, by name; `effects` enters it."""


@dataclass(frozen=True)
class Done:
    """An act that was just done: the record as it now stands, what was pressed, the outcome, its event, who acts."""

    row: Project | Promotion
    pressed: Pressed
    outcome: Outcome
    event: ProjectEvent | PromotionEvent
    by: Person | None

    @property
    def now(self) -> datetime:
        """When it was done."""
        return self.event.at

    @property
    def actor(self) -> Actor:
        """Who acts, as the audit knows them."""
        return doing.actor_of(self.outcome, self.by)


def enter(effects: Mapping[str, Callable[[Done], None]]) -> None:
    """Let these be carried out."""
    _EFFECTS.update(effects)


def life(row: Project | Promotion | None = None) -> Table:
    """The table by which a filed project goes on, or one in promotion."""
    return table("promotion" if isinstance(row, Promotion) else "project")


@transaction.atomic
def fire(row: Row, pressed: Pressed, by: Person | None, *, now: datetime) -> Row:
    """Do an act on a project; the record as it then stands. `by` None is the system.

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
    done = Done(row, pressed, outcome, _happened(row, outcome, pressed, by, now), by)
    row.refresh_from_db()
    doing.told("promotion" if isinstance(row, Promotion) else "project", row, outcome, by, revision=row.revision, at=done.now)
    for effect in outcome.effects:
        _EFFECTS[effect](done)
    row.refresh_from_db()
    return row


def decide(row: Project | Promotion, pressed: Pressed, by: Person | None, *, now: datetime) -> Outcome:
    """What the table says of an act. Raises NotAllowed with its sentence, in the language of the page."""
    rows = life(row)
    doing.require_act(rows, pressed.act)
    found = next((each for each in rows.leaving(row.state) if each.act == pressed.act), None)
    role = "" if barred(row, pressed.act, by, now=now) else role_for(row, found.roles if found else (), by, now=now)
    wanted = {rows.guards[each].fact for each in found.guards} if found else set()
    return doing.answered(rows, row.state, pressed, _known(row, pressed, wanted, now), role)


def note_of(event: ProjectEvent | PromotionEvent) -> dict[str, Any]:
    """What was written with an event: its reasons in words, the note, and what else was told. Raises a Fault where it does not open."""
    return unseal(event.note, note_place(event))


def _known(row: Project | Promotion, pressed: Pressed, wanted: set[str], now: datetime) -> dict[str, bool | int]:
    given = {name: pressed.given[name] for name in wanted & set(pressed.given)}
    rest = wanted - set(given)
    if isinstance(row, Promotion):
        return {**given, **{name: PROMOTION_FACTS[name](row, pressed, now) for name in rest}}
    return {**given, **{name: FACTS[name](Look(row, pressed, now)) for name in rest}}


def _happened(row: Project | Promotion, outcome: Outcome, pressed: Pressed, by: Person | None, now: datetime) -> ProjectEvent | PromotionEvent:
    """Write the event; the row is this transaction's by now, so nobody else adds one."""
    told = doing.happened(outcome, list(row.events.all()), by, now=now)
    event = PromotionEvent(subject=row, **told) if isinstance(row, Promotion) else ProjectEvent(subject=row, **told)
    if note := doing.noted(outcome, pressed):
        event.note = seal(note, note_place(event))
    event.save(force_insert=True)
    return event


def _overtaken(row: Project | Promotion) -> NotAllowed:
    return doing.overtaken(life(row), row.events.order_by("-number").first())
