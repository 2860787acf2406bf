"""What a little giant must be (专精特新“小巨人”企业): 工信部企业〔2022〕63号; its figures were not confirmed, so people look."""

from __future__ import annotations

from datetime import date

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import MONEY, Share, at_least, certificate, share
from gaoxing.checks.assessment.rung import Rung, condition
from gaoxing.checks.assessment.shown import percent
from gaoxing.checks.assessment.verdict import Judged, Verdict
from gaoxing.checks.rule import Figures

UNSEEN = "《优质中小企业梯度培育管理暂行办法》（工信部企业〔2022〕63号），数字未核实[K]"
SINCE = date(2022, 8, 1)
MAIN = Share("main_income", "revenue", MONEY, "主营业务收入", within=True)
RESEARCH = Share("research", "revenue", MONEY, "研发费用")


@condition("GIA-01", "专精特新中小企业", basis=UNSEEN, since=SINCE, evidence=("专精特新中小企业证书",))
def specialised(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """It is a specialised SME already."""
    return certificate(inputs, "specialised_sme", "专精特新中小企业", on)


@condition("GIA-02", "从事细分市场", basis=UNSEEN, since=SINCE)
def niche(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Three years or more in its niche."""
    return at_least(inputs, "niche_years", None, figures["niche_years"], "年", "从事细分市场")


@condition("GIA-03", "主营业务占比", basis=UNSEEN, since=SINCE, evidence=("财务报表",))
def main_business(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Seven tenths of the revenue from its main business."""
    return share(inputs, MAIN, on.year - 1, figures["main_percent"])


@condition("GIA-04", "资产负债率", basis=UNSEEN, since=SINCE, evidence=("财务报表",))
def debt(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Debts of at most seven tenths of the assets."""
    year, threshold = on.year - 1, f"≤{figures['debt_percent']}%"
    owed, owned = inputs.number("liabilities", year), inputs.number("total_assets", year)
    if owed is None or owned is None or owned <= 0:
        return Judged(Verdict.MISSING, threshold=threshold, wants=inputs.lacking((("liabilities", year), ("total_assets", year))) or (f"total_assets@{year}",))
    met = owed * 100 <= owned * figures["debt_percent"]
    return Judged(Verdict.MET if met else Verdict.UNMET, percent(owed / owned), threshold)


@condition("GIA-05", "研发投入强度", basis=UNSEEN, since=SINCE, evidence=("研发费用辅助账", "财务报表"))
def research(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Research of three percent of the revenue, six where the revenue is small."""
    year = on.year - 1
    sold = inputs.number("revenue", year)
    band = next(each for each in figures["research_percent"] if "least" not in each or (sold is not None and sold >= each["least"]))
    return share(inputs, RESEARCH, year, band["percent"])


@condition("GIA-06", "细分市场占有率", basis=UNSEEN, since=SINCE, evidence=("市场占有率证明",))
def market(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """A tenth of its niche's market."""
    return at_least(inputs, "market_share", None, figures["market_percent"], "%", "细分市场占有率")


@condition("GIA-07", "Ⅰ类知识产权", basis=UNSEEN, since=SINCE, evidence=("知识产权证书",))
def rights(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Two rights of class I of its main product."""
    return at_least(inputs, "rights_class_one", None, figures["rights"], "项", "Ⅰ类知识产权")


RUNG = Rung(
    id="little_giant",
    name="专精特新“小巨人”企业",
    line="specialised",
    place=3,
    criteria=(specialised, niche, main_business, debt, research, market, rights),
    years=3,
)
"""The rung; that its title holds three years was not confirmed [K]."""
