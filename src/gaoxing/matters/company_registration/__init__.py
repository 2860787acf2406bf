"""Setting up a company (公司设立登记): 《公司法》 (2023, in force 2024-07-01), 《市场主体登记管理条例》 (in force 2022-03-01).

>>> MATTER.edition(date(2026, 4, 30)).id, MATTER.edition(date(2026, 5, 1)).id
('2022', '2026')
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.matters.company_registration.fields import FIELDS
from gaoxing.matters.company_registration.papers import papers
from gaoxing.matters.company_registration.reading import read
from gaoxing.matters.company_registration.rules import RULES

_OTHERS = "变更|注销|联办|备案|许可|一趟|办不|错了|增资|我们公司|执照|急|困难|反映|个体"
"""Words of other intents: where one of them is said, a company's name alone states no intent to set it up."""

_COMPANY = r"(?:公司|企业|股份)"

CUES = (
    rf"(?:注册|登记|设立|新设|成立|新开|开办|申办|申请|办|开|弄|搞|做){{1,2}}(?:一|个|家|间|了|的|新|成|自己的|专门[^，。]{{0,8}}|起来){{0,4}}{_COMPANY}(?!(?:的)?(?:变更|注销|迁))",
    rf"{_COMPANY}(?:申请|要|办理|新|来){{0,2}}(?:设立|注册|成立)(?:登记)?(?!资|在)",
    rf"(?:注册|设立|成立|开|办|弄|搞)(?:一家|一个|家|个|间)[^，。！？]{{0,15}}{_COMPANY}",
    r"(?:注册|设立|成立|登记|开办)[^，。！？的]{0,16}有限(?:责任)?公司",
    rf"设立登记|新公司的|发起设立|{_COMPANY}执照|公司怎么(?:弄|办|开)",
    r"新(?:设立|设|开|成立)(?:的)?(?:公司|企业)|能的话就注册",
    rf"(?s)^(?!.*(?:{_OTHERS})).*?(?:公司全称|公司名称|公司名字|(?<!我们)公司名|公司想叫|(?<!我们)公司叫|名称定|名称我准备|名字我准备|名称叫)",
    r"(?:申请|共同出资|拟|要|直接)(?:发起)?(?:设立|新设|成立|注册)(?!资)|直接设股份|合资新设|中外合资",
    r"注册(?:资本|资金|自本|基金)(?=.{0,120}(?:股东|法人|占|出|公司))",
)
"""How people say that they want a company; the first words that name it count as much as the verb."""

MATTER = Matter(
    id="company_registration",
    name="公司设立登记",
    authority="昆山市行政审批局",
    basis="《公司法》第二十九条、第三十条，《市场主体登记管理条例》第三条",
    time_limit="材料齐全、符合法定形式的当场登记；不能当场登记的，3个工作日内登记（《市场主体登记管理条例》第十九条）",
    summary="开一家有限责任公司或股份有限公司，领营业执照。",
    cues=CUES,
    folder=Path(__file__).parent,
    editions=(Edition("2022", date(2022, 3, 1), date(2026, 5, 1)), Edition("2026", date(2026, 5, 1))),
    fields=FIELDS,
    rules=RULES,
    read=read,
    papers=papers,
)
