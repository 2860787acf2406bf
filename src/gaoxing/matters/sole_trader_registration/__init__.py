"""Setting up as a sole trader (个体工商户设立登记): 《促进个体工商户发展条例》 (in force 2022-11-01), 《市场主体登记管理条例》.

>>> MATTER.edition(date(2026, 11, 24)).id
'2026'
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.matters.sole_trader_registration.fields import FIELDS
from gaoxing.matters.sole_trader_registration.papers import papers
from gaoxing.matters.sole_trader_registration.reading import read
from gaoxing.matters.sole_trader_registration.rules import RULES

CUES = (
    r"个体(?:的)?(?:工商户|公商户|工商湖|户|经营户|执照|就够)",
    r"(?:办|领|申请|登记|注册)[^，。！？]{0,4}个体",
    r"(?:办|领|要)(?:一?张|个)?(?:小店|小卖部|店铺|摊位|铺子)的?(?:营业)?执照",
    r"执照办个体",
)
"""How people say that they want to be a sole trader."""

MATTER = Matter(
    id="sole_trader_registration",
    name="个体工商户设立登记",
    authority="昆山市行政审批局",
    basis="《促进个体工商户发展条例》第二条、第六条，《市场主体登记管理条例》第三条",
    time_limit="材料齐全、符合法定形式的当场登记；不能当场登记的，3个工作日内登记（《市场主体登记管理条例》第十九条）",
    summary="一个人或一家人开店做生意，领个体工商户营业执照。",
    cues=CUES,
    folder=Path(__file__).parent,
    editions=(Edition("2022", date(2022, 3, 1), date(2026, 5, 1)), Edition("2026", date(2026, 5, 1))),
    fields=FIELDS,
    rules=RULES,
    read=read,
    papers=papers,
)
