"""Whether a company that exists has one shareholder (只有一个股东): «公司就我一个股东», «我们是一人公司», «有两个股东», «不止一个股东».

What is to be (以后就他一个股东), what was (原来是一人公司) and what was only asked gives nothing. The last word counts.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [each.value for each in sole_shareholder_facts(hear(Transcript.of("公司就我一个股东")))]
['yes']
"""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.facts.fact import Fact
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

FIELD = "sole_shareholder"

_ONE = "(?:[一1]个人|[一1]个|[一1]人|[一1]位|[一1]名)"
_MANY = "(?:[两俩二三四五六七八九十2-9]|[1-9][0-9]|好几|几)(?:个|位|名|人)"
_ME = "(?:我|他|她|我自己|我本人|本人|我老婆|我老公)"
_ONLY = "(?:就是|就|只有|只是|只|仅有|仅|也就|都是|全是)"
ONE = expression(
    rf"{_ONLY}(?:有)?(?:{_ME})?(?:自己)?{_ONE}(?:自然人)?(?:是)?股东(?!不|来|签|同意|到|出|在|去|反对|想|退|能|愿|参加|有|过|没(?!有(?:别|其他)))"
    rf"|股东(?:{_ONLY}|是)+(?:有)?(?:{_ME})?(?:自己)?{_ONE}(?:人)?(?![占和跟，]?[^，。；]{{0,2}}股东)"
    rf"|股东{_ONLY}(?:是)?(?:{_ME})(?=[，。；]|$)|股东(?:就|只有)(?![是有同来到出])[一-龥]{{2,3}}一个人?(?=[，。；]|$)"
    rf"|(?<!不是)一人(?:有限责任|有限)?公司|一人股东|(?:唯一|单一)(?:的)?股东|(?:自然人|法人)独资|(?:我|他|她)(?:自己)?一个人独资|(?<!人)独资(?:的)?(?:有限)?公司"
    rf"|公司(?:就是|就|都是|全是|是)我(?:自己)?一个人的|(?:没有|没|无)(?:其他|别的|另外的?)股东"
)
SEVERAL = expression(
    r"股东(?:就|是|有)*[一-龥]{2,3}(?:和|跟|与|、)[一-龥]{2,3}(?:两|俩|2)(?:个人|个|位|人)(?=[，。；]|$)|"
    rf"{_MANY}(?:自然人)?股东|股东(?:{_ONLY}|有|是|为|一共|总共|共)*(?:我(?:和|跟|与)[^，。；]{{1,6}}?)?{_MANY}"
    rf"|(?:不止|不只)(?:有)?(?:我)?{_ONE}(?:人)?股东|股东(?:不止|不只)|(?<!是)不是(?:就|只有)?(?:我)?{_ONE}(?:人)?(?:股东|的公司)|(?<!是)不是一人(?:有限)?公司|(?<!没有)(?<!没)(?<!无)(?:其他|另[一外][一两几个]*)股东"
)
NOT_NOW = expression(
    "(?:转完|办完|以后|之后|今后|变成|改成|变为|改为|转成|成了|将来|打算|准备|要[变改]|想[变改]|新增|新加|增加|引进|加了?|再加|换|退了?|走了?|退出|其中|原来|原先|以前|之前|当初|本来|从|由|还差|还缺|差|少|缺|如果|要是|假如|万一|是不是|是否"
    r"|第|前|后|转给|转让给|卖给|介绍|找|两家|一家)[^，。；]{0,6}$"
)
"""Before the words: another time, a part of them, or only asked."""
ASKING = expression("[^，。；]{0,4}(?:吗|？|么(?=$|[，。；])|没有(?=$|[，。；])|没(?=$|[，。；]))")
BARE_ONE = expression(rf"(?:是的?|对|嗯|就|只有|只|，|。)*(?:{_ME})?(?:自己)?{_ONE}(?:人)?(?:股东)?(?:的|啊|了)?[，。]*")
BARE_SEVERAL = expression(
    rf"(?:不是|没有|不|是的?|对|嗯|有|还有|一共|总共|共|就|我们|，|。)*(?:我(?:和|跟|与)[^，。；]{{1,6}}?)?{_MANY}(?:人|股东)*(?:的|啊|了|呢)?(?:，我(?:和|跟|与)[^，。；]{{1,8}})?[，。]*"
    r"|(?:不是|没有|不|，|。)*(?:还有|另外还有)(?!没)[^，。；吗？]{1,8}[，。]*|(?:是)?我(?:和|跟|与)[^，。；]{1,6}[，。]*|[^，。；不没吗？]{1,8}也是(?:的|股东)?[，。]*"
)
"""Answers to the question whether there is only one."""


def sole_shareholder_facts(statement: Statement, field: str = FIELD) -> Iterator[Fact]:
    """At most one fact: `yes` or `no`, with the words that say it."""
    found = [each for heard in statement.turns for each in _told(heard, field)]
    if found:
        turn, _, value, start, end = max(found)
        yield Fact(field, value, (statement.turns[turn].wording.evidence(turn, start, end),))


def _told(heard: Heard, field: str) -> Iterator[tuple[int, int, str, int, int]]:
    """Turn, place, value and span of all that is told in one turn; a bare answer only where that was asked."""
    several = [match.span() for match in SEVERAL.finditer(heard.text) if _holds(heard.text, *match.span())]
    for start, end in several:
        yield heard.turn, end, "no", start, end
    for match in ONE.finditer(heard.text):
        if _holds(heard.text, *match.span()) and not any(start < match.end() and match.start() < end for start, end in several):
            yield heard.turn, match.end(), "yes", *match.span()
    if heard.asked == field:
        for words, value in ((BARE_ONE, "yes"), (BARE_SEVERAL, "no")):
            if heard.text and words.fullmatch(heard.text):
                yield heard.turn, len(heard.text), value, 0, len(heard.text)


def _holds(text: str, start: int, end: int) -> bool:
    return NOT_NOW.search(text[max(0, start - 10) : start]) is None and ASKING.match(text, end) is None
