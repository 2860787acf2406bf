"""Enters a decided name into the pool and takes one out of use (名称入库、停用): what a registration, a change or a deregistration does to it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from gaoxing.names.composition import split
from gaoxing.names.neighbour import State
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR, Actor
from gaoxing.office.names.entry import Entry
from gaoxing.office.names.queries import registered
from gaoxing.office.names.storing import store


@transaction.atomic
def enter(name: str, prefecture: int, on: date, *, now: datetime, sole_trader: bool = False, actor: Actor = OPERATOR) -> None:
    """From that day on an enterprise bears the name, whoever held it."""
    _become(name, prefecture, State.ACTIVE, on, now=now, sole_trader=sole_trader, actor=actor)


@transaction.atomic
def give_up(name: str, prefecture: int, on: date, *, now: datetime, sole_trader: bool = False, actor: Actor = OPERATOR) -> None:
    """From that day on nobody bears the name any more: its enterprise was deregistered or is called otherwise now."""
    _become(name, prefecture, State.RELEASED, on, now=now, sole_trader=sole_trader, actor=actor)


def _become(name: str, prefecture: int, state: State, on: date, *, now: datetime, sole_trader: bool, actor: Actor) -> None:
    text = split(name).text
    store([Entry(prefecture, text, state, on, None, sole_trader or None)])
    row = registered(text, prefecture)
    audit.write(f"name.{'entered' if state is State.ACTIVE else 'given_up'}", actor=actor, subject=row, now=now, details={"name": text})
