"""Numbers among the answers (数字情形): the shop's area in square metres, the fit-out cost in 万元, and whether a vehicle weighs more than 4.5 tonnes.

Vague figures stay open; the store-room's area, the rent, the deposit and the transfer fee are none of these.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gaoxing.facts.area import AreaMention, find_areas
from gaoxing.facts.fact import Value
from gaoxing.facts.hedge import hedged
from gaoxing.facts.statement import Heard
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import find

Found = tuple[Value, int, int]
"""The value and where its words stand in the cleaned text."""

TEN_THOUSAND = Decimal(10_000)
HEAVY = Decimal("4.5")
"""Tonnes of total mass above which a road transport permit is needed (普通货运车辆总质量). 《道路运输条例》."""

NOT_THE_SHOP = expression(
    r"(?:仓库|库房|后厨|厨房|操作间|办公室?|宿舍|院子|隔壁|对面|原来|以前|上一家|泳池|池子|游泳池|每间|每个|每层|一间|包[厢间]|停车场?|家里|老店|另一家|另外|室外|外面|[各])(?:[^，。；店共总]){0,6}$"
)
NOT_THE_SHOP_BEHIND = expression(
    r"(?:的)?(?:仓库|库房|后厨|厨房|院子|宿舍|停车|是(?:仓库|库房|后厨|厨房|住人|宿舍|放货)|用来(?:住|放货|堆)|放货|住人|做仓库|当仓库|的泳池|泳池)"
)
WHOLE = expression(
    r"(?:营业面积|经营面积|使用面积|总面积|建筑面积|面积|一共|总共|加起来|合计|拢共|全部加|店里|店面|门面|场地|店)(?:大概|大约|是|有|也|就|的|，|一共|总共|面积|差不多|我|们|量过){0,4}$"
)
UNITLESS = expression(r"面积(?:是|有|为|就|也|，|报|写|填|一共|总共){0,3}$")
PUT_RIGHT = expression("不对|不是|错了|说错|更正|改成|哦不|呃不|应该是|量错")

FITTING = "装修|装潢|装饰"
OTHER_COST = expression("房租|租金|转让|押金|设备|加盟|进货|货款|工资|注册|资金|营业额|贷款|平|面积|保证金|投资人|欠|定金|尾款")
BEFORE_COST = expression(rf"(?:{FITTING})(?P<between>[^。；，]{{0,12}}(?:，(?:[^。；，]{{0,6}}))?)$")
BEHIND_COST = expression(rf"(?:块钱|块|元)?(?:的|来|做|搞|用来|用于|用在|花在|投在|是|都是|去)*(?:{FITTING})(?!公司|队|期|材料|贷)")
AGAIN = expression(r"[，。]?(?:哦|呃|啊|嗯)?(?:不对|不是|错了|说错了?|更正|哦不|不)[，。]?(?:应该)?(?:是|改成)?$")
NONE_AT_ALL = expression(
    r"^(?:[，。]|那|就|都|我们?|目前|根本)*(?:不(?:用|要|打算|准备)?(?:再)?(?:装修|装|花钱?|花)|"
    r"没(?:有)?(?:装修|花钱?|花|装)|一分钱?(?:都|也)?[没不]|零(?:元|万)?$)"
)

WEIGHED = expression(r"(?:总质量|总重|总重量|满载总重)(?:都|也|就|是|有|，|全部|不过|才){0,4}$")
LORRY = expression(r"吨(?P<half>半)?(?:的|级)?(?:大|小|重|厢式|轻|中)?(?:货车|卡车|车|货)?")


def area(heard: Heard, *, asked: bool) -> Found | None:
    """The shop's area: the only one said, the one called the whole, or the last where one was put right; None where it stays open."""
    every = [each for each in find_areas(heard.text) if not each.land and not _apart(heard.text, each)]
    said = [each for each in every if each.value is not None]
    if not said:
        return None if every else _unitless(heard.text, asked=asked)
    chosen = _chosen(heard.text, said)
    return (_number(chosen.value), chosen.start, chosen.end) if chosen is not None and chosen.value is not None else None


