"""Setting up as a sole trader (个体工商户设立登记): 《促进个体工商户发展条例》 (in force 2022-11-01), 《市场主体登记管理条例》.

>>> MATTER.edition(date(2026, 11, 24)).id
'2026'
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.facts.intent import Embrace
from gaoxing.matters.sole_trader_registration.fields import FIELDS
from gaoxing.matters.sole_trader_registration.papers import TITLE, papers
from gaoxing.matters.sole_trader_registration.reading import read
from gaoxing.matters.sole_trader_registration.rules import RULES, figures

_IS_ONE = r"(?:(?<!是)(?<!是个)(?<!是家)|(?![^\n]{0,40}?(?<!不)(?:变更|更换|换)(?:一下|个|掉)?(?:店里的|店的)?经营者))"
"""Who is one (我是个体户) and goes on to another operator (换经营者) has long set up."""

CUES = (rf"{_IS_ONE}个体(?:的)?(?:工商户|户|经营户|工商|执照|营业执照|就够|老板)?+(?!(?:的)?(?:也|要|想|需要|得|来|办理?|申请)*(?:变更|注销|更换|搬[到去了]))",)
"""How people state that they want this matter."""

_OPENS = (
    r"(?:(?<![^，。；我们想要算备己])开(?:[一两]?[个家])?[^，。；公司开厂的了不门会]{0,5}"
    r"(?:[店馆铺坊]|网吧|酒吧|茶室|棋牌室|超市|诊所|宠物医院|理发|早餐))(?!的|[^\n]*(?:面积|平)[^\n]*招牌)"
)
"""A clause that begins by opening a shop, and does not go on to its area and its sign, which are for the form of a licence and its permits in one go."""

SIGNS = (
    "经营者|店主",
    "店名|招牌|门面|铺面|摊位|店面(?!积)",
    "资金数额|填资金",
    "个人经营|家庭经营",
    r"(?:开|弄|搞|盘)(?:个|家|了)?[^，。]{0,4}[店馆铺]|小卖部|摆摊",
    _OPENS,
    rf"(?:想|要|打算|准备|^我?){_OPENS}",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="sole_trader_registration",
    name="个体工商户设立登记",
    authority="昆山市行政审批局",
    basis="《促进个体工商户发展条例》第二条、第六条，《市场主体登记管理条例》第三条",
    time_limit="材料齐全、符合法定形式的当场登记；不能当场登记的，3个工作日内登记（《市场主体登记管理条例》第十九条）",
    summary="一个人或一家人开店做生意，领个体工商户营业执照。",
    cues=CUES,
    signs=SIGNS,
    embraces=Embrace(("registration_change", "project_change")),
    folder=Path(__file__).parent,
    editions=(Edition("2022", date(2022, 3, 1), date(2026, 5, 1)), Edition("2026", date(2026, 5, 1))),
    fields=FIELDS,
    rules=RULES,
    read=read,
    figures=figures,
    papers=papers,
    title=lambda form: TITLE,
)
