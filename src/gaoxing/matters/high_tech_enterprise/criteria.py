"""What a high-tech enterprise must be (高新技术企业认定): 《高新技术企业认定管理办法》（国科发火〔2016〕32号）第十一条; its guidance is 国科发火〔2016〕195号.

Eight conditions; the score of the seventh is given by experts in good part, so that it comes out as a range.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gaoxing.checks.assessment.inputs import Inputs, of_year
from gaoxing.checks.assessment.judging import MONEY, Share, answered, expert, missing, share, share_of
from gaoxing.checks.assessment.rung import Rung, condition
from gaoxing.checks.assessment.scoring import better_of, by_count, by_experts, by_rate
from gaoxing.checks.assessment.verdict import Gap, Judged, Scored, Verdict
from gaoxing.checks.deadline import later
from gaoxing.checks.rule import Figures

MEASURE = "《高新技术企业认定管理办法》（国科发火〔2016〕32号）第十一条"
GUIDE = "《高新技术企业认定管理工作指引》（国科发火〔2016〕195号）"
SINCE = date(2016, 1, 1)
STAFF = Share("technical_staff", "staff", "人", "科技人员")
RESEARCH = Share("research", "revenue", MONEY, "研发费用")
HIGH_TECH = Share("high_tech_income", "total_income", MONEY, "高新技术产品（服务）收入", within=True)
IN_CHINA = Share("research_in_china", "research", MONEY, "境内研发费用")


def span(inputs: Inputs, on: date) -> list[int]:
    """The three full years before the day, those before the founding left out; all three where the founding is not told."""
    founded = inputs.day("founded")
    return [year for year in range(on.year - 3, on.year) if founded is None or year >= founded.year]


def total(inputs: Inputs, name: str, years: list[int]) -> Fraction | None:
    """An input summed over years; None where one of them is not told."""
    told = [inputs.number(name, year) for year in years]
    return None if None in told else sum((each for each in told if each is not None), Fraction(0))


@condition("HTE-01", "注册成立一年以上", basis=f"{MEASURE}第（一）项", since=SINCE, evidence=("营业执照",))
def founded_a_year(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """It has been registered for a year or more when it applies."""
    founded, threshold = inputs.day("founded"), "≥1年"
    if founded is None:
        return replace(missing("founded"), threshold=threshold)
    ripe = later(founded, 1)
    if ripe <= on:
        return Judged(Verdict.MET, f"{founded.isoformat()}成立", threshold)
    days = Decimal((ripe - on).days)
    gap = Gap("founded", days, "天", f"成立还不满一年，还差{days}天，{ripe.isoformat()}起可以申报")
    return Judged(Verdict.UNMET, f"{founded.isoformat()}成立", threshold, gap)


@condition("HTE-02", "拥有核心知识产权所有权", basis=f"{MEASURE}第（二）项", since=SINCE, evidence=("知识产权证书",))
def owns_rights(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """It owns the rights in what supports its main products."""
    return answered(inputs, "core_rights", wanted=True, otherwise="要自己研发、受让、受赠或者并购取得主要产品核心技术的知识产权。")


@condition("HTE-03", "技术领域", basis=f"{MEASURE}第（三）项", since=SINCE, evidence=("主要产品（服务）技术说明",))
def field_of_technology(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Its technology lies in a field that the state supports; experts confirm what the enterprise says."""
    told = answered(inputs, "high_tech_field", wanted=True, otherwise="主要产品的技术不在国家重点支持的高新技术领域里。")
    return expert("企业自己认为属于", "属于《国家重点支持的高新技术领域》", "领域由专家认定。") if told.verdict is Verdict.MET else told