def fitout(heard: Heard, *, asked: bool) -> Found | None:
    """What the fit-out costs, in 万元; to the question about it also a bare figure, which counts 万元, or that there is none."""
    found: Found | None = None
    for token in heard.tokens:
        if token.kind != "money":
            continue
        before, mention = heard.text[: token.start], token.mention
        again = found is not None and AGAIN.search(before[found[2] :])
        behind = BEHIND_COST.match(heard.text, token.end) and not OTHER_COST.search(before[-6:])
        if not (again or _costs(before) or behind or (asked and found is None)):
            continue
        amount = mention.amount if mention.unit_said else None
        if amount is not None and mention.currency in {None, "CNY"}:
            found = (_number(amount / TEN_THOUSAND), token.start, token.end)
    return found or (_bare_cost(heard.text) if asked else None)


def _costs(before: str) -> bool:
    """Whether the words before an amount say that the fit-out costs it, with no other cost between."""
    match = BEFORE_COST.search(AGAIN.sub("", before)[-26:])
    return match is not None and not OTHER_COST.search(match["between"])


def heavy_vehicle(heard: Heard, *, asked: bool) -> Found | None:
    """Whether a vehicle is heavier than 4.5 tonnes: from a total mass, or from a vehicle said to be of more tonnes than that."""
    for numeral in find(heard.text):
        unit = LORRY.match(heard.text, numeral.end)
        if unit is None or numeral.value is None or numeral.approximate or hedged(heard.text, numeral.start, numeral.end):
            continue
        tonnes = numeral.value + (Decimal("0.5") if unit["half"] else 0)
        weighed = WEIGHED.search(heard.text[max(0, numeral.start - 12) : numeral.start])
        if weighed or (tonnes > HEAVY and (asked or "车" in unit[0])):
            return tonnes > HEAVY, numeral.start, unit.end()
    return None


def _apart(text: str, each: AreaMention) -> bool:
    before = re.split("[，。；！？]", text[max(0, each.start - 12) : each.start])[-1]
    return bool(NOT_THE_SHOP.search(before) or NOT_THE_SHOP_BEHIND.match(text, each.end))


def _chosen(text: str, said: list[AreaMention]) -> AreaMention | None:
    last = said[-1]
    if len({each.value for each in said}) == 1 or PUT_RIGHT.search(text[said[-2].end : last.start]):
        return last
    whole = [each for each in said if WHOLE.search(text[max(0, each.start - 16) : each.start])]
    return whole[-1] if len({each.value for each in whole}) == 1 else None


def _unitless(text: str, *, asked: bool) -> Found | None:
    """«面积八十»; to the question about it «两百八»."""
    for numeral in reversed(find(text)):
        led = UNITLESS.search(text[: numeral.start])
        if numeral.value is None or numeral.approximate or hedged(text, numeral.start, numeral.end) or not (led or asked):
            continue
        if led and re.match("[号楼层年月元万%个人]", text[numeral.end :]):
            continue
        if asked and not led and len([each for each in find(text) if each.value is not None]) > 1 and not PUT_RIGHT.search(text):
            return None
        return _number(numeral.value), numeral.start, numeral.end
    return None


def _bare_cost(text: str) -> Found | None:
    """«三十五» of 万元; «八千» is yuan."""
    if match := NONE_AT_ALL.match(text):
        return 0, 0, match.end()
    found = find(text)
    figures = [each for each in found if each.value is not None and not each.approximate]
    if any(hedged(text, each.start, each.end) for each in found) or len(figures) != 1 or figures[0].value is None:
        return None
    value = figures[0].value
    return _number(value / TEN_THOUSAND if value >= 1000 else value), figures[0].start, figures[0].end


def _number(value: Decimal | None) -> int | float:
    """As JSON has it: whole where it is whole."""
    exact = value or Decimal(0)
    return int(exact) if exact == exact.to_integral_value() else float(exact)
