"""Reading a statement for 注销登记: who closes down, why, by which procedure, and what they say is settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Fact
from gaoxing.facts.filer import enterprise_facts, uscc_facts
from gaoxing.facts.reason import reason_facts
from gaoxing.facts.statement import Statement, hear
from gaoxing.forms.answering import kinds
from gaoxing.matters.deregistration.fields import FIELDS
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

KINDS = kinds(FIELDS, without=("enterprise", "uscc", "reason", "procedure"))

_DONE = "(?:都|全部|也|已经?|就|基本)*"
SAID = {
    "procedure": (
        ("simplified", r"(?<!不)(?<!不走)(?<!不办)(?:走|办理?|申请)?简易(?:注销|程序|流程)?(?!不)"),
        ("ordinary", r"普通(?:注销|程序|流程)|一般程序|(?:不|没法|不能)(?:走|办)?简易"),
    ),
    "debts": (
        ("none", r"(?:无|没有?|未发生|不存在|从来没有?)(?:任何)?(?:的)?(?:债权|债务|欠款|欠账|外债)(?:债务|债权)?"),
        ("settled", rf"债权?债?务?{_DONE}(?:清理?|处理|结|还|清偿)(?:完|清|偿|结)*(?:完毕|完结|完|清|干净|好|掉)|外面的账{_DONE}(?:清|结)了"),
        ("open", r"(?:债权|债务|欠款|账)[^，。；]{0,6}(?:还没|没有?)(?:清|处理|还|结)|还(?:有|欠)[^，。；]{0,8}(?:债|欠款|货款|账)(?!权)"),
    ),
    "tax_clearance": (
        (
            "cleared",
            rf"(?:清税|完税)(?:证明|文件|手续)?{_DONE}(?:出|开|办|拿|下|清|有)[^，。；]{{0,4}}(?:了|好|完|到)|税(?:务)?{_DONE}(?:清|注销|结)(?:完|掉|好|算)*了",
        ),
        ("none", r"(?:未|没有?|不)(?:涉及|办过?)(?:过)?(?:纳税|税务)(?:义务|登记)?|没领过发票"),
        ("open", r"(?:税务?|清税)(?:证明)?(?:还)?没(?:有)?(?:清|办|开|出|注销|拿)|还没(?:有)?清税"),
    ),
    "announced": (
        ("yes", rf"(?:公告|公示)(?:期)?{_DONE}(?:满|到|过|届满|结束|做完)了?"),
        ("no", r"(?:还)?没(?:有)?(?:做|登|发|去)?(?:过)?(?:公告|公示)|(?:公告|公示)(?:期)?(?:还)?(?:没|未)(?:有)?(?:满|到|做|登|结束)"),
    ),
}
"""What people say of the further blanks: stored value and the words."""
END = expression("[，。；？！]")
CLOSED = expression("(?<!不)(?<!先不)(?<!不用)(?<!别)(?:注销|关掉|销掉|注掉|停掉|关了)")
CLOSED_BEFORE = expression("(?<!不)(?<!不用)(?<!别)注销(?:掉|一下|的?是|了)*$")
CHANGED = expression(
    "变更|换成|改成|改为|换人|更名|改名|增资|减资|转让|转给|迁|搬|(?:法人|法定代表人|股东|监事|地址|名称|名字)(?:也|都|要|想)*[换改变]"
    "|[换改变](?:一下|掉|个)?(?:法|股东|监事|地址|名)"
)
"""Words of one clause by which its enterprise is closed down, or only changed."""
LABELS = {each.id: each.choices for each in FIELDS}


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    enterprise = enterprise_facts(statement, without=_kept(statement))
    return (*enterprise, *uscc_facts(statement), *reason_facts(statement), *answered(statement, KINDS), *_settled(statement))


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


def _settled(statement: Statement) -> Iterator[Fact]:
    """What was said of the procedure and of what is settled: the last word counts, then a bare answer to the question."""
    for field, options in SAID.items():
        found = [
            (heard.turn, match.end(), -match.start(), stored, match)
            for heard in statement.turns
            for stored, words in options
            for match in re.finditer(words, heard.text)
        ]
        if not found:
            continue
        turn, _, _, stored, match = max(found, key=lambda each: each[:3])
        yield Fact(field, stored, (statement.turns[turn].wording.evidence(turn, *match.span()),))
