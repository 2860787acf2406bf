"""Whether an enterprise's own figures can be so (自评数据核对): a part above its whole, a founding in the future, dollars among yuan, a slip of 万元 and 元.

What cannot be so is asked about and judged by nobody: its inputs count as not told, and no rung is met while it stands. What only looks odd may be confirmed.

>>> from gaoxing.checks.assessment.inputs import Inputs
>>> [each.message for each in doubts(Inputs({"staff@2025": 10, "technical_staff@2025": 15}), date(2026, 11, 25))]
['2025年科技人员数15人，比职工总数10人还多。一部分不会比全部多，请核对这两个数。']
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.checks.assessment.judging import MONEY, counted
from gaoxing.forms.cultivation import YEARS

PARTS = (
    ("technical_staff", "staff"),
    ("research_staff", "staff"),
    ("high_tech_income", "total_income"),
    ("main_income", "revenue"),
    ("research_in_china", "research"),
    ("research_outsourced", "research"),
    ("net_assets", "total_assets"),
)
"""Part and whole of one year: the part is never above the whole."""

MOST_PEOPLE = 1_000_000
MOST_RESEARCH, MOST_JUMP, LEAST_PER_HEAD = 10, 1000, 1000
"""Research over sales, sales from year to year, and yuan of sales a head, beyond which 万元 and 元 were likely mixed up."""

TOLERANCE = Fraction(1, 100)
"""By how much of the assets debts and net assets together may miss them, for rounding."""

VALUED_IN = ("CNY", "USD")
HEADS = ("staff", "technical_staff", "research_staff")
MAY_BE_NEGATIVE = frozenset({"net_assets"})
LABELS = {each.id: each.label for each in YEARS.columns}


@dataclass(frozen=True)
class Doubt:
    """Figures that cannot be so (数据疑点): number of the rule, the inputs concerned, the sentence, and whether the enterprise may confirm them as right."""

    id: str
    inputs: tuple[str, ...]
    message: str
    may_be_so: bool = False

    def to_json(self) -> dict[str, Any]:
        """`{"id", "inputs", "message", "may_be_so"}`."""
        return {"id": self.id, "inputs": list(self.inputs), "message": self.message, "may_be_so": self.may_be_so}


def doubts(inputs: Inputs, on: date, *, confirmed: Collection[str] = ()) -> tuple[Doubt, ...]:
    """Everything that cannot be so, all at once; what the enterprise `confirmed` (by the rule's number) is left out where it may be so."""
    found = (each for rule in RULES for each in rule(inputs, on))
    return tuple(each for each in found if not (each.may_be_so and each.id in confirmed))


def undoubted(inputs: Inputs, found: Collection[Doubt]) -> Inputs:
    """The inputs without those that are doubted."""
    gone = {key for each in found for key in each.inputs}
    return Inputs({key: value for key, value in inputs.values.items() if key not in gone}) if gone else inputs


def part_above_whole(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """A part of a year's whole is not above it."""
    for year, told_of in inputs.by_year.items():
        for part, whole in PARTS:
            one, all_of_it = told_of.get(part), told_of.get(whole)
            if one is not None and all_of_it is not None and one > all_of_it:
                told = f"{year}年{_shown(part, one)}，比{_shown(whole, all_of_it)}还多。一部分不会比全部多，请核对这两个数。"
                yield Doubt("INP-01", (of_year(part, year), of_year(whole, year)), told)


def negative(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """No figure but net assets is below nothing."""
    for year, told_of in inputs.by_year.items():
        for name, value in told_of.items():
            if value < 0 and name not in MAY_BE_NEGATIVE:
                yield Doubt("INP-02", (of_year(name, year),), f"{year}年{_shown(name, value)}，是负数。这一栏不会小于0，请核对。")


def too_many_people(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """No enterprise here has more than a million people."""
    for year, told_of in inputs.by_year.items():
        for name in HEADS:
            value = told_of.get(name)
            if value is not None and value > MOST_PEOPLE:
                told = f"{year}年{_shown(name, value)}，超过{MOST_PEOPLE // 10_000}万人。这一栏填人数，不填金额，请核对。"
                yield Doubt("INP-03", (of_year(name, year),), told)


def in_the_future(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """Nothing was founded, told of a year, or invested after today."""
    founded = inputs.day("founded")
    if founded is not None and founded > on:
        yield Doubt("INP-04", ("founded",), f"成立日期{founded.isoformat()}在今天（{on.isoformat()}）以后。请照营业执照核对。")
    for year in (each for each in inputs.years if each > on.year):
        keys = tuple(key for key in inputs.values if key.endswith(f"@{year}"))
        yield Doubt("INP-04", keys, f"{year}年还没有到，不会有全年的数。请核对是哪一年的。")
    for row in inputs.rows("financing") or ():
        if str(row.get("date") or "")[:10] > on.isoformat():
            yield Doubt("INP-04", ("financing",), f"融资日期{row['date']}在今天（{on.isoformat()}）以后。只填已经到位的融资，请核对。")


def before_founding(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """No year's figures go before the founding."""
    founded = inputs.day("founded")
    for year in (each for each in inputs.years if founded is not None and each < founded.year):
        keys = tuple(key for key in inputs.values if key.endswith(f"@{year}") and inputs.number(key.partition("@")[0], year))
        if founded is not None and keys:
            told = f"企业{founded.year}年才成立，填了{year}年的数。请核对成立日期和年度。"
            yield Doubt("INP-05", ("founded", *keys), told, may_be_so=True)


def mixed_currencies(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """A year's amounts are in yuan; a valuation is in yuan or dollars."""
    for key, value in inputs.values.items():
        name, _, year = key.partition("@") if isinstance(value, dict) else ("", "", "")
        if year and value.get("currency") != "CNY":
            yield Doubt(
                "INP-06", (key,), f"{year}年{LABELS.get(name, name)}写的是{value.get('currency')}。历年金额都要填人民币元，请按当年的折算价换成人民币。"
            )
    valuation = inputs.values.get("valuation")
    if isinstance(valuation, Mapping) and valuation.get("currency") not in VALUED_IN:
        yield Doubt("INP-06", ("valuation",), f"估值写的是{valuation.get('currency')}。通知里的标准按人民币和美元写，请写成其中一种。")
    if any(isinstance(row.get("amount"), Mapping) and row["amount"].get("currency") != "CNY" for row in inputs.rows("financing") or ()):
        yield Doubt("INP-06", ("financing",), "融资金额里有外币。融资金额都要填人民币元，请换成人民币。")


def balance(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """Assets are debts and net assets together."""
    for year, told_of in inputs.by_year.items():
        assets, owed, net = told_of.get("total_assets"), told_of.get("liabilities"), told_of.get("net_assets")
        if assets is None or owed is None or net is None or assets == owed + net or abs(Fraction(assets - owed - net)) <= abs(Fraction(assets)) * TOLERANCE:
            continue
        keys = tuple(of_year(name, year) for name in ("total_assets", "liabilities", "net_assets"))
        sums = f"{_shown('liabilities', owed)}加{_shown('net_assets', net)}"
        yield Doubt("INP-07", keys, f"{year}年{sums}，不等于{_shown('total_assets', assets)}。资产总额是负债和净资产之和，请照资产负债表核对。")


def research_beyond_sales(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """Research of more than ten times the sales is more likely a slip of the unit."""
    for year, told_of in inputs.by_year.items():
        spent, sold = told_of.get("research"), told_of.get("revenue")
        if spent is not None and sold is not None and sold > 0 and spent > sold * MOST_RESEARCH:
            told = f"{year}年{_shown('research', spent)}，是{_shown('revenue', sold)}的{MOST_RESEARCH}倍以上。是不是一个写的元、一个写的万元？请核对。"
            yield Doubt("INP-08", (of_year("research", year), of_year("revenue", year)), told, may_be_so=True)


def leap(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """Sales that grow or fall a thousandfold in a year are more likely a slip of the unit."""
    told = [(year, value) for year, told_of in inputs.by_year.items() if (value := told_of.get("revenue")) is not None and value > 0]
    for (before, old), (year, new) in pairwise(told):
        if year == before + 1 and (new >= old * MOST_JUMP or old >= new * MOST_JUMP):
            both = f"{before}年{counted(Fraction(old), MONEY)}，{year}年{counted(Fraction(new), MONEY)}"
            sentence = f"销售收入{both}，差了{MOST_JUMP}倍以上。是不是一年写的元、一年写的万元？请核对。"
            yield Doubt("INP-09", (of_year("revenue", before), of_year("revenue", year)), sentence, may_be_so=True)


def little_a_head(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """Sales of less than a thousand yuan a head are more likely ten thousands of yuan."""
    for year, told_of in inputs.by_year.items():
        sold, staff = told_of.get("revenue"), told_of.get("staff")
        if sold is not None and staff is not None and staff > 1 and 0 < sold < staff * LEAST_PER_HEAD:
            told = f"{year}年{_shown('revenue', sold)}，{_shown('staff', staff)}，平均每人不到{LEAST_PER_HEAD}元。销售收入是不是漏了“万”字？请核对。"
            yield Doubt("INP-10", (of_year("revenue", year), of_year("staff", year)), told, may_be_so=True)


def share_above_all(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """A share of the market is at most all of it; one is in a niche no longer than one is there at all."""
    share, years, founded = inputs.number("market_share"), inputs.number("niche_years"), inputs.day("founded")
    if share is not None and share > 100:
        yield Doubt("INP-11", ("market_share",), f"细分市场占有率{Decimal(share.numerator) / Decimal(share.denominator)}%，超过100%。请核对。")
    if years is not None and founded is not None and founded <= on and years > on.year - founded.year + 1:
        told = f"企业{founded.year}年成立，从事细分市场却有{years}年。请核对这两个数。"
        yield Doubt("INP-12", ("niche_years",), told, may_be_so=True)


def income_below_sales(inputs: Inputs, on: date) -> Iterator[Doubt]:
    """The whole income holds the sales."""
    for year, told_of in inputs.by_year.items():
        sold, income = told_of.get("revenue"), told_of.get("total_income")
        if sold is not None and income is not None and income < sold:
            told = f"{year}年{_shown('total_income', income)}，比{_shown('revenue', sold)}还少。总收入包括销售收入，请核对这两个数。"
            yield Doubt("INP-13", (of_year("total_income", year), of_year("revenue", year)), told, may_be_so=True)


RULES: tuple[Callable[[Inputs, date], Iterator[Doubt]], ...] = (
    part_above_whole,
    negative,
    too_many_people,
    in_the_future,
    before_founding,
    mixed_currencies,
    balance,
    research_beyond_sales,
    leap,
    little_a_head,
    share_above_all,
    income_below_sales,
)
"""Every rule of the inputs, in the order in which doubts are told."""


def _shown(name: str, value: Fraction | int) -> str:
    """An input's label with its value and unit."""
    return f"{LABELS[name]}{counted(Fraction(value), '人' if name in HEADS else '项' if name == 'transformations' else MONEY)}"
