"""How many work there (从业人数): «一共六个人干活», «五个人», «连我两个», «就我一个». Vague numbers (十来个) stay open.

>>> count("从业人员连我两个"), count("工人大概十来个"), count("店里三个人,包括我在内")
(2, None, 3)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoxing.facts.fact import Fact
from gaoxing.facts.hedge import hedged
from gaoxing.facts.statement import Statement
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import parse

_D = "一二两三四五六七八九"
NUMBER = rf"(?P<number>\d{{1,5}}|(?![百千零]|[{_D}十百千零]{{0,5}}[{_D}]{{2}})[{_D}十百千零]{{1,7}}(?!起))"
"""A count; 五六, 十七八 and 二三十 are none."""
VAGUE = rf"(?!来|几|多|把|左右|上下|[{_D}十百千零])"
"""What follows no count: 二十多人 is not two."""
STAFF = expression(
    r"(?:从业人[员数]|从业|人数|员工|雇员|人员|职工|工人|人手|团队|店里|厂里|公司里|公司有|公司现在|公司(?=(?:先|要|打算|计划|准备)?[招请雇])|帮工)(?:人?数)?(?:一共|总共|目前|现在|先|就|暂时|只有|共|也就)?"
    rf"(?:有|是|为|报|写|填|算|改成|改为|说错了|不对|错了|先招|招了?|要招|请了?|先请|雇了?|，|：)*(?:连我|含我|加我|包括我|算上我)?(?:一共|总共|共|有)?{NUMBER}{VAGUE}(?:(?:个|名|位|人)(?!月|年|股东|合伙|平|方|㎡)|(?=$|[，。；]))"
)
WORKING = expression(
    rf"(?:一共|总共|共|请了?|雇了?|招了?|连我|含我|加我|包括我|算上我){{1,2}}(?:一共|总共|有|共)?{NUMBER}{VAGUE}(?:个|名|位)?"
    "(?:人|员工|工人|伙计|店员|师傅)?(?:干活|上班|做事|员工|工人|在店里|在做|忙|做(?=[，。]|$))"
)
AT_WORK = expression(rf"(?:^|[，。；]|(?<=[万元块]))(?:店里|平时|总共|一共|就)?{NUMBER}{VAGUE}(?:个|名|位)人(?:干活|上班|做事|忙|做(?=[，。]|$))")
WITH_ME = expression(
    rf"(?:连我们(?:[两三四]个|俩|两口子|夫妻俩?|两个人)|连我带[^，。；]{{1,3}}?|连我|含我|加上?我|包括我|算上我)(?:自己|本人|在内|一个)?(?:，)?(?:一共|总共|共|是|有)?{NUMBER}{VAGUE}(?:个|名|位)?(?:人|员工)?(?!股东|月|万)"
)
ME_WITHIN = expression(rf"{NUMBER}{VAGUE}(?:个|名|位)?人?(?:，)?(?:连我|含我|包括我|算上我)(?:在内|一起)?")
HANDS = expression(rf"(?<![多再少加第每]){NUMBER}{VAGUE}(?:个|名|位)(?:员工|工人|职工|店员|伙计|雇员|服务员)(?!宿舍|名额|家|岗)")
PAIRED = expression(
    rf"就我(?:和|跟|与|同|加上?)[^，。；]{{1,6}}?(?:，)?(?:一共|总共|就|拢共)?{NUMBER}{VAGUE}(?:(?:个|名|位)?人|个(?=$|[，。；]))(?!合伙|股东|合作|投)"
)
KEEPING = expression(rf"我(?:们)?(?:和|跟|与|同|加上?)[^，。；]{{1,6}}?(?:，)?(?:就)?{NUMBER}{VAGUE}个?人?(?:看店|守店|顾店|照看|打理|干活|忙活|在店里忙)")
"""«我跟我老婆两个人看店»."""
CREW = expression(rf"(?:老师|保育员|店员|司机|厨师|服务员|护士|师傅|阿姨|技师)(?:一共|总共|加起来|共)(?:有|是|就)?{NUMBER}{VAGUE}(?:个|名|位)人?(?!月|年)")
"""«老师保育员一共十八个人»."""
ALONE = expression(
    "(?:从业人[员数]|员工|人员|店里|干活的?|人手)[^，。]{0,4}就(?:我|他|她)(?:一个|自己|一人)|就(?:我|他|她)一个人(?:干|做|忙|在店|看店)|[没不](?:有|再)?(?:请|雇|招)(?:人|员工|工人)?，?就(?:我|他|她)"
)
BARE = expression(rf"^(?:一共|总共|先报|先写|报|写|大概就|就|暂时|目前)*{NUMBER}{VAGUE}(?:个|名|位|人)?")
VAGUE_ANSWER = expression(r"来个|来人|几个|几十|左右|大概|差不多|多个|[一二三四五六七八九][一二三四五六七八九]个")
MENDED = expression(
    rf"(?:个|名|位)?(?:人|员工)?[，。]?(?:不对|不是|说错了?|错了|讲错了?|更正|不不|(?<=[，。])[哦噢]?不(?=[，。]))+[，。]*(?:[^，。；]{{1,6}}，)?(?:员工|人数|应该|现在|就|是|只有|改成)*{NUMBER}{VAGUE}(?:个|名|位|人)"
)
PLUS_ME = expression(
    rf"{NUMBER}{VAGUE}(?:个|名|位)[^，。；0-9{_D}]{{0,4}}加上?我(?:自己|一个|本人)?(?:，?(?:一共|总共|共|就是|是|等于)?(?P<all>[0-9]{{1,3}}|[{_D}十]{{1,3}})(?:个|名|位|人))?(?!们)"
)
"""«两个小妹加我，三个»: the speaker comes on top of the others."""
PEOPLE = expression("(?:个|名|位)?(?:人|员工)?")
_ONE = r"(?:我|他|她|(?:我|他|她)?(?:爸爸?|妈妈?|老公|老婆|爱人|先生|媳妇|儿子|女儿|哥哥?|弟弟?|姐姐?|妹妹?|舅舅?|叔叔?|父亲|母亲))"
ME = expression(rf"^(?:只有|就|目前就|暂时就)*{_ONE}(?:一个|自己|一人|本人)")


BY_MYSELF = expression(r"(?:^|[，。；])(?:店里|平时|目前|暂时)?(?:就|只有|就是)我(?:自己)?(?:一个人|一个|一人)(?:[，。；]|$)")
"""A sole trader's «就我一个人», said by itself."""


