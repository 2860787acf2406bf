"""What a gazelle must be (瞪羚企业): Jiangsu's round of 2024, whose years stand in the figures; a later notice's text goes before.

Only a reprint of the notice was seen; its official text decides.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.checks.assessment.judging import (
    MONEY,
    Share,
    all_of,
    any_of,
    at_least,
    counted,
    expert,
    founded_since,
    grown,
    grown_over,
    growth,
    missing,
    share_of,
)
from gaoxing.checks.assessment.rung import Rung, condition
from gaoxing.checks.assessment.shown import percent, up, yuan
from gaoxing.checks.assessment.verdict import Gap, Judged, Verdict
from gaoxing.checks.rule import Figures

NOTICE = "江苏省瞪羚企业遴选条件（2024年批次，转载文本，以正式通知为准）"
SINCE = date(2024, 1, 1)
RESEARCH = Share("research", "revenue", MONEY, "研发费用")
MONEY_STEP = Decimal(10_000)


@condition("GAZ-01", "研发投入强度", basis=NOTICE, since=SINCE, evidence=("研发费用辅助账", "财务报表"))
def research(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Research of more than four percent of the round's last year's revenue."""
    year = figures["last_year"]
    spent, sold = inputs.number("research", year), inputs.number("revenue", year)
    if spent is None or sold is None:
        return missing(*inputs.lacking((("research", year), ("revenue", year))))
    return share_of(spent, sold, RESEARCH, figures["research_percent"], of_year("research", year), more=True)


@condition("GAZ-02", "成长性", basis=NOTICE, since=SINCE, evidence=("近四年财务报表", "职工名册"))
def grows(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """One of four ways: growing revenue, growing staff, young with half a billion, or a billion without a great fall."""
    return any_of(_by_revenue(inputs, figures), _by_staff(inputs, figures), _young(inputs, figures), _large(inputs, figures))


@condition("GAZ-03", "企业类型", basis=NOTICE, since=SINCE)
def kind(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """No monopoly, real estate, infrastructure, bank, giant of the state, foreign production base, branch or trading company."""
    told = inputs.chosen("excluded")
    if told is None:
        return replace(missing("excluded"), threshold="不属于除外类型")
    met = set(told) == {"none"}
    note = "" if met else "属于不参加遴选的类型。"
    return Judged(Verdict.MET if met else Verdict.UNMET, "不属于" if met else "属于", "不属于除外类型", note=note)


def _by_revenue(inputs: Inputs, figures: Figures) -> Judged:
    first = at_least(inputs, "revenue", figures["first_year"], figures["revenue_at_first"], MONEY, f"{figures['first_year']}年销售收入")
    return all_of(founded_since(inputs, figures["founded_for_growth"]), first, _grown(inputs, "revenue", MONEY, figures["revenue_growth"], figures))


def _by_staff(inputs: Inputs, figures: Figures) -> Judged:
    first = at_least(inputs, "staff", figures["first_year"], figures["staff_at_first"], "人", f"{figures['first_year']}年职工")
    return all_of(founded_since(inputs, figures["founded_for_growth"]), first, _grown(inputs, "staff", "人", figures["staff_growth"], figures))


def _young(inputs: Inputs, figures: Figures) -> Judged:
    year = figures["last_year"]
    return all_of(founded_since(inputs, figures["founded_young"]), at_least(inputs, "revenue", year, figures["revenue_young"], MONEY, f"{year}年销售收入"))


def _large(inputs: Inputs, figures: Figures) -> Judged:
    year = figures["last_year"]
    enough = at_least(inputs, "revenue", year, figures["revenue_large"], MONEY, f"{year}年销售收入")
    return all_of(founded_since(inputs, figures["founded_large"]), enough, _steady(inputs, year))


def _steady(inputs: Inputs, year: int) -> Judged:
    """No great fall in three years: none at all is certainly none; how great a fall may be, nobody wrote."""
    told = [inputs.number("revenue", each) for each in range(year - 2, year + 1)]
    known = [each for each in told if each is not None]
    if len(known) < len(told):
        return missing(*inputs.lacking(("revenue", each) for each in range(year - 2, year + 1)))
    if known == sorted(known):
        return Judged(Verdict.MET, "没有下降", "三年没有大幅下降")
    return expert("有下降", "三年没有大幅下降", "下降多少算大幅，通知没有写，由专家看。")


def _grown(inputs: Inputs, name: str, unit: str, least: int, figures: Figures) -> Judged:
    """Yearly growth between the round's years, and more in the last year than in the one before; those years are over, so nothing closes the gap."""
    first_year, year = figures["first_year"], figures["last_year"]
    first, before, last = (inputs.number(name, each) for each in (first_year, year - 1, year))
    threshold = f"年均增长≥{least}%，且{year}年增长"
    if first is None or before is None or last is None:
        return replace(missing(*inputs.lacking((name, each) for each in (first_year, year - 1, year))), threshold=threshold)
    rate = growth(first, last, year - first_year)
    value = f"{counted(first, unit)}→{counted(last, unit)}" + ("" if rate is None else f"（年均{percent(Fraction(round(rate, 6)))}）")
    if grown(first, last, year - first_year, least) and last > before:
        return Judged(Verdict.MET, value, threshold)
    wanted = max(first * grown_over(least, year - first_year), before)
    amount = up(wanted - last, MONEY_STEP if unit == MONEY else Decimal(1))
    amount += (MONEY_STEP if unit == MONEY else 1) if last + Fraction(amount) <= before else 0
    told = yuan(amount) if unit == MONEY else f"{amount}{unit}"
    sentence = f"{year}年还差{told}才够年均增长{least}%"
    gap = Gap(of_year(name, year), amount, unit, sentence, Fraction(amount) / last if last > 0 else None, closable=False)
    return Judged(Verdict.UNMET, value, threshold, gap)


RUNG = Rung(id="gazelle", name="瞪羚企业", line="high_tech", place=3, criteria=(research, grows, kind), batch="batch")
"""The rung; the day to which a listing holds was not seen."""
