"""A table of states (状态表): the states of one kind of case, the acts that lead from one to another, and on what conditions. Data, read from TOML.

>>> Guard("all_signed", "unsigned", 0, "还有人没有签名", "Somebody has not signed").holds({"unsigned": 2})
False
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Facts = Mapping[str, bool | int]
"""What is known of a case at the moment of an act, by name: counts and yes or no, nothing about a person."""


class Running(StrEnum):
    """What the clock does while a case stands in a state."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


class ClockAct(StrEnum):
    """What an act does to the clock (起算、暂停、恢复、延长、停止)."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    STOP = "stop"


LEADS = {
    ClockAct.START: {(Running.IDLE, Running.RUNNING), (Running.STOPPED, Running.RUNNING)},
    ClockAct.PAUSE: {(Running.RUNNING, Running.PAUSED)},
    ClockAct.RESUME: {(Running.PAUSED, Running.RUNNING)},
    ClockAct.EXTEND: {(Running.RUNNING, Running.RUNNING)},
    ClockAct.STOP: {(Running.RUNNING, Running.STOPPED), (Running.PAUSED, Running.STOPPED)},
}
"""From what to what each clock act leads; an act that does nothing to the clock leaves it as it is."""


@dataclass(frozen=True)
class Term:
    """An official Chinese term and its English."""

    id: str
    term: str
    english: str

    def to_json(self) -> dict[str, Any]:
        """The three words."""
        return {"id": self.id, "term": self.term, "english": self.english}


@dataclass(frozen=True)
class State(Term):
    """A state (状态): `plain` and `plain_english` are what an applicant reads; `final`: nothing more need happen."""

    plain: str
    plain_english: str
    clock: Running
    final: bool = False


@dataclass(frozen=True)
class Act(Term):
    """An act (操作). `otherwise` says when it is possible and what to do instead, in both languages."""

    otherwise: str
    otherwise_english: str


@dataclass(frozen=True)
class Guard:
    """A condition (条件): the fact that must have the value `must`, and the sentence where it has not."""

    id: str
    fact: str
    must: bool | int
    sentence: str
    english: str

    def holds(self, facts: Facts) -> bool:
        """Whether the fact is as it must be. Raises KeyError where nobody handed the fact in: what is not known is never taken for granted."""
        return facts[self.fact] == self.must


@dataclass(frozen=True)
class ReasonKind(Term):
    """A kind of reason (理由类别) that an act demands, with its typed reasons."""

    choices: tuple[Term, ...]


@dataclass(frozen=True)
class Pause(Term):
    """Why a clock stands still (暂停), as the applicant reads it (等您补正); `staff` and `staff_english` as the office does."""

    staff: str
    staff_english: str


@dataclass(frozen=True)
class Limit(Term):
    """A time limit (时限) in working days; 0 is on the spot. `basis` cites it."""

    days: int
    basis: str


@dataclass(frozen=True)
class Transition:
    """A row of the table (流转): in state `source` these roles may do `act`, and it leads to `target`.

    `limits`: what the clock counts when it starts or is extended, the usual one first. `why`: the kind of pause. `reason`: the kind of reason demanded.
    """

    source: str
    act: str
    target: str
    roles: tuple[str, ...]
    guards: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    clock: ClockAct | None = None
    limits: tuple[str, ...] = ()
    why: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Table:
    """All that one kind of case may go through. The first state is where it begins; the order of the states is the way forward."""

    id: str
    term: str
    english: str
    matters: tuple[str, ...]
    states: Mapping[str, State]
    acts: Mapping[str, Act]
    roles: Mapping[str, Term]
    guards: Mapping[str, Guard]
    effects: Mapping[str, Term]
    pauses: Mapping[str, Pause]
    reasons: Mapping[str, ReasonKind]
    limits: Mapping[str, Limit]
    transitions: tuple[Transition, ...]

    @property
    def initial(self) -> str:
        """The state in which a case begins."""
        return next(iter(self.states))

    def leaving(self, state: str) -> tuple[Transition, ...]:
        """The rows that lead out of a state, in the table's order. Raises KeyError for a state that the table does not know."""
        here = self.states[state].id
        return tuple(row for row in self.transitions if row.source == here)

    def facts(self, state: str) -> frozenset[str]:
        """The names of the facts that the guards in a state ask for."""
        return frozenset(self.guards[guard].fact for row in self.leaving(state) for guard in row.guards)
