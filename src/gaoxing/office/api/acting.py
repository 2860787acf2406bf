"""Acts on a case by the API (办件操作): what stands open to the caller, and an act with its typed reasons as the desk's page would press it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gaoxing.casework.acting import Choice, Reason, choices
from gaoxing.casework.table import Facts, Table
from gaoxing.casework.tables import table_for
from gaoxing.checks.rule import Level
from gaoxing.office.api.problems import Problem
from gaoxing.office.api.shapes import ActShape
from gaoxing.office.cases import story
from gaoxing.office.cases.effects import CODE
from gaoxing.office.cases.facts import Look, facts
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.roles import roles_on
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.language import in_english, said
from gaoxing.office.people.models import Person

WITHDRAW, REGISTER = "withdraw", "register"
SUBMITTING = frozenset({"submit", "correct"})
"""Acts that are done by submitting the draft."""

_BEFORE: Facts = {"open_questions": 0, "rejections": 0, "rules_changed": False, "uncorrected": 0, "open_findings": 0}
"""Facts that only the act's own request knows."""


@dataclass(frozen=True)
class Asked:
    """An act as it is asked for: the revision that was seen, typed reasons, a note, the findings settled by their numbers, and a new enterprise's code."""

    act: str
    revision: int
    reasons: tuple[Reason, ...] = ()
    note: str = ""
    limit: str = ""
    settled: tuple[int, ...] = ()
    uscc: str = ""


def open_acts(case: Case, person: Person, *, now: datetime) -> list[ActShape]:
    """The acts that stand open to the person, each once, in the table's order."""
    table = table_for(case.matter)
    known = facts(Look(case, person, now, _BEFORE), table.facts(case.state))
    found: dict[str, ActShape] = {}
    for role in roles_on(case, person, now=now):
        for choice in choices(table, case.state, known, role):
            if choice.act.id not in SUBMITTING:
                found.setdefault(choice.act.id, _shape(table, choice))
    order = [row.act for row in table.leaving(case.state)]
    return sorted(found.values(), key=lambda each: order.index(each.act))


def act(case: Case, asked: Asked, person: Person, *, now: datetime) -> Case:
    """Do it. Raises NotAllowed as the desk does, and a Problem for what is done by submitting the draft."""
    if asked.act in SUBMITTING:
        raise Problem(409, "refused")
    details = {CODE: asked.uscc} if asked.uscc and asked.act == REGISTER else {}
    settled = {"settled": sorted(set(asked.settled))} if asked.settled and asked.act == REGISTER else {}
    pressed = Pressed(asked.act, asked.reasons, asked.note, asked.revision, _given(case, asked), {**details, **settled}, asked.limit)
    return fire(case.number or "", pressed, person, now=now)


def _given(case: Case, asked: Asked) -> Facts:
    """Before a registration every finding that a person must look at is settled by its number."""
    if asked.act != REGISTER:
        return {}
    last = story.submissions(case)[-1]
    manual = [each for each in story.findings_of(last) if each.level is Level.MANUAL]
    return {"open_findings": sum(number not in asked.settled for number in range(1, len(manual) + 1))}


def _shape(table: Table, choice: Choice) -> ActShape:
    kind = choice.transition.reason
    reasons = [each.id for each in table.reasons[kind].choices] if kind in table.reasons else []
    rests = [each.english if in_english() else each.sentence for each in choice.unmet]
    return ActShape(act=choice.act.id, name=said(choice.act), reason=kind or None, reasons=reasons, rests=rests)
