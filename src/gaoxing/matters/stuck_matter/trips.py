"""How often they came in vain (跑了几趟): «跑了四趟», «前面五趟全白跑了», «加上今天第六趟»; vague figures (五六趟, 好几趟) stay open.

>>> [trips(said) for said in ("已经跑了四趟", "跑了五趟，加上今天六趟", "少说也有五六趟", "再跑一趟也行")]
[4, 6, None, None]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gaoxing.facts.fact import Fact
from gaoxing.facts.hedge import hedged
from gaoxing.facts.statement import Statement
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import Numeral, find

TRIP = expression(r"(?:多|来)?(?P<unit>趟|回(?!话|复|电|来|去|家|访|应|头|执|单)|次(?!性|日|序|数|要|品|于|级))")
RUN = expression(r"(?:跑|来|去|到|白跑|折腾|往返|往来|上门|来回|登门|排队|跑腿|找)[^，。；]{0,7}$")
RUN_AFTER = expression(r"[^，。；]{0,5}(?:白跑|没办成|都没|全没|没成|办不成|被退|跑空|落空|都不成|来了|了还)")
RETURNED = expression(r"(?:退|打回|驳回|补正|补材料|交|递|提交|申请|被拒|拒)(?:了|过|回来|材料|件|回)?[^，。；]{0,3}$")
_WITH = "加上?|算上|连上?|连同|连着|还有|包括|含"
_THIS = "今天|今日|今儿|这次|这趟|这一趟|这回"
_NUMBER = r"[一二两三四五六七八九十\d]"
TODAY = expression(rf"(?:{_WITH})(?:{_THIS})(?:的|这次|这趟|在内|一起|就是|就|是|正好|已经|一共|总共|我|来了|来|跑了|跑|，|也|都|有|第){{0,4}}$")
TODAY_TOO = expression(
    rf"(?:{_WITH})(?:今天|今日|今儿)(?:的|又)?(?:来的)?(?:这|一|这一)?(?:趟|次|回)?"
    rf"(?!(?:就是|就|是|，|一共|总共|第|有|已经|正好|来了|来|跑了|跑)*{_NUMBER})"
)
TOTAL = expression(r"(?:一共|总共|前后|前前后后|拢共|加起来|合计|统共)[^，。；]{0,6}$")
ORDINAL = expression(r"第$")
NTH = expression("(?:今天|这|这次|已经|都)(?:都|已经)?(?:是)?第$")
FUTURE = expression(
    r"(?:再|又?让|叫|要|得|多|少|最多|只|只用|只要|每|哪怕|只需|不用|别|免得|省得)[^，。；]{0,3}"
    r"(?:我们?|人家|他们)?[^，。；]{0,2}(?:跑|来|去)?(?:个|上)?$"
)
OTHERS = expression(r"(?:电话|微信|消息|邮件|短信)[^，。；]{0,4}$|(?<![替帮给])(?:他|她|你们?|隔壁|朋友|别人|人家)(?:就|也|都|只)?(?:跑|来|去)了?$")
MORE = expression("了?(?:都|也|还)?(?:不止|往上|还多|打底)")
ASKED_BARE = expression(r"^(?:[，。]|大家|我们?|前后|一共|总共|有|已经|都|就|也|跑了?|来了?|去了?|算上今天|加上今天|连今天){0,5}$")


@dataclass(frozen=True)
class _Count:
    """A count of trips at `start:end`; `weight` tells a total or today's from a mere count."""

    number: int
    start: int
    end: int
    weight: int
    ordinal: bool = False


def trips(text: str, *, asked: bool = False) -> int | None:
    """The failed trips that a cleaned turn tells of; None where it tells of none or only vaguely. `asked`: the question was about them."""
    found = _chosen(text, asked=asked)
    return found.number if found else None


def trip_facts(statement: Statement, field: str = "attempts") -> Iterator[Fact]:
    """`attempts`: the last turn that tells a number."""
    for heard in reversed(statement.turns):
        found = _chosen(heard.text, asked=heard.asked == field)
        if found:
            yield Fact(field, found.number, (heard.wording.evidence(heard.turn, found.start, found.end),))
            return


