"""Reading a statement for 个体工商户设立登记: the operator, the funds, the shop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.activity import scope_facts
from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Fact
from gaoxing.facts.funds import funds_facts
from gaoxing.facts.headcount import headcount_facts
from gaoxing.facts.operator import operator_facts
from gaoxing.facts.own_name import name_facts
from gaoxing.facts.premises import premises_facts
from gaoxing.facts.statement import Statement, hear
from gaoxing.forms.answering import kinds
from gaoxing.matters.sole_trader_registration.fields import FIELDS
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

KINDS = kinds(
    FIELDS, {"operator.address": "address"}, without=("name", "operator.name", "funds", "premises", "employees", "composition", "family_members.*.name")
)
FAMILY = expression(r"家庭经营|(?:夫妻|两口子)(?:俩|两个|两人)?(?:一起|共同)(?:经营|做|开|干)|全家一起经营|一家人(?:一起)?经营")
INDIVIDUAL = expression(r"个人经营|个人的经营")


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    return (
        *name_facts(statement, company=False),
        *operator_facts(statement, family=_composition(statement) == "family"),
        *_composition_facts(statement),
        *funds_facts(statement),
        *premises_facts(statement, "premises"),
        *scope_facts(statement),
        *headcount_facts(statement, alone=True),
        *answered(statement, KINDS),
    )


def _composition(statement: Statement) -> str | None:
    return next((str(fact.value) for fact in _composition_facts(statement)), None)


def _composition_facts(statement: Statement) -> Iterator[Fact]:
    """Only from 个人经营, 家庭经营 or 夫妻一起经营; the last said counts."""
    for heard in reversed(statement.turns):
        found = [(match.end(), match, kind) for kind, pattern in (("family", FAMILY), ("individual", INDIVIDUAL)) for match in pattern.finditer(heard.text)]
        if found:
            _, match, kind = max(found, key=lambda each: each[0])
            yield Fact("composition", kind, (heard.wording.evidence(heard.turn, match.start(), match.end()),))
            return
