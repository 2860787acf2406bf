"""Amounts of money in spoken words (金额): exact, or open where they are hedged, vague or can be meant two ways; never a guess.

Reads a cleaned text, which may hold no punctuation. A figure without 万, 亿 or a currency word (注册资金写五百) has `unit_said` False: in company talk it
may mean 万元, so the caller asks. Source: registration.md F.1 [K].

>>> [(each.amount, each.currency) for each in find_money("注册资本一百二十万蓝天出三万美金")]
[(Decimal('1200000'), None), (Decimal('30000'), 'USD')]
>>> find_money("大概两百来万")[0].amount is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from gaoxing.facts.day import without_glued_years
from gaoxing.facts.hedge import hedged
from gaoxing.facts.percent import PercentMention, find_percents
from gaoxing.standards import money
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import Numeral, find

__all__ = ["MoneyMention", "PercentMention", "find_money", "find_percents"]

COUNTS = expression(
    r"多?(?:平(?!分|均|摊|台)|方(?=[米，。的]|$)|立方|亩|人(?!员|民|数|家|均|力|工|头|都|各)|个(?!体|人|亿|月)|户(?!名|口|主)|公里|里(?=[，。]|$)|吨|公斤|斤|件|台(?!湾|币|资|商)|只(?!有|要|是|能|写|填)|辆|次(?!月|年|日)|"
    r"颗|片|套|股(?!东|份|权|本|金)|步|粉丝|栋|头(?=[猪牛羊])|瓦|千瓦|度(?=[电，。]|$)|伏|转(?!让|给|到|成|为|出|账|过)|像素|条)"
)
"""Behind a scaled figure these count something that is not money: 一万二千平, 三万人."""
_FIGURE = "[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖]"
CHANGE = expression(rf"(?P<jiao>{_FIGURE})[角毛](?:(?P<fen>{_FIGURE})分?)?|零?(?P<only>{_FIGURE})分(?!之|公司|成|店)")
SHORT_CHANGE = expression(r"[1-9一二三四五六七八九](?![0-9零一二三四五六七八九十百千万个位家人名年月天号层间点成折])")
WHOLE = expression("整(?![个理体顿修备合形])|正(?=[，。]|$)")
YUAN = r"元(?!丰|旦|月|宵|宝|素|件|器|年)|圆(?!通|满|形)|块钱|块(?!地|钱|业)"
ONLY_BEHIND = {"刀": "刀(?!口|具|片|架)", "欧": "欧(?=[，。吧左]|$)", "镑": "镑(?!重)"}
"""Short currency words stand only behind a figure, and not before these characters (刀口邵, 欧阳)."""
NO_MONEY_BEHIND = expression("[A-Za-z分号路弄栋幢室楼年月岁0-9零一二三四五六七八九]")
NOT_FIGURE = expression(r"(?:第|百分之|千分之|[0-9零一二三四五六七八九十]分之|[A-Za-z0-9.@]|[0-9]-)$")
UP_TO = expression("[到至~～—-]{1,2}")
FROM_FIGURE = expression("[0-9一二两三四五六七八九十百千][-~～—到至]$|[十百千]来$")
UNJOINED = expression("[零一二两三四五六七八九十百千]*[一二两三四五六七八九][十百千]$|十$")
EITHER = expression("[，]?(?:或者?|还是|要么)(?:是|写)?")
CHANGE_FROM = expression("[从由自原]")
ALL_IN_TEN_THOUSANDS = expression(r"(?:这个|这些|那个|单位|都|说的|我说的)(?:都)?是(?:按)?万(?:元|块)?(?=[啊哦哈，。的呀]|注册|公司|名称|名字|法人|$)")


@dataclass(frozen=True)
class MoneyMention:
    """An amount at `text[start:end]`: None where it is `approximate` or has several `readings`; `currency` None where no word for it was said.

    `unit_said`: 万, 亿 or a currency word was said. `scaled`: 万 or 亿 was.
    """

    start: int
    end: int
    amount: Decimal | None
    currency: str | None = None
    approximate: bool = False
    unit_said: bool = True
    readings: tuple[Decimal, ...] = ()
    scaled: bool = False


def find_money(text: str) -> tuple[MoneyMention, ...]:
    """All amounts of a cleaned text, in order. Shares (百分之六十, 六成), counted things and figures of codes are none."""
    text = without_glued_years(text)
    shares = set[int]().union(*(range(share.start, share.end) for share in find_percents(text)))
    found: list[MoneyMention] = []
    for numeral in find(text):
        if not shares.isdisjoint(range(numeral.start, numeral.end)) or (found and numeral.start < found[-1].end):
            continue
        mention = _mention(text, numeral)
        if mention is not None:
            found.append(mention)
    return _in_ten_thousands(text, _between_two(text, found))


def _mention(text: str, numeral: Numeral) -> MoneyMention | None:
    start, before = _currency_before(text, numeral.start)
    end, after, change = _currency_after(text, numeral)
    code = after if after not in (None, "generic") else before or ("CNY" if after else None)
    if not (numeral.scaled or code):
        return _figure_alone(text, numeral)
    if (numeral.scaled and not after and COUNTS.match(text, numeral.end)) or (numeral.digits and not numeral.digits.isascii()):
        return None
    readings, rest = _readings(text, numeral)
    end = max(end, rest)
    value = None if numeral.value is None or readings else numeral.value + change
    loose = numeral.approximate or hedged(text, start, end) or hedged(text, numeral.start, numeral.end) or _ends_a_range(text, numeral.start)
    return MoneyMention(start, end, None if loose else value, code, loose, readings=readings, scaled=numeral.scaled)


def _ends_a_range(text: str, start: int) -> bool:
    """1-2百万, 三到五百万, 十来二十万; also 五百五万, where the figures before do not join (a word said twice, 五十五十万, does no harm)."""
    before = text[max(0, start - 8) : start]
    if FROM_FIGURE.search(before[-2:]):
        return not CHANGE_FROM.search(before)
    said_before = UNJOINED.search(before)
    return said_before is not None and not text.startswith(said_before[0], start)


def _currency_before(text: str, start: int) -> tuple[int, str | None]:
    """Where a currency word right before the figure begins, and its code."""
    found = _before().search(text[max(0, start - 8) : start])
    return (start, None) if found is None else (start - len(found[0]), money.currency(found[1]))


def _currency_after(text: str, numeral: Numeral) -> tuple[int, str | None, Decimal]:
    """Where the currency words end, the code (`generic` for 元 and 块 alone), and what 角 and 分 add."""
    found = _after().match(text, numeral.end)
    if found is None:
        whole = WHOLE.match(text, numeral.end) if numeral.scaled else None
        return whole.end() if whole else numeral.end, None, Decimal(0)
    if found[0] == "块" and not numeral.scaled and (numeral.value or 0) < 10 and not SHORT_CHANGE.match(text, found.end()):
        return numeral.end, None, Decimal(0)
    end, change = _change(text, found.end(), found["yuan"])
    named = _named().match(text, end)
    end = named.end() if named else end
    whole = WHOLE.match(text, end)
    word = found["named"] or (named[0] if named else None)
    return whole.end() if whole else end, money.currency(word) if word else "generic", change


def _change(text: str, at: int, yuan: str | None) -> tuple[int, Decimal]:
    """陆角, 五毛, 零贰分; after 块 also a digit alone (两块六)."""
    if yuan and (coins := CHANGE.match(text, at)):
        tenths, cents = coins["jiao"], coins["fen"] or coins["only"]
        return coins.end(), (_digit(tenths) / 10 if tenths else Decimal(0)) + (_digit(cents) / 100 if cents else Decimal(0))
    if yuan == "块" and (short := SHORT_CHANGE.match(text, at)):
        return short.end(), _digit(short[0]) / 10
    return at, Decimal(0)


def _digit(character: str) -> Decimal:
    return Decimal("0123456789".find(character) if character.isascii() else "零一二三四五六七八九零壹贰叁肆伍陆柒捌玖零零两".index(character) % 10)


def _figure_alone(text: str, numeral: Numeral) -> MoneyMention | None:
    """注册资金写五百: a figure with neither 万 nor a currency, if nothing counted stands behind; 五十个 may mean 五十万."""
    if NOT_FIGURE.search(text[max(0, numeral.start - 3) : numeral.start]) or NO_MONEY_BEHIND.match(text, numeral.end):
        return None
    if text[numeral.end : numeral.end + 1] == "个" and text[numeral.end + 1 : numeral.end + 2] in ("", "，", "。") and numeral.value and numeral.value >= 10:
        return MoneyMention(numeral.start, numeral.end + 1, None, unit_said=False, readings=(numeral.value * 10000,))
    written = text[numeral.start : numeral.end]
    unit = re.search("[十百千拾佰仟]", written) is not None or (written.isascii() and 2 <= len(written) <= 9)
    if not (numeral.bare and unit):
        return None
    loose = numeral.approximate or hedged(text, numeral.start, numeral.end)
    readings, end = _readings(text, numeral)
    return MoneyMention(numeral.start, end, None if loose or readings else numeral.value, None, loose, unit_said=False, readings=readings)


def _readings(text: str, numeral: Numeral) -> tuple[tuple[Decimal, ...], int]:
    """What an ambiguous numeral may mean (the part before the doubt, or all of it together), and where the doubt ends."""
    if not numeral.ambiguous or numeral.value is None:
        return (), numeral.end
    begin = numeral.end + (text[numeral.end : numeral.end + 1] in ("零", "〇"))
    rest = next((each for each in find(text[begin : begin + 12]) if each.start == 0 and each.value is not None), None)
    if rest is None or rest.value is None:
        return (numeral.value,), numeral.end
    return (numeral.value, numeral.value + rest.value), begin + rest.end


def _between_two(text: str, mentions: list[MoneyMention]) -> tuple[MoneyMention, ...]:
    """五十到六十万, 五十万或者八十万: a choice that is open; 从五百万到一千万 is a change and stays."""
    loose = set[int]()
    for first, second in pairwise(mentions):
        link = text[first.end : second.start]
        if EITHER.fullmatch(link) or (UP_TO.fullmatch(link) and not CHANGE_FROM.search(text[max(0, first.start - 8) : first.start])):
            loose |= {first.start, second.start}
    return tuple(replace(each, amount=None, approximate=True) if each.start in loose else each for each in mentions)


def _in_ten_thousands(text: str, mentions: tuple[MoneyMention, ...]) -> tuple[MoneyMention, ...]:
    """我六十他四十，这个是万啊: the unit comes after the figures."""
    told = ALL_IN_TEN_THOUSANDS.search(text)
    if told is None:
        return mentions
    near = {each.start for each in mentions if not each.unit_said and each.amount and told.start() - 30 <= each.start < told.start()}
    return tuple(replace(each, amount=each.amount * 10000, unit_said=True, scaled=True) if each.start in near and each.amount else each for each in mentions)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(re.escape(word) for word in money.words() if word not in ONLY_BEHIND)})[是：:共计约\\s]?$")


@cache
def _named() -> re.Pattern[str]:
    return re.compile("|".join(ONLY_BEHIND.get(word, re.escape(word)) for word in money.words()))


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?P<named>{_named().pattern})|(?P<yuan>{YUAN}))")
