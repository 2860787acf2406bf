"""Reading a statement for 公司设立登记: the company's own blanks and the parties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.activity import scope_facts
from gaoxing.facts.answer import answered
from gaoxing.facts.duration import term_facts
from gaoxing.facts.fact import Fact
from gaoxing.facts.headcount import headcount_facts
from gaoxing.facts.own_name import name_facts
from gaoxing.facts.party import Affairs, capital_facts, party_facts, read_affairs
from gaoxing.facts.premises import premises_facts
from gaoxing.facts.statement import Statement, hear
from gaoxing.forms.answering import kinds
from gaoxing.matters.company_registration.fields import FIELDS
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

NONE = expression("(?:都?同意)?(?:不设|不要|没有|不用|不安排)")
KINDS = kinds(FIELDS, without=("name", "registered_capital", "domicile", "employees", "company_type", "parties.*.name"))
JOINT_STOCK = expression("股份有限公司|股份公司|股份制公司")
LIMITED = expression("有限责任公司|有限公司")


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    affairs = read_affairs(statement)
    holders = [*affairs.holdings.stakes, *affairs.holdings.rest, *affairs.holdings.named]
    named = tuple(name_facts(statement, holders))
    return (
        *named,
        *_type(statement, named),
        *capital_facts(statement, affairs),
        *premises_facts(statement, "domicile"),
        *scope_facts(statement),
        *term_facts(statement),
        *headcount_facts(statement),
        *_without_supervisor(statement, affairs),
        *party_facts(statement, affairs),
        *answered(statement, KINDS),
    )


def _type(statement: Statement, named: tuple[Fact, ...]) -> Iterator[Fact]:
    """The type as the full name says it, else as it was said in words."""
    name = next((fact for fact in named if fact.field == "name"), None)
    if name is not None and LIMITED.search(str(name.value)):
        joint = "股份有限公司" in str(name.value)
        yield Fact("company_type", "joint_stock" if joint else "limited_liability", name.evidence, derived=True)
        return
    for heard in reversed(statement.turns):
        words = _outside_enterprises(heard.text, [(token.start, token.end) for token in heard.tokens if token.kind == "enterprise"])
        found = JOINT_STOCK.search(words) or LIMITED.search(words)
        if found:
            joint = JOINT_STOCK.match(found[0]) is not None
            yield Fact("company_type", "joint_stock" if joint else "limited_liability", (heard.wording.evidence(heard.turn, found.start(), found.end()),))
            return


def _outside_enterprises(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "　" * (end - start) + text[end:]
    return text


def _without_supervisor(statement: Statement, affairs: Affairs) -> Iterator[Fact]:
    last = next((heard for heard in reversed(statement.turns) if heard.asked == "parties.supervisor"), None)
    if last is not None and NONE.match(last.text):
        yield Fact("no_supervisor", "yes", (last.wording.evidence(last.turn, 0, len(last.text)),))
        return
    spot = affairs.appointments.absent.get("supervisor")
    if spot is not None:
        yield Fact("no_supervisor", "yes", statement.evidence(spot))
