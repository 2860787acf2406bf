"""A sole trader's funds (资金数额): «资金五万», «填资金的地方写三万», «资金嗯五万不对是八万»; not rents, wages or debts."""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.party import plain
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

SAID = expression(r"(?:资金数额|出资额|资金|出资|本金|投资额?|投了?|启动资金|注册资本|资本)(?:[^，。；]{0,12}|[^，。；]{0,6}，[^，。；]{0,4})$")
OTHER = expression(r"(?:房租|租金|月租|转让费|工资|一个月|每月|押金|进货|欠|贷款|补偿|花了|退休金|学费)[^，。；]{0,8}$")
DROPPED = expression("(?:资金|出资额|数额)[^，。；一二三四五六七八九十\\d]{0,8}(?:先不填|不填|空着|先不写|不写了|再说|还没定|没定)")
OPEN = expression("先?空着|先不填|还没(?:想好|定)|不知道|到时候再说|再说")
STOPS = expression("[，。；]")
CORRECTION = frozenset(["fix", "change"])


def funds_facts(statement: Statement, field: str = "funds") -> Iterator[Fact]:
    """The last amount said to be the funds; a question where the unit was left out; nothing where it was vague."""
    found: Fact | None = None
    for heard in statement.turns:
        last = False
        if DROPPED.search(heard.text) or (heard.asked == field and OPEN.match(heard.text)):
            found = None
        for place, token in enumerate(heard.tokens):
            if token.kind != "money":
                continue
            meant = heard.asked == field or _said(heard, place) or (_corrects(heard, place) and (last or found is not None))
            if meant:
                found = _fact(heard, token, field)
            last = bool(meant)
    if found is not None:
        yield found


def _said(heard: Heard, place: int) -> bool:
    """Whether 资金 or the like stands before this amount, with no other amount between."""
    token = heard.tokens[place]
    start = max(0, token.start - 20)
    found = SAID.search(heard.text[start : token.start])
    if found is None or OTHER.search(heard.text, start + found.start(), token.start):
        return False
    return not any(each.kind == "money" and each.start >= start + found.start() for each in heard.tokens[:place])


def _corrects(heard: Heard, place: int) -> bool:
    """Whether only a correction stands between this amount and the one before («五万不对是八万»)."""
    seen = False
    for token in reversed(heard.tokens[:place]):
        if token.kind == "money":
            return seen
        if token.kind == "text" and len(token.words) > 4:
            return False
        seen = seen or token.kind in CORRECTION or (token.words == "不是" and not STOPS.search(heard.text))
    return seen and heard.turn > 0


def _fact(heard: Heard, token: Token, field: str) -> Fact | None:
    mention = token.mention
    evidence = (heard.wording.evidence(heard.turn, token.start, token.end),)
    currency = mention.currency or "CNY"
    if mention.amount is not None and mention.unit_said:
        return Fact(field, {"amount": plain(mention.amount), "currency": currency}, evidence)
    readings = mention.readings or (() if mention.amount is None else (mention.amount * 10_000, mention.amount))
    choices = tuple({"amount": plain(each), "currency": currency} for each in readings)
    return Fact(field, choices[0], evidence, Certainty.UNSURE, choices) if choices else None
