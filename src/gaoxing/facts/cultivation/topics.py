"""What a figure is said to be of (数的名目): the words for every input of the ladder, and those for what is no input and takes a figure away from it.

>>> [each.item for each in find_topics("营收八千万其中高新技术产品收入五千万，利润三百万，研发人员十五个")]
['revenue', 'high_tech_income', '', 'research_staff']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

MONEY, PEOPLE, THINGS, NOBODY = "money", "people", "things", ""

WORDS: tuple[tuple[str, str, str], ...] = (
    (
        NOBODY,
        "",
        "(?:境外|国外|海外|合作|基础|软件|硬件|产品|联合)(?:的)?研发(?!人|团队|部)(?:费用?|投入|经费|支出)?|资产负债率|负债率|研发(?:费用?|投入)?(?:占比|强度|比例|率)|毛利率?|净利润?率?|利润率?|利润总额|利税|税[收金额费]?|纳税|缴税|产值|订单|合同额?|签约|回款",
    ),
    (MONEY, "high_tech_income", "(?:高新技术?|高品|高新产品)(?:的)?产?品?(?:[（(]服务[）)]|和服务|、服务|与服务|服务)?(?:的)?(?:销售)?收入|高新收入|高品收入"),
    (MONEY, "main_income", "主营业务(?:的)?收入|主营收入|主营业务|主营"),
    (MONEY, "total_income", "总收入|收入总额|全部收入|收入总计"),
    (MONEY, "revenue", "营业收入|营业总收入|营业额|卖了|卖出了?|营收额?|销售收入|销售额|销售(?!人|员|团队|部|经理|公司|费|成本|商|岗)"),
    (
        MONEY,
        "research_outsourced",
        "委托[^，。；！？0-9]{0,10}?(?:研发|开发|做|搞|完成)(?:费用?|投入|经费|支出)?|委外(?:研发|开发)?(?:费用?|支出)?|研发外包|外包(?:的)?研发(?:费用?)?",
    ),
    (MONEY, "research_in_china", "(?:境内|国内)(?:的)?研发(?:费用?|投入|经费|支出)?|研发(?:费用?|投入)?(?:里|中|里面|当中)?(?:在)?(?:境内|国内)(?:的)?"),
    (PEOPLE, "technical_staff", "科技人员数?|科技活动人员|科技人才|从事科技(?:活动)?的"),
    (PEOPLE, "research_staff", "研发(?:的)?人员数?|研发团队|研发部门?|研发人数|研发工程师|研发岗|(?:搞|做|从事|干)研发(?:的)?(?!费|投|花|经费|支出|中心)"),
    (MONEY, "research", "研发(?:费用?|投入|经费|支出|开支|花费|资金|开销)(?:总额)?|研究开发费用?|研发投了|研发"),
    (MONEY, "cost", "成本费用(?:总额)?|成本(?:和|加|跟|、|与)费用|总成本费用?|总成本"),
    (MONEY, "net_assets", "净资产|所有者权益|股东权益"),
    (MONEY, "total_assets", "资产总额|总资产|资产总计|资产合计|资产总共|资产一共"),
    (MONEY, "liabilities", "负债总额|总负债|负债合计|负债总计|负债"),
    (
        PEOPLE,
        "staff",
        "职工总数|职工人数|员工总数|员工人数|职工|员工|总人数|从业人员|在职人数|在职(?:的)?|团队|人数|社保人数|(?:(?<=[，。；、万])|^)人(?:头)?(?=[有呢，总是数，共]|一共|[0-9零一二三四五六七八九十百]|的话)",
    ),
    (THINGS, "transformations", "转化了?(?=[0-9一二两三四五六七八九十]+[项个])|(?:科技)?成果转化(?:数|项目)?|转化(?:了)?(?:科技)?成果|成果的?转化"),
    (THINGS, "rights_class_one", "(?:授权)?发明专利|发明(?!人|家|创造)|[一Ⅰ1I]类(?:的)?(?:知识产权|知产|专利)?|集成电路布图设计?|植物新品种"),
    (THINGS, "rights_class_two", "实用新型(?:专利)?|软件著作权|软著|外观(?:设计)?(?:专利)?|[二Ⅱ2]类(?:的)?(?:知识产权|知产)?|ⅠI类知识产权"),
    (THINGS, "standards", "(?:主导|牵头)(?:制定|起草|编制|编写|做|搞)?(?:过|了)?(?:的)?(?:(?:国家|行业|国际)(?:的)?标准|国标|行标|标准)?"),
    (
        NOBODY,
        "",
        "融资|估值|投资|设备|厂房|房租|租金|注册资本|实缴|认缴|补贴|奖励|补助|罚款|出口|外贸|应收|库存|存货|广告|市场费|管理费用?|销售费用?|财务费用?|工资|薪酬|薪资|薪水|"
        "社保费|奖金|贷款|借款|流水|开票|固定资产|流动资产|无形资产|现金|存款|期间费用|人工|成本|费用|资产(?!负债)|收入|"
        "博士|硕士|本科|大专|研究生|销售人员|销售(?:团队|部|的|岗)|生产人员|管理人员|生产线?|车间|外聘|兼职|临时工|劳务派遣|实习生?|技术人员|技术员|工程师|工人|行政|财务|高管|股东|客户|供应商|"
        "参与(?:制定|起草)?|团体标准|团标|企业标准|企标|地方标准|地标|专利|知识产权|商标|版权|论文|项目|产品|平方|亩",
    ),
)
"""Kind, input and words, what goes first before what it contains; without an input the words are of nothing that is asked for."""


KIND_OF = {item: kind for kind, item, _ in WORDS if item}
"""Input → its kind."""


@dataclass(frozen=True)
class Topic:
    """Words at `text[start:end]` that a figure may be of: its kind and input; both empty where no input is meant."""

    kind: str
    item: str
    start: int
    end: int


def find_topics(text: str) -> tuple[Topic, ...]:
    """All topics of a cleaned text, in order, none overlapping; at one place the first of the table goes before."""
    found = [Topic(*WORDS[_row(match)][:2], *match.span()) for match in _all().finditer(text)]
    return tuple(each for each in found if each.start < each.end)


def _row(match: re.Match[str]) -> int:
    return int(str(match.lastgroup)[1:])


@cache
def _all() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<t{row}>{words})" for row, (_, _, words) in enumerate(WORDS)))
