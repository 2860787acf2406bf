"""Who runs a sole trader's business (经营者): a shop's operator changes as a company's legal representative does, and stands in that row of the form.

《促进个体工商户发展条例》第十三条 (in force 2022-11-01): the operator may be changed directly. Of a company 经营者 names no registered person.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [trades_alone(hear(Transcript.of(said))) for said in ("我是个体户，换经营者", "昆山甲乙贸易有限公司换经营者")]
[True, False]
"""

from __future__ import annotations

from gaoxing.facts.filer import filer, uscc_facts
from gaoxing.facts.statement import Statement
from gaoxing.facts.succession import LEGAL
from gaoxing.names.composition import split
from gaoxing.names.organisation import Holder, holder
from gaoxing.standards.expression import expression

SOLE_TRADER = "92"
"""The first two characters of a sole trader's code."""

INDIVIDUAL = expression("个体(?!差异)")
OPERATOR = expression("(?<!实际)经营者")
COMPANIES = frozenset((Holder.COMPANY, Holder.PARTNERSHIP))
OPERATORS = expression(f"{LEGAL.pattern}|(?<!实际)经营者|店主|业主|老板(?!娘)")


def trades_alone(statement: Statement) -> bool:
    """Whether a sole trader files: by the code, by 个体, by the form of the name; without a name 经营者 tells, which no company has."""
    name = filer(statement)
    form = holder(split(name).form) if name else None
    if form in COMPANIES:
        return False
    said = "。".join(heard.text for heard in statement.turns)
    coded = any(str(fact.value).startswith(SOLE_TRADER) for fact in uscc_facts(statement))
    return coded or form is Holder.SHOP or INDIVIDUAL.search(said) is not None or ("公司" not in said and OPERATOR.search(said) is not None)
