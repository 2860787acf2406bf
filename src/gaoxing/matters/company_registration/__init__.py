"""Setting up a company (公司设立登记): 《公司法》 (2023, in force 2024-07-01), 《市场主体登记管理条例》 (in force 2022-03-01).

>>> MATTER.edition(date(2026, 4, 30)).id, MATTER.edition(date(2026, 5, 1)).id
('2022', '2026')
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.facts.intent import Embrace
from gaoxing.forms.derive_authority import level
from gaoxing.forms.derive_type import printed_type
from gaoxing.forms.shares import settle
from gaoxing.matters.company_registration.fields import FIELDS
from gaoxing.matters.company_registration.papers import TITLE, papers
from gaoxing.matters.company_registration.reading import read
from gaoxing.matters.company_registration.rules import RULES, figures

_ITEM = "(?:法定代表人|法人(?:代表)?|股[东权]|监事|董事|经理|住所|地址|名称|名字|经营范围|注册资[本金])"
CUES = (
    r"(?:注册|登记|设立|新设|成立|新开|开办|申办|申请|办(?!成|好|完|不)|开|弄|搞|做|组建|筹建)(?:(?!变更|注销|股权|换|转|备案)[^，。；：！？的用叫不]){0,8}(?:公司|企业)"
    rf"(?!名义|的?(?:项目|变更|注销|迁|股东|地址)|的?{_ITEM}的?(?:变更|更换|更名|迁移|转让))",
    r"(?:开|开办|开个|设立|新开)(?:一家|一个|家|个)?公司(?=的?(?:注册)?(?:地址|股东|住所))",
    r"(?:公司|企业)(?:的|要|想|准备|来|去|申请|办理?|这边)*(?:设立|注册|成立|开办)(?!资|在|地|时|于|了|商标|专利|以来|以后|之后|后|至今|到现在|的时候|日期|年份"
    r"|(?:已经|快|才|都|有)*(?:好几|好多|多|几|[一二三四五六七八九十两\d]{1,3})年)",
    r"(?<![一-龥])公司登记(?=[，。]|$)",
    r"(?<!个体户)(?<!个体工商户)(?<!个体户的)(?<!个体工商户的)(?:设立|开业|新设)登记|新公司(?!法)|新设的?|发起设立|(?:共同|合资|拟|申请|出资)[^，。；]{0,4}(?:设立|新设|成立)|代办注册|全资设立",
    r"(?:公司|企业)(?:营业)?执照(?!也?丢|遗失|不见|没了|找不到|上|要换|注销|变更)",
    r"(?:重新|另外|再)(?:注册|开|办)一?[家个](?![^，。；]{0,6}[店馆铺摊]|个?体)",
)
"""How people state that they want this matter."""

SIGNS = (
    r"注册(?:资本|资金)",
    r"法定代表人|法人",
    "股东",
    "[董监]事",
    r"有限(?:责任)?公司|股份有限公司",
    r"公司名|公司全称|公司想叫|(?:名字|名称|全称|首选|备选)[^，。；]{0,10}某+公司",
    "认缴|占股|股权|股份",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="company_registration",
    name="公司设立登记",
    authority="昆山市行政审批局",
    basis="《公司法》第二十九条、第三十条，《市场主体登记管理条例》第三条",
    time_limit="材料齐全、符合法定形式的当场登记；不能当场登记的，3个工作日内登记（《市场主体登记管理条例》第十九条）",
    summary="开一家有限责任公司或股份有限公司，领营业执照。",
    cues=CUES,
    signs=SIGNS,
    embraces=Embrace(("registration_change", "project_change")),
    folder=Path(__file__).parent,
    editions=(Edition("2022", date(2022, 3, 1), date(2026, 5, 1)), Edition("2026", date(2026, 5, 1))),
    fields=FIELDS,
    rules=RULES,
    read=read,
    figures=figures,
    settle=settle,
    papers=papers,
    title=lambda form: TITLE,
    derives=(("登记机关的级别", level), ("公司类型（印在执照上的）", printed_type)),
)