def count(text: str, *, asked: bool = False) -> int | None:
    """The number of people a cleaned turn gives, or None; `asked` where the question was about it."""
    found = _found(text, asked=asked)
    return found[0] if found else None


def headcount_facts(statement: Statement, field: str = "employees", *, alone: bool = False) -> Iterator[Fact]:
    """The last number of people said, as one fact; `alone`: «就我一个人» by itself says how many work there (it names no shareholder)."""
    for heard in reversed(statement.turns):
        found = _found(heard.text, asked=heard.asked == field) or (_by_myself(heard.text) if alone else None)
        if found and found[0]:
            number, words = found
            end = PEOPLE.match(heard.text, words.end())
            yield Fact(field, number, (heard.wording.evidence(heard.turn, words.start(), end.end() if end else words.end()),))
            return


def _by_myself(text: str) -> tuple[int, re.Match[str]] | None:
    return (1, match) if (match := BY_MYSELF.search(text)) else None


def _found(text: str, *, asked: bool) -> tuple[int, re.Match[str]] | None:
    """The number of people and the words that say it."""
    if asked and (match := ME.match(text)):
        return 1, match
    if asked and (match := PLUS_ME.search(text)):
        return (_number(match["all"]) if match["all"] else _number(match["number"]) + 1), match
    if asked and not VAGUE_ANSWER.search(text) and (match := BARE.match(text)):
        return None if _loose(text, match) else (_number(match["number"]), match)
    if match := ALONE.search(text):
        return 1, match
    found = next((match for pattern in (WITH_ME, PAIRED, KEEPING, CREW, STAFF, WORKING, AT_WORK, ME_WITHIN, HANDS) if (match := pattern.search(text))), None)
    if found is None:
        return None
    last = MENDED.match(text, found.end()) or found
    return None if _loose(text, last) else (_number(last["number"]), last)


def _loose(text: str, words: re.Match[str]) -> bool:
    """«五个人左右», «不到五个»: a bound or a guess is no number of people."""
    end = PEOPLE.match(text, words.end("number"))
    return hedged(text, words.start("number"), end.end() if end else words.end("number"))


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(parse(words))
