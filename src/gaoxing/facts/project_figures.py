"""A project's investments, areas and dates (总投资、设备投资、建筑面积、用地面积、开工、竣工) as facts: the last said of each; open where vague or taken back.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("总投资一亿，设备占六成，去年产值两亿，建设期从2027年4月到2028年6月"))
>>> [(each.field, each.value if isinstance(each.value, str) else each.value["amount"]) for each in figure_facts(said)]
[('total_investment', '100000000'), ('start', '2027-04'), ('finish', '2028-06'), ('equipment_investment', '60000000')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from gaoxing.facts.day import find_days
from gaoxing.facts.fact import Certainty, Evidence, Fact
from gaoxing.facts.governed import ITEMS, UNTOLD, Governed, barred, governed
from gaoxing.facts.hedge import hedged
from gaoxing.facts.party import plain
from gaoxing.facts.project_topics import EQUIPMENT, FINISH, LAND, PERIOD, START, TOTAL, find_topics
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

LEFT_OPEN = (
    r"(?:空着|不填|别填|不写|别写|没填|没(?:最后|完全|有)?(?:定|算|想好|落实|出来|批)|未定|待定|不确定|定不下来|说不[好准]|不清楚|不知道|不要了|"
    r"取消|去掉|删掉|划掉|不作数|不算数|不报|再说|再定|作废)"
)
IN_TEN_THOUSANDS = expression("(?:单位(?:都|全)?(?:是|为|：)?|(?:都|全)(?:部)?是|，是|以|按)万元?(?![0-9一二两三四五六七八九十的])")
"""«单位万元»: amounts said without a unit are in ten thousands."""
OPEN_TOPIC = expression(
    rf"(?:[^，。；！？零一二三四五六七八九十百千万亿0-9]{{0,9}}|[^，。；！？零一二三四五六七八九十百千万亿0-9]{{0,4}}，(?:这个|那个|先|暂时|就|还)*){LEFT_OPEN}"
)
OPEN_VALUE = expression(
    rf"(?:左右|吧|的样子|块钱|元)?[，。]?(?:这个|那个|这|那|不过|但是?|只是|可能|数|数字|数目|金额|面积|时间|日期|也|都|还|先|暂时|就|目前|现在)*{LEFT_OPEN}"
)
NO_LAND = expression(
    r"(?:不|没有?|无|未|零)(?:另外|额外|再|需要?|会|用|涉及|打算|准备|去)*(?:新增|新占|占用?|拿|买|征|供|批)(?:新的?|新增的?|用|建设|任何|一分|"
    r"一亩)*(?:用?地|土地)|(?:不|没有?)(?:用|占)新地|零(?:新增(?:用)?|增)地|用地(?:面积)?(?:是|为|就)?(?:没有|无|零(?![一-龥点])|不填)"
)
BEGINS = expression("开始|起(?=[，。；]|$)|启动")
"""Behind one date of a building period."""
SPAN = expression("(?:就|一直|开始|起|，)*(?:到|至|~|—+|-+)(?:了)?")
NOT_BUILDING = expression("租|合同|有效|贷|合作|协议|聘|拘|保修|质保")
SHARE_OF = expression(r"(?:占|是|要占|就占|为|，占|那?块占|投资占)?(?:了)?(?:总投资|总额|总的|里面|其中|总数|投资|全部|整个)*(?:的|额|里)*(?:占)?")
HALF = expression(f"(?:{SHARE_OF.pattern})一半(?!以上|多|左右|不到)")
REST = expression(r"(?:其余|剩下|余下|剩余|其他)(?:的|部分|全|都|钱|是|投|用来|用于|用在|花在|买|购置|就|给)*设备(?!.{0,6}(?:和|及|、|跟|加|安装费|之外))")
ALL = expression(
    "(?<!剩下的)(?<!余下的)(?<!其余)(?<!剩下)(?<!其他)(?:全部?|都|统统|百分之百|清一色)(?:都)?(?:是|用来买|用于买?|用在|花在|买|投在?|给)(?:的)?设备(?!.{0,6}(?:和|及|、|跟|加|安装费|之外))"
)
WORKS = expression("土建|厂房|基建|建安|装修|土地|地价|地款|流动资金|铺底|安装|软件|环保|工程")
WITHIN = expression("其中|里[头面边]?|内|包括|含|当中|^[，、]?(?:设备|机器)")
SAME_YEAR, NEXT_YEAR = expression("(?:当|同|同一|那一)年的?$"), expression("(?:次|第二|来|转过?)年的?$")
MONTH_ALONE = expression(
    r"(?P<month>[0-9]{1,2}|[零〇]?[一二三四五六七八九]|十[一二]?)月份?[底末]?(?:(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日])?"
)
OF_ALL = expression("(?:都|全)(?:是|在)(?=今年|明年|后年|20)")
OTHERS = expression(
    "(?<![和跟与比像把将])(?:隔壁|人家|别家|别人|同行|邻居)[^，。；！？我咱本说总亿万千百0-9]{0,24}(?:，(?:就|也|一共|总共)?投资?了?(?:大概|大约)?)?$"
)
THEY = expression("(?:他们|她们|那家)[^，。；！？我咱本说亿万千百0-9]{0,12}$")
"""Before a figure of somebody else's; 他们 is such a one only where an other was told of before."""
TOLD_OF = expression("隔壁|人家|别家|别人|同行|邻居")
EACH_PART = expression("每[一个]?[层栋幢间座跨](?:的)?(?:建筑|楼面|厂房)?(?:面积)?(?:都|大概|大约|约|各|是|有|为)*$")
"""Before an area of one storey or building, not of the whole."""

