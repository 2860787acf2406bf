"""The figures of a turn before anybody knows of what they are (数): amounts of money, people, things, each with its place; vague ones are kept and marked.

>>> from datetime import date
>>> said = "营收八千万，一百一十个人里有十五个研发，研发花了六百"
>>> [(each.kind, each.amount, each.measure) for each in find_values(said, find_years(said, date(2026, 11, 25)))]
[('money', Decimal('80000000'), ''), ('count', Decimal('110'), '人'), ('count', Decimal('15'), '个'), ('count', Decimal('600'), '')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gaoxing.facts.amount import MoneyMention, find_money
from gaoxing.facts.cultivation.years import Years, find_years
from gaoxing.facts.day import find_days
from gaoxing.facts.hedge import hedged
from gaoxing.facts.number_code import find_codes
from gaoxing.facts.percent import find_percents
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import Numeral, find

__all__ = ["Value", "find_values", "find_years"]

MEASURE = expression("(?P<people>(?:多|来)?个?人(?!民币|工|均|才)|名|位)|(?P<thing>项|件|款|套)|(?P<any>个(?!点|百分|月|季|亿))|(?P<years>年|载)")
LOOSE = expression("(?:个|名|位|项|件)?人?(?:左右|上下|以上|以内|不到|出头|多(?=[，。；]|$)|吧?大概)")
NO_COUNT = expression("[号楼层栋室路月日天岁次倍折度点轮届期強强]|成(?!果)|分之|[A-Za-z]")
WITHIN = expression("一(?:共|下|分|起|定|直|点|些|般|样|律|概|并|方面|块儿|分不|半)|[十百]分|一[个项件]?都|一[个项件]也")
"""Here a figure's character belongs to a word."""

ZERO = expression("一分钱?(?:都|也)?没有?(?:花|投|用)?(?:，是零|，为零)?|(?:为|是)(?:零|0)(?![.点0-9])元?|零元|没花钱?|没有花钱?")
ALONE = expression("[一二两三四五六七八九](?![，。；！]|$)")
"""One character that counts nothing may be part of any word."""

ORDINAL = ("第", "前", "排", "A", "B", "C", "TOP", "top", "百分之")
IN_TEN_THOUSANDS = expression(
    "单位(?:都|全|统一)?(?:是|为|：)?万元?|以万元为单位|按万元|(?:数字|上面|这些|都|全)(?:都|全)?是(?:按)?万元?(?![0-9一二两三四五六七八九十的])"
)


@dataclass(frozen=True)
class Value:
    """A figure at `text[start:end]`: `money` or `count`; its amount is None where it is vague. `readings` where it may mean several.

    `measure` is 人, 项, 个, 年 or nothing; `currency` None where none was said; `unit` False for an amount without 万 or a word for money.
    """

    kind: str
    start: int
    end: int
    amount: Decimal | None
    measure: str = ""
    currency: str | None = None
    unit: bool = True
    readings: tuple[Decimal, ...] = ()


def find_values(text: str, years: Sequence[Years]) -> tuple[Value, ...]:
    """Every figure of a cleaned text, in order; years, days, shares and numbers of codes are none."""
    money = [each for each in find_money(text) if each.unit_said and not _counts_people(text, each)]
    taken = [(each.start, each.end) for found in (years, money, find_percents(text), find_days(text, None), find_codes(text)) for each in found]
    nothing = [Value("money", *match.span(), Decimal(0)) for match in ZERO.finditer(text)]
    money = [each for each in money if not any(zero.start < each.end and each.start < zero.end for zero in nothing)]
    taken += [(each.start, each.end) for each in nothing]
    bare = [each for each in find(text) if not any(start < each.end and each.start < end for start, end in taken) and not WITHIN.match(text, each.start)]
    values = [*nothing, *map(_amount, money), *(value for each in bare if (value := _count(text, each)) is not None)]
    return tuple(_without_restarts(text, sorted(values, key=lambda each: each.start)))


def _without_restarts(text: str, values: list[Value]) -> Iterator[Value]:
    """«六千三百，六千三百五十万»: a figure begun again counts once, as it was said in full."""
    begun: Value | None = None
    for each, after in zip(values, [*values[1:], None], strict=False):
        whole = each if begun is None else replace(each, start=begun.start)
        begun = whole if after is not None and _begun(text, each, after) else None
        if begun is None:
            yield whole


def _begun(text: str, each: Value, after: Value) -> bool:
    same = not each.unit and not each.measure and text[after.start : after.end].startswith(text[each.start : each.end])
    return same and text[each.end : after.start] in ("", "，", "、")


def scale(text: str) -> Decimal:
    """What an amount without its unit is multiplied by, where the text says for all of them (单位万元); 0 where it does not."""
    return Decimal(10_000) if IN_TEN_THOUSANDS.search(text) else Decimal(0)


def _counts_people(text: str, each: MoneyMention) -> bool:
    return each.currency is None and MEASURE.match(text, each.end) is not None


def _amount(each: MoneyMention) -> Value:
    return Value("money", each.start, each.end, each.amount, currency=each.currency, readings=each.readings)


def _count(text: str, each: Numeral) -> Value | None:
    """A number that is no money by its words: with what it counts, or bare."""
    measure = MEASURE.match(text, each.end)
    if text[: each.start].endswith(ORDINAL) or (measure is None and NO_COUNT.match(text, each.end)):
        return None
    if measure is None and ALONE.match(text, each.start) and each.end - each.start == 1:
        return None
    kind = "" if measure is None else "人" if measure["people"] else "项" if measure["thing"] else "个" if measure["any"] else "年"
    end = measure.end() if measure else each.end
    loose = each.approximate or each.ambiguous or hedged(text, each.start, end) or LOOSE.match(text, each.end) is not None or hedged(text, each.start, each.end)
    return Value("count", each.start, end, None if loose else each.value, measure=kind, unit=False)
