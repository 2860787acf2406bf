"""What an innovative SME must be (创新型中小企业): 《优质中小企业梯度培育管理暂行办法》（工信部企业〔2022〕63号）.

A score of 60, or one of the direct conditions; neither the items nor the conditions were seen in their text, so people look at both.
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import answered, certificate
from gaoxing.checks.assessment.rung import Rung, condition
from gaoxing.checks.assessment.scoring import by_experts
from gaoxing.checks.assessment.verdict import Judged, Scored
from gaoxing.checks.rule import Figures

MEASURE = "《优质中小企业梯度培育管理暂行办法》（工信部企业〔2022〕63号）"
UNSEEN = f"{MEASURE}，条文未核实[K]"
SINCE = date(2022, 8, 1)


@condition("INN-01", "没有重大问题", basis=UNSEEN, since=SINCE, evidence=("信用信息公示报告",))
def conduct(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """No grave incident."""
    return answered(inputs, "serious_offence", wanted=False, otherwise="发生过重大安全、质量、环境问题的，先问工作人员。")


@condition("INN-11", "评价得分", basis=UNSEEN, since=SINCE)
def points(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """The score of innovation, growth and specialisation: its items were not seen."""
    return by_experts(figures["most"], "评分的分项没有核实到原文，由工作人员按原文评。")


@condition("INN-21", "有效的高新技术企业", basis=UNSEEN, since=SINCE, evidence=("高新技术企业证书",))
def high_tech(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """A valid certificate of a high-tech enterprise."""
    return certificate(inputs, "high_tech_enterprise", "高新技术企业证书", on)


@condition("INN-22", "省部级以上研发机构", basis=UNSEEN, since=SINCE, evidence=("研发机构认定文件",))
def institution(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """A recognised research institution of provincial rank or above."""
    return answered(inputs, "research_institution", wanted=True, otherwise="没有这样的机构，按得分评。")


RUNG = Rung(
    id="innovative_sme",
    name="创新型中小企业",
    line="specialised",
    place=1,
    criteria=(conduct,),
    items=(points,),
    direct=(high_tech, institution),
    mark="mark",
    years=3,
)
"""The rung; that its title holds three years was not confirmed [K]."""
