"""Faults of a table of states (状态表的检查): names that are not declared or not used, states nobody reaches or leaves, clocks that cannot be.

>>> from gaoxing.casework.tables import table
>>> problems(table("change"))
()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gaoxing.casework.table import LEADS, ClockAct, Running, Table, Transition

COUNTING = {ClockAct.START, ClockAct.EXTEND}
"""The clock acts that need a limit."""

NEVER_STARTED = (Running.IDLE, Running.STOPPED)
"""What ends before its clock started: there is nothing to stop, and no clock act is needed."""


def problems(table: Table) -> tuple[str, ...]:
    """Every fault of a table, each a sentence that names the place; empty where it is sound."""
    undeclared = tuple(_undeclared(table))
    return undeclared or (*_twice(table), *_unreachable(table), *_dead_ends(table), *_clocks(table), *_demands(table), *_silent(table))


def place(row: Transition) -> str:
    """How a row is named in faults: `draft -submit-> submitted`."""
    return f"{row.source} -{row.act}-> {row.target}"


def _undeclared(table: Table) -> Iterator[str]:
    if not table.states or not table.transitions:
        yield "a table needs states and transitions"
    for row in table.transitions:
        for kind, names, known in (
            ("state", (row.source, row.target), table.states),
            ("act", (row.act,), table.acts),
            ("role", row.roles, table.roles),
            ("guard", row.guards, table.guards),
            ("effect", row.effects, table.effects),
            ("limit", row.limits, table.limits),
            ("pause", (row.why,) if row.why else (), table.pauses),
            ("kind of reason", (row.reason,) if row.reason else (), table.reasons),
        ):
            yield from (f"{place(row)}: unknown {kind} {name!r}" for name in names if name not in known)


def _twice(table: Table) -> Iterator[str]:
    """An act leads from a state to one place only; otherwise two rows would answer one button."""
    counted = Counter((row.source, row.act) for row in table.transitions)
    yield from (f"{source} -{act}->: stands {count} times" for (source, act), count in counted.items() if count > 1)


def _unreachable(table: Table) -> Iterator[str]:
    reached = _reached(table, table.initial)
    yield from (f"state {state!r} is never reached from {table.initial!r}" for state in table.states if state not in reached)


def _dead_ends(table: Table) -> Iterator[str]:
    """Every state must lead to a final one."""
    final = {state.id for state in table.states.values() if state.final}
    if not final:
        yield "no state is final"
    yield from (f"state {state!r} leads to no final state" for state in table.states if final and not final & _reached(table, state))


def _reached(table: Table, start: str) -> set[str]:
    """The states that can be come to from one, itself among them."""
    found, waiting = {start}, [start]
    while waiting:
        further = {row.target for row in table.leaving(waiting.pop())} - found
        found |= further
        waiting.extend(further)
    return found


def _clocks(table: Table) -> Iterator[str]:
    if table.states[table.initial].clock is not Running.IDLE:
        yield f"state {table.initial!r} is the first: its clock must be idle"
    for row in table.transitions:
        before, after = table.states[row.source].clock, table.states[row.target].clock
        fits = before == after or (before, after) == NEVER_STARTED if row.clock is None else (before, after) in LEADS[row.clock]
        if not fits:
            how = f"{row.clock} cannot do that" if row.clock else "no clock act says so"
            yield f"{place(row)}: the clock goes from {before} to {after}, and {how}"


def _demands(table: Table) -> Iterator[str]:
    for row in table.transitions:
        if not row.roles:
            yield f"{place(row)}: nobody may do it"
        if (row.clock in COUNTING) != bool(row.limits):
            yield f"{place(row)}: a limit is counted where the clock starts or is extended, and only there"
        if (row.clock is ClockAct.PAUSE) != bool(row.why):
            yield f"{place(row)}: a pause says why, and only a pause"
    yield from (f"reasons.{kind.id}: there is nothing to choose" for kind in table.reasons.values() if not kind.choices)
    yield from (f"limits.{limit.id}: days must be a whole number from 0" for limit in table.limits.values() if not _counts(limit.days))


def _counts(days: object) -> bool:
    return type(days) is int and days >= 0


def _silent(table: Table) -> Iterator[str]:
    """What is declared must have words in both languages."""
    for section in (table.states, table.acts, table.roles, table.effects, table.pauses, table.reasons, table.limits):
        yield from (f"{each.id!r} lacks its words" for each in section.values() if not (each.term and each.english))
    yield from (f"guard {each.id!r} lacks its sentence" for each in table.guards.values() if not (each.sentence and each.english))