Standing = dict[str, Governed]


def figure_facts(statement: Statement) -> Iterator[Fact]:
    """One fact a blank, with the words of its value; a question where 万 was left out (总投资写八千)."""
    standing = standing_figures(statement)
    for item in (*ITEMS["money"], *ITEMS["area"], *ITEMS["day"]):
        each = standing.get(item)
        if each is not None:
            yield _fact(statement, item, each, standing)
    if EQUIPMENT not in standing and TOTAL in standing:
        yield from _worked_out(statement, standing[TOTAL])


def standing_figures(statement: Statement) -> Standing:
    """What stands of each blank when all turns are heard."""
    standing: Standing = {}
    last: dict[str, str] = {}
    for heard in statement.turns:
        for kind, items in ITEMS.items():
            values = own_figures(statement, heard, governed(heard, kind, last=last.get(kind)))
            values = _spans(heard, values) if kind == "day" else values
            _lay_over(heard, kind, values, standing)
            spoken = [each.item for each in values if each.item in items]
            last |= {kind: spoken[-1]} if spoken else {}
        _take_back(heard, standing)
    return standing


def own_figures(statement: Statement, heard: Heard, values: Sequence[Governed]) -> tuple[Governed, ...]:
    """The figures that are the project's own and whole: none of a neighbour's («他们投了一个亿»), none of one storey («每层两千平»)."""
    earlier = "".join(each.text for each in statement.turns[: heard.turn])
    return tuple(each for each in values if not _is_others(heard.text[: each.start], earlier) and not EACH_PART.search(heard.text, 0, each.start))


def _is_others(before: str, earlier: str) -> bool:
    they = THEY.search(before)
    return OTHERS.search(before) is not None or (they is not None and TOLD_OF.search(earlier + before[: they.start()]) is not None)


