"""Reading a statement for 证照联办: the trade, the answers to its questions, the licences that follow, and whose shop it is and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Fact
from gaoxing.facts.headcount import headcount_facts
from gaoxing.facts.operator import operator_facts
from gaoxing.facts.own_name import name_facts
from gaoxing.facts.premises import premises_facts
from gaoxing.facts.statement import Statement, hear
from gaoxing.forms.answering import kinds
from gaoxing.matters.joint_licence.answers import PREFIX, answer_facts
from gaoxing.matters.joint_licence.entity import entity_facts
from gaoxing.matters.joint_licence.fields import FIELDS
from gaoxing.matters.joint_licence.site import CAPITAL, site_facts
from gaoxing.matters.joint_licence.trade import chosen_trade, trade_facts
from gaoxing.speech.transcript import Transcript

OWN = ("trade", "licences", "entity", "name", "premises", "employees", "operator.name", CAPITAL)
"""Blanks that the readers here fill themselves."""

KINDS = kinds([each for each in FIELDS if not each.id.startswith(PREFIX)], without=OWN)


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts. The licences follow when the form is settled."""
    statement = hear(transcript, on)
    answers = tuple(answer_facts(statement, chosen_trade(statement)))
    pool = next((bool(each.value) for each in answers if each.field == f"{PREFIX}has_pool"), None)
    trade = tuple(trade_facts(statement, has_pool=pool))
    return (
        *trade,
        *answers,
        *entity_facts(statement),
        *_name(statement),
        *premises_facts(statement, "premises"),
        *headcount_facts(statement),
        *operator_facts(statement),
        *site_facts(statement, str(trade[0].value) if trade else None),
        *answered(statement, KINDS),
    )


def _name(statement: Statement) -> Iterator[Fact]:
    """The shop's or the company's name; alternatives are no blank of this form."""
    for fact in name_facts(statement):
        if fact.field == "name":
            yield fact
