"""Where a project is built (建设地点): the address said to be it, else the only one; never a registered address, a head office or the place moved from.

Two sides of roads said together are one place (晨丰路南侧、古城路东侧).

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("公司注册地址在示例路1号，项目放在东示例路88号"))
>>> [each.value for each in location_facts(said)]
['东示例路88号']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gaoxing.facts.address import mended_address
from gaoxing.facts.fact import Evidence, Fact
from gaoxing.facts.place_name import CHAIN
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

FOR_IT = expression(
    r"建设地[点址]?|(?<!注册)(?<!办公)(?<!联系)(?<!通讯)(?<!公司)(?<!企业)地址|项目地[点址]?|项目(?:就|是|打算|准备|计划|最后|还)*(?:在|位于|选址|落|放|建)|选址|地点|建在|盖在|建到|放[在到]|落[在户到地]|"
    r"地块|厂区|现址|位置|位于|就在|地方|施工地|搬[到至]|迁[到至往]|挪到|改[到成]|换[到成]|新址|新厂"
)
ELSEWHERE = expression(
    r"注册(?:地址|在|地)|总部|办公(?:地址|室|地点)?在?|执照|通讯|联系地址|老厂|旧厂|原厂|原址|老厂区|旧址|母公司|原来|以前|之前|门店|仓库|客户|"
    r"住在|银行|家住|代办|中介"
)
FROM = expression(r"[从由](?:原来的?|现在的?|老厂|目前的?|[一-龥]{0,4})$")
AWAY = expression(r"[一-龥]{0,4}(?:搬|迁|挪|换到|改到)")
LAND_BOUGHT = expression("买(?:块|了|一块)?地|看中")
"""Where land is to be bought, a place that nothing calls the project's is where the enterprise sits now."""
ROAD = expression("(?<=[镇区市])[一-龥]{2,4}?(?:路|大道)(?![0-9零一二三四五六七八九十百]|与|和|[东南西北]侧|口|边)")
BUILT_AT = expression("(?:在|位于|选在|放在|落在)$")
BUILDS = expression("(?:上|那边|那里)?(?:再|新|扩|要|打算)*(?:建|盖|投资|实施|落地)")
"""A road without its number is a place only between these, or where the place was asked for."""
HALL = expression(r"(?<=[路街道巷弄])(\d+号)(?:厂房|车间|库房?)$")
"""What is built may stand right behind a house number: 示例路88号厂房建筑面积…"""
JOINT = expression("[，、和与跟]?")
SIDE = expression(r"(?:[东南西北]{1,2}(?:侧|面|首|端|边)|以[东南西北]|[角口])$")


@dataclass(frozen=True)
class Place:
    """An address said: its words `text[start:end]` of the turn; `rank` 2 said to be the project's, 1 no word about it, 0 said to be something else."""

    turn: int
    start: int
    end: int
    value: str
    rank: int


def location_facts(statement: Statement, field: str = "location") -> Iterator[Fact]:
    """The project's place, as one fact; a later turn may put one part of it right («门牌说错了，是一百八十七号»)."""
    found: Place | None = None
    further: tuple[Evidence, ...] = ()
    bought = any(LAND_BOUGHT.search(heard.text) for heard in statement.turns)
    for heard in statement.turns:
        for each in places(heard, field):
            if each.rank > bought and (found is None or each.rank >= found.rank):
                found, further = each, ()
        mended = mended_address(found.value, heard.text) if found is not None and heard.turn > found.turn else None
        if found is not None and mended:
            found = Place(found.turn, found.start, found.end, mended, found.rank)
            further = (heard.wording.evidence(heard.turn, 0, len(heard.text)),)
    if found is None:
        found = next((each for heard in statement.turns for each in _unnumbered(heard, field)), None)
    if found is not None:
        yield Fact(field, found.value, (statement.turns[found.turn].wording.evidence(found.turn, found.start, found.end), *further))


def places(heard: Heard, field: str = "location") -> list[Place]:
    """The addresses of a turn in order, two sides of roads joined."""
    found: list[Place] = []
    for token in heard.tokens:
        if token.kind != "address" or token.mention.landmark_only:
            continue
        value = HALL.sub(r"\1", token.mention.value)
        if found and SIDE.search(found[-1].value) and SIDE.search(value) and JOINT.fullmatch(heard.text, found[-1].end, token.start):
            found[-1] = Place(heard.turn, found[-1].start, token.end, found[-1].value + value, found[-1].rank)
        else:
            found.append(Place(heard.turn, token.start, token.end, value, _rank(heard, token.start, token.end, token.mention.distractor, field)))
    return found


def _unnumbered(heard: Heard, field: str) -> Iterator[Place]:
    """A road without a number («千灯镇宏洋路，门牌还没下来»), where it answers the question or is built on."""
    for match in ROAD.finditer(heard.text):
        start = _with_town(heard.text, match.start())
        led = heard.asked == field and not start
        if led or (BUILT_AT.search(heard.text[max(0, start - 8) : start]) and BUILDS.match(heard.text, match.end())):
            yield Place(heard.turn, start, match.end(), heard.text[start : match.end()], 2)


def _with_town(text: str, start: int) -> int:
    """Where the divisions right before a road's name begin."""
    return next((begin for begin in range(max(0, start - 12), start) if CHAIN.fullmatch(text, begin, start)), start)


def _rank(heard: Heard, start: int, end: int, distractor: bool, field: str) -> int:
    before = re.split("[。；！？]", heard.text[max(0, start - 18) : start])[-1]
    if heard.asked == field:
        return 2
    if FROM.search(before) and AWAY.match(heard.text, end):
        return 0
    for_it = max((match.end() for match in FOR_IT.finditer(before)), default=-1)
    elsewhere = max((match.end() for match in ELSEWHERE.finditer(before)), default=-1)
    if for_it > elsewhere:
        return 2
    return 0 if distractor or elsewhere >= 0 else 1
