"""Reading a statement for 注销登记: who closes down, why, by which procedure, and what they say is settled."""

from __future__ import annotations

from datetime import date

from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Fact
from gaoxing.facts.filer import enterprise_facts, uscc_facts
from gaoxing.facts.reason import reason_facts
from gaoxing.facts.shareholder_count import sole_shareholder_facts
from gaoxing.facts.statement import Statement, hear
from gaoxing.forms.answering import kinds
from gaoxing.matters.deregistration.fields import FIELDS
from gaoxing.matters.deregistration.settled import settled
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

KINDS = kinds(FIELDS, without=("enterprise", "uscc", "reason", "procedure"))

END = expression("[，。；？！]")
CLOSED = expression("(?<!不)(?<!先不)(?<!不用)(?<!别)(?:注销|关掉|销掉|注掉|停掉|关了)")
CLOSED_BEFORE = expression("(?<!不)(?<!不用)(?<!别)注销(?:掉|一下|的?是|了)*$")
CHANGED = expression(
    "变更|换成|改成|改为|换人|更名|改名|增资|减资|转让|转给|迁|搬|(?:法人|法定代表人|股东|监事|地址|名称|名字)(?:也|都|要|想)*[换改变]"
    "|[换改变](?:一下|掉|个)?(?:法|股东|监事|地址|名)"
)
"""Words of one clause by which its enterprise is closed down, or only changed."""


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    enterprise = enterprise_facts(statement, without=_kept(statement))
    return (*enterprise, *uscc_facts(statement), *reason_facts(statement), *answered(statement, KINDS), *settled(statement), *sole_shareholder_facts(statement))


def _kept(statement: Statement) -> set[tuple[int, int]]:
    """Where enterprises stand that another thing is done to, where one is said to be closed down in the same clause (甲换法人，再把乙注销)."""
    changed: set[tuple[int, int, int]] = set()
    closed: set[int] = set()
    for heard in statement.turns:
        for token in (each for each in heard.tokens if each.kind == "enterprise"):
            clause = (*(END.split(heard.text[: token.start])[-1:]), *(END.split(heard.text[token.end :], maxsplit=1)[:1]))
            if CLOSED.search(clause[1]) or CLOSED_BEFORE.search(clause[0]):
                closed.add(token.who)
            elif CHANGED.search(clause[1]):
                changed.add((heard.turn, token.start, token.who))
    return {(turn, start) for turn, start, who in changed if closed - {who} and who not in closed}
