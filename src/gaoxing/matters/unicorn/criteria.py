"""What a unicorn must be (独角兽企业): Jiangsu's round of 2025 (苏生力〔2025〕41号).

A valuation counts in the currency in which the notice writes its line; nothing is converted.
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import answered, any_of, expert, founded_since
from gaoxing.checks.assessment.rung import Rung, condition
from gaoxing.checks.assessment.valuation import exceeds, invested
from gaoxing.checks.assessment.verdict import Judged, Verdict
from gaoxing.checks.rule import Figures

NOTICE = "苏生力〔2025〕41号"
SINCE = date(2025, 1, 1)


@condition("UNI-01", "成立时间", basis=NOTICE, since=SINCE, evidence=("营业执照",))
def founded(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Founded in 2008 or later."""
    return founded_since(inputs, figures["founded"])


@condition("UNI-02", "获得过私募投资、没有上市", basis=NOTICE, since=SINCE, evidence=("投资协议", "股东名册"))
def invested_in(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Private money was invested in it, and it is not listed."""
    return invested(inputs)


@condition("UNI-03", "估值", basis=NOTICE, since=SINCE, evidence=("投资协议", "估值报告"))
def worth(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Above a billion dollars; from 700 million where it broke through in a strategic industry; for some fields experts may relax it."""
    usual = exceeds(inputs, {"USD": figures["valuation"]}, more=True)
    if usual.verdict is not Verdict.UNMET:
        return usual
    lower = exceeds(inputs, {"USD": figures["valuation_strategic"]})
    if lower.verdict is Verdict.UNMET:
        return any_of(usual, lower)
    strategic = answered(inputs, "strategic_breakthrough", wanted=True, otherwise="没有战略性产业的重大突破，估值要超过10亿美元。")
    judged = expert(lower.value, lower.threshold, "战略性产业的重大突破由专家认定。") if strategic.verdict is Verdict.MET else strategic
    return any_of(usual, judged)


RUNG = Rung(id="unicorn", name="独角兽企业", line="high_tech", place=5, criteria=(founded, invested_in, worth), batch="batch")
"""The rung. 具身智能、量子、脑机接口 may be relaxed after review: no number was given, so nothing is said of it."""
