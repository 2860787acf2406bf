"""What may be done with a case and what comes of it (流转): a table, a state, a role and facts in; an outcome or a refusal out. Nothing is changed here.

>>> from gaoxing.casework.tables import table
>>> outcome = fire(table("change"), "submitted", "accept", {"own_case": False}, "window_clerk")
>>> outcome.target, outcome.effects
('accepted', ('tell_applicant',))
>>> print(fire(table("change"), "draft", "accept", {}, "window_clerk").sentence)
现在是“草稿”，不能“受理”。已提交的申请由窗口人员或者审核人员受理。
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from gaoxing.casework.clock import Event
from gaoxing.casework.table import Act, ClockAct, Facts, Guard, Limit, Table, Transition


class Why(StrEnum):
    """What stood in the way."""

    STATE = "state"
    ROLE = "role"
    GUARD = "guard"
    REASON = "reason"


@dataclass(frozen=True)
class Reason:
    """A typed reason (理由): its kind by id, the clerk's own words, and what it is about (a field or a paper), which may be empty.

    `at` is the path of the blank where it is mended; empty where it is about none.
    """

    id: str
    words: str
    about: str = ""
    at: str = ""

    def to_json(self) -> dict[str, str]:
        """The three, and the path where there is one."""
        return {"id": self.id, "words": self.words, "about": self.about, **({"at": self.at} if self.at else {})}


@dataclass(frozen=True)
class Choice:
    """An act that stands open to a role in a state; `unmet` are the guards that do not hold, so that a page can say why a button rests."""

    transition: Transition
    act: Act
    unmet: tuple[Guard, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What an act leads to: the office writes `target`, one event and the clock's event, and carries out the effects, in one transaction.

    `limit` is what the clock counts where it starts or is extended; `pause` why it stands still.
    """

    source: str
    act: str
    target: str
    role: str
    effects: tuple[str, ...]
    clock: ClockAct | None
    limit: Limit | None
    pause: str
    reasons: tuple[Reason, ...]

    def to_json(self) -> dict[str, Any]:
        """For the event row; the limit by its id."""
        plain = {"source": self.source, "act": self.act, "target": self.target, "role": self.role, "effects": list(self.effects), "pause": self.pause}
        return {**plain, "clock": self.clock, "limit": self.limit.id if self.limit else None, "reasons": [each.to_json() for each in self.reasons]}

    def event(self, at: datetime) -> Event | None:
        """What the clock is told where the act was done `at` (with a time zone); None where the clock goes on as it did."""
        return Event(at, self.clock, self.limit.days if self.limit else 0, self.pause) if self.clock else None


@dataclass(frozen=True)
class Refused:
    """Why an act is not done: a sentence that says what to do instead, in Chinese and English. `unmet` are the guards' ids, all at once."""

    why: Why
    sentence: str
    english: str
    unmet: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """All of it."""
        return {"why": self.why, "sentence": self.sentence, "english": self.english, "unmet": list(self.unmet)}


def choices(table: Table, state: str, facts: Facts, role: str) -> tuple[Choice, ...]:
    """Every act that the role could do in the state, each with the guards that do not hold, in the table's order.

    Raises KeyError for a state the table does not know and ValueError where a fact that a guard asks for was not handed in.
    """
    rows = [row for row in table.leaving(state) if role in row.roles]
    return tuple(Choice(row, table.acts[row.act], _unmet(table, row, facts)) for row in rows)


def allowed(table: Table, state: str, facts: Facts, role: str) -> tuple[Choice, ...]:
    """The acts whose guards all hold. Raises as `choices` does."""
    return tuple(choice for choice in choices(table, state, facts, role) if not choice.unmet)


def fire(table: Table, state: str, act: str, facts: Facts, role: str, *, reasons: Sequence[Reason] = (), limit: str = "") -> Outcome | Refused:
    """What comes of an act: an outcome, or a refusal with its sentence. `limit` chooses among the row's limits (the first, where empty).

    Raises KeyError for a state or an act that the table does not know, ValueError for a fact that is missing or a limit that the row does not have.
    """
    meant = table.acts[act]
    row = next((each for each in table.leaving(state) if each.act == act), None)
    if row is None:
        return _refused(Why.STATE, *_out_of_place(table, state, meant))
    if role not in row.roles:
        return _refused(Why.ROLE, *_not_theirs(table, row, meant))
    if unmet := _unmet(table, row, facts):
        sentences = "".join(each.sentence for each in unmet), " ".join(each.english for each in unmet)
        return _refused(Why.GUARD, *sentences, unmet=tuple(each.id for each in unmet))
    if said := _ill_reasoned(table, row, reasons):
        return _refused(Why.REASON, *said)
    return Outcome(state, act, row.target, role, row.effects, row.clock, _limit(table, row, limit), row.why, tuple(reasons))


def _unmet(table: Table, row: Transition, facts: Facts) -> tuple[Guard, ...]:
    guards = [table.guards[name] for name in row.guards]
    if missing := sorted({guard.fact for guard in guards} - set(facts)):
        raise ValueError(f"{row.act}: facts not handed in: {', '.join(missing)}")
    return tuple(guard for guard in guards if not guard.holds(facts))


def _out_of_place(table: Table, state: str, act: Act) -> tuple[str, str]:
    here = table.states[state]
    return f"现在是“{here.term}”，不能“{act.term}”。{act.otherwise}", f"It is “{here.english}” now, so “{act.english}” is not possible. {act.otherwise_english}"


def _not_theirs(table: Table, row: Transition, act: Act) -> tuple[str, str]:
    roles = [table.roles[name] for name in row.roles]
    chinese, english = "、".join(role.term for role in roles), " or ".join(role.english for role in roles)
    return f"“{act.term}”由{chinese}来办。{act.otherwise}", f"“{act.english}” is for the {english}. {act.otherwise_english}".replace("the the ", "the ")


def _ill_reasoned(table: Table, row: Transition, reasons: Sequence[Reason]) -> tuple[str, str] | None:
    """What is wrong with the reasons, in both languages."""
    if not row.reason:
        return ("这一步不用写理由，请去掉理由再试。", "This step takes no reason; leave it out and try again.") if reasons else None
    kind = table.reasons[row.reason]
    named = "、".join(choice.term for choice in kind.choices), ", ".join(choice.english for choice in kind.choices)
    if not reasons:
        return f"请写明{kind.term}：{named[0]}。", f"Please state the reason ({kind.english}): {named[1]}."
    known = {choice.id for choice in kind.choices}
    if any(reason.id not in known for reason in reasons):
        return f"请从这些里选{kind.term}：{named[0]}。", f"Please choose the reason ({kind.english}) from these: {named[1]}."
    if any(not reason.words.strip() for reason in reasons):
        return "请给每一条理由写清楚具体是什么。", "Please write for each reason what exactly it is."
    return None


def _limit(table: Table, row: Transition, chosen: str) -> Limit | None:
    if chosen and chosen not in row.limits:
        raise ValueError(f"{row.act}: no limit {chosen!r}, only {', '.join(row.limits) or 'none'}")
    return table.limits[chosen or row.limits[0]] if row.limits else None


def _refused(why: Why, sentence: str, english: str, *, unmet: tuple[str, ...] = ()) -> Refused:
    return Refused(why, sentence, english, unmet)