BY_PAPER, PLAIN, TOLD_ALL, WITH_TODAY, PUT_RIGHT = 1, 2, 3, 4, 5
AT_ONE_GO = expression("(?:就|能|可以|可|给我)*(?:办|搞|跑|弄|解决|讲|说)(?:完|好|掉|齐|清|得|成|定)")
VAGUE = expression("[一二两三四五六七八九]{2,}")
"""«七八回», two figures without a ten between them: about so many, whatever unit follows."""
RANGE = expression(r"(?:[一二两三四五六七八九十]|\d)[、\-~～—至到]?$")
"""Before a figure: the lower end of «七、八趟», «7-8趟»."""
AGAIN = expression("又[^，。；又]{0,6}$")
DAY = expression("(?:大前天|前天|昨天|昨日|今天|今日|今早|早上|上午|下午|上(?:个)?(?:周|月|礼拜|星期)[一二三四五六日天]?|前两天)[^，。；]{0,4}$")
WRONG = expression("不准|不对|不是|错了|说错|更正|哦不|记错")


def _chosen(text: str, *, asked: bool) -> _Count | None:
    """The heaviest count; where two of the same weight differ without a word of correction, none."""
    found = list(_counts(text, asked=asked))
    if not found:
        return None
    heaviest = max(each.weight for each in found)
    best = [each for each in found if each.weight == heaviest]
    if all(each.ordinal for each in best):
        return max(best, key=lambda each: each.number)
    if heaviest == PLAIN and any(AGAIN.search(text[: each.start]) for each in best):
        return _one_by_one(text, best)
    if heaviest == PLAIN and len(best) > 1 and all(DAY.search(text[: each.start]) for each in best):
        return _one_by_one(text, best)
    if len({each.number for each in best}) > 1 and not WRONG.search(text[best[-2].end : best[-1].start]):
        return None
    return best[-1]


def _one_by_one(text: str, told: list[_Count]) -> _Count | None:
    """Trips told one after another (昨天跑了一趟，今天又跑了一趟): their sum where the first is told too and each is one; else nobody knows."""
    if len(told) < 2 or AGAIN.search(text[: told[0].start]) or any(each.number != 1 for each in told):
        return None
    return _Count(len(told), told[0].start, told[-1].end, PLAIN)


def _counts(text: str, *, asked: bool) -> Iterator[_Count]:
    for numeral in find(text):
        unit = TRIP.match(text, numeral.end)
        if numeral.value is None or numeral.approximate or numeral.value != int(numeral.value) or (unit and unit[0][0] in "多来"):
            continue
        end = unit.end() if unit else numeral.end
        if VAGUE.fullmatch(text, numeral.start, numeral.end) or RANGE.search(text[: numeral.start]):
            continue
        if hedged(text, numeral.start, end) or MORE.match(text, end) or not 0 < numeral.value < 1000:
            continue
        before = text[max(0, numeral.start - 14) : numeral.start]
        told = _told(text, before, numeral, unit, asked=asked) if unit else asked and _bare(text, numeral)
        if told:
            yield _counted(text, before, int(numeral.value), numeral.start, end)


def _bare(text: str, numeral: Numeral) -> bool:
    """A figure alone, in answer to the question."""
    return bool(ASKED_BARE.match(text[: numeral.start]) and re.match(r"(?:个)?(?:$|[，。了吧])", text[numeral.end :]))


def _told(text: str, before: str, numeral: Numeral, unit: re.Match[str], *, asked: bool) -> bool:
    """Whether these are trips made, not one still to make, a telephone call, or a manner of speaking (一次性, 每一趟)."""
    if (
        FUTURE.search(before)
        or OTHERS.search(before)
        or (numeral.value == 1 and AT_ONE_GO.match(text, unit.end()))
        or text.startswith(("一趟一趟", "一次一次", "一次次", "一趟趟"), numeral.start)
    ):
        return False
    if unit["unit"] == "趟" or asked or NTH.search(before):
        return True
    return bool(RUN.search(before) or TODAY.search(before) or RETURNED.search(before) or RUN_AFTER.match(text, unit.end()))


def _counted(text: str, before: str, number: int, start: int, end: int) -> _Count:
    ordinal = bool(ORDINAL.search(before))
    also = TODAY_TOO.search(text, end)
    one_more = also is not None and also.start() - end <= 6 and not ordinal and not TODAY.search(before) and not TOTAL.search(before)
    weight = WITH_TODAY if ordinal or one_more or TODAY.search(before) else TOLD_ALL if TOTAL.search(before) else PLAIN
    if weight == PLAIN and not RUN.search(before) and RETURNED.search(before):
        weight = BY_PAPER
    weight = PUT_RIGHT if WRONG.search(before[-8:]) else weight
    return _Count(number + 1 if one_more else number, start, also.end() if one_more and also else end, weight, ordinal)
