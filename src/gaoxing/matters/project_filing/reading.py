"""Reading a statement for 企业投资项目备案: whose project, what it is called, where, how large, for how much, from when to when, whom to reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Fact
from gaoxing.facts.filer import enterprise_facts, uscc_facts
from gaoxing.facts.project_contact import contact_facts
from gaoxing.facts.project_figures import figure_facts
from gaoxing.facts.project_name import in_project_names, named_project
from gaoxing.facts.project_nature import nature_facts
from gaoxing.facts.project_place import location_facts
from gaoxing.facts.statement import Statement, hear
from gaoxing.forms.answering import kinds
from gaoxing.forms.project import USCC
from gaoxing.matters.project_filing.fields import FURTHER
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

NO_ENTERPRISE = expression("项目(?!.*公司$)")
"""A project's name run together with a works (…项目老厂)."""
KINDS = kinds((USCC, *FURTHER))


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    return (
        *(fact for fact in enterprise_facts(statement, without=in_project_names(statement)) if not NO_ENTERPRISE.search(str(fact.value))),
        *uscc_facts(statement),
        *_name_facts(statement),
        *location_facts(statement),
        *nature_facts(statement),
        *figure_facts(statement),
        *contact_facts(statement),
        *answered(statement, KINDS),
    )


def _name_facts(statement: Statement) -> Iterator[Fact]:
    """The project's name, the last that a word for it led to."""
    turn, found = named_project([(heard.text, heard.asked == "project_name") for heard in statement.turns])
    if found is not None:
        yield Fact("project_name", found.name, (statement.turns[turn].wording.evidence(turn, found.start, found.end),))
