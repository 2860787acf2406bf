"""Inputs that are of no year (单项数据): rights by class, standards, years in the niche, the market share, the founding, the valuation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from gaoxing.facts.amount import MoneyMention, find_money
from gaoxing.facts.cultivation.bars import OTHERS, OURS, PLAN, SENTENCES
from gaoxing.facts.cultivation.figures import Figure
from gaoxing.facts.cultivation.pairing import CORRECTED
from gaoxing.facts.cultivation.topics import THINGS, find_topics
from gaoxing.facts.cultivation.year_rows import TEN_THOUSAND, Told
from gaoxing.facts.day import find_days
from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.hedge import hedged
from gaoxing.facts.party import percent, plain
from gaoxing.facts.percent import find_percents
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import find

SUMMED = frozenset({"rights_class_one", "rights_class_two"})
"""Several kinds of right make up these numbers: each kind told adds to them."""
NONE_OF = {
    "rights_class_one": expression(
        "(?:发明专利|发明)一[项个件](?:都|也)没有?|(?:没有|还没有|没|无)(?:一[项个件])?(?:有效的?|授权的?)?(?:发明专利|发明|[一Ⅰ1]类(?:知识产权)?)(?!.{0,4}(?:申请|奖))|(?:发明专利|发明|[一Ⅰ1]类(?:知识产权)?)(?:一[项个件]都|暂时|目前|还|都)*(?:没有|为零|是零|零项?)"
    ),
    "rights_class_two": expression(
        "(?:实用新型|软著|软件著作权)(?:和|、|都|也|一[项个件]都|暂时|目前|还)*(?:软著|软件著作权|实用新型)?(?:都|也)?(?:没有|为零|是零)"
    ),
    "standards": expression(
        "没(?:有)?(?:主导|牵头)过?(?=[，。；]|$)|没(?:有)?(?:主导|牵头)(?:制定)?过?(?:任何)?(?:国家|行业|国际)?(?:的)?标准|(?:主导|牵头)(?:制定)?(?:的)?标准(?:一[项个])?(?:没有|为零)"
    ),
}
STANDARDS = expression("(?:国家|行业|国际|国标|行标)(?:的)?(?:标准)?|标准")
NO_STANDARDS = expression("团体|企业标准|地方标准|参与|团标|企标")
NICHE = expression(r"(?:细分|领域|行业|市场|这一?行|方向|赛道|深耕|专注|从事|专门|一直做|只做|产品|主业)[^。；！？]{0,14}?$")
NOT_NICHE = expression("成立|注册|创办|公司(?:有|已经|都)|工作|毕业|租|合同|有效|增长|连续|近|过去|最近|前|后|研发了|贷")
SHARE = expression("(?:市场)?占有率|市占率?|市场份额|份额|占(?:了)?(?:整个|国内|全国|细分)?(?:细分)?市场|(?:市场|细分市场)(?:里|上|中)?(?:我们)?(?:能|大概)?占")
FOUNDED = expression(
    "^(?:的时候|份|那会儿|，)?(?:就|在[^，。；]{2,8}?|由[^，。；]{2,6}?|我们|公司|这家|才|正式|，)*(?:注册成立|成立|注册|创办|创立|设立|创建|开办|登记|拿的?执照)"
)
FOUNDING = expression("(?:成立(?:于|在|日期|时间)?|注册(?:于|日期|时间)?|创办于|创立于|设立于|执照上?(?:写的?)?)(?:的)?(?:日期|时间)?(?:是|为|：|在|写的是)*$")
ANOTHER = expression("子公司|分公司|研发中心|技术中心|实验室|研究院|工会|党支部|事业部|部门|车间|基地|高企")
VALUED = expression("(?:投后)?估值(?:是|为|到了?|做到|达到|已经|有|约|算|给到|给|在|了|定在|大概|就|，|最新|目前|最近|这轮|一轮|我们|按|投后)*$")
VALUE_BEHIND = expression("(?:的)?(?:投后)?估值")
KIND_NONE = expression(
    "(?:企业)?类型[^。；！？]{0,8}(?:都|全|一[样个]都)不是|(?:这|那)(?:几|些)[样种类个](?:类型)?[^。；！？]{0,6}都不是|都不属于(?:这|那)(?:几|些)[样种类]"
)
KIND_IS = expression(
    "(?:我们|公司)(?:就)?(?:是|属于)(?:一家|家|个)?(?:(?P<trading>贸易公司|做贸易的|销售公司|商贸公司)|(?P<real_estate>房地产)|(?P<branch>分公司|分支机构)|(?P<bank>银行)|(?P<central_enterprise>央企|中央企业|大型国有企业)|(?P<foreign_base>外资生产基地)|(?P<monopoly>垄断行业))"
)
WITHIN = expression("其中|里面|里头|当中|中有|里有|有$")
NEAR = 8
"""Characters between a word of correction and the day that it brings."""

UNSIGNED = expression("在谈|正在[^，。]{0,6}谈|想融|准备融|打算融|计划融|要融|意向|还没签")
BEFORE_MONEY = expression("投前|上一轮|前一轮|天使轮时|当时|原来|以前")


def single_figures(statement: Statement, found: Sequence[Figure]) -> Iterator[Told]:
    """Rights and standards as they were counted."""
    for item in ("rights_class_one", "rights_class_two", "standards"):
        said = [each for each in found if each.item == item and each.kind in (THINGS, "") and each.barred not in ("others", "plan", "denied")]
        said = [each for each in said if item != "standards" or _is_standard(statement, each)]
        told = _counted(statement, item, said)
        if told is None:
            told = _none(statement, item)
        if told is not None:
            yield told


def _counted(statement: Statement, item: str, said: Sequence[Figure]) -> Told | None:
    good = [each for each in said if not each.barred and each.value.amount is not None]
    if not good:
        vague = [each for each in said if each.barred == "vague" and not each.value.readings]
        return Told(Fact(item, 0, _words(statement, vague[-1:]), Certainty.UNSURE), SENTENCES["vague"]) if vague else None
    last = max((place for place, each in enumerate(good) if each.follows), default=0)
    if item in SUMMED and not any(each.follows for each in good) and len({each.topic for each in good}) == len(good) > 1:
        amount = sum((each.value.amount for each in good if each.value.amount is not None), Decimal(0))
        if any(each.barred == "vague" for each in said):
            return Told(Fact(item, int(amount), _words(statement, said), Certainty.UNSURE), SENTENCES["vague"])
        return Told(Fact(item, int(amount), _words(statement, good), derived=True))
    waiting = [each for each in said if each.barred == "pending" and each.topic == good[-1].topic and _is_part(statement, good[-1], each)]
    if waiting and waiting[0].value.amount is not None and good[-1].value.amount is not None:
        whole, left = int(good[-1].value.amount), int(good[-1].value.amount - waiting[0].value.amount)
        return Told(Fact(item, whole, _words(statement, [good[-1], *waiting]), Certainty.UNSURE, (left, whole)), SENTENCES["pending"])
    numbers = list(dict.fromkeys(int(each.value.amount) for each in good[last:] if each.value.amount is not None))
    if len(numbers) > 1:
        return Told(Fact(item, numbers[-1], _words(statement, good[last:]), Certainty.UNSURE, tuple(numbers)), SENTENCES["conflict"])
    return Told(Fact(item, numbers[0], _words(statement, good[last:][-1:])))


def _is_part(statement: Statement, whole: Figure, part: Figure) -> bool:
    """«五项，其中三项在审»: the count that does not stand is a part of the one before."""
    between = statement.turns[part.turn].text[whole.value.end : part.value.start]
    return whole.turn == part.turn and WITHIN.search(between) is not None


def _none(statement: Statement, item: str) -> Told | None:
    """«发明专利一项都没有»."""
    for heard in reversed(statement.turns):
        if match := NONE_OF[item].search(heard.text):
            return Told(Fact(item, 0, (heard.wording.evidence(heard.turn, *match.span()),)))
    return None


def _is_standard(statement: Statement, each: Figure) -> bool:
    text = statement.turns[each.turn].text
    clause = text[max(0, each.value.start - 14) : each.value.end + 10]
    return not each.kind or (STANDARDS.search(clause) is not None and NO_STANDARDS.search(clause) is None)


def niche_facts(heard: Heard) -> Iterator[Fact]:
    """How many years it has worked in its niche."""
    for each in find(heard.text):
        clause = _sentence(heard.text, each.start)
        years = heard.text[each.end : each.end + 1] == "年" and heard.text[each.end + 1 : each.end + 2] not in ("前", "底", "初", "度", "来", "多", "左", "内")
        if each.value is None or each.approximate or not years or each.value != int(each.value) or each.value > 200:
            continue
        if hedged(heard.text, each.start, each.end + 1) or _idle(clause):
            continue
        if NICHE.search(clause) and not NOT_NICHE.search(clause[-10:]):
            yield Fact("niche_years", int(each.value), (heard.wording.evidence(heard.turn, each.start, each.end + 1),))


def market_facts(heard: Heard) -> Iterator[Fact]:
    """The share of the niche's market."""
    for each in find_percents(heard.text):
        clause = _sentence(heard.text, each.start)
        before = list(SHARE.finditer(clause[-18:]))
        behind = re.match(r"(?:的)?(?:细分)?(?:市场)?(?:占有率|份额|市场)", heard.text[each.end : each.end + 8])
        if each.value is not None and (before or behind) and not _idle(clause) and not re.search("增|涨|提高|降|超过", clause[-4:]):
            yield Fact("market_share", percent(each.value), (heard.wording.evidence(heard.turn, each.start, each.end),))


