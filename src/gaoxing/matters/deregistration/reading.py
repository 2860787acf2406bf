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
LABELS = {each.id: each.choices for each in FIELDS}


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    return (*enterprise_facts(statement), *uscc_facts(statement), *reason_facts(statement), *answered(statement, KINDS), *_settled(statement))


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