def _lay_over(heard: Heard, kind: str, values: Sequence[Governed], standing: Standing) -> None:
    for place, each in enumerate(values):
        if each.item not in ITEMS[kind]:
            continue
        known = standing.get(each.item)
        minor = each.weak or not (each.topic or each.follows or heard.asked in ITEMS[kind] or known is None or known.turn < each.turn)
        if known is not None and minor and not known.weak and not each.follows:
            continue
        if known is not None and each.weak and known.weak and not each.follows and known.turn == each.turn and kind == "area":
            standing[each.item] = replace(known, value=None)
            continue
        value = _dated(heard, each, values[:place], standing) if kind == "day" and each.value is None else each.value
        if value is not None or known is None or each.follows or known.turn < each.turn:
            standing[each.item] = replace(each, value=value)
    for item in [item for item, each in standing.items() if each.turn == heard.turn and item in ITEMS[kind] and OPEN_VALUE.match(heard.text, each.end)]:
        standing[item] = replace(standing[item], value=None)


def _take_back(heard: Heard, standing: Standing) -> None:
    """«设备投资先空着», «不占新地»: the blank is open again."""
    for kind, items in ITEMS.items():
        for topic in find_topics(heard.text, kind, barred(heard)):
            known = standing.get(topic.item)
            if topic.item in items and OPEN_TOPIC.match(heard.text, topic.end) and not (known and known.turn == heard.turn and known.start > topic.start):
                standing.pop(topic.item, None)
    denied = NO_LAND.search(heard.text)
    known = standing.get(LAND)
    if denied and not (known and known.turn == heard.turn and known.start > denied.start()):
        standing.pop(LAND, None)
    for item in [item for item, each in standing.items() if each.value is None]:
        standing.pop(item)


def _spans(heard: Heard, values: Sequence[Governed]) -> tuple[Governed, ...]:
    """«建设期2027年4月至2028年4月»: the two ends are start and finish."""
    found = list(values)
    for place, (first, second) in enumerate(pairwise(values)):
        told = first.item in {PERIOD, START} or not NOT_BUILDING.search(heard.text[max(0, first.start - 10) : first.start])
        if not (told and SPAN.fullmatch(heard.text, first.end, second.start)):
            continue
        if first.item in {PERIOD, START, UNTOLD} or heard.asked in ITEMS["day"]:
            found[place], found[place + 1] = replace(first, item=START), replace(second, item=FINISH)
    for place, each in enumerate(found):
        if each.item == PERIOD and BEGINS.match(heard.text, each.end):
            found[place] = replace(each, item=START)
    return tuple(found)


def _dated(heard: Heard, each: Governed, before: Sequence[Governed], standing: Standing) -> str | None:
    """A month without a year behind a date of the project: of that year where it is a later month (2027年3月开工，10月完工), of 当年 or 次年 where so said."""
    said = MONTH_ALONE.fullmatch(heard.text, each.start, each.end)
    known = next((str(one.value) for one in reversed(before) if one.item in ITEMS["day"] and one.value), None)
    known = known or (str(standing[START].value) if each.item == FINISH and START in standing and standing[START].value else None)
    year = _year_of_all(heard) if said else None
    if said and year is None and known and len(known) >= 7:
        words, number = heard.text[max(0, each.start - 4) : each.start], int(find_days(f"2000年{said['month']}月", None)[0].value[5:7])  # type: ignore[index]
        if NEXT_YEAR.search(words):
            year = int(known[:4]) + 1
        elif SAME_YEAR.search(words) or number > int(known[5:7]):
            year = int(known[:4])
    return find_days(f"{year}年{said[0]}", None)[0].value if said and year else None


def _year_of_all(heard: Heard) -> int | None:
    """«3月动工，8月完工，都是明年»."""
    match = OF_ALL.search(heard.text)
    day = next((token.mention for token in heard.tokens if match and token.kind == "day" and token.start == match.end()), None)
    return int(day.value) if day is not None and day.value and len(day.value) == len("2027") else None


def _fact(statement: Statement, item: str, each: Governed, standing: Standing) -> Fact:
    evidence = _words(statement, each)
    value: Any = _in_currency(statement, each, standing) if item == EQUIPMENT else each.value
    if each.unit:
        return Fact(item, value, evidence)
    in_ten_thousands = {**value, "amount": plain(Decimal(value["amount"]) * 10_000)}
    if any(IN_TEN_THOUSANDS.search(heard.text) for heard in statement.turns):
        return Fact(item, in_ten_thousands, evidence)
    return Fact(item, value, evidence, Certainty.UNSURE, (value, in_ten_thousands))


