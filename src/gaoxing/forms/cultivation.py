"""The blanks of an enterprise's own figures for the ladder (企业培育自评数据): one set for every rung, single ones and one row a year.

Amounts are in yuan. Which rung asks for which, its criteria tell; a blank that nobody fills is missing there, never nothing.

>>> [each.id for each in FIELDS][:4], YEARS.column("revenue").label
(['enterprise', 'uscc', 'founded', 'years'], '销售收入')
"""

from __future__ import annotations

from gaoxing.forms.field import TRUE_FALSE, Field, Kind

EXCLUDED = (
    ("none", "都不是"),
    ("monopoly", "垄断行业"),
    ("real_estate", "房地产"),
    ("infrastructure", "基础设施"),
    ("bank", "银行"),
    ("central_enterprise", "中央企业或者大型国有企业"),
    ("foreign_base", "外资生产基地"),
    ("branch", "分支机构"),
    ("trading", "销售、贸易公司"),
)
"""What an enterprise is not to be on some rungs."""

CERTIFICATES = (
    ("technology_sme", "科技型中小企业"),
    ("high_tech_enterprise", "高新技术企业"),
    ("innovative_sme", "创新型中小企业"),
    ("specialised_sme", "专精特新中小企业"),
    ("little_giant", "专精特新“小巨人”企业"),
    ("gazelle", "瞪羚企业"),
    ("potential_unicorn", "潜在独角兽企业"),
    ("unicorn", "独角兽企业"),
)
"""Certificates of the ladder by the rung's id."""

INVESTORS = (("private", "私募股权、创业投资"), ("industrial", "产业资本"), ("government", "政府基金"), ("other", "其他"))
"""Who invested."""


def _yes_or_no(blank: str, label: str, question: str, why: str) -> Field:
    return Field(blank, label, Kind.BOOLEAN, question=question, why=why, example="是，或者不是", contract=False, choices=TRUE_FALSE)


def _money(blank: str, label: str, question: str) -> Field:
    return Field(blank, label, Kind.MONEY, question=question, example="八千万元", contract=False)


def _count(blank: str, label: str, question: str, example: str) -> Field:
    return Field(blank, label, Kind.INTEGER, question=question, example=example, contract=False)


YEARS = Field(
    "years",
    "历年数据",
    Kind.ROWS,
    question="请说说每一年的人数、收入、研发费用和资产。",
    why="各档资质都按上一年或者前三四年的数来算。",
    example="去年营收八千万，研发花了五百二十万，一百一十个人里有十五个研发",
    required=True,
    contract=False,
    columns=(
        _count("year", "年度", "是哪一年的数？", "2025年"),
        _count("staff", "职工总数", "那一年一共有多少职工？", "一百一十人"),
        _count("technical_staff", "科技人员数", "其中科技人员有多少？", "二十人"),
        _count("research_staff", "研发人员数", "其中做研发的有多少？", "十五人"),
        _money("revenue", "销售收入", "那一年销售收入是多少？"),
        _money("total_income", "总收入", "那一年总收入是多少？"),
        _money("high_tech_income", "高新技术产品（服务）收入", "其中高新技术产品和服务的收入是多少？"),
        _money("research", "研发费用", "那一年研发花了多少钱？"),
        _money("research_in_china", "境内研发费用", "其中在中国境内花的是多少？"),
        _money("research_outsourced", "委托外部研发费用", "其中委托别人研发花了多少？"),
        _money("cost", "成本费用总额", "那一年成本和费用一共多少？"),
        _money("total_assets", "资产总额", "年末资产总额是多少？"),
        _money("net_assets", "净资产", "年末净资产是多少？"),
        _money("liabilities", "负债总额", "年末负债总额是多少？"),
        _money("main_income", "主营业务收入", "那一年主营业务收入是多少？"),
        _count("transformations", "科技成果转化数", "那一年转化了几项科技成果？", "五项"),
    ),
)

FINANCING = Field(
    "financing",
    "股权融资",
    Kind.ROWS,
    question="融过资吗？每一轮是什么时候、谁投的、投了多少、投后估值多少？",
    why="潜在独角兽、独角兽看估值和融资。",
    example="2025年6月，创投机构投了三千万",
    contract=False,
    columns=(
        Field("date", "融资日期", Kind.DATE, question="这一轮是哪天？", example="2025年6月18日", contract=False),
        Field("investor", "投资方类型", Kind.CHOICE, question="是谁投的？", example="创业投资", contract=False, choices=INVESTORS),
        _money("amount", "融资金额（元）", "这一轮投了多少？"),
    ),
)

HELD = Field(
    "certificates",
    "已有资质",
    Kind.ROWS,
    question="已经有哪些资质？有效期到哪天？",
    why="有效的资质有的可以直接用，快到期的要重新申报。",
    example="高新技术企业，到2027年11月",
    contract=False,
    columns=(
        Field("kind", "资质", Kind.CHOICE, question="是哪一种资质？", example="高新技术企业", contract=False, choices=CERTIFICATES),
        Field("until", "有效期至", Kind.DATE, question="到哪天有效？", example="2027年11月30日", contract=False),
    ),
)

