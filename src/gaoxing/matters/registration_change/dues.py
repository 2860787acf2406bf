"""Until when is paid in (出资期限): what an increase adds (新增的五年内缴齐), and a period that is changed (出资期限调整到2032年6月30日).

A term in years counts, for an increase, from the registration of the change (《公司法》第二百二十八条); the end of a year is asked about.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [(each.field, each.value) for each in dues(hear(Transcript.of("增资到三百万，新增的五年内缴齐")))]
[('increase_due', {'years': 5})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoxing.facts.fact import Certainty, Fact, Value
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

INCREASE, CHANGED = "increase_due", "contribution_due"
BLANKS = (INCREASE, CHANGED)

_PAY = "(?:缴|到位|付清|交齐|交清|交足|打进|出资到|出齐|入账|实缴|到账)"
PAID_BY = expression(rf"(?:之前|以前|之内|以内|前|内|底前)?(?:要|会|再|就|全部|全|都|把钱|必须|才|一次性|，)*{_PAY}(?!了|过)")
"""Behind the day: to be paid by then."""
PERIOD = expression(
    r"(?:出资期限|认缴期限|缴付期限|缴纳期限|缴款期限|出资时间|出资日期|认缴时间|缴足时间|缴清时间|最晚缴|最晚|期限)(?:是|为|到|至|写|定|定在|：|在|于|的|就|放在)*$"
)
"""Before it: the period ends then."""
NEW_MONEY = expression("新增(?!股东|经营|一?个?股东|项目)|增加的|增资|追加的?|多出来的|增的|新的?出资|加的")
MOVED = expression(
    r"(?:出资|认缴|缴付|缴足|缴纳|缴款|实缴)(?:的)?(?:期限|时间|日期|年限)?[^，。；]{0,22}?(?:调整|调|改|变更|延长|延|展期|提前|缩短)(?:成|到|为|至|在)+$"
)
MOVED_WORD = expression("(?:调整|调|改|变更|延长|延|展期|提前|缩短)(?:成|到|为|至|在)")
PAST = expression(
    "已经|早就|原来|原先|当初|本来|(?<!之)(?<!以)前年|从(?=[^到]*$)|由(?=[^到]*$)|不是|没有|是不是|要不要|能不能|可不可以|该不该|如果|要是|(?:大概|可能|估计|争取|尽量|也许)"
)
ASKED = expression("[^，。；]{0,10}(?:吗|？|行不行|可以不|么(?=$|[，。；]))")
OTHER_TERM = expression("(?:营业|经营|公司|租赁|合同|租)(?:的)?(?:期限|年限)[^，。；]{0,8}$")

FOUNDED = expression("成立|设立|领照|拿照")
"""In a term: it counts from the founding, and not from the change."""


def dues(statement: Statement) -> Iterator[Fact]:
    """At most one fact a blank, the one said last; «2031年底» gives two readings, its last day and the year."""
    found: dict[str, Fact] = {}
    for heard in statement.turns:
        for token in heard.tokens:
            value = _value(token)
            blank = _blank(heard, token) if value else None
            if value and blank:
                found[blank] = _fact(blank, value, heard, token)
    yield from (found[blank] for blank in BLANKS if blank in found)


def _value(token: Token) -> tuple[Value, ...]:
    """The value, or its readings; empty where there is none."""
    mention = token.mention
    if token.kind == "term":
        return (dict(mention.value),) if isinstance(mention.value, dict) and not mention.duration_of_life else ()
    if token.kind != "day":
        return ()
    if mention.value:
        return (mention.value,)
    year = mention.rough
    return (f"{year}-12-31", year) if year and len(year) == len("2031") and token.words[-1] in "底末" else ()


def _blank(heard: Heard, token: Token) -> str | None:
    """The blank that the words around name, else the one asked about."""
    before, text = heard.text[: token.start], heard.text
    clause = re.split("[，。；！？]", before)[-1]
    if PAST.search(clause) or ASKED.match(text, token.end) or OTHER_TERM.search(before):
        return None
    if MOVED.search(clause) and not NEW_MONEY.search(clause):
        return CHANGED if _new(text, token) else None
    pays = PAID_BY.match(text, token.end) or PERIOD.search(before)
    adds = pays and NEW_MONEY.search(_two_clauses(before)) and not MOVED_WORD.search(clause)
    blank = INCREASE if adds else heard.asked if heard.asked in BLANKS else None
    return None if blank == INCREASE and FOUNDED.search(token.words) else blank


def _new(text: str, token: Token) -> bool:
    """Whether it is not the old day of a move (从X改到Y)."""
    return re.match("(?:改|调|变|延)", text[token.end :]) is None


def _two_clauses(before: str) -> str:
    """The clause and, where it begins with the period or nothing but the amount, the one before it."""
    *earlier, clause = re.split("[，。；！？]", before)
    leads = re.fullmatch(r"(?:就|都|全部|要|我们|计划|打算|这|这个|这部分|钱|最晚|在|于|期限|出资期限|出资|认缴|时间|是|为|到|至|定|写|的)*", clause)
    return f"{earlier[-1]}，{clause}" if earlier and leads else clause


def _fact(blank: str, value: tuple[Value, ...], heard: Heard, token: Token) -> Fact:
    evidence = (heard.wording.evidence(heard.turn, token.start, token.end),)
    return Fact(blank, value[0], evidence, Certainty.UNSURE, value) if len(value) > 1 else Fact(blank, value[0], evidence)
