"""What a technology-based SME must be (科技型中小企业评价): 《科技型中小企业评价办法》（国科发政〔2017〕115号）, by the figures of the last full year."""

from __future__ import annotations

from datetime import date

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.judging import MONEY, Share, all_of, answered, at_least, at_most, certificate, share
from gaoxing.checks.assessment.rung import Rung, condition
from gaoxing.checks.assessment.scoring import better_of, by_count, by_share
from gaoxing.checks.assessment.verdict import Judged, Scored
from gaoxing.checks.rule import Figures

MEASURE = "《科技型中小企业评价办法》（国科发政〔2017〕115号）"
SINCE = date(2017, 5, 3)
STAFF = Share("technical_staff", "staff", "人", "科技人员")
OF_SALES = Share("research", "revenue", MONEY, "研发费用")
OF_COST = Share("research", "cost", MONEY, "研发费用", within=True)


@condition("TSME-01", "境内居民企业", basis=MEASURE, since=SINCE, evidence=("营业执照",))
def resident(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """It is registered in mainland China as a resident enterprise."""
    return answered(inputs, "resident", wanted=True, otherwise="要是在中国境内（不含港澳台）注册的居民企业。")


@condition("TSME-02", "规模", basis=MEASURE, since=SINCE, evidence=("上年度财务报表", "职工名册"))
def size(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """No more than 500 staff, 200 million of sales and 200 million of assets."""
    year = on.year - 1
    return all_of(
        at_most(inputs, "staff", year, figures["most_staff"], "人", "职工"),
        at_most(inputs, "revenue", year, figures["most_revenue"], MONEY, "年销售收入"),
        at_most(inputs, "total_assets", year, figures["most_assets"], MONEY, "资产总额"),
    )


@condition("TSME-03", "产品和服务", basis=MEASURE, since=SINCE)
def products(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Nothing that the state prohibits, restricts or phases out."""
    return answered(inputs, "prohibited_products", wanted=False, otherwise="提供国家禁止、限制或者淘汰类产品和服务的，不能评。")


@condition("TSME-04", "没有重大问题", basis=MEASURE, since=SINCE, evidence=("信用信息公示报告",))
def conduct(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """No grave incident this year or last, and on neither list of the untrustworthy."""
    return all_of(
        answered(inputs, "serious_offence", wanted=False, otherwise="上一年和当年发生过重大安全、质量、环境或者科研失信的，不能评。"),
        answered(inputs, "listed_abnormal", wanted=False, otherwise="在经营异常名录或者严重违法失信名单上的，先移出再评。"),
    )


@condition("TSME-05", "科技人员指标不为0", basis=MEASURE, since=SINCE, evidence=("科技人员名单",))
def some_staff_points(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """The points for staff are more than none."""
    return share(inputs, STAFF, on.year - 1, figures["technical_staff"][-1]["at"])


@condition("TSME-11", "科技人员", basis=MEASURE, since=SINCE, evidence=("科技人员名单", "社保缴纳证明"))
def staff(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """The share of technical staff among all."""
    return by_share(inputs, STAFF, on.year - 1, figures["technical_staff"])


@condition("TSME-12", "研发投入", basis=MEASURE, since=SINCE, evidence=("研发费用辅助账", "上年度财务报表"))
def research(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """Research beside sales, or beside all costs, whichever scores better."""
    year = on.year - 1
    return better_of(by_share(inputs, OF_SALES, year, figures["research_of_sales"]), by_share(inputs, OF_COST, year, figures["research_of_cost"]))


@condition("TSME-13", "科技成果", basis=MEASURE, since=SINCE, evidence=("知识产权证书",))
def rights(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """Valid rights of the main product: one of class I, or the number of class II."""
    first = by_count(inputs.number("rights_class_one"), figures["rights_class_one"], "项", "Ⅰ类知识产权", "rights_class_one")
    second = by_count(inputs.number("rights_class_two"), figures["rights_class_two"], "项", "Ⅱ类知识产权", "rights_class_two")
    return better_of(first, second)


@condition("TSME-21", "有效的高新技术企业", basis=MEASURE, since=SINCE, evidence=("高新技术企业证书",))
def high_tech(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """A valid certificate of a high-tech enterprise."""
    return certificate(inputs, "high_tech_enterprise", "高新技术企业证书", on)


@condition("TSME-22", "国家级科技奖励", basis=MEASURE, since=SINCE, evidence=("获奖证书",))
def prize(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """A national prize of the last five years, among the first three."""
    return answered(inputs, "science_prize", wanted=True, otherwise="没有这样的奖励，按得分评。")


@condition("TSME-23", "省部级以上研发机构", basis=MEASURE, since=SINCE, evidence=("研发机构认定文件",))
def institution(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """A recognised research institution of provincial rank or above."""
    return answered(inputs, "research_institution", wanted=True, otherwise="没有这样的机构，按得分评。")


@condition("TSME-24", "主导制定标准", basis=f"{MEASURE} [K]", since=SINCE, evidence=("标准文本",))
def standards(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """It led a standard in the last five years."""
    return at_least(inputs, "standards", None, 1, "项", "主导制定的标准")


RUNG = Rung(
    id="technology_sme",
    name="科技型中小企业",
    line="high_tech",
    place=1,
    criteria=(resident, size, products, conduct),
    items=(staff, research, rights),
    scored=(some_staff_points,),
    direct=(high_tech, prize, institution, standards),
    mark="mark",
)
"""The rung; its number runs to the end of the year."""