SINGLE = (
    _yes_or_no("resident", "居民企业", "是在中国境内（不含港澳台）注册的居民企业吗？", "各档资质都要求是境内居民企业。"),
    _yes_or_no("prohibited_products", "禁止、限制、淘汰类产品", "产品和服务里有国家禁止、限制或者淘汰的吗？", "有的不能评。"),
    _yes_or_no("serious_offence", "重大安全、质量、环境、科研诚信问题", "去年和今年出过重大安全、质量、环境违法或者科研失信的事吗？", "出过的不能评。"),
    _yes_or_no("listed_abnormal", "经营异常或者严重违法失信名单", "现在在经营异常名录或者严重违法失信名单上吗？", "在名单上的不能评。"),
    _yes_or_no("core_rights", "核心知识产权所有权", "主要产品的核心技术，知识产权是自己的吗？", "高新技术企业要拥有核心知识产权的所有权。"),
    _yes_or_no("high_tech_field", "属于国家重点支持的高新技术领域", "主要产品的技术属于国家重点支持的高新技术领域吗？", "由专家按领域目录认定。"),
    _count("rights_class_one", "Ⅰ类知识产权数", "有效的、和主要产品相关的发明专利等Ⅰ类知识产权有几项？", "两项"),
    _count("rights_class_two", "Ⅱ类知识产权数", "有效的、和主要产品相关的实用新型、软件著作权等Ⅱ类知识产权有几项？", "八项"),
    _yes_or_no("rights_own", "自主研发取得", "这些知识产权里有自己研发取得的吗？", "自己研发的比买来的得分高。"),
    _count("standards", "主导制定标准数", "近五年主导制定过几项国际、国家或者行业标准？", "一项"),
    _yes_or_no("science_prize", "国家级科技奖励", "近五年得过国家级科技奖励，并且排在前三名吗？", "科技型中小企业可以凭它直接确认。"),
    _yes_or_no("research_institution", "省部级以上研发机构", "有经认定的省部级以上研发机构吗？", "科技型中小企业可以凭它直接确认。"),
    Field(
        "excluded",
        "企业类型",
        Kind.CHOICES,
        question="企业属于下面哪一类？",
        why="有的类型不能评瞪羚。",
        example="都不是",
        contract=False,
        choices=EXCLUDED,
    ),
    _yes_or_no("holds_certificates", "有有效的资质", "现在有有效的资质证书吗？", "没有就不用逐个填。"),
    _yes_or_no("financed", "融过资", "融过股权投资吗？", "潜在独角兽、独角兽要获得过投资。"),
    _yes_or_no("listed", "已经上市", "已经上市了吗？", "独角兽和潜在独角兽要求没有上市。"),
    _money("valuation", "最近一轮投后估值", "最近一轮融资的投后估值是多少？是人民币还是美元？"),
    _yes_or_no("strategic_breakthrough", "战略性产业重大突破", "属于战略性新兴产业，又有核心技术突破、首台套或者国家级项目吗？", "这样的独角兽估值线低一些。"),
    Field("niche_years", "从事细分市场年数", Kind.INTEGER, question="在这个细分市场做了几年？", example="三年", contract=False),
    Field("market_share", "细分市场占有率（%）", Kind.PERCENT, question="主导产品在细分市场占百分之几？", example="百分之十二", contract=False),
    _yes_or_no("science_prize_province", "国家级、省级科技奖励", "近三年得过国家级、省级科技奖励吗？", "专精特新可以凭它代替评分。"),
    _yes_or_no("maker_contest", "“创客中国”全国500强", "近三年进过“创客中国”全国500强企业组吗？", "专精特新可以凭它代替评分。"),
)

FIELDS = (
    Field("enterprise", "企业名称", Kind.TEXT, question="企业叫什么名字？", example="昆山示例科技有限公司", contract=False),
    Field("uscc", "统一社会信用代码", Kind.ID_NUMBER, question="统一社会信用代码是多少？", example="18位代码", contract=False),
    Field("founded", "成立日期", Kind.DATE, question="企业是哪天成立的？", why="各档都看成立了几年。", example="2019年3月1日", required=True, contract=False),
    YEARS,
    *SINGLE,
    FINANCING,
    HELD,
)


def named(key: str) -> str:
    """An input by its official label, with its year. Raises KeyError where there is no such input.

    >>> named("revenue@2025"), named("founded")
    ('2025年销售收入', '成立日期')
    """
    _name, _, year = key.partition("@")
    return f"{year}年{called(key)}" if year else called(key)


def called(key: str) -> str:
    """An input by its official label alone. Raises KeyError where there is no such input.

    >>> called("revenue@2025"), called("founded")
    ('销售收入', '成立日期')
    """
    name, _, year = key.partition("@")
    return YEARS.column(name).label if year else {each.id: each.label for each in FIELDS}[name]
