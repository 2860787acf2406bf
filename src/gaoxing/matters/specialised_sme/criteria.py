"""What a specialised SME must be (专精特新中小企业): 工信部企业〔2022〕63号, three conditions and a score or a way past it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.checks.assessment.judging import MONEY, Share, all_of, answered, any_of, at_least, counted, missing, reaching, share
from gaoxing.checks.assessment.rung import Rung, condition
from gaoxing.checks.assessment.scoring import by_experts
from gaoxing.checks.assessment.verdict import Judged, Scored, Verdict
from gaoxing.checks.deadline import later
from gaoxing.checks.rule import Figures

MEASURE = "《优质中小企业梯度培育管理暂行办法》（工信部企业〔2022〕63号）"
SINCE = date(2022, 8, 1)
RESEARCH = Share("research", "revenue", MONEY, "研发费用")


@condition("SPE-01", "从事细分市场", basis=MEASURE, since=SINCE)
def niche(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Two years or more in its niche."""
    return at_least(inputs, "niche_years", None, figures["niche_years"], "年", "从事细分市场")


@condition("SPE-02", "研发费用", basis=MEASURE, since=SINCE, evidence=("研发费用辅助账", "财务报表"))
def research(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """A million of research and three percent of the revenue."""
    year = on.year - 1
    return all_of(at_least(inputs, "research", year, figures["research"], MONEY, "研发费用"), share(inputs, RESEARCH, year, figures["research_percent"]))


@condition("SPE-03", "营业收入或者新增股权融资", basis=MEASURE, since=SINCE, evidence=("财务报表", "投资协议"))
def revenue(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Ten million of revenue, or less with twenty million of new equity in two years."""
    sold = at_least(inputs, "revenue", on.year - 1, figures["revenue"], MONEY, "营业收入")
    return any_of(sold, new_equity(inputs, on, figures["equity_instead"]))


@condition("SPE-11", "评价得分", basis=f"{MEASURE}，分项未核实[K]", since=SINCE)
def points(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """The score: its items were not seen."""
    return by_experts(figures["most"], "评分的分项没有核实到原文，由工作人员按原文评。")


@condition("SPE-21", "国家级、省级科技奖励", basis=MEASURE, since=SINCE, evidence=("获奖证书",))
def prize(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """A national or provincial prize."""
    return answered(inputs, "science_prize_province", wanted=True, otherwise="没有这样的奖励。")


@condition("SPE-22", "近两年研发费用平均", basis=MEASURE, since=SINCE, evidence=("研发费用辅助账",))
def spends(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Ten million of research on average of two years."""
    years = (on.year - 2, on.year - 1)
    told = [inputs.number("research", year) for year in years]
    known = [each for each in told if each is not None]
    if len(known) < len(told):
        return missing(*inputs.lacking(("research", year) for year in years))
    return reaching(sum(known, Fraction(0)) / 2, figures["average_research"], MONEY, "近两年平均研发费用", of_year("research", years[1]))


@condition("SPE-23", "近两年新增股权融资", basis=MEASURE, since=SINCE, evidence=("投资协议",))
def raised(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Sixty million of new equity in two years."""
    return new_equity(inputs, on, figures["equity"])


@condition("SPE-24", "“创客中国”全国500强", basis=MEASURE, since=SINCE, evidence=("入围通知",))
def contest(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Among the five hundred of the makers' contest."""
    return answered(inputs, "maker_contest", wanted=True, otherwise="没有入围。")


def new_equity(inputs: Inputs, on: date, least: int) -> Judged:
    """Whether the equity raised in the two years before the day comes to so much; a round without day or amount leaves it open."""
    rows = () if inputs.yes("financed") is False else inputs.rows("financing")
    if rows is None:
        return replace(missing("financing"), threshold=f"≥{counted(Fraction(least), MONEY)}")
    since, recent = later(on, -2).isoformat(), Fraction(0)
    for row in rows:
        when, amount = str(row.get("date") or ""), row.get("amount")
        if len(when) < len("2025-06-18") or amount is None:
            return Judged(Verdict.MISSING, "有一轮没有写日期或者金额", f"≥{counted(Fraction(least), MONEY)}", wants=("financing",))
        recent += _amount(amount) if since <= when <= on.isoformat() else 0
    return reaching(recent, least, MONEY, "近两年新增股权融资", "financing")


def _amount(value: Any) -> Fraction:
    return Fraction(Decimal(str(value)))


RUNG = Rung(
    id="specialised_sme",
    name="专精特新中小企业",
    line="specialised",
    place=2,
    criteria=(niche, research, revenue),
    items=(points,),
    direct=(prize, spends, raised, contest),
    mark="mark",
    years=3,
)
"""The rung; that its title holds three years was not confirmed [K]."""
