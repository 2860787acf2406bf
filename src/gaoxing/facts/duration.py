"""How long the company is to last (营业期限): «长期», «二十年», after 期限 or when asked; never how long shares may stay unpaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoxing.facts.fact import Fact
from gaoxing.facts.payment import is_due
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

SAID_BEFORE = expression(r"(?:营业|经营|公司)的?(?:期限|年限|时间)(?:[^，。；缴年]|今年){0,10}$|期限(?:[^，。；缴年]|今年){0,8}$|(?:开|做|干|经营)(?:它|个)$")
PAYING = expression(r"(?:认缴|出资|缴付|缴纳|缴足|实缴|缴款|租)[^，。；]{0,8}$")
MENDS = expression(r"[，。]?(?:不对|不是|说错了?|错了|不不|[哦噢]?不)+[，。]*(?:应该|改成|就|是)*")
"""«十年，不对，是二十年»: the second is meant."""


def term_facts(statement: Statement, field: str = "operating_term") -> Iterator[Fact]:
    """The last term said, as one fact."""
    found = None
    for heard in statement.turns:
        last = -1
        for token in heard.tokens:
            if token.kind != "term":
                continue
            mended = last >= 0 and token.mention.value is not None and MENDS.fullmatch(heard.text[last : token.start]) is not None
            last = token.end if mended or _is_life(heard, token, field) else -1
            if last >= 0:
                found = Fact(field, token.mention.value, (heard.wording.evidence(heard.turn, token.start, token.end),))
    if found is not None:
        yield found


def _is_life(heard: Heard, token: Token, field: str) -> bool:
    mention = token.mention
    if mention.value is None or mention.approximate or mention.duration_of_life:
        return False
    if heard.asked == field:
        return True
    before = heard.text[max(0, token.start - 16) : token.start]
    if mention.value == "indefinite":
        return not PAYING.search(before) and bool(SAID_BEFORE.search(before) or re.search(r"(?:^|[，。；、])$", before))
    return (
        not mention.within and not PAYING.search(before) and bool(SAID_BEFORE.search(before)) and not is_due(heard.text, token.start, token.end, within=False)
    )