def founded_facts(heard: Heard, on: date) -> Iterator[Fact]:
    """The day, month or year of the founding, as far as it was said."""
    for each in find_days(heard.text, on):
        if each.value is None or hedged(heard.text, each.start, each.end):
            continue
        clause, behind = _sentence(heard.text, each.start), heard.text[each.end : each.end + 14]
        after = FOUNDED.match(behind)
        led = FOUNDING.search(clause)
        around = clause[-12:] + (after[0] if after else "") if not led else clause[-16:]
        if (
            (after or led or heard.asked == "founded")
            and not ANOTHER.search(around)
            and not ANOTHER.match(behind[after.end() :] if after else "")
            and not _others(clause)
        ):
            yield Fact("founded", each.value, (heard.wording.evidence(heard.turn, each.start, each.end),))


def founded_again(heard: Heard, on: date) -> Iterator[Fact]:
    """«2017年成立的，说错了，2019年3月1号»: the fullest day behind a word of correction that follows the founding and speaks of nothing else."""
    first = next(founded_facts(heard, on), None)
    wrong = CORRECTED.search(heard.text, 0) if first else None
    if wrong is None:
        return
    stop = next((match.start() for match in re.finditer("[。；！？]", heard.text) if match.start() > wrong.end()), len(heard.text))
    days = [each for each in find_days(heard.text, on) if wrong.end() <= each.start < stop and each.value is not None]
    near = bool(days) and days[0].start - wrong.end() <= NEAR
    if near and not find_topics(heard.text[wrong.end() : stop]):
        best = max(days, key=lambda each: (len(each.value or ""), each.start))
        yield Fact("founded", str(best.value), (heard.wording.evidence(heard.turn, best.start, best.end),))


