"""What a potential unicorn must be (潜在独角兽企业): Jiangsu's round of 2025 (苏生力〔2025〕41号).

A valuation counts in the currency in which the notice writes its line; nothing is converted.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import missing
from gaoxing.checks.assessment.rung import Rung, condition
from gaoxing.checks.assessment.valuation import exceeds, invested
from gaoxing.checks.assessment.verdict import Judged, Verdict
from gaoxing.checks.rule import Figures

NOTICE = "苏生力〔2025〕41号"
SINCE = date(2025, 1, 1)


@condition("PUN-01", "获得过投资、没有上市", basis=NOTICE, since=SINCE, evidence=("投资协议", "股东名册"))
def invested_in(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Somebody invested in it, and it is not listed."""
    return invested(inputs)


@condition("PUN-02", "成立时间和估值", basis=NOTICE, since=SINCE, evidence=("营业执照", "投资协议", "估值报告"))
def worth(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Young ones from 50 million dollars or 300 million yuan, older ones above 100 million dollars."""
    founded = inputs.day("founded")
    if founded is None:
        return missing("founded", *inputs.lacking((("valuation", None),)))
    band = next((each for each in figures["valuations"] if founded.year >= each["founded"]), None)
    if band is None:
        oldest = figures["valuations"][-1]["founded"]
        return Judged(Verdict.UNMET, f"{founded.year}年成立", f"{oldest}年以后成立", note=f"成立在{oldest}年以前的不评。")
    judged = exceeds(inputs, {"USD": band["usd"], **({"CNY": band["cny"]} if "cny" in band else {})}, more=band.get("more", False))
    return replace(judged, value="，".join(filter(None, (f"{founded.year}年成立", judged.value))))


RUNG = Rung(id="potential_unicorn", name="潜在独角兽企业", line="high_tech", place=4, criteria=(invested_in, worth), batch="batch")
"""The rung; the day to which a listing holds was not seen."""