@condition("HTE-04", "科技人员占比", basis=f"{MEASURE}第（四）项", since=SINCE, evidence=("科技人员名单", "社保缴纳证明"))
def staff(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """At least a tenth of the staff of the year are technical."""
    return share(inputs, STAFF, on.year - 1, figures["technical_staff_percent"])


@condition("HTE-05", "近三年研发费用占比", basis=f"{MEASURE}第（五）项", since=SINCE, evidence=("研发费用专项审计报告",))
def research(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """Research of three years beside sales of three years; the share depends on the sales of the last year."""
    years = span(inputs, on)
    spent, sold = total(inputs, "research", years), total(inputs, "revenue", years)
    if not years or spent is None or sold is None:
        return missing(*inputs.lacking((name, year) for name in ("research", "revenue") for year in years or [on.year - 1]))
    least, last = research_percent(inputs, on, figures), of_year("research", on.year - 1)
    judged = share_of(spent, sold, RESEARCH, least, last)
    outside = total(inputs, "research_outsourced", years)
    counted = spent - (outside or 0) * Fraction(100 - figures["outsourced_percent"], 100)
    if judged.verdict is Verdict.MET and outside is None:
        poorest = share_of(spent * Fraction(figures["outsourced_percent"], 100), sold, RESEARCH, least, last)
        return judged if poorest.verdict is Verdict.MET else replace(judged, verdict=Verdict.MISSING, wants=_outsourced(inputs, years), note=OUTSOURCED)
    return replace(share_of(counted, sold, RESEARCH, least, last), note=OUTSOURCED if outside else "")


OUTSOURCED = "委托外部研发的费用按80%计入。"


def research_percent(inputs: Inputs, on: date, figures: Figures) -> int:
    """The percentage that the sales of the last year call for."""
    sold = inputs.number("revenue", on.year - 1) or Fraction(0)
    return int(next(band["percent"] for band in figures["research_percent"] if "most" not in band or sold <= band["most"]))


def _outsourced(inputs: Inputs, years: list[int]) -> tuple[str, ...]:
    return inputs.lacking(("research_outsourced", year) for year in years)


@condition("HTE-06", "境内研发费用占比", basis=f"{MEASURE}第（五）项", since=SINCE, evidence=("研发费用专项审计报告",))
def research_in_china(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """At least three fifths of the research of three years is done in China."""
    years = span(inputs, on)
    inside, spent = total(inputs, "research_in_china", years), total(inputs, "research", years)
    if not years or inside is None or spent is None:
        return missing(*inputs.lacking((name, year) for name in ("research_in_china", "research") for year in years or [on.year - 1]))
    return share_of(inside, spent, IN_CHINA, figures["research_in_china_percent"], of_year("research_in_china", on.year - 1))


@condition("HTE-07", "高新技术产品（服务）收入占比", basis=f"{MEASURE}第（六）项", since=SINCE, evidence=("高新技术产品（服务）收入专项审计报告",))
def income(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """At least three fifths of the income of the year come from high-tech products and services."""
    return share(inputs, HIGH_TECH, on.year - 1, figures["high_tech_income_percent"])


@condition("HTE-08", "没有重大安全、质量、环境问题", basis=f"{MEASURE}第（八）项", since=SINCE)
def conduct(inputs: Inputs, on: date, figures: Figures) -> Judged:
    """No grave incident in the year before it applies."""
    return answered(inputs, "serious_offence", wanted=False, otherwise="申请前一年内发生过重大安全、重大质量事故或者严重环境违法的，不能认定。")


@condition("HTE-11", "知识产权", basis=GUIDE, since=SINCE, evidence=("知识产权证书", "知识产权与主要产品的关系说明"))
def rights(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """How advanced (8) and how central (8), by experts; how many (8); how obtained (6); at most two more for standards; together at most 30."""
    number = better_of(
        by_count(inputs.number("rights_class_one"), figures["rights_class_one"], "项", "Ⅰ类知识产权", "rights_class_one"),
        by_count(inputs.number("rights_class_two"), figures["rights_class_two"], "项", "Ⅱ类知识产权", "rights_class_two"),
    )
    if number.best == 0:
        return Scored(Decimal(0), Decimal(0), Decimal(figures["rights_most"]), "没有知识产权", number.step)
    own, led = inputs.yes("rights_own"), inputs.number("standards")
    way = figures["rights_way"]["own" if own else "bought"] if own is not None else {"from": 1, "to": figures["rights_way"]["own"]["to"]}
    bonus = 0 if led == 0 else figures["standards_bonus"]
    best = min(number.best + 2 * figures["rights_by_experts"] + way["to"] + bonus, Decimal(figures["rights_most"]))
    wants = (*number.wants, *inputs.lacking((("rights_own", None), ("standards", None))))
    worst = number.worst + way["from"] if number.worst else Decimal(0)
    return replace(number, worst=worst, best=best, most=Decimal(figures["rights_most"]), wants=wants, expert=True, note="先进程度和核心支持作用由专家打分。")


@condition("HTE-12", "科技成果转化", basis=GUIDE, since=SINCE, evidence=("科技成果转化证明",))
def transformations(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """The yearly average of three years."""
    years = span(inputs, on) or [on.year - 1]
    told, bands = total(inputs, "transformations", years), figures["transformations"]
    if told is None:
        most = Decimal(bands[0]["to"])
        return Scored(Decimal(0), most, most, wants=inputs.lacking(("transformations", year) for year in years), expert=True)
    return by_count(told / len(years), bands, "项", "年平均科技成果转化", of_year("transformations", on.year - 1))


@condition("HTE-13", "研发组织管理水平", basis=GUIDE, since=SINCE, evidence=("研发组织管理制度", "研发机构与设备说明", "产学研合作协议"))
def organisation(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """Rules, institutions, commercialisation and people of research: 6, 6, 4 and 4 points, by experts."""
    return by_experts(figures["organisation"], "由专家按制度、机构、转化和人才四项打分。")


@condition("HTE-14", "净资产增长率", basis=f"{GUIDE}；分档未核实[K]", since=SINCE, evidence=("近三年财务报表",))
def growth_of_assets(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """The growth of the net assets over three years."""
    return _grown(inputs, "net_assets", on, figures)


@condition("HTE-15", "销售收入增长率", basis=f"{GUIDE}；分档未核实[K]", since=SINCE, evidence=("近三年财务报表",))
def growth_of_sales(inputs: Inputs, on: date, figures: Figures) -> Scored:
    """The growth of the sales over three years."""
    return _grown(inputs, "revenue", on, figures)


def _grown(inputs: Inputs, name: str, on: date, figures: Figures) -> Scored:
    years, most = [on.year - 3, on.year - 2, on.year - 1], Decimal(figures["growth"][0]["to"])
    if lack := inputs.lacking((name, year) for year in years):
        return Scored(Decimal(0), most, most, wants=lack)
    first, second, third = (inputs.number(name, year) or Fraction(0) for year in years)
    return by_rate(rate_of_growth(first, second, third), figures["growth"])


def rate_of_growth(first: Fraction, second: Fraction, third: Fraction) -> Fraction:
    """½(y2/y1 + y3/y2) − 1; nothing below nought; from the last two years where the first was nothing; nought where the second was.

    >>> rate_of_growth(Fraction(100), Fraction(120), Fraction(144)), rate_of_growth(Fraction(0), Fraction(100), Fraction(150))
    (Fraction(1, 5), Fraction(1, 2))
    """
    if second <= 0:
        return Fraction(0)
    rate = third / second - 1 if first <= 0 else (second / first + third / second) / 2 - 1
    return max(rate, Fraction(0))


RUNG = Rung(
    id="high_tech_enterprise",
    name="高新技术企业",
    line="high_tech",
    place=2,
    criteria=(founded_a_year, owns_rights, field_of_technology, staff, research, research_in_china, income, conduct),
    items=(rights, transformations, organisation, growth_of_assets, growth_of_sales),
    mark="mark",
    years=3,
)
"""The rung; its certificate holds three years."""