def excluded_facts(heard: Heard) -> Iterator[Fact]:
    """What kind of enterprise it is not to be on some rungs: told by name, or «那几样都不是»."""
    if match := KIND_NONE.search(heard.text):
        yield Fact("excluded", ("none",), (heard.wording.evidence(heard.turn, *match.span()),))
        return
    for match in KIND_IS.finditer(heard.text):
        if not _others(_sentence(heard.text, match.start())) and not re.search("不$|不是$|客户$", heard.text[: match.start()]):
            yield Fact("excluded", (str(match.lastgroup),), (heard.wording.evidence(heard.turn, *match.span()),))


def valuation_told(heard: Heard) -> Iterator[Told]:
    """The valuation after the last round, in the currency that was said."""
    money = find_money(heard.text)
    for place, each in enumerate(money):
        clause = _sentence(heard.text, each.start)
        floor = money[place - 1].end if place else 0
        led = VALUED.search(heard.text[max(floor, each.start - 20) : each.start])
        behind = VALUE_BEHIND.match(heard.text, each.end)
        if not (led or behind or (heard.asked == "valuation" and len(money) == 1)) or BEFORE_MONEY.search(clause) or _idle(clause) or UNSIGNED.search(clause):
            continue
        yield _valuation(heard, each)


def _valuation(heard: Heard, each: MoneyMention) -> Told:
    evidence = (heard.wording.evidence(heard.turn, each.start, each.end),)
    if each.amount is None:
        return Told(Fact("valuation", "", evidence, Certainty.UNSURE), SENTENCES["vague"])
    value = {"amount": plain(each.amount), "currency": each.currency or "CNY"}
    if not each.unit_said:
        return Told(Fact("valuation", value, evidence, Certainty.UNSURE, (value, {**value, "amount": plain(each.amount * TEN_THOUSAND)})), SENTENCES["unit"])
    return Told(Fact("valuation", value, evidence))


def _sentence(text: str, at: int) -> str:
    return text[max(text.rfind(stop, 0, at) for stop in "。；！？") + 1 : at]


def _others(clause: str) -> bool:
    other = [each.end() for each in OTHERS.finditer(clause)]
    return bool(other) and OURS.search(clause, other[-1]) is None


def _idle(clause: str) -> bool:
    """Whether the words before a figure make it somebody else's, or only a plan."""
    return _others(clause) or PLAN.search(clause[-12:]) is not None


def _words(statement: Statement, said: Sequence[Figure]) -> tuple[Any, ...]:
    return tuple(statement.turns[each.turn].wording.evidence(each.turn, each.value.start, each.value.end) for each in said)