def _in_currency(statement: Statement, each: Governed, standing: Standing) -> Any:
    """«两千万欧元，其中设备一千二百万»: a part without a currency of its own is in that of the whole."""
    total = standing.get(TOTAL)
    if total is None or each.mention.currency is not None or total.turn != each.turn or total.end > each.start:
        return each.value
    between = statement.turns[each.turn].text[total.end : each.start]
    whole: Any = total.value
    return {**_mapping(each.value), "currency": whole["currency"]} if WITHIN.search(between) else each.value


def _mapping(value: Any) -> dict[str, Any]:
    return dict(value)


def _worked_out(statement: Statement, total: Governed) -> Iterator[Fact]:
    """设备占六成, and 土建三千万，剩下的都是设备: the amount that follows."""
    whole: Any = total.value
    if not total.unit:
        return
    for heard in reversed(statement.turns):
        found = _share(heard) or (_rest(heard, total) or _all(heard, total) if heard.turn == total.turn else None)
        if found is None:
            continue
        part, start, end = found
        amount = Fraction(whole["amount"]) * part if isinstance(part, Fraction) else Fraction(whole["amount"]) - Fraction(part)
        if 0 < amount <= Fraction(whole["amount"]) and (amount * 100).denominator == 1:
            exact = Decimal(amount.numerator) / Decimal(amount.denominator)
            evidence = (*_words(statement, total), heard.wording.evidence(heard.turn, start, end))
            yield Fact(EQUIPMENT, {"amount": plain(exact), "currency": whole["currency"]}, evidence, derived=True)
        return


def _share(heard: Heard) -> tuple[Fraction, int, int] | None:
    topics = [each for each in find_topics(heard.text, "money", barred(heard)) if each.item == EQUIPMENT]
    shares = [token for token in heard.tokens if token.kind == "percent"]
    for share in reversed(shares):
        near = [each for each in topics if each.end <= share.start and SHARE_OF.fullmatch(heard.text, each.end, share.start)]
        if near and share.mention.value is not None and not hedged(heard.text, near[-1].end, share.end) and not OPEN_VALUE.match(heard.text, share.end):
            return Fraction(share.mention.value), near[-1].start, share.end
    if heard.asked == EQUIPMENT and not topics:
        whole = next((share for share in shares if share.mention.value is not None and SHARE_OF.fullmatch(heard.text, 0, share.start)), None)
        if whole and not hedged(heard.text, whole.start, whole.end):
            return Fraction(whole.mention.value), 0, whole.end
    half = next((HALF.match(heard.text, each.end) for each in topics if HALF.match(heard.text, each.end)), None)
    half = half or (HALF.match(heard.text) if heard.asked == EQUIPMENT else None)
    return (Fraction(1, 2), half.start(), half.end()) if half else None


def _all(heard: Heard, total: Governed) -> tuple[Fraction, int, int] | None:
    """总投资两千万，全是设备."""
    match = ALL.search(heard.text, total.end, total.end + 14)
    return (Fraction(1), match.start(), match.end()) if match else None


def _rest(heard: Heard, total: Governed) -> tuple[Decimal, int, int] | None:
    """The amounts of the other works between the total and 剩下的都是设备, added up."""
    rest = REST.search(heard.text)
    if rest is None or rest.start() < total.end:
        return None
    parts = [each for each in governed(heard, "money") if total.end <= each.start and each.end <= rest.start()]
    if not parts or any(each.value is None or not WORKS.search(each.topic) for each in parts):
        return None
    amounts: list[Any] = [each.value for each in parts]
    return sum((Decimal(each["amount"]) for each in amounts), Decimal(0)), parts[0].start, rest.end()


def _words(statement: Statement, each: Governed) -> tuple[Evidence, ...]:
    return (statement.turns[each.turn].wording.evidence(each.turn, each.start, each.end),)
